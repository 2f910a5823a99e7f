import { describe, expect, it } from 'vitest'
import { calendarDate } from '../core/time.ts'
import { networkFixture } from './network/network-fixture.ts'
import { solverForTests } from './network/solver-fixture.ts'
import { createSession } from './session.ts'

const highs = await solverForTests()
const start = calendarDate('2025-03-01')
const at = (series: Float64Array | undefined, period: number): number => series?.[period] ?? Number.NaN
const open = () => ({ delayDays: 0, fullDays: 0, fraction: 1 })

/** West sends 100 over two routes to East: 70 direct (capacity 80), 30 round (capacity 60). */
const twoRoutes = networkFixture({
  supplies: [{ id: 'field', bus: 'west:gas', capacity: 120, output: 100, cost: 10_000 }],
  links: [
    { id: 'direct', from: 'west:gas', to: 'east:gas', capacity: 80, flow: 70, cost: 1_000 },
    { id: 'round', from: 'west:gas', to: 'east:gas', capacity: 60, flow: 30, cost: 3_000 },
  ],
  demands: [{ id: 'homes', bus: 'east:gas', rate: 100 }],
})

describe('a solve session', () => {
  it('reproduces observed flows in the base', () => {
    const session = createSession(highs, twoRoutes, { grid: 'brief', start, days: 10 })
    const base = session.base()
    expect(base.status).toBe('optimal')
    expect(base.objective).toBe(0)
    for (let p = 0; p < 10; p++) {
      expect(at(base.flow.get('direct'), p)).toBeCloseTo(70, 6)
      expect(at(base.flow.get('round'), p)).toBeCloseTo(30, 6)
      expect(at(base.served.get('homes'), p)).toBeCloseTo(100, 6)
    }
    session.dispose()
  })

  it('sends what a lost route carried over the other, up to its capacity, and cuts the cheapest steps', () => {
    const session = createSession(highs, twoRoutes, { grid: 'brief', start, days: 10, pickUp: open })
    const lost = {
      asset: 'links/direct',
      field: 'capacity',
      value: 0,
      unit: '1',
      from: start,
      to: null,
    } as const
    const run = session.solve([lost])
    // 100 wanted, 60 fit over the other route: steps of 10, 15 and 15 of the third 25 are cut.
    expect(at(run.flow.get('direct'), 3)).toBe(0)
    expect(at(run.flow.get('round'), 3)).toBeCloseTo(60, 6)
    expect(run.unserved.get('homes')?.map((step) => at(step, 3))).toEqual([
      expect.closeTo(10, 6),
      expect.closeTo(15, 6),
      expect.closeTo(15, 6),
      0,
      0,
    ])
    expect(at(run.price.get('east:gas'), 3)).toBeCloseTo(400_000, 3)
    expect(run.binding[0]?.constraint).toBe('link-capacity:direct')
    session.dispose()
  })

  it('lets re-routing grow only as fast as the pick-up allows', () => {
    const pickUp = () => ({ delayDays: 2, fullDays: 5, fraction: 0.5 })
    const session = createSession(highs, twoRoutes, { grid: 'brief', start, days: 10, pickUp })
    const run = session.solve([
      { asset: 'links/direct', field: 'capacity', value: 0, unit: '1', from: start, to: null },
    ])
    // Spare room of the other route is 30; half of it opens over days 2 to 5.
    const flow = [0, 1, 2, 3, 4, 5, 9].map((p) => at(run.flow.get('round'), p))
    expect(flow.map((value) => Number(value.toFixed(4)))).toEqual([30, 30, 33.75, 37.5, 41.25, 45, 45])
    session.dispose()
  })

  it('draws a store during an outage that it believes short, and cuts demand when the belief is long', () => {
    const stored = networkFixture({
      supplies: [{ id: 'field', bus: 'west:gas', capacity: 100, output: 100, cost: 10_000 }],
      links: [{ id: 'line', from: 'west:gas', to: 'east:gas', capacity: 100, flow: 100, cost: 1_000 }],
      demands: [{ id: 'homes', bus: 'east:gas', rate: 100 }],
      stores: [{ id: 'cavern', bus: 'east:gas', volume: 600, level: 300, injection: 10, withdrawal: 80 }],
    })
    const session = createSession(highs, stored, { grid: 'brief', start, days: 20, pickUp: open })
    const lost = {
      asset: 'links/line',
      field: 'capacity',
      value: 0.65,
      unit: '1',
      from: start,
      to: calendarDate('2025-03-20'),
    } as const
    const short = session.solve([lost], { beliefDays: 2 })
    const long = session.solve([lost], { beliefDays: 20 })
    // A quarter of the stock (75) is cheaper than the first step: two days of 35 fit in it, and nothing is cut.
    expect(at(short.withdrawal.get('cavern'), 0)).toBeCloseTo(35, 4)
    expect(short.replans.length).toBeGreaterThan(1)
    // Twenty days of 35 are 700: steps of 10 and 15 are cut on every day, and the stock gives the 10 that remain.
    expect(at(long.withdrawal.get('cavern'), 0)).toBeCloseTo(10, 4)
    expect(at(long.level.get('cavern'), 19)).toBeCloseTo(100, 4)
    expect(long.replans.length).toBe(1)
    session.dispose()
  })

  it('gives a status and no numbers when it is stopped, and solves again afterwards', () => {
    let isStopped = false
    const shouldStop = () => isStopped
    const session = createSession(highs, twoRoutes, {
      grid: 'brief',
      start,
      days: 60,
      pickUp: open,
      shouldStop,
    })
    session.base()
    isStopped = true
    const lost = {
      asset: 'links/direct',
      field: 'capacity',
      value: 0,
      unit: '1',
      from: start,
      to: null,
    } as const
    const run = session.solve([lost])
    expect(run.status).toBe('cancelled')
    expect(run.objective).toBeNull()
    expect(run.flow.size).toBe(0)
    isStopped = false
    expect(session.solve([lost]).status).toBe('optimal')
    session.dispose()
  })
})
