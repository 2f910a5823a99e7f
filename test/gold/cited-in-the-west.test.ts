import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' })

describe('somebody whom no list has', () => {
  it.each([
    ['en', 'According to Brynn Tarkett, the Leuna refinery is shut.'],
    ['fr', "Selon Brynn Tarkett, la raffinerie de Leuna est à l'arrêt."],
    ['fr', "La raffinerie de Leuna, qui, selon Brynn Tarkett, était à l'arrêt, a été attaquée."],
    ['es', 'De acuerdo con Brynn Tarkett, la refinería de Leuna está parada.'],
    ['it', 'La raffineria di Leuna è ferma, secondo Brynn Tarkett.'],
  ])('is who says it behind "according to" (%s: %s)', (lang, text) => {
    expect(read(lang, text).claims[0]?.speaker).toBe('Brynn Tarkett')
  })

  it('is a firm where "&" joins the names', () => {
    const { entities } = read('en', 'Tarkett & Brynn said it stopped output at its field in Gabon.')
    expect(entities.find((one) => one.canonical === 'Tarkett & Brynn')?.type).toBe('company')
  })

  it('speaks in all of a quotation, whomever it cites itself', () => {
    const text =
      'The talks took a day. “Gas exports to Turkey have stopped. According to what we heard from Mr. Olav Renner, oil exports will resume,” Energy Minister Brynn Tarkett told CNN Turk.'
    const said = read('en', text).claims.filter((one) => one.evidence.includes('exports'))
    expect(said.map((one) => [one.speaker, one.via])).toEqual([
      ['Brynn Tarkett', ['CNN Turk']],
      ['Brynn Tarkett', ['CNN Turk']],
    ])
  })
})

describe('plant in the words of the press', () => {
  it.each([
    ['fr', 'La raffinerie de pétrole de Kirichi a pris feu.'],
    ['es', 'La refinería de petróleo de Kirishi ardió.'],
    ['it', 'La raffineria di petrolio di Kirishi è andata a fuoco.'],
    ['de', 'Die Ölverarbeitungsanlage Kirischi brannte.'],
  ])('has its name behind the longer word too (%s)', (lang, text) => {
    expect(read(lang, text).claims[0]?.assets).toEqual(['Kirishi refinery'])
  })
})

describe('what is no saying', () => {
  it.each([
    ['fr', 'Une milice a lancé une attaque contre la raffinerie de Leuna.'],
    ['de', 'Die Exporte großer Förderländer wie Norwegen sanken im April.'],
  ])('names no speaker (%s)', (lang, text) => {
    expect(read(lang, text).claims[0]?.speaker).toBeNull()
  })
})

describe('times of the day', () => {
  it.each([
    ['de', 'Am frühen Morgen brannte die Raffinerie Leuna.', []],
    ['de', 'Gestern Morgen brannte die Raffinerie Leuna.', ['2026-05-03']],
    ['it', 'Questa mattina è andata a fuoco la raffineria di Sarroch.', ['2026-05-04']],
    ['en', "Damage from last week's fire keeps the Leuna refinery shut.", ['2026-04-27/2026-05-03']],
    ['en', 'Output has fallen since last month.', ['2026-04/..']],
  ])('are of the day told, and no day of their own (%s: %s)', (lang, text, days) => {
    expect(read(lang, text).dates.map((one) => one.iso)).toEqual(days)
  })
})
