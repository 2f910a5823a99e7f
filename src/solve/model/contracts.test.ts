import { describe, expect, it } from 'vitest'
import type { Network } from '../../atlas/network.ts'
import { calendarDate } from '../../core/time.ts'
import type { ConcreteShock } from '../../scenarios/scenario.ts'
import { networkFixture, sourced } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import type { SolveResult } from '../result.ts'
import { createSession } from '../session.ts'

const highs = await solverForTests()
const start = calendarDate('2025-03-01')
const open = () => ({ delayDays: 0, fullDays: 0, fraction: 1 })
const shock = (asset: string, field: ConcreteShock['field'], value: number, unit = '1'): ConcreteShock => ({
  asset,
  field,
  value,
  unit,
  from: start,
  to: null,
})

/** 50 a day from one seller; a rival that is cheaper by `saving` gets a line once a measure is lifted. */
function network(saving: number, takeOrPay: number | null): Network {
  const plain = networkFixture({
    supplies: [
      { id: 'seller', bus: 'a:gas', capacity: 80, output: 50, cost: 9_000 },
      { id: 'rival', bus: 'r:gas', capacity: 80, output: 0, cost: 9_000 - saving },
    ],
    links: [
      { id: 'line', from: 'a:gas', to: 'b:gas', capacity: 90, flow: 50, cost: 500 },
      { id: 'rival-line', from: 'r:gas', to: 'b:gas', capacity: 90, flow: 0, cost: 500, closed_by: 'ban' },
    ],
    demands: [{ id: 'homes', bus: 'b:gas', rate: 50 }],
  })
  if (takeOrPay === null) return plain
  const contract = {
    id: 'supply',
    name: 'Supply',
    carrier: 'gas' as const,
    links: ['line'],
    quantity: sourced(50),
    takeOrPay: sourced(takeOrPay),
    price: sourced(20_000),
  }
  return { ...plain, contracts: [contract] }
}

function solve(of: Network, shocks: readonly ConcreteShock[]): SolveResult {
  const session = createSession(highs, of, {
    grid: 'brief',
    start,
    days: 10,
    pickUp: open,
    supplyPickUp: open,
  })
  try {
    return session.solve(shocks)
  } finally {
    session.dispose()
  }
}
const lift = shock('measures/ban', 'measure', 0, 'in_force')
const total = (series: Float64Array | undefined): number =>
  Array.from(series ?? []).reduce((sum, value) => sum + value, 0)

describe('contract-take', () => {
  it('lets a cheaper rival take all where there is no contract', () => {
    expect(total(solve(network(3_000, null), [lift]).flow.get('line'))).toBeCloseTo(0, 5)
  })

  it('keeps what must be paid for anyway while the saving is under the price of not taking it', () => {
    const run = solve(network(3_000, 0.8), [lift])
    expect(total(run.flow.get('line'))).toBeCloseTo(400, 4)
    expect(run.contracts).toEqual([
      expect.objectContaining({ id: 'supply', owed: 400, deficiency: 0, payment: 0, suspended: 0 }),
    ])
  })

  it('pays and leaves it where the saving is larger: a sunk payment forces no flow', () => {
    const run = solve(network(7_000, 0.8), [lift])
    expect(total(run.flow.get('line'))).toBeCloseTo(0, 4)
    const [contract] = run.contracts
    expect(contract?.deficiency).toBeCloseTo(400, 4)
    expect(contract?.payment).toBeCloseTo(400 * 20_000, 0)
  })

  it('owes nothing for what force majeure keeps from flowing', () => {
    const run = solve(network(3_000, 0.8), [shock('links/line', 'capacity', 0)])
    const [contract] = run.contracts
    expect(contract?.owed).toBeCloseTo(0, 6)
    expect(contract?.suspended).toBeCloseTo(400, 6)
    expect(contract?.payment).toBe(0)
  })

  it('makes up later in the horizon for what was not taken early', () => {
    // Half of the days without the line: the rest of the days carry their own 40, and nothing more is owed.
    const half = { ...shock('links/line', 'capacity', 0), to: calendarDate('2025-03-05') }
    const run = solve(network(3_000, 0.8), [half])
    expect(run.contracts[0]?.owed).toBeCloseTo(200, 6)
    expect(run.contracts[0]?.taken).toBeCloseTo(250, 4)
  })

  it('costs nothing in the base and enters no reported cost', () => {
    const session = createSession(highs, network(3_000, 0.8), { grid: 'brief', start, days: 10 })
    expect(Math.abs(session.base().programmeObjective ?? 1)).toBeLessThan(1e-3)
    session.dispose()
    const run = solve(network(7_000, 0.8), [lift])
    // 500 units at 7,000 less.
    expect(run.objective).toBeCloseTo(-500 * 7_000, -2)
  })
})
