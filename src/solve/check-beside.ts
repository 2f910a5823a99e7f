import type { ChangedLimits } from './changed-limits.ts'
import type { ColumnsByRow } from './columns-by-row.ts'
import { columnResiduals, isSmall, type Residuals, rowResiduals } from './optimality-check.ts'
import type { Programme } from './programme.ts'

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
 * not taken from how the plan was made. `changed` are the limits that differ; `repriced` pairs of multipliers on which
 * limits hang besides (a column stays where the costs have no room to move it).
 */
export class CheckBeside {
  readonly #byRow: ColumnsByRow
  readonly #isColumn: Uint8Array
  readonly #isRow: Uint8Array
  readonly #activity: Float64Array

  constructor({ columns, rows }: Pick<Programme, 'columns' | 'rows'>, byRow: ColumnsByRow) {
    this.#byRow = byRow
    this.#isColumn = new Uint8Array(columns)
    this.#isRow = new Uint8Array(rows)
    this.#activity = new Float64Array(rows)
  }

  isOptimal(
    programme: Programme,
    plan: Omit<CheckedPlan, 'activity'> & { readonly objective: number },
    beside: {
      readonly known: CheckedPlan
      readonly changed: ChangedLimits
      readonly repriced: readonly (readonly [Float64Array, Float64Array])[]
    },
  ): boolean {
    const { known, changed, repriced } = beside
    this.#markChanges(changed, [[plan.rowDual, known.rowDual], ...repriced])
    // Read and written for every column: as locals they are found at once.
    const [isColumn, isRow, activity] = [this.#isColumn, this.#isRow, this.#activity]
    const [x, before] = [plan.x, known.x]
    activity.set(known.activity)
    const { columns, rows, starts, indices, values } = programme
    for (let column = 0; column < columns; column++) {
      const moved = (x[column] ?? 0) - (before[column] ?? 0)
      if (moved === 0) continue
      isColumn[column] = 1
      const end = starts[column + 1] ?? 0
      for (let at = starts[column] ?? 0; at < end; at++) {
        const row = indices[at] ?? 0
        activity[row] = (activity[row] ?? 0) + moved * (values[at] ?? 0)
        isRow[row] = 1
      }
    }
    const found: Residuals = { primal: 0, dual: 0, complementarity: 0 }
    const scale = 1 + Math.abs(plan.objective)
    const scaled = { x, rowDual: plan.rowDual, scale }
    for (let column = 0; column < columns; column++) {
      if (isColumn[column] === 1) columnResiduals(programme, column, scaled, found)
    }
    for (let row = 0; row < rows; row++) {
      if (isRow[row] === 1) {
        rowResiduals(
          programme,
          row,
          { activity: activity[row] ?? 0, y: plan.rowDual[row] ?? 0, scale },
          found,
        )
      }
    }
    return isSmall(found)
  }

  #markChanges(
    changed: ChangedLimits,
    multipliers: readonly (readonly [Float64Array, Float64Array])[],
  ): void {
    const [isColumn, isRow] = [this.#isColumn, this.#isRow]
    isColumn.fill(0)
    isRow.fill(0)
    for (const column of changed.columns) isColumn[column] = 1
    for (const row of changed.rows) isRow[row] = 1
    const { starts, columns } = this.#byRow
    for (const [now, before] of multipliers) {
      for (let row = 0; row < now.length; row++) {
        if (now[row] === before[row]) continue
        isRow[row] = 1
        const end = starts[row + 1] ?? 0
        for (let at = starts[row] ?? 0; at < end; at++) isColumn[columns[at] ?? 0] = 1
      }
    }
  }
}
