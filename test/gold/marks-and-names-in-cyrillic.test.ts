import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' })
const firstOf = (lang: string, text: string) => read(lang, text).claims[0]

describe('a quotation in straight marks with a name in such marks', () => {
  const told = [
    ['ru', '"Мы решили не снижать подачу газа на станцию "Суджа" этой весной", - сказал Игорь Рябинин.'],
    ['uk', '"Ми вирішили не знижувати подачу газу на станцію "Суджа" цієї весни", - сказав Ігор Рябінін.'],
    ['bg', '"Решихме да не намаляваме подаването на газ към "Суджа" тази пролет", каза Игор Рябинин.'],
    ['pl', '"Nie ograniczymy przesyłu gazu przez stację "Sudża" tej wiosny", powiedział Igor Riabinin.'],
  ] as const
  it.each(told)('is one, and said by who stands behind it (%s)', (lang, text) => {
    const [claim, ...more] = read(lang, text).claims
    expect(more).toEqual([])
    expect(claim?.evidence).toMatch(/(?:Суджа|Sudża)" \p{L}+/u)
    expect(claim).toMatchObject({ polarity: 'negative' })
    expect(claim?.speaker).toMatch(/Ri?[ya]/u)
  })
  it('ends before the dash where the last two marks are one', () => {
    const text = '"Мы возобновили поставки газа концерну "Нафтогаз", - сообщил Игорь Рябинин. Добыча упала.'
    expect(firstOf('ru', text)).toMatchObject({ event: 'repair_or_restart', speaker: 'Igor Ryabinin' })
  })
  it('leaves a company whose long name holds a short one its own', () => {
    const text = 'АО "Национальная компания "КазМунайГаз" сообщило, что месторождение Тенгиз остановлено.'
    expect(firstOf('ru', text)?.speaker).toBe('KazMunayGas')
  })
})

describe('a person in no table', () => {
  const spelled = [
    ['ru', 'Глава компании Ерасыл Ергожин заявил, что экспорт нефти вырос.', 'Yerasyl Yergozhin'],
    ['ru', 'Директор Николай Гордеев заявил, что экспорт нефти вырос.', 'Nikolai Gordeyev'],
    ['kk', 'Ресми өкіл Ғалым Сәрсенбаев мұнай экспорты өскенін айтты.', 'Galym Sarsenbayev'],
    ['uk', 'Речник компанії Олексій Гребенюк заявив, що експорт нафти зріс.', 'Oleksiy Hrebeniuk'],
  ] as const
  it.each(spelled)('is spelled as English-language press spells names (%s: %s)', (lang, text, name) => {
    expect(firstOf(lang, text)?.speaker).toBe(name)
  })
})

describe('a surname alone behind words that say to whom or when', () => {
  const told = [
    ['ru', '"Добыча газа выросла", - сказал в среду Рябинин.'],
    ['bg', '"Добивът на газ нарасна", каза пред журналисти Рябинин.'],
    ['pl', '"Wydobycie gazu wzrosło" - powiedział dziennikarzom Kowalski.'],
    ['kk', '"Газ өндірісі өсті", - деді журналистерге Рябинин.'],
  ] as const
  it.each(told)('is who said it (%s)', (lang, text) => {
    expect(firstOf(lang, text)?.speaker).toMatch(/^(?:Ryabinin|Kowalski)$/u)
  })
})

describe('what is not carried', () => {
  const told = [
    ['kk', 'Мұнай КҚК арқылы экспортталмады.'],
    ['kk', 'Елге газ жеткізілмеді.'],
    ['tr', 'Hazar hattından petrol ihraç edilmedi.'],
  ] as const
  it.each(told)('has stopped, however the ending that negates is listed (%s: %s)', (lang, text) => {
    expect(firstOf(lang, text)).toMatchObject({ event: 'supply_halt', polarity: 'positive' })
  })
  it('is a change denied where an output did not rise', () => {
    expect(firstOf('kk', 'Мұнай өндірісі артпады, - деді министр.')).toMatchObject({
      event: 'supply_change',
      modality: 'denied',
    })
  })
})

describe('names in oblique cases and figures with endings', () => {
  it('are of the countries that Polish bends', () => {
    const found = firstOf('pl', 'Import ropy z Arabii Saudyjskiej i Wielkiej Brytanii wzrósł.')
    expect(found?.assets).toEqual(expect.arrayContaining(['Saudi Arabia', 'United Kingdom']))
  })
  it('are percent in Kazakh', () => {
    const { quantities } = read('kk', 'Мұнай бағасы 6 проценттей өсті, бұл 25 проценттік құлдыраудан кейін.')
    expect(quantities.map(({ value, unit }) => [value, unit])).toEqual([
      [6, '%'],
      [25, '%'],
    ])
  })
})
