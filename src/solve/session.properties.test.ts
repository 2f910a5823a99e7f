import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Network } from '../atlas/network.ts'
import { calendarDate } from '../core/time.ts'
import type { ConcreteShock } from '../scenarios/scenario.ts'
import { networkFixture, sourced } from './network/network-fixture.ts'
import { solverForTests } from './network/solver-fixture.ts'
import type { SolveResult } from './result.ts'
import { createSession, type SessionOptions } from './session.ts'

const highs = await solverForTests()
const start = calendarDate('2025-01-20')
const options: SessionOptions = {
  grid: 'brief',
  start,
  days: 14,
  pickUp: () => ({ delayDays: 1, fullDays: 6, fraction: 0.8 }),
}

/** A ring of zones with chords, sources, uses and stores of random size; observations need not agree. */
const network = fc
  .record({
    zones: fc.integer({ min: 3, max: 6 }),
    numbers: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 80, maxLength: 80 }),
  })
  .map(({ zones, numbers }): Network => {
    const number = (at: number): number => numbers[at % numbers.length] ?? 0
    const bus = (zone: number) => `z${zone % zones}:gas`
    const ring = Array.from({ length: zones }, (_, z) => z)
    return networkFixture({
      links: [...ring, ...ring.slice(0, zones - 2).map((z) => z + zones)].map((at) => {
        const hop = at < zones ? 1 : 2
        const capacity = 20 + number(at)
        const flow = number(at + 10) % 3 === 0 ? null : Math.min(capacity, number(at + 20))
        return {
          id: `l${at}`,
          from: bus(at),
          to: bus(at + hop),
          capacity,
          flow,
          cost: 100 * number(at + 5),
          loss: number(at) % 4 === 0 ? 0.02 : 0,
        }
      }),
      supplies: ring
        .filter((z) => z % 2 === 0)
        .map((z) => ({
          id: `s${z}`,
          bus: bus(z),
          capacity: 80 + number(z + 30),
          output: 40 + number(z + 31) / 2,
          cost: 5_000 + 100 * number(z + 32),
        })),
      demands: ring.map((z) => ({
        id: `d${z}`,
        bus: bus(z),
        rate: 10 + number(z + 40),
        kind: z === 1 ? ('market' as const) : ('final' as const),
      })),
      stores: [
        { id: 'cavern', bus: bus(2), volume: 900, level: 5 * number(60), injection: 20, withdrawal: 40 },
      ],
    })
  })

const shock = fc
  .record({
    at: fc.integer({ min: 0, max: 5 }),
    value: fc.integer({ min: 0, max: 12 }),
    first: fc.integer({ min: 0, max: 5 }),
    kind: fc.constantFrom('link', 'supply', 'demand'),
  })
  .map(({ at, value, first, kind }): ConcreteShock => {
    const from = `2025-01-${20 + first}`
    const to = value % 2 === 0 ? null : `2025-01-${22 + first}`
    const share = value / 10
    if (kind === 'supply') return { asset: 'supplies/s0', field: 'supply', value: share, unit: '1', from, to }
    if (kind === 'demand') return { asset: 'demands/d0', field: 'demand', value: share, unit: '1', from, to }
    return { asset: `links/l${at % 3}`, field: 'capacity', value: share, unit: '1', from, to }
  })

function withSession<T>(of: Network, use: (session: ReturnType<typeof createSession>) => T): T {
  const session = createSession(highs, of, options)
  try {
    return use(session)
  } finally {
    session.dispose()
  }
}

function expectSame(a: SolveResult, b: SolveResult): void {
  expect(a.status).toBe(b.status)
  expect(Math.abs((a.programmeObjective ?? 0) - (b.programmeObjective ?? 0))).toBeLessThan(
    1 + 1e-7 * Math.abs(b.programmeObjective ?? 0),
  )
  for (const [id, series] of a.flow) {
    series.forEach((value, p) => {
      expect(Math.abs(value - (b.flow.get(id)?.[p] ?? 0))).toBeLessThan(1e-5)
    })
  }
}

/** Largest imbalance of any bus in any period. */
function imbalance(of: SolveResult): number {
  let worst = 0
  of.periods.forEach((_, p) => {
    for (const bus of of.network.buses) {
      const at = (series: Float64Array | undefined) => series?.[p] ?? 0
      let sum = at(of.difference.get(bus.id))
      for (const link of of.network.links) {
        if (link.to === bus.id) sum += (1 - link.loss) * at(of.flow.get(link.id))
        if (link.from === bus.id) sum -= at(of.flow.get(link.id))
      }
      for (const supply of of.network.supplies) if (supply.bus === bus.id) sum += at(of.output.get(supply.id))
      for (const demand of of.network.demands) if (demand.bus === bus.id) sum -= at(of.served.get(demand.id))
      for (const store of of.network.stores) {
        if (store.bus === bus.id) sum += at(of.withdrawal.get(store.id)) - at(of.injection.get(store.id))
      }
      worst = Math.max(worst, Math.abs(sum))
    }
  })
  return worst
}

describe('properties of a solve session', () => {
  it('conserves flow at each bus and period, in the base and under shocks', () => {
    fc.assert(
      fc.property(network, fc.array(shock, { minLength: 1, maxLength: 3 }), (of, shocks) =>
        withSession(of, (session) => {
          expect(imbalance(session.base())).toBeLessThan(1e-5)
          expect(imbalance(session.solve(shocks, { beliefDays: 3 }))).toBeLessThan(1e-5)
        }),
      ),
      { numRuns: 30, seed: 1 },
    )
  })

  it('has nothing to do in the base: nobody stores or re-routes before a shock', () => {
    fc.assert(
      fc.property(network, (of) =>
        withSession(of, (session) => {
          const base = session.base()
          expect(Math.abs(base.programmeObjective ?? 1)).toBeLessThan(1e-3)
          for (const [id, series] of base.flow) {
            series.forEach((value, p) => {
              expect(Math.abs(value - (base.base.flow.get(id)?.[p] ?? 0))).toBeLessThan(1e-6)
            })
          }
        }),
      ),
      { numRuns: 30, seed: 2 },
    )
  })

  it('gives after sixty shocks applied and undone what a cold session gives', () => {
    const [of] = fc.sample(network, { numRuns: 1, seed: 3 })
    const shocks = fc.sample(fc.array(shock, { minLength: 1, maxLength: 2 }), { numRuns: 60, seed: 3 })
    if (of === undefined) throw new Error('no network was drawn')
    withSession(of, (warm) => {
      const undisturbed = warm.solve([])
      for (const some of shocks) {
        const run = warm.solve(some, { beliefDays: 4 })
        withSession(of, (cold) => {
          expectSame(run, cold.solve(some, { beliefDays: 4 }))
        })
      }
      expectSame(warm.solve([]), undisturbed)
      expectSame(warm.solve([]), warm.base())
    })
  })

  it('does not depend on the order of rows nor on an asset that nobody uses', () => {
    fc.assert(
      fc.property(network, shock, (of, some) => {
        const turned: Network = {
          ...of,
          buses: [...of.buses].reverse(),
          links: [
            { ...(of.links[0] ?? fail()), id: 'unused', capacity: sourced(0), flow: null },
            ...[...of.links].reverse(),
          ],
          supplies: [...of.supplies].reverse(),
          demands: [...of.demands].reverse(),
        }
        const plain = withSession(of, (session) => session.solve([some], { foresight: 'perfect' }))
        const other = withSession(turned, (session) => session.solve([some], { foresight: 'perfect' }))
        expectSame(plain, other)
      }),
      { numRuns: 20, seed: 4 },
    )
  })

  it('never costs more with more capacity under perfect foresight', () => {
    fc.assert(
      fc.property(network, shock, fc.integer({ min: 0, max: 2 }), (of, some, at) =>
        withSession(of, (session) => {
          const more = {
            asset: `links/l${at}`,
            field: 'capacity',
            value: 1.5,
            unit: '1',
            from: start,
            to: null,
          } as const
          const before = session.solve([some], { foresight: 'perfect' })
          const after = session.solve([more, some], { foresight: 'perfect' })
          const limit = (before.programmeObjective ?? 0) + 1 + 1e-7 * Math.abs(before.programmeObjective ?? 0)
          expect(after.programmeObjective ?? Number.NaN).toBeLessThanOrEqual(limit)
        }),
      ),
      { numRuns: 30, seed: 5 },
    )
  })
})

function fail(): never {
  throw new Error('the network has no link')
}
