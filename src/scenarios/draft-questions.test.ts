import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../atlas/tiny-atlas.ts'
import { calendarDate } from '../core/time.ts'
import { concreteShocks, isDefinite } from './concrete.ts'
import { draftQuestions } from './draft-questions.ts'
import type { EventFacts } from './event-facts.ts'
import { factsFixture, quantityFixture } from './event-facts-fixture.ts'
import { shippedPremises } from './premises-fixture.ts'

/** The tiny world with a gas line across a border, an emergency supply, a closed line, and a route of three countries. */
const { atlas } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  zones: [...tinyTables.zones, 'far,Farland,CC,country,0,30,', 'edge,Edgeland,BB,region,1,26,'],
  assets: [
    ...tinyTables.assets,
    'old-line,Old line,pipeline,gas,north,AA,,,,,',
    'plant,The plant,refinery,crude,south,AA,,,,,',
  ],
  conversions: ['south-plant,Southland plant,crude,products,south,plant,refining,'],
  links: [
    ...tinyTables.links,
    'edge-gas,Gas to Edgeland,gas,north,edge,,pipeline,',
    'old-gas-a,Old line A,gas,north,far,old-line,pipeline,',
    'old-gas-b,Old line B,gas,north,far,old-line,pipeline,',
    'edge-in,Oil into Edgeland,crude,south,edge,,pipeline,',
    'edge-out,Oil out of Edgeland,crude,edge,far,,pipeline,',
  ],
  supplies: [...tinyTables.supplies, 'edge-spare,Spare gas,gas,edge,,emergency,'],
  demands: [...tinyTables.demands, 'edge-use,Edgeland gas,gas,edge,final,'],
  figures: [
    ...tinyTables.figures,
    'links,edge-gas,capacity,20,,,GWh/d,,,reported,yearbook,,',
    'links,edge-gas,flow,10,,,GWh/d,,,reported,yearbook,,',
    'supplies,edge-spare,capacity,4,3,5,GWh/d,,,estimated,yearbook,,',
    'demands,edge-use,rate,10,,,GWh/d,,,reported,yearbook,,',
    'links,old-gas-a,capacity,100,,,GWh/d,2010-01-01,,reported,yearbook,,',
    'links,old-gas-a,capacity,0,,,GWh/d,2022-01-01,,reported,yearbook,destroyed,',
    'links,old-gas-b,capacity,100,,,GWh/d,2010-01-01,,reported,yearbook,,',
    'links,edge-in,capacity,300,,,kb/d,,,reported,yearbook,,',
    'links,edge-in,flow,200,,,kb/d,,,reported,yearbook,,',
    'links,edge-out,capacity,250,245,270,kb/d,,,reported,yearbook,,',
    'links,edge-out,flow,210,,,kb/d,,,reported,yearbook,,',
  ],
  supply_actors: ['well-oil,pipe-company,40,,,reported,yearbook,'],
  refusals: ['company-refused,feared,crude,actors/pipe-company,links/trunk-south,'],
  measures: [
    ...tinyTables.measures,
    'feared,Buyers refuse the oil of Pipe Company,buyers,designation,crude,actors/pipe-company,,2100-01-01,,assumed,guess,',
    'old-ban,Ban on the old line,BB,closed,gas,links/old-gas-b,,2020-01-01,,reported,yearbook,',
  ],
})
const day = calendarDate('2025-02-17')
const draft = (...facts: EventFacts[]) => draftQuestions({ facts, atlas, fallbackDay: day, asOf: null })

describe('draftQuestions', () => {
  it('turns a struck station into a range of capacity between doing nothing and the head of the others', () => {
    const { questions } = draft(factsFixture({ type: 'outage_or_attack', refs: ['assets/middle'], day }))
    const shock = questions[0]?.scenarios[0]?.shocks[0]
    expect(questions[0]).toMatchObject({
      kind: 'outage',
      subject: 'assets/middle',
      networkDate: '2025-02-16',
    })
    expect(shock).toMatchObject({
      asset: 'links/trunk-south',
      field: 'capacity',
      unit: '1',
      status: 'estimated',
    })
    expect(shock?.low).toBeGreaterThan(0.67)
    expect(shock?.low).toBeLessThan(0.71)
    expect(shock?.high).toBeLessThanOrEqual(1)
    expect(shock?.central).toBeCloseTo(0.88, 1)
  })

  it('believes reports that the line stops, and not that its station does', () => {
    const struck = factsFixture({ type: 'outage_or_attack', refs: ['assets/middle'], day })
    const halt = (assets: string[]) =>
      factsFixture({ id: 'e2', type: 'supply_halt', refs: [], assets, day, speaker: 'operator' })
    const left = (assets: string[]) => draft(struck, halt(assets)).questions[0]?.scenarios[0]?.shocks[0]
    expect(left(['Trunk pipeline'])).toMatchObject({ low: 0, central: 0, status: 'assumed' })
    expect(left(['Trunk pipeline'])?.high).toBeLessThan(0.5)
    expect(left(['Middle station'])?.low).toBeGreaterThan(0.67)
  })

  it('takes nothing away where reports say that nothing happened', () => {
    const nothing = draft(
      factsFixture({ type: 'outage_or_attack', refs: ['assets/middle'], day, polarity: 'negative' }),
    )
    expect(nothing.questions).toEqual([])
    expect(nothing.notComputed[0]?.because).toBe('the reports say that it did not happen')
    const denied = draft(
      factsFixture({
        type: 'outage_or_attack',
        refs: ['assets/middle'],
        day,
        polarity: 'negative',
        modality: 'denied',
      }),
    )
    expect(denied.questions).toEqual([])
    expect(denied.notComputed[0]?.because).toMatch(/^it is denied/u)
  })

  it('takes nothing away where the halt has lasted for years', () => {
    const long = draft(
      factsFixture({
        type: 'supply_halt',
        refs: ['assets/trunk'],
        time: '2023-03/..',
        day,
        published: '2025-02-17',
      }),
    )
    expect(long.questions).toEqual([])
    expect(long.notComputed[0]?.because).toMatch(/has lasted since long before/u)
  })

  it('leaves the background of a newer loss, and asks of it where it is all there is', () => {
    const past = factsFixture({
      type: 'outage_or_attack',
      refs: ['assets/middle'],
      time: '2024-11-02',
      day: calendarDate('2024-11-02'),
      published: '2025-02-17',
    })
    const now = factsFixture({ id: 'e2', type: 'outage_or_attack', refs: ['assets/trunk'], day })
    expect(draft(past).questions).toHaveLength(1)
    const both = draft(past, now)
    expect(both.questions.flatMap(({ events }) => events)).toEqual(['e2'])
    expect(both.notComputed[0]?.because).toMatch(/background of a later loss/u)
  })

  it('lets the share that a report states move the range', () => {
    const fall = (low: number, high: number) =>
      draft(
        factsFixture({
          type: 'outage_or_attack',
          refs: ['assets/middle'],
          quantities: [quantityFixture('q1', [low, high], '%')],
          day,
        }),
      ).questions[0]?.scenarios[0]?.shocks[0]
    expect(fall(30, 40)?.low).toBeCloseTo(0.61, 1)
    expect(fall(50, 60)?.low).toBeCloseTo(0.41, 1)
    expect(fall(50, 60)?.central).toBeLessThan(fall(5, 10)?.central ?? 0)
  })

  it('takes the days of repair from a claim, and from the kind of asset where none states them', () => {
    const stated = draft(
      factsFixture({
        type: 'outage_or_attack',
        refs: ['assets/middle'],
        quantities: [quantityFixture('q1', [6, 8], 'week')],
        day,
      }),
    ).questions[0]?.scenarios[0]
    expect(stated?.belief_days).toBe(49)
    expect(stated?.assumptions.find((one) => one.id === 'repair-days-station')).toMatchObject({
      low: 0.6 * 42,
      high: 2 * 56,
      status: 'reported',
    })
    const assumed = draft(factsFixture({ type: 'outage_or_attack', refs: ['assets/middle'], day }))
      .questions[0]
    expect(assumed?.scenarios[0]?.belief_days).toBe(14)
  })

  it('lets an outage of which no length is told last shortest where it leaves most', () => {
    const scenario = draft(factsFixture({ type: 'supply_halt', refs: ['assets/trunk'], day })).questions[0]
      ?.scenarios[0]
    if (scenario === undefined) throw new Error('no scenario')
    const last = (at: 'low' | 'central' | 'high') => concreteShocks(scenario, at)[0]?.to
    // A decision, since nothing is said to be broken: 10, 60 or 180 days from 17 February 2025.
    expect([last('high'), last('central'), last('low')]).toEqual(['2025-02-26', '2025-04-17', '2025-08-15'])
    expect(isDefinite(scenario)).toBe(false)
  })

  it('asks on the network of the day before, when what is lost still worked', () => {
    const halt = factsFixture({
      type: 'supply_halt',
      refs: ['assets/old-line'],
      day: calendarDate('2022-01-01'),
    })
    const [question] = draft(halt).questions
    expect(question?.networkDate).toBe('2021-12-31')
    expect(question?.scenarios[0]?.shocks.map(({ asset }) => asset)).toContain('links/old-gas-a')
  })

  it('cuts what one country sends another where no line is named, by the share that is told', () => {
    const [question] = draft(
      factsFixture({
        type: 'supply_halt',
        refs: ['countries/AA', 'countries/BB', 'carriers/crude'],
        quantities: [quantityFixture('q1', 30, '%')],
        day,
      }),
    ).questions
    // 200 kb/d flow into Edgeland: 30 % less is 140, and at the mildest 0.7 of it, 158.
    expect(question?.subject).toBe('countries/AA-BB-crude')
    expect(question?.scenarios[0]?.shocks[0]).toMatchObject({ asset: 'links/edge-in', unit: 'kbbl_d' })
    expect(question?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(140, 6)
    expect(question?.scenarios[0]?.shocks[0]?.high).toBeCloseTo(158, 6)
  })

  it('takes the output of a country where reports name nothing else and say how much', () => {
    const refs = ['countries/AA', 'carriers/crude']
    const [question] = draft(
      factsFixture({ type: 'supply_halt', refs, quantities: [quantityFixture('q1', 40, '%')], day }),
    ).questions
    expect(question?.plants).toEqual(['supplies/well-oil'])
    expect(question?.scenarios[0]?.shocks[0]?.field).toBe('supply')
    expect(question?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(0.6, 9)
    // Who halts supplies does not close all its wells.
    expect(draft(factsFixture({ type: 'supply_halt', refs, day })).questions).toEqual([])
  })

  it('takes a halt for a whole one, as long as the reports tell it', () => {
    const facts = factsFixture({
      type: 'supply_halt',
      modality: 'announced_or_planned',
      refs: ['assets/trunk'],
      day,
    })
    const told = { ...facts, event: { ...facts.event, time: '2025-06-03/2025-06-12' } }
    const scenario = draft(told).questions[0]?.scenarios[0]
    expect(scenario?.shocks[0]).toMatchObject({ low: 0, central: 0, high: 0, status: 'reported' })
    expect(scenario?.belief_days).toBe(10)
  })

  it('asks of a plant and of a field what they take in and give', () => {
    const cues = ['event:attack:drone*']
    const plant = draft(factsFixture({ type: 'outage_or_attack', refs: ['assets/plant'], day, cues }))
      .questions[0]
    expect(plant).toMatchObject({
      kind: 'outage',
      plants: ['conversions/south-plant'],
      carrier: 'crude',
      cause: 'damage',
    })
    expect(plant?.scenarios[0]?.shocks[0]).toMatchObject({
      asset: 'conversions/south-plant',
      field: 'capacity',
    })
    const field = draft(factsFixture({ type: 'supply_halt', refs: ['assets/well'], day })).questions[0]
    expect(field).toMatchObject({ plants: ['supplies/well-oil'], links: ['trunk-south'], cause: 'halt' })
    expect(field?.scenarios[0]?.shocks[0]).toMatchObject({
      asset: 'supplies/well-oil',
      field: 'supply',
      high: 0,
    })
  })

  it('asks nothing of a denied outage and says why', () => {
    const { questions, notComputed } = draft(
      factsFixture({ type: 'outage_or_attack', refs: ['assets/middle'], modality: 'denied', day }),
    )
    expect(questions).toEqual([])
    expect(notComputed[0]?.because).toContain('denied')
  })

  it('offers a closed line in part and in full, with its measure in force and lifted', () => {
    const { questions } = draft(factsFixture({ type: 'negotiation', refs: ['assets/old-line'], day }))
    expect(questions[0]?.scenarios.map((one) => one.id)).toEqual([
      'old-line-part-in-force',
      'old-line-part-lifted',
      'old-line-full-in-force',
      'old-line-full-lifted',
    ])
    const [inForce, lifted, , full] = questions[0]?.scenarios ?? []
    expect(inForce?.shocks).toEqual([])
    expect(lifted?.shocks.map((shock) => shock.asset)).toEqual(['measures/old-ban', 'links/old-gas-b'])
    expect(full?.shocks.find((shock) => shock.asset === 'links/old-gas-a')?.high).toBeCloseTo(100, 6)
  })

  it('asks how far a route through three countries goes, up to its narrower link', () => {
    const { questions } = draft(
      factsFixture({
        type: 'supply_change',
        modality: 'announced_or_planned',
        refs: ['countries/AA', 'countries/BB', 'countries/CC', 'carriers/crude'],
        day,
      }),
    )
    expect(questions[0]).toMatchObject({ kind: 'increase', links: ['edge-in', 'edge-out'] })
    expect(questions[0]?.scenarios[0]?.shocks).toMatchObject([
      { asset: 'links/edge-out', field: 'capacity', low: 245, central: 250, high: 270 },
      { asset: 'links/edge-in', field: 'flow', low: 235, central: 240, high: 260 },
      { asset: 'links/edge-out', field: 'flow', low: 245, central: 250, high: 270 },
    ])
  })

  it('takes the size of an increase from the reports where they name one', () => {
    const { questions } = draft(
      factsFixture({
        type: 'supply_change',
        modality: 'announced_or_planned',
        refs: ['countries/AA', 'countries/BB', 'countries/CC', 'carriers/crude'],
        quantities: [quantityFixture('q1', 260_000, 'bbl/d')],
        day,
      }),
    )
    expect(questions[0]?.scenarios[0]?.shocks.at(-2)).toMatchObject({ central: 260, status: 'reported' })
  })

  it('asks what a halt to a zone with emergency supplies would do, alone and with each of them', () => {
    const { questions } = draft(
      factsFixture({ type: 'negotiation', refs: ['countries/AA', 'countries/BB', 'carriers/gas'], day }),
    )
    expect(questions[0]).toMatchObject({ kind: 'halt', subject: 'zones/edge', links: ['edge-gas'] })
    expect(questions[0]?.scenarios.map((one) => one.id)).toEqual(['edge-halt-alone', 'edge-halt-edge-spare'])
    expect(questions[0]?.scenarios[1]?.shocks.at(-1)).toMatchObject({
      asset: 'supplies/edge-spare',
      low: 0.75,
      high: 1.25,
    })
  })

  it('asks a what-if once a story, on the later day, however far apart its reports lie', () => {
    const talks = { type: 'negotiation', refs: ['countries/AA', 'countries/BB', 'carriers/gas'] } as const
    const { questions } = draft(
      factsFixture({ ...talks, id: 'e1', day: calendarDate('2021-06-01') }),
      factsFixture({ ...talks, id: 'e2', day: calendarDate('2021-11-12') }),
    )
    expect(questions.map((one) => [one.kind, one.events, one.networkDate])).toEqual([
      ['halt', ['e1', 'e2'], '2021-11-12'],
    ])
  })

  it('takes the fall of a market told in the same story as the observed move', () => {
    const { questions } = draft(
      factsFixture({ id: 'e1', type: 'negotiation', refs: ['assets/old-line'], day }),
      factsFixture({
        id: 'e2',
        type: 'price_move',
        refs: ['carriers/gas'],
        quantities: [quantityFixture('q1', -4.5, '%')],
        day,
      }),
    )
    expect(questions[0]?.observedMove).toEqual({ percent: -4.5, because: 'claim:r1/c1' })
  })

  it('asks one question a story about one thing, with both events behind it', () => {
    const { questions } = draft(
      factsFixture({ id: 'e1', type: 'outage_or_attack', refs: ['assets/middle'], day }),
      factsFixture({ id: 'e2', type: 'outage_or_attack', refs: ['assets/middle'], day }),
    )
    expect(questions).toHaveLength(1)
    expect(questions[0]?.events).toEqual(['e1', 'e2'])
  })

  it('asks of a trade that an agreement names what hangs on it, each carrier and direction by itself', () => {
    const { questions } = draft(
      factsFixture({ type: 'agreement', refs: ['countries/AA', 'countries/BB', 'carriers/crude'], day }),
    )
    expect(questions).toHaveLength(1)
    expect(questions[0]).toMatchObject({ kind: 'trade', carrier: 'crude', subject: 'countries/AA-BB-crude' })
    const scenarios = questions[0]?.scenarios ?? []
    expect(scenarios.map(({ id }) => id)).toContain('aa-bb-crude-halt')
    for (const shock of scenarios.flatMap(({ shocks }) => shocks)) {
      expect(shock).toMatchObject({ field: 'capacity', central: 0, status: 'assumed' })
    }
  })

  it('asks nothing of a trade of which nothing passes, or that is only thought of', () => {
    const refs = ['countries/AA', 'countries/BB', 'carriers/coal']
    expect(draft(factsFixture({ type: 'agreement', refs, day })).questions).toEqual([])
    const thought = { type: 'agreement' as const, modality: 'possible' as const, day }
    expect(
      draft(factsFixture({ ...thought, refs: ['countries/AA', 'countries/BB', 'carriers/crude'] })).questions,
    ).toEqual([])
  })

  it('asks how much more could go onward where a story of two countries speaks of transit and names no third', () => {
    const { questions } = draft(
      factsFixture({ type: 'transit', refs: ['countries/AA', 'countries/BB', 'carriers/crude'], day }),
    )
    expect(questions).toHaveLength(1)
    const [question] = questions
    expect(question).toMatchObject({ kind: 'increase', title: expect.stringContaining('each way onward') })
    const [scenario] = question?.scenarios ?? []
    // Out of Edgeland 210 kb/d pass of a capacity of 250; into it 200 of 300: the narrower leaves 40.
    expect(scenario?.shocks.filter(({ field }) => field === 'flow')).toMatchObject([
      { asset: 'links/edge-in', unit: '1', central: 240 / 200 },
      { asset: 'links/edge-out', unit: '1', central: 250 / 210 },
    ])
  })

  it('takes a planned well for a project that comes early, late or never, at the size that the atlas assumes', () => {
    const { questions } = draft(
      factsFixture({
        type: 'discovery_or_drilling',
        modality: 'announced_or_planned',
        refs: ['countries/AA', 'carriers/crude'],
        day,
      }),
    )
    expect(questions).toMatchObject([
      { kind: 'project', added: [{ table: 'supplies', bus: 'north:crude', to: null }] },
    ])
    const [early, late, never] = questions[0]?.scenarios ?? []
    // 0, 5 and 15 kb/d; three years after 2025-02-17 at the earliest.
    expect(early?.shocks).toMatchObject([
      { field: 'supply', low: 0, central: 5, high: 15, unit: 'kbbl_d', from: '2028-02-17' },
    ])
    expect([late?.shocks, never?.shocks]).toEqual([[], []])
  })

  it('takes a well that was drilled for no project: what is there is in the atlas', () => {
    const drilled = factsFixture({
      type: 'discovery_or_drilling',
      refs: ['countries/AA', 'carriers/crude'],
      day,
    })
    expect(draft(drilled).questions).toEqual([])
  })

  it('takes sanctions on a company for a refusal of its energy, from nobody refusing to all', () => {
    const { questions } = draft(factsFixture({ type: 'sanction', refs: ['actors/pipe-company'], day }))
    expect(questions).toMatchObject([
      { kind: 'sanction', subject: 'measures/feared', links: ['trunk-south'], carrier: 'crude' },
    ])
    const [measure, route] = questions[0]?.scenarios[0]?.shocks ?? []
    // The low case leaves least: there all refuse.
    expect(measure).toMatchObject({ field: 'measure', low: 1, central: 1, high: 0, unit: 'in_force' })
    // 40 % of 500 kb/d is theirs. All of it refused, 24 of 91 days longer, 15 % not loaded: 200 (0.15 + 0.85 24/91) less;
    // 60 % of it, 12 days, 6 %: 120 (0.06 + 0.94 12/91) less.
    expect(route).toMatchObject({ asset: 'links/trunk-south', field: 'capacity', status: 'estimated' })
    expect(route?.low).toBeCloseTo(500 - 200 * (0.15 + (0.85 * 24) / 91), 6)
    expect(route?.central).toBeCloseTo(500 - 120 * (0.06 + (0.94 * 12) / 91), 6)
    expect(questions[0]?.rerouting).toMatchObject({
      exposed: 200,
      discount: { low: 4, central: 8, high: 15 },
    })
  })

  it.each([
    ['is on a list already', { cues: ['topic:listed:under sanctions'] }],
    ['was put on it long ago', { time: '2022/..', published: '2025-02-17' }],
    ['was put on it in a year that is over', { time: '2023', published: '2025-02-17' }],
  ])('asks nothing of sanctions where the company %s', (_how, told) => {
    const facts = factsFixture({ type: 'sanction', refs: ['actors/pipe-company'], day, ...told })
    expect(draft(facts).questions).toEqual([])
    expect(draft(facts).notComputed[0]?.because).toMatch(/in force already/u)
  })

  it('asks of sanctions of the days before the report', () => {
    const facts = factsFixture({
      type: 'sanction',
      refs: ['actors/pipe-company'],
      day,
      time: '2025-02',
      published: '2025-02-17',
    })
    expect(draft(facts).questions).toMatchObject([{ kind: 'sanction' }])
  })

  it('needs the carrier named where a report speaks of the companies of a country', () => {
    const ask = (refs: string[]) => draft(factsFixture({ type: 'sanction', refs, day })).questions
    expect(ask(['countries/AA', 'carriers/crude'])).toMatchObject([{ kind: 'sanction' }])
    expect(ask(['countries/AA'])).toEqual([])
    expect(ask(['countries/BB', 'carriers/crude'])).toEqual([])
  })
})
