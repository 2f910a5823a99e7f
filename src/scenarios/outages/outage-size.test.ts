import { describe, expect, it } from 'vitest'
import { tinyAtlas, tinyTables } from '../../atlas/tiny-atlas.ts'
import { calendarDate } from '../../core/time.ts'
import { factsFixture } from '../event-facts-fixture.ts'
import { shippedPremises } from '../premises-fixture.ts'
import { type SizeInput, sizeOfOutage } from './outage-size.ts'

const past = (id: string, of: string, days: number, lost: number, words = ''): string =>
  `${id},Some plant,${of},2020-01-01,${days},${lost},100,,,${words},assumed,guess,`

const { atlas } = tinyAtlas({
  ...tinyTables,
  assumptions: shippedPremises,
  precedents: [
    ...[0, 2, 25, 40, 90].map((lost, at) => past(`r${at}`, 'refinery,attack,hit', at === 1 ? 1 : 28, lost)),
    ...[0, 0, 0, 100].map((lost, at) => past(`t${at}`, 'field,strike,threat', 14, lost)),
    past('h1', 'field,strike,hit', 14, 10),
    past('h2', 'field,strike,halt', 28, 100),
  ],
})

const inputOf = (more: Partial<SizeInput>): SizeInput => ({
  target: {
    subject: 'assets/x',
    name: 'x',
    kind: 'asset',
    asset: null,
    carrier: 'crude',
    carrying: [],
    plants: [],
  },
  falls: [],
  losses: [],
  before: { flow: 100, capacity: 100 },
  atlas,
  start: calendarDate('2025-03-01'),
  cause: 'damage',
  isHalt: false,
  isWhole: false,
  isDecision: false,
  isPart: false,
  isState: false,
  goingOn: [],
  past: { plant: 'refinery', cause: 'attack' },
  told: 'hit',
  days: { low: 1, central: 14, high: 28 },
  isAhead: false,
  ...more,
})
const strike = { plant: 'field', cause: 'strike' } as const

describe('what was hit and not told to stop', () => {
  it('loses in the mean of 28 days what past ones did, and the mild case is shorter, never deeper', () => {
    // The middle of the past ones: 25 % of 28 days, as 50 % for 14 days; the worst 90 %.
    const { factor, days } = sizeOfOutage(inputOf({}))
    expect(1 - factor.central).toBeCloseTo(0.5, 9)
    expect(1 - factor.low).toBeCloseTo(0.9, 9)
    expect(1 - factor.high).toBeLessThanOrEqual(1 - factor.central)
    expect(days?.central).toBe(14)
    expect(days?.high).toBeCloseTo(28, 9)
  })

  it('keeps the middle between the mild and the severe case whatever the lengths are', () => {
    for (const low of [1, 3, 9])
      for (const central of [9, 14, 40]) {
        const { factor, days } = sizeOfOutage(inputOf({ days: { low, central, high: 60 } }))
        expect(factor.low).toBeLessThanOrEqual(factor.central)
        expect(factor.central).toBeLessThanOrEqual(factor.high)
        const lost = (left: number, by = 0): number => (1 - left) * Math.min(28, by)
        expect(lost(factor.high, days?.low)).toBeLessThanOrEqual(lost(factor.central, days?.central))
        expect(lost(factor.central, days?.central)).toBeLessThanOrEqual(lost(factor.low, days?.high) + 1e-9)
      }
  })
})

describe('what is told to go on in spite of what struck it', () => {
  const { claims } = factsFixture({ type: 'statement', refs: [], cues: ['topic:goes_on:goes on'] })

  it('loses what those lost that were struck and told in light words', () => {
    const precedents = [
      ...[0, 0, 5].map((lost, at) => past(`l${at}`, 'refinery,attack,hit', 28, lost, 'light')),
      past('n', 'refinery,attack,hit', 28, 60),
    ]
    const harmless = tinyAtlas({ ...tinyTables, precedents }).atlas
    const { factor, assumptions } = sizeOfOutage(inputOf({ goingOn: claims, atlas: harmless }))
    expect([factor.central, factor.high]).toEqual([1, 1])
    expect(factor.low).toBeCloseTo(0.95, 9)
    expect(assumptions.map(({ id }) => id)).toEqual(['past-share-refinery-attack-hit'])
    expect(assumptions[0]?.because[0]).toBe(claims[0]?.because)
  })

  it('is a premise where no past outages are counted of its kind', () => {
    const { assumptions } = sizeOfOutage(inputOf({ goingOn: claims, past: null }))
    expect(assumptions.map(({ id }) => id)).toEqual(['untouched-loss'])
  })
})

describe('a strike', () => {
  it('that is only announced loses nothing in the middle case and in the worst what is threatened', () => {
    const losses = [{ low: 40, high: 40, because: 'claim:r1#c1' as const, who: 'the union' }]
    const { factor } = sizeOfOutage(inputOf({ past: strike, told: 'threat', losses, isAhead: true }))
    expect(factor.central).toBe(1)
    expect(factor.high).toBe(1)
    // Half of 28 days lost: 40 % for 14 days, or 20 % of it throughout.
    expect(factor.low).toBeLessThan(0.85)
    expect(factor.low).toBeGreaterThanOrEqual(0.6)
  })

  it('while its owners go on working loses what those struck lost, not what it was told to stop', () => {
    const { claims } = factsFixture({ type: 'statement', refs: [], cues: ['topic:goes_on:goes on'] })
    const { factor } = sizeOfOutage(inputOf({ past: strike, told: 'halt', isHalt: true, goingOn: claims }))
    expect(1 - factor.central).toBeLessThan(0.2)
  })
})
