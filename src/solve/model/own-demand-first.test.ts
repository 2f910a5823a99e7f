import { describe, expect, it } from 'vitest'
import type { Network } from '../../atlas/network.ts'
import { calendarDate } from '../../core/time.ts'
import type { ConcreteShock, SharingRule } from '../../scenarios/scenario.ts'
import { bindingReasons } from '../answers/reasons.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import type { SolveResult } from '../result.ts'
import { createSession } from '../session.ts'

const highs = await solverForTests()
const start = calendarDate('2025-03-01')
const open = () => ({ delayDays: 0, fullDays: 0, fraction: 1 })
const factor = (asset: string, field: ConcreteShock['field'], value: number): ConcreteShock => ({
  asset,
  field,
  value,
  unit: '1',
  from: start,
  to: null,
})

function solve(network: Network, shocks: readonly ConcreteShock[], sharing?: SharingRule): SolveResult {
  const session = createSession(highs, network, {
    grid: 'brief',
    start,
    days: 4,
    pickUp: open,
    supplyPickUp: open,
  })
  try {
    return session.solve(shocks, sharing === undefined ? {} : { sharing })
  } finally {
    session.dispose()
  }
}

/** Shortage of a demand on the first day. */
const missing = (of: SolveResult, demand: string): number =>
  (of.unserved.get(demand) ?? []).reduce((sum, step) => sum + (step[0] ?? 0), 0)
const flow = (of: SolveResult, link: string): number => of.flow.get(link)?.[0] ?? Number.NaN

/** A source of 100 in a; a line to b, and on to c, which has 10 of its own; 50, 30 and 30 are asked. */
const chain = networkFixture({
  supplies: [
    { id: 'field', bus: 'a:gas', capacity: 100, output: 100, cost: 5_000 },
    { id: 'well', bus: 'c:gas', capacity: 10, output: 10, cost: 7_000 },
  ],
  links: [
    { id: 'a-b', from: 'a:gas', to: 'b:gas', capacity: 100, flow: 50, cost: 500 },
    { id: 'b-c', from: 'b:gas', to: 'c:gas', capacity: 100, flow: 20, cost: 900 },
  ],
  demands: [
    { id: 'in-a', bus: 'a:gas', rate: 50 },
    { id: 'in-b', bus: 'b:gas', rate: 30 },
    { id: 'in-c', bus: 'c:gas', rate: 30 },
  ],
})

describe('sharing of shortage', () => {
  it('cuts all zones that can help each other by the same share when they cooperate', () => {
    // 110 are asked and 55 + 10 are left of 110: 45 of 110 are missing, 41 percent, in steps of five percent.
    const run = solve(chain, [factor('supplies/field', 'supply', 0.55)])
    expect(missing(run, 'in-a') + missing(run, 'in-b') + missing(run, 'in-c')).toBeCloseTo(45, 6)
    for (const [demand, asked] of [
      ['in-a', 50],
      ['in-b', 30],
      ['in-c', 30],
    ] as const) {
      expect(Math.abs(missing(run, demand) / asked - 45 / 110)).toBeLessThan(0.05)
    }
  })

  it('serves the upstream country first when exports are cut, then the transit country', () => {
    const run = solve(chain, [factor('supplies/field', 'supply', 0.55)], 'own_first')
    // a keeps 50 of 55, b keeps the 5 that come, c has its well.
    expect(missing(run, 'in-a')).toBeCloseTo(0, 6)
    expect(missing(run, 'in-b')).toBeCloseTo(25, 6)
    expect(missing(run, 'in-c')).toBeCloseTo(20, 6)
    expect(flow(run, 'b-c')).toBeCloseTo(0, 6)
  })

  it('exports what is left when a country has enough of its own', () => {
    const run = solve(chain, [factor('supplies/field', 'supply', 0.9)], 'own_first')
    // 90 less 50 leave 40: b takes its 30 and passes 10 on.
    expect(missing(run, 'in-a') + missing(run, 'in-b')).toBeCloseTo(0, 6)
    expect(missing(run, 'in-c')).toBeCloseTo(10, 6)
    expect(flow(run, 'b-c')).toBeCloseTo(10, 6)
  })

  it('counts zones of one country as one', () => {
    const united: Network = {
      ...chain,
      buses: chain.buses.map((bus) => ({ ...bus, country: bus.zone === 'c' ? 'CC' : 'AB' })),
    }
    const run = solve(united, [factor('supplies/field', 'supply', 0.55)], 'own_first')
    // 55 for 80 in a and b: 25 of 80 are missing in both; c keeps its well only.
    expect(Math.abs(missing(run, 'in-a') / 50 - 25 / 80)).toBeLessThan(0.05)
    expect(Math.abs(missing(run, 'in-b') / 30 - 25 / 80)).toBeLessThan(0.05)
    expect(missing(run, 'in-c')).toBeCloseTo(20, 6)
  })

  it('leaves no country both short and exporting, and costs no less than cooperation', () => {
    const shocks = [factor('supplies/field', 'supply', 0.3), factor('supplies/well', 'supply', 0)]
    const [own, shared] = [solve(chain, shocks, 'own_first'), solve(chain, shocks)]
    expect(missing(own, 'in-a') > 1e-3 && flow(own, 'a-b') > 1e-6).toBe(false)
    expect(own.objective ?? 0).toBeGreaterThanOrEqual((shared.objective ?? 0) - 1)
  })

  it('is given as a reason after sparing a country saved money', () => {
    const session = createSession(highs, chain, { grid: 'screening', start, days: 7 })
    const shocks = [factor('supplies/field', 'supply', 0.55)]
    const run = session.solve(shocks, { sharing: 'own_first' })
    const reasons = bindingReasons(session, shocks, run, { sharing: 'own_first' })
    session.dispose()
    expect(reasons.filter(({ confirmed }) => confirmed).map(({ constraint }) => constraint)).toContain(
      'own-demand-first:a/gas',
    )
    expect(reasons.find(({ constraint }) => constraint === 'own-demand-first:a/gas')?.sentence).toBe(
      'a (gas) goes short itself and exports no more.',
    )
  })
})
