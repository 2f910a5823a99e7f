import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsByRow } from '../linear/columns-by-row.ts'
import { residuals } from '../linear/optimality-check.ts'
import { loadProgramme, run } from '../linear/optimise.ts'
import { type Programme, ProgrammeBuilder } from '../linear/programme.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { changedLimits } from './changed-limits.ts'
import { noPast } from './past-rows.ts'
import type { ReferencePlan } from './reference-plan.ts'
import { NearbySolver } from './solve-nearby.ts'

const highs = await solverForTests()
const limits = { timeLimitSeconds: 10 }

/** A chain of balances: column n carries from row n to row n + 1, and every row may go short at a price. */
function chain(rows: number, cost: (at: number) => number, room: number): Programme {
  const builder = new ProgrammeBuilder()
  for (let row = 0; row < rows; row++) builder.addRow(0, 0)
  for (let at = 0; at + 1 < rows; at++) {
    for (const sign of [1, -1]) {
      builder.addColumn(cost(at), 0, room)
      builder.entry(at, -sign)
      builder.entry(at + 1, sign)
    }
  }
  for (let row = 0; row < rows; row++) {
    builder.addColumn(100 + row, 0, 50)
    builder.entry(row, 1)
  }
  return builder.finish()
}

function whole(programme: Programme): number {
  const model = loadProgramme(highs, programme)
  try {
    return run(highs, model, limits).objective
  } finally {
    model.dispose()
  }
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)

/** Solves the programme with other limits by its neighbourhood, from zero and no multipliers. */
function nearby(programme: Programme, changed: Partial<Programme>) {
  const bounds = { ...programme, ...changed }
  const found = beside(programme, bounds, atRest(programme))
  if (found === null) return null
  const optimum = { ...found.cheapest, objective: dot(programme.cost, found.cheapest.x) }
  return { ...optimum, residuals: residuals(bounds, optimum), nearest: found.nearest }
}

/** Zero as the cheapest plan, and the nearest to itself: every unit of a column is one of distance. */
function atRest(programme: Programme): ReferencePlan {
  const [x, none] = [new Float64Array(programme.columns), new Float64Array(programme.rows)]
  return {
    bounds: programme,
    x,
    activity: none,
    cheapest: { rowDual: none, columnDual: programme.cost },
    nearest: { rowDual: none, columnDual: new Float64Array(programme.columns).fill(1) },
    trueDual: none,
  }
}

function beside(programme: Programme, bounds: Programme, reference: ReferencePlan) {
  const changed = changedLimits(reference.bounds, bounds)
  const found = new NearbySolver(highs, programme, columnsByRow(programme)).solve({
    bounds,
    reference,
    differs: changed,
    changed,
    trueCosts: null,
    wantsNearest: true,
    limits,
    past: noPast,
  })
  if (found !== null && found.status !== 'optimal') throw new Error(found.status)
  return found
}

describe('solving the neighbourhood of a change', () => {
  it('lets a row that misses ten take them from the cheapest way to go short, three links on', () => {
    // Row 5 misses 10. Going short there costs 105; at row 2, three links of 1 away, 102 + 3: the same; at 0: 100 + 5.
    const programme = chain(8, () => 0.5, 40)
    const rowLower = programme.rowLower.slice()
    rowLower[5] = 10
    const found = nearby(programme, { rowLower, rowUpper: rowLower })
    // With links at a half: at row 0, 100 + 5 · 0.5 = 102.5 a unit.
    expect(found?.objective).toBeCloseTo(1025, 6)
    expect(found?.residuals.dual).toBeLessThan(1e-7)
  })

  it('leaves everything at rest where nothing is broken', () => {
    const programme = chain(5, () => 1, 10)
    const found = nearby(programme, {})
    expect(found?.x.every((value) => value === 0)).toBe(true)
    expect(found?.iterations).toBe(0)
  })

  it('says so where no plan exists', () => {
    const programme = chain(3, () => 1, 10)
    const rowLower = programme.rowLower.slice()
    rowLower[1] = 500
    expect(nearby(programme, { rowLower, rowUpper: rowLower })).toBeNull()
  })

  it('frees a row with room that its multiplier held tight', () => {
    // At rest the row holds at most 5 of what earns 2 a unit; then it may hold 8.
    const builder = new ProgrammeBuilder()
    builder.addRow(Number.NEGATIVE_INFINITY, 5)
    builder.addColumn(-2, 0, 20)
    builder.entry(0, 1)
    const programme = builder.finish()
    const rowUpper = Float64Array.of(8)
    const five = Float64Array.of(5)
    const cheapest = { rowDual: Float64Array.of(-2), columnDual: Float64Array.of(0) }
    const reference = { ...atRest(programme), x: five, activity: five, cheapest }
    const found = beside(programme, { ...programme, rowUpper }, reference)
    expect(found?.cheapest.x[0]).toBeCloseTo(8, 9)
    expect(found?.cheapest.rowDual[0]).toBeCloseTo(-2, 9)
    // Held tight by its multiplier, the row leaves no nearer plan.
    expect(found?.nearest?.optimum.x[0]).toBeCloseTo(8, 9)
  })

  it('finds the optimum of the whole programme under random changes, and its multipliers prove it', () => {
    const change = fc.record({
      rows: fc.integer({ min: 3, max: 25 }),
      costs: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 25, maxLength: 25 }),
      missing: fc.array(fc.tuple(fc.nat(24), fc.integer({ min: -20, max: 20 })), { maxLength: 4 }),
      forced: fc.array(fc.tuple(fc.nat(48), fc.integer({ min: 1, max: 9 })), { maxLength: 3 }),
    })
    let solved = 0
    fc.assert(
      fc.property(change, ({ rows, costs, missing, forced }) => {
        const programme = chain(rows, (at) => costs[at] ?? 1, 12)
        const rowLower = programme.rowLower.slice()
        for (const [row, amount] of missing) if (row < rows) rowLower[row] = amount
        const lower = programme.lower.slice()
        for (const [column, amount] of forced) if (column < 2 * (rows - 1)) lower[column] = amount
        const found = nearby(programme, { rowLower, rowUpper: rowLower, lower })
        const objective = whole({ ...programme, rowLower, rowUpper: rowLower, lower })
        if (found === null) {
          expect(Number.isNaN(objective)).toBe(true)
          return
        }
        solved++
        expect(Math.abs(found.objective - objective)).toBeLessThan(1e-6 * (1 + Math.abs(objective)))
        for (const value of Object.values(found.residuals)) expect(value).toBeLessThan(1e-6)
      }),
      { numRuns: 200, seed: 11 },
    )
    expect(solved).toBeGreaterThan(80)
  })
})
