import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' })
const firstOf = (lang: string, text: string) => read(lang, text).claims[0]

describe('what was carried or measured, in a past form of a verb whose present tells a state,', () => {
  const told: readonly (readonly [string, string])[] = [
    ['bg', 'Тръбопроводът доставяше 4 млн. кубични метра газ на ден.'],
    ['bg', 'През порта преминаваха 2 млн. тона нефт.'],
    ['bg', 'Заради аварията се наложи Гърция да внесе 3 млн. кубични метра газ.'],
    ['uk', 'Через станцію надходило 12 млн кубометрів газу.'],
    ['ru', 'По трубе поступало 12 млн кубометров газа.'],
    ['pl', 'Rurociągiem płynęło 12 mln m sześc. gazu.'],
  ]
  it.each(told)('has happened (%s: %s)', (lang, text) => {
    expect(firstOf(lang, text)?.modality).toBe('happened')
  })
})

describe('no risk of a shortage', () => {
  const told: readonly (readonly [string, string])[] = [
    ['en', 'There is no risk of a petrol shortage, the minister said.'],
    ['ru', 'Риска нехватки бензина нет, заявил министр.'],
    ['uk', 'Ризику нестачі бензину немає, заявив міністр.'],
    ['pl', 'Nie ma ryzyka niedoboru benzyny, powiedział minister.'],
    ['bg', 'Няма риск от недостиг на бензин, заяви министърът.'],
    ['bg', 'Министърът заяви, че няма опасност от криза с горивата.'],
  ]
  it.each(told)('is a denial (%s: %s)', (lang, text) => {
    expect(firstOf(lang, text)).toMatchObject({
      event: 'supply_change',
      modality: 'denied',
      polarity: 'negative',
    })
  })
})

describe('a word of what may be', () => {
  const told: readonly (readonly [string, string, string])[] = [
    ['bg', 'Увеличаването на доставките стана възможно след ремонта.', 'happened'],
    ['uk', 'Збільшення поставок газу стало можливим після ремонту.', 'happened'],
    ['pl', 'Przesył gazu wznowiono tak szybko, jak to było możliwe.', 'happened'],
    ['uk', 'Уряд збільшив імпорт газу для покриття можливого дефіциту.', 'happened'],
    ['bg', 'Възможно е доставките на газ да намалеят.', 'possible'],
    ['uk', 'Можливе скорочення поставок газу.', 'possible'],
    ['pl', 'Możliwe jest ograniczenie dostaw gazu.', 'possible'],
  ]
  it.each(told)('says so only where it is the predicate (%s: %s)', (lang, text, modality) => {
    expect(firstOf(lang, text)?.modality).toBe(modality)
  })
})

describe('who speaks', () => {
  const told: readonly (readonly [string, string, string])[] = [
    ['ru', '«Газпром» завершил ремонт газопровода, сообщил советник главы концерна Пётр Ладогин.', 'Ladogin'],
    ['pl', 'Spółka PERN naprawiła rurociąg, poinformował doradca zarządu Piotr Kowalewski.', 'Kowalewski'],
  ]
  it.each(told)('is named behind the verb and a title that no list has (%s: %s)', (lang, text, surname) => {
    expect(firstOf(lang, text)?.speaker).toMatch(new RegExp(surname, 'u'))
  })
  const alone: readonly (readonly [string, string])[] = [
    ['ru', 'Газ подорожал, сообщил Пересветов.'],
    ['bg', 'Вносът на газ намаля, каза Първанов.'],
    ['pl', 'Import gazu wzrósł, powiedziała Kowalewska.'],
  ]
  it.each(alone)('is a person where a surname alone ends the sentence (%s: %s)', (lang, text) => {
    expect(read(lang, text).entities.filter(({ type }) => type === 'person')).toHaveLength(1)
  })
})

describe('a night between two weekdays', () => {
  const told: readonly (readonly [string, string])[] = [
    ['ru', 'Авария на газопроводе случилась в ночь с субботы на воскресенье.'],
    ['uk', 'Аварія на газопроводі сталася в ніч із суботи на неділю.'],
    ['pl', 'Awaria gazociągu nastąpiła w nocy z soboty na niedzielę.'],
  ]
  it.each(told)('ends on the day behind (%s: %s)', (lang, text) => {
    expect(read(lang, text).dates.map(({ iso }) => iso)).toEqual(['2026-05-02/2026-05-03'])
  })
})

describe('names and figures', () => {
  it('stand between pluses within a quotation', () => {
    const text = 'Operator podał, że systemy „wykryły usterkę rurociągu +Przyjaźń+ pod miastem”.'
    expect(read('pl', text).entities.map(({ canonical }) => canonical)).toContain('Druzhba')
  })
  it('are no words that are quoted in small letters', () => {
    const { entities } = read('pl', 'Zdaniem spółki nitka ropociągu „pracuje bez przeszkód”.')
    expect(entities.filter(({ type }) => type === 'pipeline')).toEqual([])
  })
  it('share the unit behind the last of them', () => {
    const { quantities } = read('uk', 'Надійшло відповідно 20,5; 4,2 і 11,6 млн кубометрів газу.')
    expect(quantities.map(({ value }) => value)).toEqual([20.5e6, 4.2e6, 11.6e6])
  })
  it('of October are dates in Polish', () => {
    const { dates } = read('pl', 'Dostawy gazu wzrosły w październiku 2025 r.')
    expect(dates.map(({ iso }) => iso)).toEqual(['2025-10'])
  })
})
