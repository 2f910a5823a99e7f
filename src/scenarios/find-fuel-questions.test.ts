import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../atlas/tiny-atlas.ts'
import { calendarDate } from '../core/time.ts'
import { factsFixture } from './event-facts-fixture.ts'
import { findFuelQuestions } from './find-fuel-questions.ts'

const { atlas } = tinyAtlas({
  ...tinyTables,
  assets: [...tinyTables.assets, 'bb-nuclear,Nuclear power plant of BB,plant,power,,BB,,,,,'],
  reactors: ['bb-one,BB,one,2,2,350,1,2,,,reported,yearbook,'],
  nuclear_supply: ['bb-fuel,BB,one,fabrication,AA,100,,,,,reported,yearbook,'],
})
const day = calendarDate('2025-02-17')
const find = (refs: string[], more: object = {}) =>
  findFuelQuestions([factsFixture({ type: 'negotiation', refs, day, ...more })], atlas, day)

describe('findFuelQuestions', () => {
  it('asks who depends on the supplier that talks on nuclear energy name', () => {
    expect(find(['carriers/nuclear', 'countries/AA', 'countries/BB'])).toMatchObject([
      { supplier: 'AA', countries: ['BB'], withoutReactors: [] },
    ])
  })

  it('keeps apart the countries that have no reactor in operation', () => {
    expect(find(['carriers/nuclear', 'countries/AA', 'countries/CC'])).toMatchObject([
      { supplier: 'AA', countries: [], withoutReactors: ['CC'] },
    ])
  })

  it('asks it of a plant that a supplier builds, and nothing of one that trips', () => {
    const refs = ['assets/bb-nuclear', 'countries/AA', 'countries/BB']
    expect(find(refs, { type: 'construction' })).toMatchObject([{ supplier: 'AA' }])
    expect(find(refs, { type: 'outage_or_attack' })).toEqual([])
  })

  it('asks nothing where no supplier is named, where it is denied, or where it is not about nuclear energy', () => {
    expect(find(['carriers/nuclear', 'countries/BB'])).toEqual([])
    expect(find(['carriers/nuclear', 'countries/AA'], { modality: 'denied' })).toEqual([])
    expect(find(['carriers/gas', 'countries/AA', 'countries/BB'])).toEqual([])
  })

  it('takes who tells of its own exports for the supplier, and whom they go to for the buyer', () => {
    const facts = factsFixture({
      type: 'supply_halt',
      refs: ['carriers/uranium', 'countries/BB'],
      cues: ['event:halt:halt', 'topic:abroad:export*'],
      speaker: 'Aland',
      day,
    })
    const entity = { canonical: 'Aland', type: 'country' as const, atlas: 'countries/AA', surfaces: [] }
    const claims = facts.claims.map((one) => ({
      ...one,
      reading: {
        ...one.reading,
        entities: [{ ...entity, match: 'name' as const, score: 1, mentions: [] }],
      },
    }))
    expect(findFuelQuestions([{ ...facts, claims }], atlas, day)).toMatchObject([
      { supplier: 'AA', countries: ['BB'] },
    ])
  })
})
