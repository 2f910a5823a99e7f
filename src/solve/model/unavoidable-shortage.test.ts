import { describe, expect, it } from 'vitest'
import type { Network } from '../../atlas/network.ts'
import { calendarDate } from '../../core/time.ts'
import type { ConcreteShock } from '../../scenarios/scenario.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import type { SolveResult } from '../result.ts'
import { createSession } from '../session.ts'

const highs = await solverForTests()
const start = calendarDate('2025-03-01')
const DAYS = 4

/** What is left of a field of 100 that feeds A: 70 are asked in A, and 30 in B by a line from there. */
const left = (value: number): ConcreteShock => ({
  asset: 'supplies/field',
  field: 'supply',
  value,
  unit: '1',
  from: start,
  to: null,
})

/** A has a store of 80 that gives up to `rate` a day. */
const withStore = (rate: number): Network =>
  networkFixture({
    supplies: [{ id: 'field', bus: 'x:gas', capacity: 100, output: 100, cost: 5_000 }],
    links: [
      { id: 'x-a', from: 'x:gas', to: 'a:gas', capacity: 100, flow: 100, cost: 500 },
      { id: 'a-b', from: 'a:gas', to: 'b:gas', capacity: 30, flow: 30, cost: 500 },
    ],
    stores: [{ id: 'cavern', bus: 'a:gas', volume: 80, level: 80, injection: 0, withdrawal: rate }],
    demands: [
      { id: 'in-a', bus: 'a:gas', rate: 70 },
      { id: 'in-b', bus: 'b:gas', rate: 30 },
    ],
  })

function ownFirst(network: Network, shock: ConcreteShock): SolveResult {
  const open = () => ({ delayDays: 0, fullDays: 0, fraction: 1 })
  const session = createSession(highs, network, {
    grid: 'brief',
    start,
    days: DAYS,
    pickUp: open,
    supplyPickUp: open,
  })
  try {
    return session.solve([shock], { sharing: 'own_first' })
  } finally {
    session.dispose()
  }
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)
/** Shortage of a demand over all days. */
const missing = (of: SolveResult, demand: string): number => sum((of.unserved.get(demand) ?? []).map(sum))

describe('a shortage that own stores or sources could have met', () => {
  it('does not cut exports: a saving that spares stock is no shortage', () => {
    // 80 are missing in four days: 20 from the first quarter of the store, 40 from the first step of demand, a tenth of
    // it everywhere, 20 from the second quarter. A forgoes 28 and has 40 in store: it could serve itself.
    const run = ownFirst(withStore(50), left(0.8))
    expect(missing(run, 'in-a')).toBeCloseTo(28, 5)
    expect(missing(run, 'in-b')).toBeCloseTo(12, 5)
    expect(run.level.get('cavern')?.at(-1)).toBeCloseTo(40, 5)
  })

  it('cuts exports where the store gives no more by the day', () => {
    // 5 a day from the store, 15 are missing: all of it in B, since A serves itself first.
    const run = ownFirst(withStore(5), left(0.8))
    expect(missing(run, 'in-a')).toBeCloseTo(0, 4)
    expect(missing(run, 'in-b')).toBeCloseTo(4 * 15, 4)
  })

  it('counts no unit of stock twice: what A forgoes beyond all that its store still holds cuts exports', () => {
    // Together A and B forgo 100 of 160 and leave 20 in store: 70 in A, 50 more than its store could have met.
    const run = ownFirst(withStore(50), left(0.6))
    const stock = run.level.get('cavern')?.at(-1) ?? 0
    expect(missing(run, 'in-a')).toBeLessThanOrEqual(stock + 0.2)
    expect(missing(run, 'in-b')).toBeGreaterThan(30 + 50 / 2)
    expect(missing(run, 'in-a') + missing(run, 'in-b') + (80 - stock)).toBeCloseTo(160, 4)
  })

  it('counts a store that a full line keeps from the zone that goes short as none', () => {
    const network = networkFixture({
      supplies: [{ id: 'field', bus: 'x:gas', capacity: 100, output: 100, cost: 5_000 }],
      links: [
        { id: 'x-a', from: 'x:gas', to: 'a:gas', capacity: 100, flow: 100, cost: 500 },
        { id: 'a-b', from: 'a:gas', to: 'b:gas', capacity: 30, flow: 30, cost: 500 },
        { id: 'hills-a', from: 'hills:gas', to: 'a:gas', capacity: 5, flow: 0, cost: 100 },
      ],
      stores: [{ id: 'cavern', bus: 'hills:gas', volume: 80, level: 80, injection: 0, withdrawal: 50 }],
      demands: [
        { id: 'in-a', bus: 'a:gas', rate: 70 },
        { id: 'in-b', bus: 'b:gas', rate: 30 },
      ],
    })
    const buses = network.buses.map((bus) =>
      bus.zone === 'a' || bus.zone === 'hills' ? { ...bus, country: 'AA' } : bus,
    )
    const run = ownFirst({ ...network, buses }, left(0.8))
    expect(missing(run, 'in-a')).toBeCloseTo(0, 4)
    expect(missing(run, 'in-b')).toBeCloseTo(4 * 15, 4)
  })

  it('counts a source of its own that stands idle as own supply', () => {
    // A well of A at more than the first step of demand is worth, but less than the second: it could give 20.
    const network = networkFixture({
      supplies: [
        { id: 'field', bus: 'x:gas', capacity: 100, output: 100, cost: 5_000 },
        { id: 'well', bus: 'a:gas', capacity: 20, output: 0, cost: 150_000 },
      ],
      links: [
        { id: 'x-a', from: 'x:gas', to: 'a:gas', capacity: 100, flow: 100, cost: 500 },
        { id: 'a-b', from: 'a:gas', to: 'b:gas', capacity: 30, flow: 30, cost: 500 },
      ],
      demands: [
        { id: 'in-a', bus: 'a:gas', rate: 70 },
        { id: 'in-b', bus: 'b:gas', rate: 30 },
      ],
    })
    const run = ownFirst(network, left(0.95))
    // 5 of 100 are missing, half of the first step everywhere; the well stays shut.
    expect(run.output.get('well')?.[0]).toBeCloseTo(0, 5)
    expect(missing(run, 'in-a') + missing(run, 'in-b')).toBeCloseTo(20, 4)
    expect(missing(run, 'in-a')).toBeGreaterThan(0)
  })
})
