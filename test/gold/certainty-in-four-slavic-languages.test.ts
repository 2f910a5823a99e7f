import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' })
const firstOf = (lang: string, text: string) => read(lang, text).claims[0]
const lastOf = (lang: string, text: string) => read(lang, text).claims.at(-1)

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

describe('what is low, felt or short now', () => {
  const told: readonly (readonly [string, string])[] = [
    ['pl', 'Zapasy gazu są niższe od zeszłorocznych.'],
    ['bg', 'Запасите от газ са по-ниски от миналогодишните.'],
    ['ru', 'В области наблюдается дефицит бензина.'],
    ['bg', 'В страната се наблюдава недостиг на дизел.'],
    ['uk', 'У країні спостерігається дефіцит бензину.'],
  ]
  it.each(told)('is ongoing (%s: %s)', (lang, text) => {
    expect(firstOf(lang, text)).toMatchObject({ event: 'supply_change', modality: 'ongoing' })
  })
  it('and what does not depend on something is told without a condition', () => {
    const text = 'Постачання газу не залежить від ремонту.'
    expect(firstOf('uk', text)?.modality).not.toBe('conditional')
  })
})

describe('fuel that grows dearer', () => {
  const told: readonly (readonly [string, string])[] = [
    ['bg', 'Поскъпването на дизела продължава.'],
    ['bg', 'Горивата ще поскъпнат с 6 процента.'],
    ['ru', 'Подорожание дизеля продолжается.'],
    ['pl', 'Paliwa podrożeją o 6 procent.'],
  ]
  it.each(told)('is a move of its price, without the word (%s: %s)', (lang, text) => {
    expect(firstOf(lang, text)?.event).toBe('price_move')
  })
  it('and coal whose delivery is blocked stands still', () => {
    const text = 'Доставката на 12 вагона въглища беше блокирана вчера.'
    expect(firstOf('bg', text)).toMatchObject({ event: 'supply_halt', modality: 'happened' })
  })
})

describe('one word of what may be before "that"', () => {
  const told: readonly (readonly [string, string])[] = [
    ['ru', 'Возможно, что завод сократит переработку нефти.'],
    ['uk', 'Ймовірно, що завод скоротить переробку нафти.'],
    ['pl', 'Niewykluczone, że rafineria zmniejszy przerób ropy.'],
  ]
  it.each(told)('governs what follows (%s: %s)', (lang, text) => {
    expect(firstOf(lang, text)?.modality).toBe('possible')
  })
})

describe('who spoke before', () => {
  const told: readonly (readonly [string, string])[] = [
    ['ru', 'Экспорт газа вырос, заявил министр Пётр Ладогин. «Импорт газа упал», — дополнил он.'],
    ['uk', 'Імпорт газу зріс, заявив міністр Петро Ладогін. «Експорт газу впав», – доповнив він.'],
    ['pl', 'Import gazu wzrósł, powiedział minister Piotr Ladogin. „Eksport gazu spadł” – uzupełnił.'],
    ['bg', 'Вносът на газ нарасна, каза министър Петър Ладогин. Според него ще има проблем с износа на газ.'],
    ['ru', 'Экспорт газа вырос, сообщил Пётр Ладогин. В сообщении также сказано, что импорт газа упал.'],
  ]
  it.each(told)('speaks on by a verb or a pronoun alone (%s: %s)', (lang, text) => {
    expect(lastOf(lang, text)?.speaker).toMatch(/Lado[gh]in/u)
  })
  it('speaks in both sentences of a quotation, be the second about what is meant', () => {
    const text = '«Імпорт газу зріс. Йдеться про невеликі обсяги», – зазначає «Укренерго».'
    expect(firstOf('uk', text)?.speaker).toBe('Ukrenergo')
  })
  it('is who assumed what is told behind "that"', () => {
    const text = 'Naftogaz zakładał, że import gazu spadnie.'
    expect(firstOf('pl', text)?.speaker).toBe('Naftogaz')
  })
  it('is the plant whose press office opens the sentence', () => {
    const text = 'От пресцентъра на АЕЦ „Козлодуй“ съобщиха, че пети блок е спрян за ремонт.'
    expect(firstOf('bg', text)?.speaker).toBe('Kozloduy nuclear power plant')
  })
})

describe('names and figures', () => {
  it('of regions are those of no port', () => {
    const { entities } = read('uk', 'Уночі дрони вдарили по підстанції на Одещині.')
    expect(entities).toMatchObject([{ canonical: 'Odesa Oblast', type: 'place' }])
  })
  it('of gas are no case of the name of Gaza', () => {
    const { entities } = read('pl', 'Gaz popłynie rurociągiem w czerwcu.')
    expect(entities.map(({ canonical }) => canonical)).toEqual(['natural gas'])
  })
  it('of a body end where somebody is named', () => {
    const text =
      'Zdaniem prezesa Stowarzyszenia Inżynierów Gazownictwa Jerzego Nowackiego, gazu nie zabraknie.'
    expect(firstOf('pl', text)?.speaker).toMatch(/^Jerzy Nowacki$/u)
  })
  const barrels: readonly (readonly [string, string])[] = [
    ['ru', 'Баррель Brent подорожал до 81,5 доллара.'],
    ['uk', 'Барель Brent подорожчав до 81,5 долара.'],
    ['pl', 'Baryłka ropy kosztuje 81,5 dolara.'],
    ['bg', 'Един барел петрол се търгува за 81,5 долара.'],
  ]
  it.each(barrels)('of a barrel are prices of it (%s: %s)', (lang, text) => {
    expect(read(lang, text).quantities).toMatchObject([{ value: 81.5, unit: 'USD/bbl' }])
  })
  it('of the next quarter lie ahead', () => {
    const report = {
      lang: 'bg',
      text: 'Търсенето ще спадне през второто тримесечие.',
      published: '2026-02-11',
    }
    expect(readOne(reader, report).dates.map(({ iso }) => iso)).toEqual(['2026-04/2026-06'])
  })
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
