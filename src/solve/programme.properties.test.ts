import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Network } from '../atlas/network.ts'
import type { Sourced } from '../core/provenance.ts'
import { calendarDate } from '../core/time.ts'
import type { ConcreteShock } from '../scenarios/scenario.ts'
import { networkFixture, sourced } from './network/network-fixture.ts'
import { solverForTests } from './network/solver-fixture.ts'
import type { SolveResult } from './result.ts'
import { createSession, type Session } from './session.ts'

const highs = await solverForTests()
const start = calendarDate('2025-03-01')
const open = () => ({ delayDays: 0, fullDays: 3, fraction: 1 })

/** Gas and power with what joins them: a plant, a store, a field of both, a contract, an owner who may be refused. */
function network(n: readonly number[]): Network {
  const at = (i: number): number => n[i % n.length] ?? 0
  const plain = networkFixture({
    supplies: [
      { id: 'field', bus: 'a:gas', capacity: 150 + at(0), output: 120 + at(1), cost: 5_000 },
      { id: 'main', bus: 'c:power', capacity: 80, output: 40 + at(2) / 2, cost: 9_000 },
      { id: 'by', bus: 'c:gas', capacity: 60, output: 20 + at(3) / 2, cost: 2_000 },
    ],
    links: [
      {
        id: 'a-b',
        from: 'a:gas',
        to: 'b:gas',
        capacity: 120 + at(4),
        flow: 60 + at(5) / 2,
        cost: 500,
        loss: 0.01,
      },
      { id: 'c-b', from: 'c:gas', to: 'b:gas', capacity: 90, flow: 15, cost: 300 },
      { id: 'b-c', from: 'b:gas', to: 'c:gas', capacity: 40 + at(6), flow: null, cost: 300 },
      { id: 'wire', from: 'b:power', to: 'c:power', capacity: 30, flow: 5, cost: 100, kind: 'power' },
      { id: 'wire-back', from: 'c:power', to: 'b:power', capacity: 30, flow: 5, cost: 100, kind: 'power' },
    ],
    demands: [
      { id: 'homes-a', bus: 'a:gas', rate: 40 + at(7) },
      { id: 'homes-b', bus: 'b:gas', rate: 30 + at(8) },
      { id: 'lamps-b', bus: 'b:power', rate: 15 + at(9) / 4 },
      { id: 'lamps-c', bus: 'c:power', rate: 20 + at(10) / 4 },
    ],
    stores: [{ id: 'cavern', bus: 'b:gas', volume: 500, level: 300, injection: 20, withdrawal: 30 }],
    conversions: [{ id: 'plant', from: 'b:gas', to: 'b:power', capacity: 60, flow: 25, efficiency: 0.5 }],
  })
  return {
    ...plain,
    powerBlocks: { hours: 6, ordinary: 0.8, overMonth: 1.3, swing: 1.2 },
    jointProducts: [
      {
        id: 'joint',
        name: 'Joint',
        main: 'main',
        by: 'by',
        outlets: ['c-b'],
        ratio: { ...sourced(1), low: 0.8, high: 1.4 },
        elsewhere: 20,
      },
    ],
    contracts: [
      {
        id: 'supply',
        name: 'Supply',
        carrier: 'gas',
        links: ['a-b'],
        quantity: sourced(60),
        takeOrPay: sourced(0.8),
        price: sourced(15_000),
      },
    ],
    refusals: [
      {
        id: 'ban-b',
        measure: 'ban',
        name: 'Ban',
        isInForce: false,
        origins: ['actors/big'],
        shares: new Map([['field', 0.4]]),
        links: [],
        buses: ['b:gas'],
      },
    ],
  }
}
const numbers = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 11, maxLength: 11 })
const shock = fc
  .record({
    of: fc.constantFrom(
      ['links/a-b', 'capacity'] as const,
      ['links/c-b', 'capacity'] as const,
      ['supplies/field', 'supply'] as const,
      ['demands/homes-b', 'demand'] as const,
      ['conversions/plant', 'capacity'] as const,
      ['measures/ban', 'measure'] as const,
    ),
    tenths: fc.integer({ min: 0, max: 12 }),
    days: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ of: [asset, field], tenths, days }): ConcreteShock => {
    const to = calendarDate(`2025-03-0${days}`)
    if (field === 'measure') return { asset, field, value: 1, unit: 'in_force', from: start, to }
    return { asset, field, value: tenths / 10, unit: '1', from: start, to }
  })

function withSession<T>(of: Network, use: (session: Session) => T): T {
  const session = createSession(highs, of, {
    grid: 'brief',
    start,
    days: 6,
    pickUp: open,
    supplyPickUp: open,
    imposable: ['ban'],
  })
  try {
    return use(session)
  } finally {
    session.dispose()
  }
}

/** Everything that is counted in units of gas or power times the factor of its carrier; money per unit over it. */
function inOtherUnits(of: Network, factor: Readonly<Record<string, number>>): Network {
  const f = (bus: string): number => factor[bus.slice(bus.indexOf(':') + 1)] ?? 1
  const times = <T extends Sourced | null>(value: T, by: number): T =>
    value === null
      ? value
      : { ...value, value: value.value * by, low: scaled(value.low, by), high: scaled(value.high, by) }
  const scaled = (value: number | null, by: number): number | null => (value === null ? null : value * by)
  const busOf = new Map(of.supplies.map((supply) => [supply.id, supply.bus]))
  return {
    ...of,
    links: of.links.map((row) => ({
      ...row,
      capacity: times(row.capacity, f(row.from)),
      flow: times(row.flow, f(row.from)),
      cost: times(row.cost, 1 / f(row.from)),
    })),
    supplies: of.supplies.map((row) => ({
      ...row,
      capacity: times(row.capacity, f(row.bus)),
      output: times(row.output, f(row.bus)),
      cost: times(row.cost, 1 / f(row.bus)),
    })),
    demands: of.demands.map((row) => ({ ...row, rate: times(row.rate, f(row.bus)) })),
    stores: of.stores.map((row) => ({
      ...row,
      volume: times(row.volume, f(row.bus)),
      level: times(row.level, f(row.bus)),
      injection: times(row.injection, f(row.bus)),
      withdrawal: times(row.withdrawal, f(row.bus)),
    })),
    conversions: of.conversions.map((row) => ({
      ...row,
      capacity: times(row.capacity, f(row.from)),
      flow: times(row.flow, f(row.from)),
      efficiency: (row.efficiency * f(row.to)) / f(row.from),
    })),
    jointProducts: (of.jointProducts ?? []).map((row) => ({
      ...row,
      ratio: times(row.ratio, f(busOf.get(row.by) ?? '') / f(busOf.get(row.main) ?? '')),
      elsewhere: row.elsewhere * f(busOf.get(row.by) ?? ''),
    })),
    contracts: (of.contracts ?? []).map((row) => ({
      ...row,
      quantity: times(row.quantity, f(`:${row.carrier}`)),
      price: times(row.price, 1 / f(`:${row.carrier}`)),
    })),
    tiers: of.tiers.map((row) => ({ ...row, price: times(row.price, 1 / f(`:${row.carrier}`)) })),
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

describe('properties of the programme', () => {
  it('conserves each class at each bus and period, within what flows', () => {
    fc.assert(
      fc.property(numbers, fc.array(shock, { minLength: 1, maxLength: 2 }), (n, shocks) =>
        withSession(network(n), (session) => {
          const run = session.solve(shocks)
          const [big] = run.classes
          expect(big).toBeDefined()
          run.periods.forEach((_, p) => {
            const at = (series: Float64Array | undefined): number => series?.[p] ?? 0
            for (const bus of run.network.buses) {
              let sum = -at(big?.use.get(bus.id))
              for (const link of run.network.links) {
                const flow = at(big?.flow.get(link.id))
                expect(flow).toBeLessThan(at(run.flow.get(link.id)) + 1e-5)
                if (link.to === bus.id) sum += (1 - link.loss) * flow
                if (link.from === bus.id) sum -= flow
              }
              for (const supply of run.network.supplies) {
                if (supply.bus === bus.id) sum += at(big?.output.get(supply.id))
              }
              expect(Math.abs(sum)).toBeLessThan(1e-5)
            }
          })
        }),
      ),
      { numRuns: 15, seed: 21 },
    )
  })

  it('has units that cancel in every constraint: in other units the same cost', () => {
    fc.assert(
      fc.property(numbers, shock, (n, some) => {
        const plain = withSession(network(n), (session) => session.solve([some]))
        const other = withSession(inOtherUnits(network(n), { gas: 4, power: 0.5 }), (session) =>
          session.solve([some]),
        )
        const cost = Math.abs(plain.programmeObjective ?? 0)
        expect(Math.abs((other.programmeObjective ?? 0) - (plain.programmeObjective ?? 0))).toBeLessThan(
          10 + 1e-6 * cost,
        )
      }),
      { numRuns: 15, seed: 22 },
    )
  })

  it('gives after a thousand shocks applied and undone what a cold solve gives', () => {
    const [n = []] = fc.sample(numbers, { numRuns: 1, seed: 23 })
    const drawn = fc.sample(fc.array(shock, { minLength: 1, maxLength: 2 }), { numRuns: 1_000, seed: 23 })
    withSession(network(n), (warm) => {
      const before = warm.solve([])
      for (const [at, shocks] of drawn.entries()) {
        const run = warm.solve(shocks, { beliefDays: 4 })
        expect(run.status).toBe('optimal')
        if (at % 50 !== 0) continue
        withSession(network(n), (cold) => {
          expectSame(run, cold.solve(shocks, { beliefDays: 4, startFrom: 'scratch' }))
        })
      }
      expectSame(warm.solve([]), before)
    })
  }, 60_000)
})
