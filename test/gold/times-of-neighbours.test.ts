import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-03-12' })

describe('a week that still runs', () => {
  it.each([
    ['ar', 'توقف ضخ النفط عبر خط كركوك-جيهان، ومن المقرر أن تبدأ أعمال الإصلاح هذا الأسبوع.'],
    ['en', 'Oil stopped flowing through Kirkuk-Ceyhan, and repairs are due to begin this week.'],
  ])('dates what is to come in it, and not what has been, in %s', (lang, text) => {
    const { claims } = read(lang, text)
    expect(claims.find(({ event }) => event === 'supply_halt')?.time).toBe('2026-03-12')
    expect(claims.find(({ event }) => event === 'repair_or_restart')?.time).toContain('/')
  })
})

describe('the world', () => {
  it.each(['Rapora göre dünya petrol talebi artıyor.', 'Rapora göre dünyada petrol talebi artıyor.'])(
    'is not yesterday, though it begins like it in Turkish: %s',
    (text) => {
      expect(read('tr', text).dates).toEqual([])
      expect(read('tr', `Dün ${text}`).dates.map(({ iso }) => iso)).toEqual(['2026-03-11'])
    },
  )
})

describe('what will last two weeks', () => {
  it('is no date, and the last two weeks are', () => {
    expect(read('en', 'The outage at the Schwechat refinery will last two weeks.').dates).toEqual([])
    const [last] = read('en', 'Output of the Schwechat refinery fell in the last two weeks.').dates
    expect(last?.iso).toBe('2026-02-23/2026-03-08')
  })
})

describe('days from one to another', () => {
  const told = (lang: string, text: string) =>
    readOne(reader, { lang, text, published: '2026-11-20' }).dates.map(({ iso }) => iso)

  it.each([
    [
      'kk',
      'Қашаған кен орны 3 желтоқсаннан 28 желтоқсанға дейін жөндеуге жабылады.',
      '2026-12-03/2026-12-28',
    ],
    ['kk', 'Зауыт 1-ден 15 желтоқсанға дейін тоқтатылады.', '2026-12-01/2026-12-15'],
    ['kk', 'Мұнай экспорты қаңтардан наурызға дейін 5 пайызға азайды.', '2026-01/2026-03'],
    ['en', 'Output will be cut from December to June.', '2026-12/2027-06'],
    ['en', 'Exports fell from January to March.', '2026-01/2026-03'],
    ['de', 'Die Förderung sinkt von Dezember bis Februar.', '2026-12/2027-02'],
    [
      'kk',
      'Құбыр 2025 жылдың 5 сәуірінен 2026 жылдың 3 мамырына дейін мұнай айдаған жоқ.',
      '2025-04-05/2026-05-03',
    ],
    ['tr', 'Petrol ihracatı ocak ayından mart ayına kadar yüzde 5 düştü.', '2026-01/2026-03'],
    ['tr', "Boru hattı 15 Eylül'den 5 Ekim'e kadar kapalı kaldı.", '2026-09-15/2026-10-05'],
  ])('are one stretch where "from" is an ending, in %s: %s', (lang, text, iso) => {
    expect(told(lang, text)).toContain(iso)
  })

  it.each([
    ['bg', 'Рафинерията ще бъде спряна от 3 декември до края на януари.'],
    ['de', 'Die Raffinerie wird vom 3. Dezember bis Ende Januar stillgelegt.'],
    ['en', 'The refinery is planned to halt from 3 December to late January.'],
    ['fr', 'La raffinerie sera arrêtée du 3 décembre à fin janvier.'],
    ['kk', 'Мұнай өңдеу зауыты 3 желтоқсаннан қаңтар айының соңына дейін тоқтайды.'],
    ['pl', 'Rafineria zostanie zatrzymana od 3 grudnia do końca stycznia.'],
    ['ru', 'НПЗ остановят на ремонт с 3 декабря до конца января.'],
    ['tr', "Terminal 3 Aralık'tan ocak sonuna kadar kapanacak."],
    ['uk', 'НПЗ зупинять на ремонт з 3 грудня до кінця січня.'],
    ['zh', '该炼油厂将于12月3日至1月底停产检修。'],
  ])('end with the last day of a month that they reach into, in %s', (lang, text) => {
    expect(told(lang, text)).toEqual(['2026-12-03/2027-01-31'])
  })

  it.each([
    [
      'en',
      'The refinery will be shut from 3 to 12 September.',
      'The refinery was shut from 3 to 12 September.',
    ],
    ['ru', 'НПЗ остановят с 3 по 12 сентября.', 'НПЗ остановили с 3 по 12 сентября.'],
    ['zh', '该炼油厂将于9月3日至12日停产。', '该炼油厂已于9月3日至12日停产。'],
  ])('are those of next year where they are over and told as a plan, in %s', (lang, plan, past) => {
    expect(told(lang, plan)).toEqual(['2027-09-03/2027-09-12'])
    expect(told(lang, past)).toEqual(['2026-09-03/2026-09-12'])
  })
})
