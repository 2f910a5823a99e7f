import type { Bounds } from '../linear/bounds.ts'
import type { Programme } from '../linear/programme.ts'
import { type Neighbourhood, PRICE, type Pricing } from './neighbourhood.ts'

/** Whether a row asks for an exact amount. */
export function isExact({ rowLower, rowUpper }: Pick<Bounds, 'rowLower' | 'rowUpper'>, row: number): boolean {
  return rowLower[row] === rowUpper[row]
}

/** Columns as a model of the solver takes them, in the rows of a neighbourhood. */
interface NewColumns {
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly matrix: {
    readonly format: 'csc'
    readonly numRows: number
    readonly numCols: number
    readonly starts: Int32Array
    readonly indices: Int32Array
    readonly values: Float64Array
  }
}

/**
 * The columns of a neighbourhood from place `from` on, then one for each row of `mending` that mends it at a price.
 * Costs are what the multipliers y₀ leave in rows that ask for an exact amount.
 */
export function neighbourhoodColumns(
  programme: Programme,
  near: Neighbourhood,
  pricing: Pricing,
  { from, mending, price }: { from: number; mending: Neighbourhood['broken']; price: number },
): NewColumns {
  const { starts, indices, values } = programme
  const { bounds } = pricing
  const added = near.columnCount - from
  const count = added + mending.length
  let size = mending.length
  for (let n = 0; n < added; n++) {
    const column = near.columns[from + n] ?? 0
    size += (starts[column + 1] ?? 0) - (starts[column] ?? 0)
  }
  const [cost, lower, upper] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)]
  const part = {
    starts: new Int32Array(count + 1),
    indices: new Int32Array(size),
    values: new Float64Array(size),
  }
  let filled = 0
  for (let n = 0; n < added; n++) {
    const column = near.columns[from + n] ?? 0
    const end = starts[column + 1] ?? 0
    for (let at = starts[column] ?? 0; at < end; at++) {
      part.indices[filled] = (near.place[indices[at] ?? 0] ?? 0) - 1
      part.values[filled++] = values[at] ?? 0
    }
    part.starts[n + 1] = filled
    cost[n] = costLeft(programme, pricing, column)
    lower[n] = bounds.lower[column] ?? 0
    upper[n] = bounds.upper[column] ?? 0
  }
  mending.forEach(({ row, isShort }, n) => {
    cost[added + n] = price
    upper[added + n] = Number.POSITIVE_INFINITY
    part.indices[filled] = (near.place[row] ?? 0) - 1
    part.values[filled++] = isShort ? 1 : -1
    part.starts[added + n + 1] = filled
  })
  return { cost, lower, upper, matrix: { format: 'csc', numRows: near.rowCount, numCols: count, ...part } }
}

/** What the old multipliers leave within the solver's tolerance is nothing. */
function costLeft(
  { starts, indices, values }: Programme,
  { columnDual, rowDual, bounds }: Pricing,
  column: number,
): number {
  let left = columnDual[column] ?? 0
  const end = starts[column + 1] ?? 0
  for (let at = starts[column] ?? 0; at < end; at++) {
    const row = indices[at] ?? 0
    if (!isExact(bounds, row)) left += (values[at] ?? 0) * (rowDual[row] ?? 0)
  }
  return Math.abs(left) <= PRICE ? 0 : left
}
