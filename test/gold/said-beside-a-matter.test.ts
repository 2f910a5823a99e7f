import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-05' })
const firstOf = (lang: string, text: string) => read(lang, text).claims[0]
const lastOf = (lang: string, text: string) => read(lang, text).claims.at(-1)

describe('what a speaker comments on', () => {
  const texts = [
    ['en', 'Alexander Novak, commenting on the halt of oil exports from Iran, said that output will rise.'],
    ['ru', 'Александр Новак, отвечая на вопрос об остановке экспорта из Ирана, заявил, что добыча вырастет.'],
    ['uk', 'Олександр Новак, коментуючи зупинку експорту нафти з Ірану, заявив, що видобуток зросте.'],
    ['bg', 'Александър Новак, коментирайки спирането на износа от Иран, заяви, че добивът ще нарасне.'],
    ['pl', 'Aleksandr Nowak, komentując wstrzymanie eksportu z Iranu, oświadczył, że wydobycie wzrośnie.'],
  ] as const
  it.each(texts)('is no claim of its own (%s)', (lang, text) => {
    const { claims } = read(lang, text)
    expect(claims).toHaveLength(1)
    expect(claims[0]).toMatchObject({ event: 'supply_change', speaker: 'Alexander Novak' })
  })
  it('names nobody who speaks', () => {
    const text =
      'Operator gazociągów — Gaz-System — odnosząc się do sytuacji na Bliskim Wschodzie poinformował, że dostawy gazu rosną.'
    expect(lastOf('pl', text)?.speaker).toBe('Gaz-System')
  })
})

describe('who speaks', () => {
  const authorities = [
    ['ru', 'Новак заявил, что экспорт нефти вырос. Однако власти утверждают, что экспорт топлива упал.'],
    ['uk', 'Новак заявив, що експорт нафти зріс. Однак влада стверджує, що експорт палива впав.'],
    ['bg', 'Новак заяви, че износът на нефт е нараснал. Властите твърдят, че износът на горива е спаднал.'],
    ['pl', 'Nowak powiedział, że eksport ropy wzrósł. Władze twierdzą, że eksport paliw spadł.'],
    ['kk', 'Новак мұнай экспорты өсті деп мәлімдеді. Алайда билік отын экспорты төмендеді деп отыр.'],
  ] as const
  it.each(authorities)('are the authorities, not who spoke before (%s)', (lang, text) => {
    expect(lastOf(lang, text)?.speaker).toBe('official')
  })
  const titled = [
    ['ru', 'Поставки газа вырастут, сказал министр Пересветов.', 'Peresvetov'],
    ['uk', 'Міністр Гринченко заявив, що постачання газу скоротиться.', 'Hrynchenko'],
    ['bg', 'Министър Пеевски заяви, че доставките на газ ще намалеят.', 'Peevski'],
    ['pl', 'Dostawy gazu spadną, powiedział minister Kowalewski.', 'Kowalewski'],
  ] as const
  it.each(titled)('has a surname alone behind a title (%s)', (lang, text, name) => {
    expect(firstOf(lang, text)?.speaker).toBe(name)
  })
  it('is no ministry where the word for an agency is that of the outlet', () => {
    const text = 'Доставките на газ ще намалеят, съобщи руската агенция REGNUM.'
    expect(firstOf('bg', text)).toMatchObject({ speaker: null, via: ['Regnum'] })
  })
  it('is the firm whose title opens the sentence, where the verb ends it', () => {
    const text =
      'Өндіріс тоқтап тұр, деп хабарлады сала дереккөздері. Жобаның операторы «Теңізшевройл» компаниясы өндірістің тоқтағанын растады.'
    expect(lastOf('kk', text)?.speaker).toBe('Tengizchevroil')
  })
  it('goes on in a quotation behind a sentence that tells nothing else', () => {
    const text =
      'Місцева влада заявила про атаку на нафтобазу.\nПро це написав губернатор Веніамін Кондратьєв.\n"На території Афіпського НПЗ пожежа".'
    expect(lastOf('uk', text)?.speaker).toBe('Veniamin Kondratyev')
  })
})

describe('names', () => {
  it('lend no land that stands within the name of an outlet', () => {
    const told = read('uk', 'Про це повідомляє «Інтерфакс-Україна». Запаси нафти зросли на 5%.')
    expect(told.entities.map((one) => one.canonical)).not.toContain('Ukraine')
    expect(told.claims.at(-1)?.assets).not.toContain('Ukraine')
  })
  it('end before the region that they lie in', () => {
    const text = 'Произошёл пожар на нефтебазе в Клинцах Брянской области.'
    const names = read('ru', text).entities.map((one) => one.canonical)
    expect(names).toContain('Bryansk Oblast')
    expect(names).toHaveLength(2)
  })
})

describe('a day', () => {
  it('behind a dash is that of the saying, not of what is to come', () => {
    const text = 'Dostawy gazu zostaną wstrzymane – poinformował we wtorek Naftohaz.'
    expect(read('pl', text).dates[0]?.iso).toBe('2026-05-05')
  })
})

describe('an offer or a request', () => {
  const texts = [
    ['ru', '«Газпром» направил «Нафтогазу» официальное предложение продлить транзитный контракт.'],
    ['uk', '«Газпром» надіслав «Нафтогазу» офіційну пропозицію щодо транзиту газу.'],
    ['bg', '„Газпром“ изпрати на „Булгаргаз“ ново предложение за доставки на газ.'],
    ['pl', 'Gazprom przesłał Naftohazowi nową propozycję w sprawie tranzytu gazu.'],
  ] as const
  it.each(texts)('is a negotiation (%s)', (lang, text) => {
    expect(firstOf(lang, text)).toMatchObject({ event: 'negotiation', modality: 'happened' })
  })
  it('that was not received is one denied', () => {
    const text = 'Юрий Витренко заявил, что «Нафтогаз» не получал новых предложений от «Газпрома».'
    expect(firstOf('ru', text)).toMatchObject({ event: 'negotiation', modality: 'denied' })
  })
})
