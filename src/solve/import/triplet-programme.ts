import { CorridorError } from '../../core/errors.ts'
import type { Programme } from '../linear/programme.ts'

/** What a stretch of rows or columns stands for: one thing over consecutive periods. */
export interface Label {
  readonly constraint: string
  readonly sentence: string
}

interface Stretch extends Label {
  readonly from: number
  readonly to: number
}

/**
 * A programme written row by row as triplets, in any order; equal places add up. `finish` sorts them into columns by
 * counting, so that building stays linear. Stretches of rows and columns carry labels for what binds or conflicts.
 */
export class TripletProgramme {
  #cost: number[] = []
  #lower: number[] = []
  #upper: number[] = []
  #rowLower: number[] = []
  #rowUpper: number[] = []
  #row: number[] = []
  #column: number[] = []
  #value: number[] = []
  #columnLabels: Stretch[] = []
  #rowLabels: Stretch[] = []
  #wholeColumns: number[] = []

  get columns(): number {
    return this.#cost.length
  }

  get rows(): number {
    return this.#rowLower.length
  }

  addColumn(cost: number, lower: number, upper: number): number {
    if (!Number.isFinite(cost) || Number.isNaN(lower) || Number.isNaN(upper)) {
      throw new CorridorError('internal', `column ${this.columns} has a cost or bound that is no number`)
    }
    this.#lower.push(lower)
    this.#upper.push(upper)
    return this.#cost.push(cost) - 1
  }

  /** A column that takes whole numbers only. */
  addWholeColumn(cost: number, lower: number, upper: number): number {
    const column = this.addColumn(cost, lower, upper)
    this.#wholeColumns.push(column)
    return column
  }

  get wholeColumns(): readonly number[] {
    return this.#wholeColumns
  }

  /** Rows from this one on, row by row: what a model takes that holds the ones before. */
  rowsFrom(first: number) {
    const count = this.rows - first
    const starts = new Int32Array(count + 1)
    const places: number[] = []
    for (let at = this.#row.length - 1; at >= 0; at--) if ((this.#row[at] ?? 0) >= first) places.push(at)
    places.sort((a, b) => (this.#row[a] ?? 0) - (this.#row[b] ?? 0))
    for (const at of places) {
      const next = (this.#row[at] ?? 0) - first + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
    for (let row = 0; row < count; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0)
    return {
      lower: Float64Array.from(this.#rowLower.slice(first)),
      upper: Float64Array.from(this.#rowUpper.slice(first)),
      matrix: {
        format: 'csr' as const,
        numRows: count,
        numCols: this.columns,
        starts,
        indices: Int32Array.from(places, (at) => this.#column[at] ?? 0),
        values: Float64Array.from(places, (at) => this.#value[at] ?? 0),
      },
    }
  }

  addRow(lower: number, upper: number): number {
    this.#rowUpper.push(upper)
    return this.#rowLower.push(lower) - 1
  }

  /** Moves both limits of a row, as a known use of a bus does. */
  shiftRow(row: number, by: number): void {
    this.#rowLower[row] = (this.#rowLower[row] ?? 0) + by
    this.#rowUpper[row] = (this.#rowUpper[row] ?? 0) + by
  }

  add(row: number, column: number, value: number): void {
    if (value === 0) return
    if (!Number.isFinite(value)) {
      throw new CorridorError('internal', `row ${row} has a coefficient that is no number`)
    }
    this.#row.push(row)
    this.#column.push(column)
    this.#value.push(value)
  }

  labelColumns(from: number, label: Label): void {
    this.#columnLabels.push({ ...label, from, to: this.columns })
  }

  labelRows(from: number, label: Label): void {
    this.#rowLabels.push({ ...label, from, to: this.rows })
  }

  columnLabel(column: number): Label | null {
    return labelAt(this.#columnLabels, column)
  }

  rowLabel(row: number): Label | null {
    return labelAt(this.#rowLabels, row)
  }

  finish(): Programme {
    const columns = this.columns
    const counts = new Int32Array(columns + 1)
    for (const column of this.#column) counts[column + 1] = (counts[column + 1] ?? 0) + 1
    for (let at = 0; at < columns; at++) counts[at + 1] = (counts[at + 1] ?? 0) + (counts[at] ?? 0)
    const next = counts.slice()
    const indices = new Int32Array(this.#row.length)
    const values = new Float64Array(this.#row.length)
    for (const [at, column] of this.#column.entries()) {
      const place = next[column] ?? 0
      indices[place] = this.#row[at] ?? 0
      values[place] = this.#value[at] ?? 0
      next[column] = place + 1
    }
    return {
      columns,
      rows: this.rows,
      cost: Float64Array.from(this.#cost),
      lower: Float64Array.from(this.#lower),
      upper: Float64Array.from(this.#upper),
      rowLower: Float64Array.from(this.#rowLower),
      rowUpper: Float64Array.from(this.#rowUpper),
      ...mergeEqualPlaces(this.rows, counts, indices, values),
    }
  }
}

/** A link whose ends meet names its bus twice; the solver takes each row of a column once. */
function mergeEqualPlaces(rows: number, starts: Int32Array, indices: Int32Array, values: Float64Array) {
  const seen = new Int32Array(rows).fill(-1)
  const newStarts = new Int32Array(starts.length)
  let kept = 0
  for (let column = 0; column + 1 < starts.length; column++) {
    const first = kept
    newStarts[column] = first
    for (let at = starts[column] ?? 0; at < (starts[column + 1] ?? 0); at++) {
      const row = indices[at] ?? 0
      const place = seen[row] ?? -1
      if (place >= first) {
        values[place] = (values[place] ?? 0) + (values[at] ?? 0)
      } else {
        seen[row] = kept
        indices[kept] = row
        values[kept] = values[at] ?? 0
        kept += 1
      }
    }
  }
  newStarts[starts.length - 1] = kept
  return { starts: newStarts, indices: indices.slice(0, kept), values: values.slice(0, kept) }
}

/** Stretches are added in order, so the last one that starts at or before the place is the only candidate. */
function labelAt(labels: readonly Stretch[], place: number): Label | null {
  let low = 0
  let high = labels.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((labels[middle]?.from ?? 0) <= place) low = middle
    else high = middle - 1
  }
  const found = labels[low]
  return found !== undefined && found.from <= place && place < found.to ? found : null
}
