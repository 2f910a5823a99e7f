import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const read = (lang: string, text: string) => readOne(reader, { lang, text, published: '2026-06-15' })
const claims = (lang: string, text: string) => read(lang, text).claims
const told = (lang: string, text: string) => claims(lang, text).map((one) => [one.event, one.modality])

describe('what stands behind "because of"', () => {
  it.each([
    [
      'es',
      'Sin embargo, los envíos de Libia siguen suspendidos debido a la amenaza de Turquía de imponer sanciones a los buques.',
    ],
    ['en', 'Shipments from Libya remain suspended due to a Turkish threat to impose sanctions on vessels.'],
  ])('does not compete with what came of it (%s)', (lang, text) => {
    expect(told(lang, text)).toEqual([['supply_halt', 'ongoing']])
  })
})

describe('two benchmarks in one sentence', () => {
  it.each([
    ['en', 'WTI trades at $71.10 a barrel while Brent is at $76.70.'],
    ['de', 'WTI notiert bei 71,10 Dollar je Barrel, Brent bei 76,70 Dollar.'],
    ['fr', "Le WTI s'échange à 71,1 dollars le baril tandis que le Brent est à 76,7 dollars."],
    ['it', 'Il Wti scambia a 71,1 dollari al barile, mentre il Brent a 76,7 dollari.'],
  ])('are two prices (%s)', (lang, text) => {
    expect(told(lang, text).map(([event]) => event)).toEqual(['price_move', 'price_move'])
  })
})

describe('who somebody is that said it', () => {
  it.each([
    ['en', "An attack stopped the Skikda refinery, said Sonatrach, the country's largest crude producer."],
    [
      'fr',
      'Une attaque a arrêté la raffinerie de Skikda, a annoncé Sonatrach, la plus grande entreprise pétrolière du pays.',
    ],
    ['es', 'Un ataque paró la refinería de Skikda, informó Sonatrach, la mayor empresa de crudo del país.'],
  ])('is no claim (%s)', (lang, text) => {
    expect(claims(lang, text).map((one) => one.speaker)).toEqual(['Sonatrach'])
  })
})

describe('by its own account', () => {
  it.each([
    ['de', 'Trotz der Lage liefert Russland nach eigenen Angaben weiter Erdgas nach Ungarn.'],
    ['en', 'Russia by its own account still delivers natural gas to Hungary.'],
    ['es', 'Rusia suministra, según sus propios datos, gas natural a Hungría.'],
  ])('is said by whom the clause names (%s)', (lang, text) => {
    expect(claims(lang, text)[0]?.speaker).toBe('Russia')
  })
})

describe('an outlet between the commas', () => {
  it.each([
    ['es', 'Sonatrach, afirma el diario El Watan, no suministrará gas natural a Italia.'],
    ['de', 'Sonatrach werde, schreibt die Zeitung El Watan, das Erdgas nicht an Italien liefern.'],
  ])('tells it, and not its subject (%s)', (lang, text) => {
    expect(claims(lang, text).map((one) => [one.speaker, one.via])).toEqual([[null, ['El Watan']]])
  })
})

describe('sanctions', () => {
  it.each([
    ['it', "Le sanzioni dal prossimo 4 novembre colpiranno l'export di greggio iraniano."],
    ['es', 'Las sanciones golpearán desde el próximo 4 de noviembre las exportaciones de crudo de Irán.'],
    ['fr', 'Les sanctions frapperont à partir du 4 novembre les exportations de brut iraniennes.'],
  ])('that hit exports are sanctions (%s)', (lang, text) => {
    const [claim] = claims(lang, text)
    expect([claim?.event, claim?.time]).toEqual(['sanction', '2026-11-04/..'])
  })

  it.each([
    ['en', 'In May Washington withdrew from the nuclear deal and reinstated sanctions on Iran.'],
    [
      'fr',
      "En mai, Washington s'est retiré de l'accord sur le nucléaire et a rétabli les sanctions contre l'Iran.",
    ],
  ])('that come back are imposed (%s)', (lang, text) => {
    expect(told(lang, text)).toEqual([
      ['policy_opposition', 'happened'],
      ['sanction', 'happened'],
    ])
  })
})

it.each([
  ['en', 'Supplies to Italy will double from about 9 to about 18 billion cubic metres a year.'],
  ['de', 'Die Lieferungen nach Italien steigen von rund 9 auf rund 18 Milliarden Kubikmeter im Jahr.'],
  ['es', 'Los suministros a Italia pasarán de unos 9 a unos 18 mil millones de metros cúbicos al año.'],
  ['it', 'Le forniture raddoppieranno da circa 9 a circa 18 miliardi di metri cubi annui.'],
])('a change between two figures that are each only about so is one (%s)', (lang, text) => {
  expect(read(lang, text).quantities.map((one) => [one.value, one.unit])).toEqual([[[9, 18], 'bcm/yr']])
})

it.each([
  ['en', 'A Freeport LNG spokesperson declined comment when asked about the shutdown of the plant.'],
  ['es', 'Ninguna autoridad se pronunció sobre los responsables del atentado contra el oleoducto.'],
])('who says nothing claims nothing (%s)', (lang, text) => {
  expect(claims(lang, text)).toEqual([])
})

it.each([
  ['it', "La Russia aveva respinto l'attacco dei droni alla raffineria di Tuapse."],
  ['es', 'Rusia rechazó un ataque de drones contra la refinería de Tuapsé.'],
])('an attack that was repelled is an attack (%s)', (lang, text) => {
  expect(claims(lang, text)[0]?.event).toBe('outage_or_attack')
})

it.each([
  ['en', 'The shutdown of the Leuna refinery was completed on Saturday.'],
  ['fr', 'La fermeture de Leuna a été achevée samedi, selon la raffinerie.'],
])('a closure that is completed is a halt (%s)', (lang, text) => {
  expect(claims(lang, text)[0]?.event).toBe('supply_halt')
})

describe('who speaks', () => {
  it.each([
    [
      'en',
      'Oleg Hryn, head of Naftogaz, told Reuters that Russia had attacked the Skikda refinery.',
      'Oleg Hryn',
    ],
    [
      'fr',
      "Le directeur de l'Agence de réponse aux fuites pétrolières (Arfp), Oleg Hryn, a déclaré que deux explosions ont touché l'oléoduc Forties.",
      'Oleg Hryn',
    ],
    [
      'it',
      '"Lukoil rischiava - ha spiegato - di finire nel calderone delle sanzioni contro la Russia", ha detto Giorgia Meloni.',
      'Giorgia Meloni',
    ],
  ])('is who bears the title, and nobody whom a quotation names (%s)', (lang, text, name) => {
    expect(claims(lang, text).map((one) => one.speaker)).toEqual([name])
  })
})

it.each([
  ['fr', 'Les réparations du pipeline endommagé Druzhba sont terminées.'],
  ['es', 'La reparación del oleoducto dañado Druzhba terminó.'],
  ['it', "La riparazione dell'oleodotto danneggiato Druzhba è terminata."],
])('works mend the damage that they name (%s)', (lang, text) => {
  expect(told(lang, text)).toEqual([['repair_or_restart', 'happened']])
})

it.each([
  ['de', 'Ab Dienstag sollen die Unterlagen ausgelegt werden.', '2026-06-16/..'],
  ['de', 'Seit Dienstag soll die Leitung stillstehen.', '2026-06-09/..'],
  ['en', 'No cargoes are expected until end-July.', '../2026-07-31'],
])('a day from which something is to come is ahead (%s: %s)', (lang, text, iso) => {
  expect(read(lang, text).dates.map((one) => one.iso)).toEqual([iso])
})
