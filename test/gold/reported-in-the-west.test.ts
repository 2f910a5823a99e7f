import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-05-04' })
const told = (lang: string, text: string) =>
  read(lang, text).claims.map((one) => [one.event, one.modality] as const)

describe('the German form of reported speech', () => {
  it.each([
    ['Das Land stoppe die Gaslieferungen nach Polen, sagte der Minister.', 'supply_halt', 'happened'],
    ['Die Gasförderung wachse um 3 Prozent, sagte der Minister.', 'supply_change', 'happened'],
    ['Uniper erhalte Gas aus Norwegen, sagte ein Sprecher.', 'supply_change', 'ongoing'],
    ['Das Gas fließe durch die Slowakei, teilte das Ministerium mit.', 'transit', 'ongoing'],
  ])('tells the same event: %s', (text, event, modality) => {
    expect(told('de', text)).toEqual([[event, modality]])
  })
})

describe('what somebody has decided to do', () => {
  it.each([
    ['de', 'Die Regierung hat beschlossen, die Gaslieferungen nach Polen zu erhöhen.'],
    ['fr', 'Le gouvernement a décidé de réduire les livraisons de gaz à la Pologne.'],
    ['es', 'El Gobierno decidió aumentar los suministros de gas a Polonia.'],
    ['it', 'Il governo ha deciso di aumentare le forniture di gas alla Polonia.'],
  ])('is still to come (%s)', (lang, text) => {
    expect(told(lang, text)).toEqual([['supply_change', 'announced_or_planned']])
  })
})

describe('how long works last', () => {
  it.each([
    ['en', 'The Leuna refinery lost half its output, repairs to take ten days.', 'supply_change'],
    ['de', 'Ein Brand legte die Raffinerie Leuna lahm, Reparatur dauert zehn Tage.', 'outage_or_attack'],
    ['es', 'Un incendio paró la refinería de Cartagena, reparación de diez días.', 'outage_or_attack'],
    [
      'it',
      'Un incendio ha fermato la raffineria di Sarroch, riparazione in dieci giorni.',
      'outage_or_attack',
    ],
  ])('is told beside what they mend (%s)', (lang, text, event) => {
    expect(told(lang, text).map(([what]) => what)).toEqual([event, 'repair_or_restart'])
  })
})

describe('the price of a benchmark', () => {
  it.each([
    ['en', 'Brent fell 2% to $67, while West Texas Intermediate lost 1% to $62.', [67, 62]],
    ['de', 'Brent fiel auf 67 Dollar.', [67]],
    ['fr', 'Le Brent a reculé à 67 dollars.', [67]],
    ['es', 'El Brent bajó hasta los 67 dólares.', [67]],
    ['it', 'Il Brent scende a 67 dollari.', [67]],
    ['pl', 'Brent potaniała do 67 dolarów.', [67]],
    ['ru', 'Нефть Brent подешевела до 67 долларов.', [67]],
    ['zh', '布伦特原油跌至67美元。', [67]],
    ['ar', 'تراجع خام برنت إلى 67 دولارا.', [67]],
  ])('is for a barrel (%s)', (lang, text, prices) => {
    const { quantities } = read(lang, text)
    expect(quantities.filter((one) => one.unit === 'USD/bbl').map((one) => one.value)).toEqual(prices)
  })
  it('is no price of a barrel where it is what a day brought, or what a company paid', () => {
    const { quantities } = read('en', 'Brent rose 84 cents. Brent fell as Orlen paid $5 million for a field.')
    expect(quantities.map((one) => one.unit)).not.toContain('USD/bbl')
  })
})

describe('who bears a title again', () => {
  it('is who bore it first, where only the second names the country', () => {
    const text =
      "La Slovaquie arrêtera ses livraisons d'électricité, selon son Premier ministre Robert Fico. Le Premier ministre slovaque a confirmé que le transit de gaz cesserait en juin."
    expect(read('fr', text).claims.map((one) => one.speaker)).toEqual(['Robert Fico', 'Robert Fico'])
  })
})

describe('words of time', () => {
  it.each([
    ['en', 'Gas exports will rise in the coming months.', []],
    ['de', 'Die Gasexporte sollen in den kommenden Monaten steigen.', []],
    ['de', 'Die Gasexporte sollen im kommenden Monat steigen.', ['2026-06']],
  ])('name no month where they speak of several (%s: %s)', (lang, text, days) => {
    expect(read(lang, text).dates.map((one) => one.iso)).toEqual(days)
  })
})

it('a town in capitals before a colon is where the report was written', () => {
  const [claim] = read('en', 'HOUSTON: Exxon shut its Baytown refinery on Friday, sources said.').claims
  expect(claim?.assets).not.toContain('Houston')
})

describe('a German verb that its source parts', () => {
  it.each([
    ['Die Raffinerie Leuna wurde nach Angaben des Gouverneurs beschädigt.', 'outage_or_attack', 'official'],
    ['Die Raffinerie Leuna wurde Medienberichten zufolge getroffen.', 'outage_or_attack', 'media reports'],
    ['Die Gaslieferungen nach Polen wurden laut Gazprom gestoppt.', 'supply_halt', 'Gazprom'],
  ])('tells its event: %s', (text, event, speaker) => {
    expect(read('de', text).claims.map((one) => [one.event, one.speaker])).toEqual([[event, speaker]])
  })
})
