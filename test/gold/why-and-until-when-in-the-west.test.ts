import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string, published = '2026-06-15') =>
  readOne(reader, { lang, text, published })
const claims = (lang: string, text: string, published?: string) => read(lang, text, published).claims

describe('who is cited amid a clause', () => {
  it.each([
    ['fr', "La raffinerie de Skikda, selon le groupe Sonatrach, a réduit sa production d'un tiers."],
    ['es', 'La refinería de Skikda, según Sonatrach, redujo su producción en un tercio.'],
    ['it', 'La raffineria di Skikda, secondo Sonatrach, ha ridotto la produzione di un terzo.'],
    ['de', 'Die Raffinerie in Skikda hat laut Sonatrach ihre Produktion um ein Drittel gesenkt.'],
  ])('is not what the clause is about (%s)', (lang, text) => {
    const [claim] = claims(lang, text)
    expect([claim?.speaker, claim?.assets]).toEqual(['Sonatrach', ['Skikda refinery']])
  })
})

describe('what is denied behind its noun and "which"', () => {
  it.each([
    ['it', "L'oleodotto CPC è stato fermato, cosa che Transneft ha smentito."],
    ['it', "L'oleodotto CPC è stato fermato, notizia che Transneft ha negato."],
    ['es', 'El oleoducto CPC fue detenido, algo que Transneft negó.'],
  ])('is a claim of who denies it (%s: %s)', (lang, text) => {
    expect(claims(lang, text).map((one) => [one.event, one.modality, one.speaker])).toEqual([
      ['supply_halt', 'happened', null],
      ['supply_halt', 'denied', 'Transneft'],
    ])
  })
})

describe('a fault behind "because of"', () => {
  it.each([
    ['en', 'Ineos halted the Forties pipeline because of a leak near Aberdeen.'],
    ['fr', "Ineos a arrêté l'oléoduc Forties en raison d'une fuite près d'Aberdeen."],
    ['es', 'Ineos detuvo el oleoducto Forties debido a una fuga cerca de Aberdeen.'],
  ])('is why, and no claim of its own (%s)', (lang, text) => {
    expect(claims(lang, text).map((one) => one.event)).toEqual(['supply_halt'])
  })

  it('of an attack is told beside what came of it', () => {
    const told = claims('en', 'Ineos halted the Forties pipeline because of a drone attack near Aberdeen.')
    expect(told.map((one) => one.event)).toContain('outage_or_attack')
  })
})

describe('talks on prices', () => {
  it.each([
    ['en', 'Gazprom and Moldovagaz began talks on higher gas prices.'],
    ['de', 'Gazprom und Moldovagaz verhandeln über höhere Gaspreise.'],
    ['fr', 'Gazprom et Moldovagaz ont entamé des discussions sur une hausse du prix du gaz.'],
    ['es', 'Bolivia y Argentina iniciaron conversaciones sobre un aumento del precio del gas.'],
    ['it', 'Eni e Sonatrach hanno avviato colloqui su un aumento del prezzo del gas.'],
  ])('move none (%s)', (lang, text) => {
    expect(claims(lang, text).map((one) => one.event)).toEqual(['negotiation'])
  })
})

describe('a month without a year', () => {
  it.each([
    ['en', 'Shell will supply 2 bcm of gas a year to the port of Gdańsk in Poland from January.'],
    ['de', 'Shell wird Polen ab Januar jährlich 2 Milliarden Kubikmeter Gas liefern.'],
    ['fr', 'Shell livrera 2 milliards de mètres cubes de gaz par an à la Pologne à partir de janvier.'],
    ['it', 'Shell fornirà gas alla Polonia da gennaio.'],
  ])('from which on something is to come is the next (%s)', (lang, text) => {
    expect(claims(lang, text)[0]?.time).toBe('2027-01/..')
  })

  it.each([
    ['en', 'The Freeport LNG plant was expected to restart in October, but repairs took longer.'],
    ['fr', "L'usine Freeport LNG devait redémarrer en octobre, mais les réparations ont duré."],
    ['it', "L'impianto Freeport LNG doveva ripartire in ottobre, ma i lavori si sono allungati."],
  ])('in which something once was to come is the last (%s)', (lang, text) => {
    const [claim] = claims(lang, text, '2026-01-12')
    expect([claim?.modality, claim?.time]).toEqual(['announced_or_planned', '2025-10'])
  })

  it.each([
    ['Uniper kündigte am Montag an, das Kraftwerk Staudinger abzuschalten.', '2026-06-15'],
    ['Das Kraftwerk Staudinger steht vom 1. Juli an still.', '2026-07-01/..'],
  ])('or a day: "an" behind it is "since" only behind "vom" (%s)', (text, iso) => {
    expect(read('de', text).dates.map((one) => one.iso)).toEqual([iso])
  })
})

describe('what somebody announces to do', () => {
  it.each([
    ['de', 'Gazprom kündigte an, die Lieferungen durch die Turkstream wieder aufzunehmen.'],
    ['de', 'Shell kündigte an, die Raffinerie in Wesseling zu schließen.'],
    ['en', 'Shell announced plans to close the Wesseling refinery.'],
  ])('is to come (%s: %s)', (lang, text) => {
    expect(claims(lang, text).map((one) => one.modality)).toEqual(['announced_or_planned'])
  })
})

describe('who had said something before', () => {
  it.each([
    ['it', 'I funzionari russi avevano detto che la raffineria di Tuapse era stata colpita da un drone.'],
    ['es', 'Funcionarios rusos habían dicho que la refinería de Tuapsé fue alcanzada por un dron.'],
  ])('speaks (%s)', (lang, text) => {
    expect(claims(lang, text)[0]?.speaker).toBe('Russia official')
  })
})
