import type { ColumnsByRow } from '../linear/columns-by-row.ts'
import { NumberList } from '../linear/number-list.ts'
import { columnResiduals, isSmall, type Residuals, rowResiduals } from '../linear/optimality-check.ts'
import type { Programme } from '../linear/programme.ts'
import type { ChangedLimits } from './changed-limits.ts'

/** A plan and multipliers whose optimality was checked over all columns and rows. */
export interface CheckedPlan {
  readonly x: Float64Array
  /** A·x. */
  readonly activity: Float64Array
  readonly rowDual: Float64Array
}

/**
 * The optimality conditions of a plan that differs from one already checked: every condition in which a value, a
 * limit or a multiplier differs is computed anew; the others read as they did. What differs is found by comparing, and
 * not taken from how the plan was made. `moved` are the columns in which the plans differ, `changed` the limits that
 * differ; `repriced` pairs of multipliers on which limits hang besides (a column stays where the costs have no room to
 * move it).
 */
export class CheckBeside {
  readonly #byRow: ColumnsByRow
  readonly #columns: Marks
  readonly #rows: Marks
  readonly #activity: Float64Array

  constructor({ columns, rows }: Pick<Programme, 'columns' | 'rows'>, byRow: ColumnsByRow) {
    this.#byRow = byRow
    this.#columns = new Marks(columns)
    this.#rows = new Marks(rows)
    this.#activity = new Float64Array(rows)
  }

  isOptimal(
    programme: Programme,
    plan: Omit<CheckedPlan, 'activity'> & { readonly objective: number },
    beside: {
      readonly known: CheckedPlan
      readonly moved: Int32Array
      readonly changed: ChangedLimits
      readonly repriced: readonly (readonly [Float64Array, Float64Array])[]
    },
  ): boolean {
    const { known, moved, changed, repriced } = beside
    this.#columns.clear()
    this.#rows.clear()
    this.#markChanges(changed, [[plan.rowDual, known.rowDual], ...repriced])
    this.#move(programme, plan.x, known, moved)
    const found: Residuals = { primal: 0, dual: 0, complementarity: 0 }
    const scale = 1 + Math.abs(plan.objective)
    const scaled = { x: plan.x, rowDual: plan.rowDual, scale }
    for (const column of this.#columns.list()) columnResiduals(programme, column, scaled, found)
    for (const row of this.#rows.list()) {
      const [activity, y] = [this.#activity[row] ?? 0, plan.rowDual[row] ?? 0]
      rowResiduals(programme, row, { activity, y, scale }, found)
    }
    return isSmall(found)
  }

  /** What rows hold in the plan. */
  #move(
    { starts, indices, values }: Programme,
    x: Float64Array,
    known: CheckedPlan,
    moved: Int32Array,
  ): void {
    const activity = this.#activity
    activity.set(known.activity)
    for (const column of moved) {
      const by = (x[column] ?? 0) - (known.x[column] ?? 0)
      this.#columns.add(column)
      const end = starts[column + 1] ?? 0
      for (let at = starts[column] ?? 0; at < end; at++) {
        const row = indices[at] ?? 0
        activity[row] = (activity[row] ?? 0) + by * (values[at] ?? 0)
        this.#rows.add(row)
      }
    }
  }

  #markChanges(
    changed: ChangedLimits,
    multipliers: readonly (readonly [Float64Array, Float64Array])[],
  ): void {
    for (const column of changed.columns) this.#columns.add(column)
    for (const row of changed.rows) this.#rows.add(row)
    const { starts, columns } = this.#byRow
    for (const [now, before] of multipliers) {
      for (let row = 0; row < now.length; row++) {
        if (now[row] === before[row]) continue
        this.#rows.add(row)
        const end = starts[row + 1] ?? 0
        for (let at = starts[row] ?? 0; at < end; at++) this.#columns.add(columns[at] ?? 0)
      }
    }
  }
}

/** Numbers up to a size, each once, without looking through all to find or to forget them. */
class Marks {
  readonly #isIn: Uint8Array
  readonly #numbers = new NumberList()

  constructor(size: number) {
    this.#isIn = new Uint8Array(size)
  }

  add(number: number): void {
    if (this.#isIn[number] === 1) return
    this.#isIn[number] = 1
    this.#numbers.add(number)
  }

  list(): Int32Array {
    return this.#numbers.list()
  }

  clear(): void {
    for (const number of this.list()) this.#isIn[number] = 0
    this.#numbers.clear()
  }
}
