import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-04-08' })
const firstOf = (lang: string, text: string) => read(lang, text).claims[0]

describe('a surname that Polish writes in its own letters', () => {
  const names = [
    ['Siergiej Borczakow', 'Sergei Borchakov'],
    ['Wołodymyr Szapowalenko', 'Volodymyr Shapovalenko'],
    ['Dmitrij Żarkowski', 'Dmitry Zharkovsky'],
  ] as const
  it.each(names)(
    'is spelled as in English behind a given name of Russia or Ukraine: %s',
    (written, english) => {
      expect(firstOf('pl', `Rzecznik ${written} powiedział, że eksport ropy spadł.`)?.speaker).toBe(english)
    },
  )
  it('stays as it is behind a Polish given name', () => {
    expect(firstOf('pl', 'Prezes Jan Borczakow powiedział, że eksport ropy spadł.')?.speaker).toBe(
      'Jan Borczakow',
    )
  })
})

describe('a ministry of a Russian text that names no Russia', () => {
  it('is that of the country it tells of', () => {
    const text = 'Казахстан отгружает нефть в обычном режиме, сообщило Минэнерго.'
    expect(firstOf('ru', text)?.speaker).toBe('Kazakh Energy Ministry')
  })
})

describe('a part of the year', () => {
  const days = [
    ['kk', 'Жыл басында мұнай бағасы төмендеді.', '2026-01'],
    ['kk', 'Жыл соңында мұнай бағасы өседі.', '2026-12'],
    ['tr', 'Yılın başında petrol fiyatı düştü.', '2026-01'],
    ['bg', 'В началото на годината цената на петрола падна.', '2026-01'],
  ] as const
  it.each(days)('stands behind its year or before it (%s: %s)', (lang, text, iso) => {
    expect(read(lang, text).dates[0]?.iso).toBe(iso)
  })
  it('is of the year that Chinese names before it', () => {
    expect(read('zh', '该气田将于明年年中投产。').dates.map((one) => one.iso)).not.toContain('2026-06')
  })
})

describe('what hangs on a condition', () => {
  it('is of the weekday to come', () => {
    const text = 'Jeśli naprawy się powiodą, w sobotę rurociąg wznowi dostawy ropy.'
    expect(firstOf('pl', text)).toMatchObject({ modality: 'conditional', time: '2026-04-11' })
  })
})

describe('what runs without limits', () => {
  const texts = [
    ['ru', 'Приём нефти идёт без ограничений.'],
    ['uk', 'Приймання нафти відбувається без обмежень.'],
    ['bg', 'Доставките на газ се извършват без ограничения.'],
    ['pl', 'Dostawy gazu odbywają się bez ograniczeń.'],
    ['kk', 'Мұнай қабылдау шектеусіз жүріп жатыр.'],
  ] as const
  it.each(texts)('goes on, and nothing is denied (%s)', (lang, text) => {
    expect(firstOf(lang, text)).toMatchObject({ event: 'other', modality: 'ongoing', polarity: 'positive' })
  })
})

describe('what hinders nothing', () => {
  const texts = [
    ['ru', 'Это не препятствует поставкам нефтепродуктов.'],
    ['uk', 'Це не перешкоджає постачанню нафтопродуктів.'],
    ['bg', 'Това не възпрепятства доставката на петролни продукти.'],
    ['kk', 'Бұл жанармай жеткізуге кедергі емес.'],
  ] as const
  it.each(texts)('leaves deliveries as they are (%s)', (lang, text) => {
    expect(firstOf(lang, text)).toMatchObject({ event: 'supply_change', polarity: 'negative' })
  })
})

it('takes a Kazakh past that ends like a form of what is to come for the past', () => {
  expect(firstOf('kk', 'Мұнай құны 2% құлдырады.')).toMatchObject({
    event: 'price_move',
    modality: 'happened',
  })
})

it('takes damage that reached something for no talks', () => {
  expect(firstOf('ru', 'Разрушения затронули инфраструктуру порта Тамань.')?.event).toBe('outage_or_attack')
})
