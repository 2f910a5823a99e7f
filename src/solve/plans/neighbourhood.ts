import type { Bounds } from '../linear/bounds.ts'
import type { ColumnsByRow } from '../linear/columns-by-row.ts'
import { NumberList } from '../linear/number-list.ts'
import type { Programme } from '../linear/programme.ts'
import type { ChangedLimits } from './changed-limits.ts'
import { isPast, type PastRows } from './past-rows.ts'
import type { ReferencePlan } from './reference-plan.ts'
import { RestingPlan } from './resting-plan.ts'

/** Reduced costs up to this are zero: the tolerance of the solver. */
export const PRICE = 1e-7
/** Limits this far away are met. */
const ZERO = 1e-9

/**
 * Prices are followed ahead until this part of all rows came in at once, and at most so many rows far: a chain of days
 * comes in whole, and what leads everywhere waits for prices that are known (measured).
 */
const MOST_AHEAD = 1 / 40
const MOST_HOPS = 40

/** What columns are priced by: limits, and what the multipliers y₀ of the reference leave of their costs. */
export interface Pricing {
  readonly bounds: Bounds
  /** c - Aᵀ·y₀. */
  readonly columnDual: Float64Array
  /** y₀. */
  readonly rowDual: Float64Array
}

/** What a neighbourhood begins from beside a reference. */
export interface Beginning {
  /** A plan that keeps within all limits, where one is known. */
  readonly start: Float64Array | null
  /** Rows that stay as they are: every column that they name is fixed. */
  readonly past: PastRows
}

/**
 * Rows and columns of a programme about a change: every row that a column in it names is in it too. What is outside
 * rests where it was. It grows by columns whose reduced cost says that they should not rest. Its arrays are as long as
 * the programme and made once; what a change costs goes by what it touches.
 */
export class Neighbourhood {
  readonly #programme: Programme
  readonly #byRow: ColumnsByRow
  readonly #isIn: Uint8Array
  readonly #seen: Int32Array
  readonly #touched = new NumberList()
  #stamp = 0
  /** In the order in which they came in; the first `rowCount`, `columnCount` hold. */
  readonly rows: Int32Array
  readonly columns: Int32Array
  rowCount = 0
  columnCount = 0
  /** By row of the programme its place among `rows` plus one; 0 outside. */
  readonly place: Int32Array
  /** By place the column by which the row came in, where it costs nothing to use it there; -1 else. */
  readonly parent: Int32Array
  /** What columns outside put into each row. */
  readonly outside: Float64Array
  /** By column of the programme its place among `columns`, for those in it. */
  readonly columnPlace: Int32Array
  /** Where each column rests: in the reference plan, moved into the limits where they exclude it. */
  #rest: RestingPlan
  /** What `rest` was before the last `begin`: the plan made of it may still be read. */
  #restBefore: RestingPlan
  #repriced: { readonly of: Float64Array; readonly into: Float64Array; readonly columns: Int32Array } | null =
    null
  /** Whether a column that rests elsewhere than at zero came in, so that `outside` changed. */
  hasShifted = false
  /** Rows that the plan at rest breaks. */
  broken: readonly { readonly row: number; readonly isShort: boolean }[] = []

  constructor(programme: Programme, byRow: ColumnsByRow) {
    this.#programme = programme
    this.#byRow = byRow
    const { rows, columns } = programme
    this.#isIn = new Uint8Array(columns)
    this.#seen = new Int32Array(columns)
    this.rows = new Int32Array(rows)
    this.columns = new Int32Array(columns)
    this.place = new Int32Array(rows)
    this.parent = new Int32Array(rows)
    this.outside = new Float64Array(rows)
    this.columnPlace = new Int32Array(columns)
    this.#rest = new RestingPlan(columns)
    this.#restBefore = new RestingPlan(columns)
  }

  /** Written over by the second `begin` from now: made anew for each plan it would be most of its garbage. */
  get rest(): Float64Array {
    return this.#rest.values
  }

  /** Moves a column in `rest`. */
  move(column: number, value: number): void {
    this.#rest.set(column, value)
  }

  /** Columns in which `rest` differs from the reference plan, in order. */
  moved(): Int32Array {
    return this.#rest.moved()
  }

  /**
   * Starts anew with what the plan at rest breaks under changed limits and everything open there, and with the columns
   * that the starting plan moves. What may have changed is named once or more often.
   */
  begin(
    reference: ReferencePlan,
    changed: ChangedLimits,
    pricing: Pricing,
    { start, past }: Beginning,
  ): void {
    for (let n = 0; n < this.rowCount; n++) this.place[this.rows[n] ?? 0] = 0
    for (let n = 0; n < this.columnCount; n++) this.#isIn[this.columns[n] ?? 0] = 0
    this.rowCount = 0
    this.columnCount = 0
    this.hasShifted = false
    const spare = this.#restBefore
    this.#restBefore = this.#rest
    this.#rest = spare
    const touched = this.#restWithin(reference, changed, pricing.bounds)
    const broken = this.#addBroken(touched, past, pricing)
    this.broken = start === null ? broken : []
    this.#addOpenAt(this.rowCount, pricing)
    this.#addUnrested(pricing, changed.columns, start)
  }

  /**
   * Adds the columns that the multipliers z (beside y₀) call for at rows `from`, and follows where such a column leads
   * as though its other end paid for it; false when there is none.
   */
  grow(pricing: Pricing, z: Float64Array, from: Int32Array): boolean {
    const { starts, indices, values } = this.#programme
    const { lower, upper } = pricing.bounds
    const { columnDual } = pricing
    const before = this.columnCount
    const enough = this.rowCount + MOST_AHEAD * this.place.length
    const guessed: number[] = []
    let at: Int32Array | readonly number[] = from
    for (let hop = 0; at.length > 0 && (hop === 0 || (hop < MOST_HOPS && this.rowCount < enough)); hop++) {
      const stamp = ++this.#stamp
      const next: number[] = []
      for (const row of at) {
        const end = this.#byRow.starts[row + 1] ?? 0
        for (let n = this.#byRow.starts[row] ?? 0; n < end; n++) {
          const column = this.#byRow.columns[n] ?? 0
          if (this.#isIn[column] === 1 || this.#seen[column] === stamp) continue
          this.#seen[column] = stamp
          const low = lower[column] ?? 0
          const high = upper[column] ?? 0
          if (low === high) continue
          const reduced = (columnDual[column] ?? 0) - this.worth(column, z)
          const rest = this.rest[column] ?? 0
          if (!(reduced < -PRICE ? rest < high : reduced > PRICE && rest > low)) continue
          const last = starts[column + 1] ?? 0
          for (let k = starts[column] ?? 0; k < last; k++) {
            const other = indices[k] ?? 0
            if (this.place[other] !== 0) continue
            guessed.push(other)
            z[other] = reduced / (values[k] ?? 1)
            next.push(other)
            break
          }
          this.#addColumn(column, true)
        }
      }
      at = next
    }
    for (const row of guessed) z[row] = 0
    return this.columnCount > before
  }

  /** What a unit of a column earns at multipliers z. */
  worth(column: number, z: Float64Array): number {
    const { starts, indices, values } = this.#programme
    let sum = 0
    const end = starts[column + 1] ?? 0
    for (let n = starts[column] ?? 0; n < end; n++) sum += (values[n] ?? 0) * (z[indices[n] ?? 0] ?? 0)
    return sum
  }

  /** c - Aᵀ·y for all columns, where y differs from y₀ by z in the rows of the neighbourhood: over `into`. Gives which it changed. */
  reducedCosts(columnDual: Float64Array, z: Float64Array, into: Float64Array): Int32Array {
    const last = this.#repriced
    if (last?.of === columnDual && last.into === into) {
      for (const column of last.columns) into[column] = columnDual[column] ?? 0
    } else into.set(columnDual)
    const repriced: number[] = []
    const stamp = ++this.#stamp
    for (let at = 0; at < this.rowCount; at++) {
      const row = this.rows[at] ?? 0
      if (z[row] === 0) continue
      const end = this.#byRow.starts[row + 1] ?? 0
      for (let n = this.#byRow.starts[row] ?? 0; n < end; n++) {
        const column = this.#byRow.columns[n] ?? 0
        if (this.#seen[column] === stamp) continue
        this.#seen[column] = stamp
        into[column] = (columnDual[column] ?? 0) - this.worth(column, z)
        repriced.push(column)
      }
    }
    const columns = Int32Array.from(repriced)
    this.#repriced = { of: columnDual, into, columns }
    return columns
  }

  /** Of the columns named those that could do better than rest, and those that the starting plan moves. */
  #addUnrested(
    { bounds: { lower, upper }, columnDual }: Pricing,
    columns: Int32Array,
    start: Float64Array | null,
  ): void {
    for (const column of columns) {
      const low = lower[column] ?? 0
      const high = upper[column] ?? 0
      if (low === high) continue
      const rest = this.rest[column] ?? 0
      const reduced = columnDual[column] ?? 0
      const isUnrested = reduced < -PRICE ? rest < high : reduced > PRICE && rest > low
      const isMoved = start !== null && Math.abs((start[column] ?? 0) - rest) > ZERO
      if (isUnrested || isMoved) this.#addColumn(column, isFree(columnDual, column))
    }
  }

  /** Rests every column, and gives in order the rows whose limits, or what they hold, changed. */
  #restWithin({ x, activity }: ReferencePlan, changed: ChangedLimits, { lower, upper }: Bounds): Int32Array {
    const { starts, indices, values } = this.#programme
    const touched = this.#touched
    touched.clear()
    this.#rest.begin(x)
    this.outside.set(activity)
    for (const row of changed.rows) touched.add(row)
    for (const column of changed.columns) {
      const held = x[column] ?? 0
      const value = Math.min(upper[column] ?? 0, Math.max(lower[column] ?? 0, held))
      if (value === this.rest[column]) continue
      this.move(column, value)
      const end = starts[column + 1] ?? 0
      for (let n = starts[column] ?? 0; n < end; n++) {
        const row = indices[n] ?? 0
        this.outside[row] = (this.outside[row] ?? 0) + (value - held) * (values[n] ?? 0)
        touched.add(row)
      }
    }
    return touched.distinct()
  }

  #addBroken(touched: Int32Array, past: PastRows, { bounds, rowDual }: Pricing): Neighbourhood['broken'] {
    const broken: { row: number; isShort: boolean }[] = []
    for (const row of touched) {
      if (this.place[row] !== 0 || isPast(past, row)) continue
      const activity = this.outside[row] ?? 0
      const [low, high] = [bounds.rowLower[row] ?? 0, bounds.rowUpper[row] ?? 0]
      const [isShort, isOver] = [activity < low - ZERO, activity > high + ZERO]
      const y = rowDual[row] ?? 0
      const isSlack = y > PRICE ? activity > low + ZERO : y < -PRICE && activity < high - ZERO
      if (isShort || isOver) broken.push({ row, isShort })
      if (isShort || isOver || isSlack) this.#addRow(row, -1)
    }
    return broken
  }

  #addOpenAt(count: number, { bounds: { lower, upper }, columnDual }: Pricing): void {
    for (let at = 0; at < count; at++) {
      const row = this.rows[at] ?? 0
      const end = this.#byRow.starts[row + 1] ?? 0
      for (let n = this.#byRow.starts[row] ?? 0; n < end; n++) {
        const column = this.#byRow.columns[n] ?? 0
        if ((lower[column] ?? 0) < (upper[column] ?? 0)) this.#addColumn(column, isFree(columnDual, column))
      }
    }
  }

  #addRow(row: number, parent: number): boolean {
    if (this.place[row] !== 0) return false
    this.parent[this.rowCount] = parent
    this.rows[this.rowCount++] = row
    this.place[row] = this.rowCount
    return true
  }

  #addColumn(column: number, isParent: boolean): void {
    let parent = isParent ? column : -1
    if (this.#isIn[column] === 1) return
    this.#isIn[column] = 1
    this.columnPlace[column] = this.columnCount
    this.columns[this.columnCount++] = column
    const { starts, indices, values } = this.#programme
    const rest = this.rest[column] ?? 0
    const end = starts[column + 1] ?? 0
    for (let n = starts[column] ?? 0; n < end; n++) {
      const row = indices[n] ?? 0
      if (this.#addRow(row, parent)) parent = -1
      if (rest !== 0) this.outside[row] = (this.outside[row] ?? 0) - rest * (values[n] ?? 0)
    }
    this.hasShifted ||= rest !== 0
  }
}

function isFree(columnDual: Float64Array, column: number): boolean {
  return Math.abs(columnDual[column] ?? 0) <= PRICE
}
