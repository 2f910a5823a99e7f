import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { toSolutionJson } from '../results/to-solution-json.ts'
import { createSession } from '../session.ts'
import { dualBound } from './dual-bound.ts'
import type { Programme } from './programme.ts'

/** Least 2a + 3b with a + b ≥ 10, 0 ≤ a ≤ 6, b ≥ 0: a = 6, b = 4 at a cost of 24; the multiplier is 3. */
const programme: Programme = {
  columns: 2,
  rows: 1,
  cost: Float64Array.of(2, 3),
  lower: Float64Array.of(0, 0),
  upper: Float64Array.of(6, Number.POSITIVE_INFINITY),
  rowLower: Float64Array.of(10),
  rowUpper: Float64Array.of(Number.POSITIVE_INFINITY),
  starts: Int32Array.of(0, 1, 2),
  indices: Int32Array.of(0, 0),
  values: Float64Array.of(1, 1),
}

describe('the bound of an unfinished run', () => {
  it('is the least cost at the right multipliers, and never above it at others', () => {
    expect(dualBound(programme, Float64Array.of(3))).toBe(24)
    // 2.5 · 10 from the row, -0.5 · 6 from a, nothing from b.
    expect(dualBound(programme, Float64Array.of(2.5))).toBe(22)
    // 4 would make b pay without end: what is left is the bound of no multipliers.
    expect(dualBound(programme, Float64Array.of(4))).toBe(0)
    expect(dualBound(programme, new Float64Array(0))).toBe(0)
  })

  it('is none where nothing holds the cost', () => {
    const free = { ...programme, cost: Float64Array.of(2, -3) }
    expect(dualBound(free, Float64Array.of(0))).toBeNull()
  })
})

describe('a run out of time', () => {
  it('has its status, a bound under the least cost, and no quantity', async () => {
    const highs = await solverForTests()
    const start = calendarDate('2025-03-01')
    const network = networkFixture({
      supplies: [{ id: 'field', bus: 'west:gas', capacity: 100, output: 100, cost: 10_000 }],
      links: [{ id: 'line', from: 'west:gas', to: 'east:gas', capacity: 100, flow: 100, cost: 1_000 }],
      demands: [{ id: 'homes', bus: 'east:gas', rate: 100 }],
    })
    const lost = [
      { asset: 'links/line', field: 'capacity', value: 0.5, unit: '1', from: start, to: null },
    ] as const
    const session = createSession(highs, network, { grid: 'brief', start, days: 10 })
    const whole = session.solve(lost)
    const cut = session.solve(lost, { timeLimitSeconds: 0 })
    session.dispose()
    expect(whole.status).toBe('optimal')
    expect(whole.bound).toBeUndefined()
    expect(cut.status).toBe('time_limit')
    expect(cut.objective).toBeNull()
    expect(cut.flow.size).toBe(0)
    expect(cut.bound).not.toBeNull()
    expect(cut.bound ?? Number.NaN).toBeLessThanOrEqual((whole.programmeObjective ?? Number.NaN) + 1e-6)
    const json = toSolutionJson(cut, network)
    expect([json.status, json.objective, json.bound, json.flows]).toEqual(['time_limit', null, cut.bound, []])
  })
})
