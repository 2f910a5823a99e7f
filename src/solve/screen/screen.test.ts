import { describe, expect, it } from 'vitest'
import type { Network } from '../../atlas/network.ts'
import { calendarDate } from '../../core/time.ts'
import { networkFixture, sourced } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { createSession, type Session } from '../session.ts'
import { type Contingency, contingenciesOf, shocksOf } from './contingency.ts'
import { screenPairs } from './screen-pairs.ts'
import { screenSingles } from './screen-singles.ts'
import { unitLoss } from './unit-loss.ts'

const highs = await solverForTests()
const start = calendarDate('2025-01-20')

/** Two ways from a to c, by b and by d, a dear source at c, and a spare way from a to c that is idle. */
const twoWays = networkFixture({
  links: [
    { id: 'ab', from: 'a:gas', to: 'b:gas', capacity: 60, flow: 50, cost: 10 },
    { id: 'bc', from: 'b:gas', to: 'c:gas', capacity: 60, flow: 50, cost: 10 },
    { id: 'ad', from: 'a:gas', to: 'd:gas', capacity: 60, flow: 30, cost: 20 },
    { id: 'dc', from: 'd:gas', to: 'c:gas', capacity: 60, flow: 30, cost: 20 },
    { id: 'spare', from: 'a:gas', to: 'c:gas', capacity: 10, flow: 0, cost: 900 },
  ],
  supplies: [
    { id: 'sa', asset: 'field-a', bus: 'a:gas', capacity: 100, output: 80, cost: 1000 },
    { id: 'sc', asset: 'field-c', bus: 'c:gas', capacity: 30, output: 20, cost: 9000 },
  ],
  demands: [{ id: 'dc', bus: 'c:gas', rate: 100 }],
})

const open = (network = twoWays): Session =>
  createSession(highs, network, {
    grid: 'screening',
    start,
    days: 30,
    pickUp: () => ({ delayDays: 0, fullDays: 0, fraction: 1 }),
    supplyPickUp: () => ({ delayDays: 0, fullDays: 0, fraction: 1 }),
  })

/** A ring of six zones with chords; sizes differ by seed. */
function ring(seed: number) {
  const zones = 6
  const size = (at: number, most: number) => ((at + 3) * (seed + 7) * 37) % most
  const bus = (zone: number) => `z${zone % zones}:gas`
  return networkFixture({
    links: Array.from({ length: 9 }, (_, at) => ({
      id: `l${at}`,
      from: bus(at),
      to: bus(at + (at < zones ? 1 : 2)),
      capacity: 20 + size(at, 50),
      flow: at % 4 === 3 ? null : Math.min(20 + size(at, 50), size(at + 11, 45)),
      cost: 50 + size(at + 5, 400),
      loss: at % 2 === 0 ? 0.01 : 0,
    })),
    supplies: [0, 2, 4].map((z) => ({
      id: `s${z}`,
      asset: `field-${z}`,
      bus: bus(z),
      capacity: 70 + size(z + 30, 60),
      output: 50 + size(z + 31, 20),
      cost: 3000 + 100 * size(z + 32, 30),
    })),
    demands: Array.from({ length: zones }, (_, z) => ({
      id: `d${z}`,
      bus: bus(z),
      rate: 15 + size(z + 40, 30),
    })),
    stores: [{ id: 'cavern', bus: bus(2), volume: 600, level: 300, injection: 10, withdrawal: 20 }],
  })
}

/** The ring with oil beside one field's gas, as much as it may; and a contract on a route. */
function coupled(seed: number): Network {
  const of = ring(seed)
  const oil = networkFixture({
    supplies: [{ id: 'oil', asset: 'oil-field', bus: 'z0:crude', capacity: 60, output: 40, cost: 9_000 }],
    links: [{ id: 'oil-line', from: 'z0:crude', to: 'z1:crude', capacity: 70, flow: 40, cost: 500 }],
    demands: [{ id: 'refinery', bus: 'z1:crude', rate: 40 }],
  })
  return {
    ...of,
    buses: [...of.buses, ...oil.buses],
    links: [...of.links, ...oil.links],
    supplies: [...of.supplies, ...oil.supplies],
    demands: [...of.demands, ...oil.demands],
    jointProducts: [
      {
        id: 'field',
        name: 'Field',
        main: 'oil',
        by: 's0',
        outlets: seed % 2 === 0 ? ['l0'] : [],
        ratio: { ...sourced(1.5), low: 1.2, high: 2 },
        elsewhere: 10 * seed,
      },
    ],
    contracts: [
      {
        id: 'supply',
        name: 'Supply',
        carrier: 'gas',
        links: ['l0'],
        quantity: sourced(30),
        takeOrPay: sourced(0.9),
        price: sourced(20_000),
      },
    ],
  }
}

const everyNetwork = (): readonly Network[] => [
  twoWays,
  ...[1, 2, 3, 4].map(ring),
  ...[1, 2, 3, 4].map(coupled),
]

const cost = (session: Session, contingencies: readonly Contingency[]): number =>
  session.solve(contingencies.flatMap((one) => shocksOf(one, start))).programmeObjective ?? Number.NaN

describe('single contingencies', () => {
  it('are assets with all their rows, and routes; what sums over a zone is none', () => {
    const network = networkFixture({
      links: [
        { id: 'l1', from: 'a:gas', to: 'b:gas', capacity: 1, asset: 'pipe' },
        { id: 'l2', from: 'b:gas', to: 'a:gas', capacity: 1, asset: 'pipe' },
        { id: 'l3', from: 'a:gas', to: 'b:gas', capacity: 1 },
        { id: 'world', from: 'b:gas', to: 'a:gas', capacity: 1, kind: 'market' },
      ],
      supplies: [
        { id: 'all-fields', bus: 'a:gas', capacity: 9, output: 9 },
        { id: 'field', bus: 'a:gas', capacity: 9, output: 9, asset: 'big-field' },
      ],
    })
    const found = contingenciesOf(network)
    expect(found.map((one) => one.id)).toEqual(['assets/pipe', 'links/l3', 'assets/big-field'])
    expect(found[0]?.rows.map((row) => row.id)).toEqual(['l1', 'l2'])
  })

  it('ranks by unserved demand: one half of a way is worth the other half', () => {
    const session = open()
    const { losses } = screenSingles(session, contingenciesOf(twoWays))
    const rank = losses.map((loss) => loss.contingencies[0]?.id)
    // Without sa only the 30 of sc are left: 70 a day for 30 days.
    expect(rank[0]).toBe('assets/field-a')
    expect(losses[0]?.unservedGwh).toBeCloseTo(70 * 30, 3)
    // Without ab: 60 by d, 10 by the spare way, 30 at c: everything is served, only dearer.
    const ab = losses.find((loss) => loss.contingencies[0]?.id === 'links/ab')
    expect(ab?.unservedGwh).toBe(0)
    expect(ab?.cost).toBeGreaterThan(0)
    session.dispose()
  })

  it('skips what is idle, and enumeration agrees that its loss costs nothing', () => {
    for (const network of [twoWays, ring(1), ring(2), ring(3)]) {
      const session = open(network)
      const all = contingenciesOf(network)
      const { idle, losses } = screenSingles(session, all)
      expect(idle.length + losses.length).toBe(all.length)
      for (const one of idle) expect(Math.abs(cost(session, [one]))).toBeLessThan(1e-3)
      session.dispose()
    }
    const session = open()
    expect(screenSingles(session, contingenciesOf(twoWays)).idle.map((one) => one.id)).toEqual([
      'links/spare',
    ])
    session.dispose()
  })
})

describe('pairs of contingencies', () => {
  it('gives what full enumeration gives, with fewer solves', () => {
    let [solved, pairs] = [0, 0]
    for (const network of everyNetwork()) {
      const session = open(network)
      const all = contingenciesOf(network)
      const found = screenPairs(session, all, screenSingles(session, all), { top: 5 })
      const enumerated = all
        .flatMap((a, at) => all.slice(at + 1).map((b) => cost(session, [a, b])))
        .sort((a, b) => b - a)
      expect(found.pairs).toBe(enumerated.length)
      found.losses.forEach((loss, at) => {
        expect(Math.abs(loss.programmeCost - (enumerated[at] ?? Number.NaN))).toBeLessThan(
          1 + 1e-7 * loss.programmeCost,
        )
      })
      solved += found.solved
      pairs += found.pairs
      session.dispose()
    }
    expect(solved).toBeLessThan(pairs)
  })

  it('bounds every pair from above by one member and what the other then carries', () => {
    for (const network of everyNetwork()) {
      const session = open(network)
      const all = contingenciesOf(network)
      const everyPair = all.length * all.length
      const found = screenPairs(session, all, screenSingles(session, all), { top: everyPair })
      const unit = unitLoss(network, session.baseCase, { minimumFlows: false, kirchhoffLines: false })
      expect(unit.kind).toBe('bound')
      for (const { contingencies, programmeCost } of found.losses) {
        const [a, b] = contingencies
        if (a === undefined || b === undefined || unit.kind !== 'bound') throw new Error('a pair has two')
        const run = session.solve(shocksOf(a, start))
        const carried = b.rows.reduce((sum, { table, id }) => {
          const of = {
            links: run.flow,
            supplies: run.output,
            stores: run.withdrawal,
            conversions: run.converted,
          }
          return sum + (of[table].get(id)?.reduce((s, v, p) => s + v * (run.periods[p]?.days ?? 1), 0) ?? 0)
        }, 0)
        const atMost = (run.programmeObjective ?? 0) + unit.value * carried
        expect(programmeCost).toBeLessThanOrEqual(atMost + 1 + 1e-7 * atMost)
      }
      session.dispose()
    }
  })

  it('prunes nothing, and says why, where a minimum flow or Kirchhoff lines break the bound', () => {
    const session = open()
    const all = contingenciesOf(twoWays)
    const found = screenPairs(session, all, screenSingles(session, all), {
      top: 2,
      features: { minimumFlows: true, kirchhoffLines: false },
    })
    expect(found.pruned).toBe(0)
    expect(found.solved + found.known).toBe(found.pairs)
    const lines = { minimumFlows: false, kirchhoffLines: true }
    const meshed = screenPairs(session, all, screenSingles(session, all), { top: 2, features: lines })
    expect(meshed.solved).toBe(meshed.pairs)
    expect(found.unpruned).toContain('minimum flow')
    session.dispose()
  })
})
