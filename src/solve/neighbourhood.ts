import type { Bounds } from './bounds.ts'
import type { Programme } from './programme.ts'

/** Reduced costs up to this are zero: the tolerance of the solver. */
export const PRICE = 1e-7
/** Limits this far away are met. */
const ZERO = 1e-9

/**
 * A programme with a plan that was best before its limits changed: zero, moved into the limits where they exclude it.
 * `cost` is what its multipliers leave of the costs, so that zero is best wherever no limit says otherwise.
 */
export interface NearbyTask {
  readonly bounds: Bounds
  /** c - Aᵀ·y₀. */
  readonly cost: Float64Array
  /** y₀. */
  readonly rowDual: Float64Array
  /** A plan that keeps within all limits; null where none is known. */
  readonly start: Float64Array | null
}

/**
 * Rows and columns of a programme about a change: every row that a column in it names is in it too. What is outside
 * rests where it was. It grows by columns whose reduced cost says that they should not rest.
 */
export class Neighbourhood {
  readonly #programme: Programme
  /** Columns by row: those of row r stand from `rowStarts[r]`. */
  readonly #rowStarts: Int32Array
  readonly #rowColumns: Int32Array
  readonly #isIn: Uint8Array
  readonly #seen: Int32Array
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
  /** Where each column rests. */
  rest: Float64Array = new Float64Array(0)
  /** Whether a column that rests elsewhere than at zero came in, so that `outside` changed. */
  hasShifted = false
  /** Rows that the plan at rest breaks, where no plan is known that does not. */
  broken: readonly { readonly row: number; readonly isShort: boolean }[] = []

  constructor(programme: Programme) {
    this.#programme = programme
    const { rows, columns } = programme
    const { rowStarts, rowColumns } = columnsByRow(programme)
    this.#rowStarts = rowStarts
    this.#rowColumns = rowColumns
    this.#isIn = new Uint8Array(columns)
    this.#seen = new Int32Array(columns)
    this.rows = new Int32Array(rows)
    this.columns = new Int32Array(columns)
    this.place = new Int32Array(rows)
    this.parent = new Int32Array(rows)
    this.outside = new Float64Array(rows)
  }

  /** Starts anew with what the plan at rest breaks and everything open there. */
  begin(task: NearbyTask): void {
    for (let n = 0; n < this.rowCount; n++) this.place[this.rows[n] ?? 0] = 0
    for (let n = 0; n < this.columnCount; n++) this.#isIn[this.columns[n] ?? 0] = 0
    this.rowCount = 0
    this.columnCount = 0
    this.#restWithin(task.bounds)
    this.#addBroken(task)
    this.#addOpenAt(this.rowCount, task)
    this.#addUnrested(task)
  }

  /**
   * Adds the columns that the multipliers z (beside y₀) call for at rows `from`, and follows where such a column leads
   * for `hops` rows more as though its other end paid for it; false when there is none.
   */
  grow(task: NearbyTask, z: Float64Array, from: Int32Array, hops: number): boolean {
    const { starts, indices, values } = this.#programme
    const { lower, upper } = task.bounds
    const before = this.columnCount
    const guessed: number[] = []
    let at: Int32Array | readonly number[] = from
    for (let hop = 0; hop < hops && at.length > 0; hop++) {
      const stamp = ++this.#stamp
      const next: number[] = []
      for (const row of at) {
        const end = this.#rowStarts[row + 1] ?? 0
        for (let n = this.#rowStarts[row] ?? 0; n < end; n++) {
          const column = this.#rowColumns[n] ?? 0
          if (this.#isIn[column] === 1 || this.#seen[column] === stamp) continue
          this.#seen[column] = stamp
          const [low, high] = [lower[column] ?? 0, upper[column] ?? 0]
          if (low === high) continue
          const reduced = (task.cost[column] ?? 0) - this.worth(column, z)
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

  /** c - Aᵀ·y for all columns, where y differs from y₀ by z in the rows of the neighbourhood. */
  reducedCosts(cost: Float64Array, z: Float64Array): Float64Array {
    const reduced = cost.slice()
    const stamp = ++this.#stamp
    for (let at = 0; at < this.rowCount; at++) {
      const row = this.rows[at] ?? 0
      if (z[row] === 0) continue
      const end = this.#rowStarts[row + 1] ?? 0
      for (let n = this.#rowStarts[row] ?? 0; n < end; n++) {
        const column = this.#rowColumns[n] ?? 0
        if (this.#seen[column] === stamp) continue
        this.#seen[column] = stamp
        reduced[column] = (cost[column] ?? 0) - this.worth(column, z)
      }
    }
    return reduced
  }

  #restWithin({ lower, upper }: Bounds): void {
    const { columns, starts, indices, values } = this.#programme
    const rest = new Float64Array(columns)
    this.outside.fill(0)
    for (let column = 0; column < columns; column++) {
      const [low, high] = [lower[column] ?? 0, upper[column] ?? 0]
      const value = low > 0 ? low : Math.min(high, 0)
      if (value === 0) continue
      rest[column] = value
      const end = starts[column + 1] ?? 0
      for (let n = starts[column] ?? 0; n < end; n++) {
        const row = indices[n] ?? 0
        this.outside[row] = (this.outside[row] ?? 0) + value * (values[n] ?? 0)
      }
    }
    this.rest = rest
  }

  #addBroken({ bounds, rowDual, start }: NearbyTask): void {
    const broken: { row: number; isShort: boolean }[] = []
    for (let row = 0; row < this.#programme.rows; row++) {
      const activity = this.outside[row] ?? 0
      const [low, high] = [bounds.rowLower[row] ?? 0, bounds.rowUpper[row] ?? 0]
      const [isShort, isOver] = [activity < low - ZERO, activity > high + ZERO]
      const y = rowDual[row] ?? 0
      const isSlack = y > PRICE ? activity > low + ZERO : y < -PRICE && activity < high - ZERO
      if (isShort || isOver) broken.push({ row, isShort })
      if (isShort || isOver || isSlack) this.#addRow(row, -1)
    }
    this.broken = start === null ? broken : []
  }

  #addOpenAt(count: number, { bounds: { lower, upper }, cost }: NearbyTask): void {
    for (let at = 0; at < count; at++) {
      const row = this.rows[at] ?? 0
      const end = this.#rowStarts[row + 1] ?? 0
      for (let n = this.#rowStarts[row] ?? 0; n < end; n++) {
        const column = this.#rowColumns[n] ?? 0
        if ((lower[column] ?? 0) < (upper[column] ?? 0)) this.#addColumn(column, isFree(cost, column))
      }
    }
  }

  /** Columns whose own limits let them do better than rest, and those that the starting plan moves. */
  #addUnrested({ bounds: { lower, upper }, cost, start }: NearbyTask): void {
    for (let column = 0; column < this.#programme.columns; column++) {
      const [low, high] = [lower[column] ?? 0, upper[column] ?? 0]
      if (low === high) continue
      const rest = this.rest[column] ?? 0
      const reduced = cost[column] ?? 0
      const isUnrested = reduced < -PRICE ? rest < high : reduced > PRICE && rest > low
      const isMoved = start !== null && Math.abs((start[column] ?? 0) - rest) > ZERO
      if (isUnrested || isMoved) this.#addColumn(column, isFree(cost, column))
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

function isFree(cost: Float64Array, column: number): boolean {
  return Math.abs(cost[column] ?? 0) <= PRICE
}

function columnsByRow({ rows, columns, starts, indices }: Programme): {
  rowStarts: Int32Array
  rowColumns: Int32Array
} {
  const rowStarts = new Int32Array(rows + 1)
  for (let at = 0; at < indices.length; at++) {
    const row = (indices[at] ?? 0) + 1
    rowStarts[row] = (rowStarts[row] ?? 0) + 1
  }
  for (let row = 0; row < rows; row++) rowStarts[row + 1] = (rowStarts[row + 1] ?? 0) + (rowStarts[row] ?? 0)
  const rowColumns = new Int32Array(indices.length)
  const next = rowStarts.slice()
  for (let column = 0; column < columns; column++) {
    const end = starts[column + 1] ?? 0
    for (let at = starts[column] ?? 0; at < end; at++) {
      const row = indices[at] ?? 0
      rowColumns[next[row] ?? 0] = column
      next[row] = (next[row] ?? 0) + 1
    }
  }
  return { rowStarts, rowColumns }
}
