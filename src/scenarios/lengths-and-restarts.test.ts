import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../atlas/tiny-atlas.ts'
import { calendarDate } from '../core/time.ts'
import { draftQuestions } from './draft-questions.ts'
import type { EventFacts } from './event-facts.ts'
import { factsFixture, quantityFixture } from './event-facts-fixture.ts'
import { shippedPremises } from './premises-fixture.ts'

/** The trunk carries 500 of 1,600 kb/d; 300 kb/d pass the narrows. */
const { atlas } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  zones: [...tinyTables.zones, 'far,Farland,CC,country,0,30,'],
  assets: [...tinyTables.assets, 'narrows,The narrows,strait,,,AA,,,,,'],
  links: [...tinyTables.links, 'narrows-crude,Crude through the narrows,crude,north,far,narrows,market,'],
  figures: [...tinyTables.figures, 'links,narrows-crude,flow,300,,,kb/d,,,reported,yearbook,,'],
})
const day = calendarDate('2025-02-17')
const draft = (...facts: EventFacts[]) =>
  draftQuestions({ facts, atlas, fallbackDay: day, asOf: null }).questions
const scenarioOf = (facts: EventFacts) => draft(facts)[0]?.scenarios[0]

describe('a restart', () => {
  const restart = (of: Partial<Parameters<typeof factsFixture>[0]> = {}) =>
    factsFixture({
      type: 'repair_or_restart',
      refs: ['assets/trunk'],
      cues: ['event:resume:resum*'],
      day,
      ...of,
    })

  it('brings back what the reports state, at most what flows by the atlas', () => {
    const stated = scenarioOf(restart({ quantities: [quantityFixture('q1', [180_000, 190_000], 'bbl/d')] }))
    const [shock] = stated?.shocks ?? []
    // Without it 310 to 320 of the 500 would flow, of a capacity of 1,600.
    expect(shock?.low).toBeCloseTo(310 / 1600, 9)
    expect(shock?.central).toBeCloseTo(315 / 1600, 9)
    expect(shock?.high).toBeCloseTo(320 / 1600, 9)
    expect(shock?.status).toBe('reported')
    const more = scenarioOf(restart({ quantities: [quantityFixture('q1', 700_000, 'bbl/d')] }))
    expect(more?.shocks[0]).toMatchObject({ low: 0, high: 0 })
  })

  it('takes the rate of today before the one that is planned, and all of it where none is told', () => {
    const planned = factsFixture({
      type: 'other',
      modality: 'announced_or_planned',
      refs: ['assets/trunk'],
      quantities: [quantityFixture('q2', 400_000, 'bbl/d')],
      day,
      id: 'e2',
    })
    const now = restart({ quantities: [quantityFixture('q1', 100_000, 'bbl/d')] })
    expect(draft(now, planned)[0]?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(400 / 1600, 9)
    expect(draft(restart(), planned)[0]?.scenarios[0]?.shocks[0]?.low).toBeCloseTo(100 / 1600, 9)
    expect(scenarioOf(restart())?.shocks[0]).toMatchObject({ low: 0, status: 'assumed' })
  })
})

describe('lengths that reports tell', () => {
  const halt = (of: Partial<Parameters<typeof factsFixture>[0]>) =>
    scenarioOf(
      factsFixture({ type: 'supply_halt', refs: ['assets/trunk'], cues: ['event:halt:shut'], day, ...of }),
    )

  it('are no less than what is told as the least', () => {
    const least = { ...quantityFixture('q1', 20, 'day'), qualifier: 'at_least' as const }
    expect(halt({ quantities: [least] })?.shocks[0]?.lasts).toEqual({ low: 20, central: 30, high: 60 })
    // Without the word a first estimate may be too long as well.
    const told = halt({ quantities: [quantityFixture('q1', 20, 'day')] })?.shocks[0]?.lasts
    expect(told).toEqual({ low: 12, central: 20, high: 40 })
  })

  it('are kept where it stands still for works, whatever word says that it is out of service', () => {
    const told = (...cues: string[]) =>
      draft(
        factsFixture({
          type: 'outage_or_attack',
          modality: 'announced_or_planned',
          refs: ['assets/trunk'],
          cues: ['event:damage:out of service', 'topic:standing:out of service', ...cues],
          time: '../2025-02-26',
          day,
        }),
      )[0]
    expect(told()).toMatchObject({ cause: 'damage' })
    expect(told('also:maintain:maintenance')).toMatchObject({ cause: 'maintenance' })
    expect(told('also:maintain:repair', 'also:attack:struck')).toMatchObject({ cause: 'damage' })
  })

  it('are the month of which a cut is told, and longer where it has happened', () => {
    const cut = (of: Partial<Parameters<typeof factsFixture>[0]>) =>
      draft(
        factsFixture({
          type: 'supply_change',
          refs: ['assets/trunk'],
          cues: ['event:fall:cut'],
          quantities: [quantityFixture('q1', 10, '%')],
          time: '2025-03',
          day,
          ...of,
        }),
      )[0]?.scenarios[0]?.assumptions.at(-1)
    expect(cut({ modality: 'announced_or_planned' })).toMatchObject({ low: 31, central: 31, high: 31 })
    expect(cut({})?.low).toBe(31)
  })

  it('are no week in which something is said to have stopped', () => {
    // From Monday to Sunday; from Tuesday on it is told from day to day.
    const time = '2025-02-17/2025-02-23'
    expect(halt({ time })?.shocks[0]?.lasts).toBeDefined()
    expect(halt({ time: '2025-02-18/2025-02-24' })?.shocks[0]?.lasts).toBeUndefined()
  })

  it('are hours where what stops is told to be away for hours, and not where a fire burnt for as long', () => {
    const hours = [quantityFixture('q1', 12, 'hour')]
    expect(halt({ quantities: hours })?.shocks[0]?.central).toBeCloseTo(0.5, 9)
    const fire = { type: 'outage_or_attack', cues: ['event:damage:fire'] } as const
    expect(halt({ ...fire, quantities: hours })?.assumptions.at(-1)?.status).toBe('assumed')
    const inWords = halt({ cues: ['event:halt:shut', 'topic:some_hours:for some hours'] })
    expect(inWords?.shocks[0]?.central).toBeGreaterThan(0.5)
  })

  it('are those of what was, and no forecast, where it works again', () => {
    const back = (of: Partial<Parameters<typeof factsFixture>[0]>) =>
      factsFixture({
        ...{ type: 'repair_or_restart', refs: ['assets/trunk'], cues: ['event:resume:resum*'] },
        ...{ day, id: 'e2', ...of },
      })
    const stopped = factsFixture({
      ...{ type: 'supply_halt', refs: ['assets/trunk'], cues: ['event:halt:shut'], day },
    })
    const shockOf = (end: EventFacts) => draft(stopped, end)[0]?.scenarios[0]?.shocks[0]
    const later = calendarDate('2025-02-20')
    expect(shockOf(back({ day: later, time: later }))).toMatchObject({ from: day, to: '2025-02-19' })
    expect(shockOf(back({ day: later, time: later }))?.lasts).toBeUndefined()
    // After three hours: an eighth of the day.
    expect(shockOf(back({ quantities: [quantityFixture('q1', 3, 'hour')] }))?.central).toBeCloseTo(7 / 8, 9)
  })

  it('are the new end of what is prolonged, counted from the day of the report, and not by how much', () => {
    const work = factsFixture({
      type: 'repair_or_restart',
      modality: 'ongoing',
      refs: ['assets/trunk'],
      cues: ['event:maintain:maintenance', 'topic:prolonged:prolong*'],
      quantities: [quantityFixture('q1', 6, 'day')],
      time: '2025-02-27',
      day: calendarDate('2025-02-27'),
      published: '2025-02-17',
    })
    const [question] = draft(work)
    expect(question).toMatchObject({ kind: 'outage', cause: 'maintenance' })
    expect(question?.scenarios[0]).toMatchObject({ start: '2025-02-17' })
    expect(question?.scenarios[0]?.shocks[0]?.lasts).toEqual({ low: 10, central: 10, high: 20 })
  })
})

it('takes "cut to half" for a half, whether the reader gives a word or the level of 50 %', () => {
  const level = { ...quantityFixture('q1', 50, '%'), to_level: true as const }
  const told = (quantities = [level]) =>
    scenarioOf(
      factsFixture({
        type: 'supply_change',
        refs: ['assets/trunk'],
        cues: ['event:fall:cut*', 'topic:half:half'],
        quantities,
        day,
      }),
    )?.shocks[0]?.low
  expect(told()).toBeCloseTo(0.5, 9)
  expect(told([])).toBeCloseTo(0.5, 9)
})

it('takes from a strait that is disrupted a part of what passes, and all of it from one that is closed', () => {
  const told = (cues: readonly string[]) =>
    draft(factsFixture({ type: 'supply_halt', refs: ['assets/narrows'], cues, day }))[0]
  expect(told(['event:halt:disrupt*', 'topic:disrupted:disrupt*'])).toMatchObject({ cause: 'disruption' })
  const [shock] = told(['event:halt:disrupt*', 'topic:disrupted:disrupt*'])?.scenarios[0]?.shocks ?? []
  expect([shock?.low, shock?.central, shock?.high]).toEqual([0, 0.5, 0.8])
  expect(told(['event:halt:clos*'])).toMatchObject({ cause: 'closure' })
})

it('takes a length that is told without a number for what it says', () => {
  const halt = (cues: readonly string[]) =>
    scenarioOf(
      factsFixture({ type: 'supply_halt', refs: ['assets/trunk'], cues: ['event:halt:shut', ...cues], day }),
    )?.shocks[0]?.lasts?.central
  const [week, month] = [halt(['topic:a_week:for a week']), halt(['topic:a_month:for a month'])]
  expect((month ?? 0) / (week ?? 1)).toBeCloseTo(30 / 7, 1)
  expect(halt([])).not.toBe(week)
})

it('takes of a cable what is not left of the amounts that are told, as a share of what flows', () => {
  const own = tinyAtlas({
    ...tinyTables,
    assumptions: shippedPremises,
    zones: [...tinyTables.zones, 'far,Farland,CC,country,0,30,'],
    assets: [...tinyTables.assets, 'cable,The cable,interconnector,power,,AA CC,,,,,'],
    links: [...tinyTables.links, 'cable-power,Power by the cable,power,north,far,cable,power,'],
    figures: [
      ...tinyTables.figures,
      'links,cable-power,flow,12,,,GWh/d,,,reported,yearbook,,',
      'links,cable-power,capacity,24,,,GWh/d,,,reported,yearbook,,',
    ],
  }).atlas
  const shock = (whole: number) =>
    draftQuestions({
      facts: [
        factsFixture({
          type: 'outage_or_attack',
          refs: ['assets/cable'],
          quantities: [quantityFixture('q1', 400, 'MW'), quantityFixture('q2', whole, 'MW')],
          cues: ['event:outage:fault', 'topic:remaining:leaves'],
          day,
        }),
      ],
      atlas: own,
      fallbackDay: day,
      asOf: null,
    }).questions[0]
  // 600 of 1,000 MW are out: of the half of its capacity that the cable carried six tenths are gone.
  expect(shock(1000)?.scenarios[0]?.shocks[0]?.central).toBeCloseTo(0.5 * 0.4, 9)
  expect(shock(1000)).toMatchObject({ isOfFlow: true })
  // 4,000 MW are more than it can carry: they are of others with it, and of its own nothing is told.
  expect(shock(4000)?.scenarios[0]?.shocks[0]?.central).not.toBeCloseTo(0.5 * 0.1, 3)
})
