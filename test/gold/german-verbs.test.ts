import { describe, expect, it } from 'vitest'
import { readOne, shippedReader } from './score-dev.ts'

const reader = shippedReader()
const firstOf = (text: string) => readOne(reader, { lang: 'de', text, published: '2026-05-04' }).claims[0]

describe('a verb that German parts', () => {
  it.each([
    ['weitet', 'aus', 'die Gasförderung', 'supply_change'],
    ['hob', 'an', 'die Fördermenge', 'supply_change'],
    ['fuhren', 'zurück', 'die Gaslieferungen', 'supply_change'],
    ['schränkte', 'ein', 'die Gaslieferungen', 'supply_change'],
    ['setzten', 'aus', 'die Ölexporte', 'supply_halt'],
    ['schalteten', 'ab', 'das Kernkraftwerk Isar 2', 'supply_halt'],
    ['fährt', 'wieder an', 'die Raffinerie Schwedt', 'repair_or_restart'],
    ['nahm', 'in Betrieb', 'die Baltic Pipe', 'supply_start'],
    ['schloss', 'ab', 'einen Liefervertrag mit Katar', 'agreement'],
  ])('tells its event around what stands between: %s … %s', (verb, particle, object, event) => {
    const claim = firstOf(`Norwegen ${verb} am Montag ${object} ${particle}.`)
    expect(claim).toMatchObject({ event, modality: 'happened' })
  })
  it.each([
    ['die Gasförderung auszuweiten', 'supply_change'],
    ['die Gaslieferungen herunterzufahren', 'supply_change'],
    ['die Raffinerie Schwedt herunterzufahren', 'supply_halt'],
    ['die Ölexporte auszusetzen', 'supply_halt'],
    ['die Druschba-Leitung auszubessern', 'repair_or_restart'],
    ['die Baltic Pipe in Betrieb zu nehmen', 'supply_start'],
  ])('tells a plan with "zu" within it: %s', (plan, event) => {
    expect(firstOf(`Norwegen plant, ${plan}.`)).toMatchObject({ event, modality: 'announced_or_planned' })
  })
  it('is not met where its particle is a preposition', () => {
    expect(firstOf('Norwegen hebt an der Grenze zu Schweden einen Graben aus.')?.event).not.toBe(
      'supply_change',
    )
  })
  it('has been where "sei" makes a perfect of it', () => {
    const gone = 'Kernkraftwerk Isar 2 sei in der Nacht vom Netz gegangen, sagte ein Sprecher.'
    expect(firstOf(gone)).toMatchObject({ event: 'supply_halt', modality: 'happened' })
  })
})

describe('a price', () => {
  it.each([
    ['Die Ölpreise sind am Montag gefallen.', 'crude oil'],
    ['Der Gaspreis notierte bei 31 Euro je Megawattstunde.', 'natural gas'],
    ['Benzin verbilligte sich im April leicht.', 'oil products'],
  ])('is of what its word holds: %s', (text, commodity) => {
    const claim = firstOf(text)
    expect(claim?.event).toBe('price_move')
    expect(claim?.assets).toContain(commodity)
  })
})
