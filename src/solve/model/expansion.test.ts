import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { createSession, type SessionOptions } from '../session.ts'
import type { Extendable } from './expansion.ts'

const highs = await solverForTests()
const start = calendarDate('2025-02-01')
const network = networkFixture({
  links: [{ id: 'line', from: 'a:gas', to: 'b:gas', capacity: 50, flow: 50 }],
  supplies: [
    { id: 'field', bus: 'a:gas', capacity: 200, output: 100 },
    { id: 'own', bus: 'b:gas', capacity: 50, output: 50 },
  ],
  demands: [
    { id: 'home', bus: 'a:gas', rate: 50 },
    { id: 'town', bus: 'b:gas', rate: 100 },
  ],
})
const atOnce = { delayDays: 0, fullDays: 0, fraction: 1 }
const lost = {
  asset: 'supplies/own',
  field: 'capacity' as const,
  value: 20,
  unit: 'gwh_d',
  from: start,
  to: null,
}

function build(extendable: Partial<Extendable>, options: Partial<SessionOptions> = {}) {
  const session = createSession(highs, network, {
    grid: 'months',
    start,
    days: 60,
    pickUp: () => atOnce,
    supplyPickUp: () => atOnce,
    extendable: [
      { asset: 'links/line', most: 100, unit: 'gwh_d', costPerYear: 365_000, from: null, ...extendable },
    ],
    ...options,
  })
  try {
    expect(session.base().objective).toBeCloseTo(0, 6)
    return session.solve([lost])
  } finally {
    session.dispose()
  }
}
const short = (run: ReturnType<typeof build>, p: number) =>
  (run.unserved.get('town') ?? []).reduce((sum, step) => sum + (step[p] ?? 0), 0)

describe('capacity that a scenario lets be built', () => {
  it('is built where that saves more than it costs, and its cost is part of the answer', () => {
    // B loses 30 of its own 50. A unit of the line costs 1,000 a day and saves at least 100,000: 30 are built, at
    // 30 · 365,000 · 60 / 365 over the horizon.
    const run = build({})
    expect(run.built).toEqual([{ asset: 'links/line', value: expect.closeTo(30, 6), unit: 'gwh_d' }])
    expect(short(run, 0)).toBeCloseTo(0, 6)
    expect(run.objective).toBeCloseTo(30 * 1000 * 60, 3)
  })

  it('is not built where going without is cheaper', () => {
    // The first step of demand costs 100,000 a unit; the third, 400,000, is reached by 30 of 100.
    const run = build({ costPerYear: 365 * 150_000 })
    expect(run.built[0]?.value).toBeCloseTo(20, 6)
    expect(short(run, 0)).toBeCloseTo(10, 6)
  })

  it('stays within its greatest size and works from its first day on', () => {
    const small = build({ most: 12 })
    expect(small.built[0]?.value).toBeCloseTo(12, 6)
    expect(short(small, 0)).toBeCloseTo(18, 6)
    const late = build({ from: calendarDate('2025-03-03') })
    expect([short(late, 0), short(late, 1)].map((value) => Math.round(value))).toEqual([30, 0])
  })

  it('makes up for what an asset itself has lost', () => {
    const session = createSession(highs, network, {
      grid: 'months',
      start,
      days: 30,
      extendable: [{ asset: 'links/line', most: 100, unit: 'gwh_d', costPerYear: 365_000, from: null }],
    })
    const run = session.solve([{ ...lost, asset: 'links/line', value: 10 }])
    session.dispose()
    expect(run.built[0]?.value).toBeCloseTo(40, 6)
    expect(run.flow.get('line')?.[0]).toBeCloseTo(50, 6)
  })

  it.each([
    [{ asset: 'demands/town' }, /name a row of links, supplies, conversions or stores/u],
    [{ asset: 'links/none' }, /not in the network of that day/u],
    [{ unit: 'kbbl_d' }, /give at least 0, in gwh_d/u],
    [{ most: Number.NaN }, /give at least 0/u],
  ])('refuses %o by name', (given, message) => {
    expect(() => build(given)).toThrow(message)
  })

  it('gives in the hours of peak what it gives by the day', () => {
    // 100 are asked and 150 in six hours of peak; 40 and 50 are made there, the line brings 60. Another 40 make it whole.
    const power = networkFixture({
      powerBlocks: { hours: 6, ordinary: 1, overMonth: 1.5, swing: 1.25 },
      links: [{ id: 'line', from: 'a:power', to: 'b:power', capacity: 110, flow: 60, kind: 'power' }],
      supplies: [
        { id: 'plants', bus: 'a:power', capacity: 400, output: 60 },
        { id: 'small', bus: 'b:power', capacity: 40, output: 40 },
      ],
      demands: [{ id: 'town', bus: 'b:power', rate: 100 }],
    })
    const session = createSession(highs, power, {
      grid: 'months',
      start,
      days: 30,
      extendable: [{ asset: 'links/line', most: 100, unit: 'gwh_d', costPerYear: 365, from: null }],
    })
    const run = session.solve([{ ...lost, asset: 'links/line', value: 60 }])
    session.dispose()
    expect(run.built[0]?.value).toBeCloseTo(40, 5)
    expect(run.peaks.get('b:power')?.unserved[0] ?? 0).toBeCloseTo(0, 6)
  })
})

it('says of a floor that cannot hold how far it can', () => {
  // 20 of B's own and 50 over the line are 70 of 100.
  const session = createSession(highs, network, { grid: 'months', start, days: 30 })
  const run = session.solve([lost], { floors: [{ demand: 'town', share: 0.95 }] })
  session.dispose()
  expect(run.status).toBe('infeasible')
  expect(run.relaxation).toEqual([
    {
      constraint: 'floor:town',
      sentence: 'town can be served at 70 % in the worst of 1 periods, not 95 %: 25 GWh/d are missing there.',
      amount: expect.closeTo(25, 6),
      unit: 'gwh_d',
    },
  ])
})
