import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../atlas/tiny-atlas.ts'
import { calendarDate } from '../core/time.ts'
import { draftQuestions } from './draft-questions.ts'
import type { EventFacts } from './event-facts.ts'
import { factsFixture, quantityFixture } from './event-facts-fixture.ts'
import { shippedPremises } from './premises-fixture.ts'

/** The tiny world with a second producer, a strategic store, a gas store and a line at work. */
const { atlas } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  zones: [...tinyTables.zones, 'far,Farland,CC,country,0,30,'],
  supplies: [...tinyTables.supplies, 'far-oil,Far oil,crude,far,,production,'],
  stores: [
    ...tinyTables.stores,
    'far-reserve,Reserve of Farland,crude,far,,strategic,',
    'far-gas,Gas store of Farland,gas,far,,underground,',
  ],
  demands: ['south-use,Southland use,products,south,final,', 'far-use,Farland gas,gas,far,final,'],
  actors: [...tinyTables.actors, 'cartel,Cartel,organisation,AA CC,'],
  figures: [
    ...tinyTables.figures,
    'supplies,far-oil,output,1500,,,kb/d,,,reported,yearbook,,',
    'demands,far-use,rate,200,,,GWh/d,,,reported,yearbook,,',
    'stores,far-reserve,volume,100,,,Mbbl,,,reported,yearbook,,',
    'stores,far-reserve,level,50,,,%,,,reported,yearbook,,',
    'stores,far-reserve,withdrawal,800,,,kb/d,,,reported,yearbook,,',
    'stores,far-gas,volume,40,,,TWh,,,reported,yearbook,,',
    'stores,far-gas,level,60,,,%,,,reported,yearbook,,',
  ],
})
const day = calendarDate('2025-02-17')
const draft = (...facts: EventFacts[]) => draftQuestions({ facts, atlas, fallbackDay: day, asOf: null })
const demand = ['event:rise:rose', 'event:flow:demand', 'topic:demand:demand']
const gasOfFarland = ['countries/CC', 'carriers/gas']

describe('a change of demand', () => {
  it('multiplies the final demand of the country for as long as demand moves', () => {
    const [question] = draft(
      factsFixture({
        type: 'supply_change',
        refs: gasOfFarland,
        day,
        quantities: [quantityFixture('q1', 10, '%')],
        cues: demand,
      }),
    ).questions
    expect(question).toMatchObject({ kind: 'demand', subject: 'countries/cc-gas-more', carrier: 'gas' })
    expect(question?.scenarios[0]?.shocks).toMatchObject([
      { asset: 'demands/far-use', field: 'demand', low: 1.1, central: 1.1, high: 1.1 },
    ])
    expect(question?.scenarios[0]?.shocks[0]?.lasts).toEqual({ low: 5, central: 14, high: 60 })
  })

  it('takes a saving of industry as a saving of its share, and the smallest as the case that hurts', () => {
    const [question] = draft(
      factsFixture({
        type: 'supply_change',
        refs: gasOfFarland,
        day,
        quantities: [quantityFixture('q1', 20, '%')],
        cues: [
          'event:fall:cut*',
          'event:flow:consumption',
          'topic:demand:consum*',
          'topic:industry:industry',
        ],
      }),
    ).questions
    // 20 % of a fifth, of three tenths and of two fifths of all demand.
    const [shock] = question?.scenarios[0]?.shocks ?? []
    expect(shock?.low).toBeCloseTo(0.96, 6)
    expect(shock?.central).toBeCloseTo(0.94, 6)
    expect(shock?.high).toBeCloseTo(0.92, 6)
  })

  it('asks nothing of the statistics of a year', () => {
    const facts = factsFixture({
      type: 'supply_change',
      refs: gasOfFarland,
      day,
      time: '2024',
      quantities: [quantityFixture('q1', 10, '%')],
      cues: demand,
    })
    expect(draft(facts).questions).toEqual([])
  })
})

describe('a rise of output', () => {
  const rise = ['event:agree:agreed', 'also:rise:raise', 'topic:output:output']
  const quantities = [quantityFixture('q1', 200_000, 'bbl/d')]

  it('is spread over the members of a body by what each gives, less what is never brought up', () => {
    const [question] = draft(
      factsFixture({
        type: 'agreement',
        refs: ['actors/cartel', 'carriers/crude'],
        day,
        quantities,
        cues: rise,
      }),
    ).questions
    expect(question).toMatchObject({ kind: 'rise', subjectName: 'crude oil output of Cartel' })
    expect(question?.added).toHaveLength(2)
    // 500 and 1,500 kb/d of today: a quarter and three quarters of 200, of which 30, 75 and 100 % come.
    expect(question?.scenarios[0]?.shocks.map(({ low, central, high }) => [low, central, high])).toEqual([
      [15, 37.5, 50],
      [45, 112.5, 150],
    ])
  })

  it('counts percent of what the country gives, and the gap to a level', () => {
    const size = (quantity: ReturnType<typeof quantityFixture>): number | undefined =>
      draft(
        factsFixture({
          type: 'supply_change',
          refs: ['countries/CC', 'carriers/crude'],
          day,
          quantities: [quantity],
          cues: ['event:rise:raise', 'event:flow:output', 'topic:output:output'],
        }),
      ).questions[0]?.scenarios[0]?.shocks[0]?.high
    expect(size(quantityFixture('q1', 10, '%'))).toBeCloseTo(150, 6)
    expect(size({ ...quantityFixture('q1', 1_600_000, 'bbl/d'), to_level: true })).toBeCloseTo(100, 6)
  })

  it('is not asked without a size', () => {
    const { questions, notComputed } = draft(
      factsFixture({ type: 'supply_change', refs: ['countries/CC', 'carriers/crude'], day, cues: rise }),
    )
    expect(questions).toEqual([])
    expect(notComputed[0]?.because).toContain('no report says how much')
  })
})

describe('news of stores', () => {
  it('sets the level that is told', () => {
    const [question] = draft(
      factsFixture({
        type: 'other',
        refs: gasOfFarland,
        day,
        quantities: [quantityFixture('q1', 30, '%')],
        cues: ['topic:storage:storage', 'topic:full:full'],
      }),
    ).questions
    // 30 % of 40 TWh.
    expect(question).toMatchObject({ kind: 'stocks' })
    expect(question?.scenarios[0]?.shocks).toMatchObject([
      { asset: 'stores/far-gas', field: 'level', central: 12_000, unit: 'gwh' },
    ])
  })

  it('stops what is put in where filling halts', () => {
    const [question] = draft(
      factsFixture({
        type: 'supply_halt',
        refs: gasOfFarland,
        day,
        cues: ['event:halt:halt*', 'topic:filling:inject*', 'topic:storage:storage'],
      }),
    ).questions
    expect(question?.scenarios[0]?.shocks).toMatchObject([
      { asset: 'stores/far-gas', field: 'injection', central: 0, unit: '1' },
    ])
  })

  it('spreads a release over the days assumed, at most what the store can give by the day', () => {
    const [question] = draft(
      factsFixture({
        type: 'supply_change',
        refs: ['countries/CC', 'carriers/crude'],
        day,
        quantities: [quantityFixture('q1', 36_000_000, 'bbl')],
        cues: ['topic:reserve:strategic reserve*', 'topic:release:releas*'],
      }),
    ).questions
    // 36 million barrels in 180, 90 and 30 days; 1,200 kb/d are more than the 800 that the store gives.
    const [shock] = question?.scenarios[0]?.shocks ?? []
    expect([shock?.low, shock?.central, shock?.high]).toEqual([200, 400, 800])
    expect(shock?.lasts).toEqual({ low: 30, central: 90, high: 180 })
  })
})

describe('a restart', () => {
  const restart = { refs: ['assets/trunk'], day, cues: ['event:resume:resum*'] }

  it('of what the atlas has at work is asked as the end of a standstill', () => {
    const [question] = draft(factsFixture({ type: 'repair_or_restart', ...restart })).questions
    expect(question).toMatchObject({ kind: 'restart', subject: 'assets/trunk' })
    expect(question?.scenarios[0]?.shocks).toMatchObject([{ asset: 'links/trunk-south', high: 0 }])
  })

  it('is part of the outage where the story tells that', () => {
    const { questions } = draft(
      factsFixture({ type: 'outage_or_attack', refs: ['assets/trunk'], day, id: 'e1' }),
      factsFixture({ type: 'repair_or_restart', ...restart, id: 'e2' }),
    )
    expect(questions.map(({ kind }) => kind)).toEqual(['outage'])
  })
})

describe('more power from one country to another', () => {
  const cables = tinyAtlas({
    ...tinyTables,
    assumptions: shippedPremises,
    zones: [...tinyTables.zones, 'far,Farland,CC,country,0,30,'],
    links: [
      ...tinyTables.links,
      'there,Power there,power,north,far,,power,',
      'back,Power back,power,far,north,,power,',
    ],
    figures: [
      ...tinyTables.figures,
      ...['there', 'back'].map((id) => `links,${id},capacity,24,,,GWh/d,,,reported,yearbook,,`),
      'links,there,flow,0,,,GWh/d,,,reported,yearbook,,',
      'links,back,flow,6,,,GWh/d,,,reported,yearbook,,',
    ],
  }).atlas
  const linksOf = (first: string, second: string, topic: string) =>
    draftQuestions({
      facts: [
        factsFixture({
          type: 'supply_change',
          refs: [`countries/${first}`, `countries/${second}`, 'carriers/power'],
          quantities: [quantityFixture('q1', 250, 'MW')],
          cues: ['event:rise:raised', topic],
          day,
        }),
      ],
      atlas: cables,
      fallbackDay: day,
      asOf: null,
    }).questions.map(({ kind, links }) => [kind, ...links])

  it('is on the line that leads from who exports, or to who imports, though more flows the other way today', () => {
    expect(linksOf('AA', 'CC', 'topic:abroad:export*')).toEqual([['increase', 'there']])
    expect(linksOf('CC', 'AA', 'topic:buying:import*')).toEqual([['increase', 'there']])
    expect(linksOf('CC', 'AA', 'topic:abroad:export*')).toEqual([['increase', 'back']])
  })
})
