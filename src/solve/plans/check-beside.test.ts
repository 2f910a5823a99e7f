import { describe, expect, it } from 'vitest'
import { columnsByRow } from '../linear/columns-by-row.ts'
import { ProgrammeBuilder } from '../linear/programme.ts'
import { changedLimits } from './changed-limits.ts'
import { CheckBeside } from './check-beside.ts'

/** Two ways to bring what a row asks for, at 1 and at 3 a unit, the cheap one with room for 5. At rest it asks for none. */
const builder = new ProgrammeBuilder()
builder.addRow(0, 0)
for (const [cost, room] of [
  [1, 5],
  [3, 20],
] as const) {
  builder.addColumn(cost, 0, room)
  builder.entry(0, 1)
}
const programme = builder.finish()
const known = { x: new Float64Array(2), activity: new Float64Array(1), rowDual: Float64Array.of(1) }
const asked = { ...programme, rowLower: Float64Array.of(8), rowUpper: Float64Array.of(8) }

const apart = (x: Float64Array, other: Float64Array) =>
  Int32Array.from(x.keys()).filter((column) => x[column] !== other[column])

function isOptimal(x: readonly number[], y: number): boolean {
  const check = new CheckBeside(programme, columnsByRow(programme))
  const [first = 0, second = 0] = x
  const plan = { x: Float64Array.from(x), rowDual: Float64Array.of(y), objective: first + 3 * second }
  const moved = apart(plan.x, known.x)
  return check.isOptimal(asked, plan, {
    known,
    moved,
    changed: changedLimits(programme, asked),
    repriced: [],
  })
}

describe('the check beside a plan that was checked', () => {
  it('passes the cheapest plan with the price of its dearest unit', () => {
    expect(isOptimal([5, 3], 3)).toBe(true)
  })

  it('fails a plan that breaks a row, one beyond a limit, one at the wrong price, and one that is no number', () => {
    expect(isOptimal([5, 2], 3)).toBe(false)
    expect(isOptimal([8, 0], 1)).toBe(false)
    expect(isOptimal([5, 3], 2)).toBe(false)
    expect(isOptimal([4, 4], 3)).toBe(false)
    expect(isOptimal([Number.NaN, 3], 3)).toBe(false)
  })

  it('sees a change that nobody told of in the plan itself', () => {
    const check = new CheckBeside(programme, columnsByRow(programme))
    const plan = { x: Float64Array.of(1, 0), rowDual: Float64Array.of(1), objective: 1 }
    const none = { columns: new Int32Array(0), rows: new Int32Array(0) }
    const moved = apart(plan.x, known.x)
    expect(check.isOptimal(programme, plan, { known, moved, changed: none, repriced: [] })).toBe(false)
  })
})
