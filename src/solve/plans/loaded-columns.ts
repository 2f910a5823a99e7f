import type { Bounds } from '../linear/bounds.ts'
import type { Optimum } from '../linear/optimise.ts'
import type { Programme } from '../linear/programme.ts'
import type { Ladder } from '../model/shortage-ladders.ts'

/** Amounts under this are what the solver leaves of zero, and prices under this are its tolerance. */
const SMALL = 1e-9
const PRICE = 1e-7

/**
 * Which columns of a programme stand in a model of it, where most steps of its ladders are left out: each ladder has
 * its first steps and its last, which stands in for all between them.
 */
export class LoadedColumns {
  readonly #programme: Programme
  readonly #ladders: readonly Ladder[]
  /** Column of the programme by column of the model, and back; -1 where it is not loaded. */
  #columns: Int32Array
  readonly #place: Int32Array
  /** Steps loaded from the bottom of each ladder. */
  readonly #loaded: Int32Array
  #atStart: number
  #loadedAtStart: Int32Array

  constructor(programme: Programme, ladders: readonly Ladder[]) {
    this.#programme = programme
    this.#ladders = ladders.filter(({ steps }) => steps > 2)
    this.#loaded = new Int32Array(this.#ladders.length).fill(1)
    this.#loadedAtStart = this.#loaded.slice()
    this.#place = new Int32Array(programme.columns)
    for (const { first, stride, steps } of this.#ladders) {
      for (let step = 1; step + 1 < steps; step++) this.#place[first + step * stride] = -1
    }
    this.#columns = Int32Array.from({ length: programme.columns }, (_, column) => column).filter(
      (column) => this.#place[column] === 0,
    )
    this.#columns.forEach((column, at) => {
      this.#place[column] = at
    })
    this.#atStart = this.#columns.length
  }

  /** Columns of the programme in the order of the model. */
  get columns(): Int32Array {
    return this.#columns
  }

  /** Those loaded now are the ones that `forgetAdded` goes back to. */
  keep(): void {
    this.#atStart = this.#columns.length
    this.#loadedAtStart = this.#loaded.slice()
  }

  /** Leaves out what came since `keep`; gives how many columns remain. */
  forgetAdded(): number {
    for (const column of this.#columns.subarray(this.#atStart)) this.#place[column] = -1
    this.#columns = this.#columns.slice(0, this.#atStart)
    this.#loaded.set(this.#loadedAtStart)
    return this.#atStart
  }

  /** Appends columns that `upTo` or `calledFor` named. */
  append(added: readonly number[]): void {
    const before = this.#columns
    this.#columns = new Int32Array(before.length + added.length)
    this.#columns.set(before)
    this.#columns.set(added, before.length)
    added.forEach((column, at) => {
      this.#place[column] = before.length + at
    })
  }

  /** Steps up to the highest of each ladder among `columns`; the caller loads them. */
  upTo(columns: Int32Array): readonly number[] {
    const isWanted = new Uint8Array(this.#programme.columns)
    for (const column of columns) isWanted[column] = 1
    const added: number[] = []
    for (let ladder = 0; ladder < this.#ladders.length; ladder++) {
      const { first, stride, steps } = this.#ladders[ladder] ?? noLadder
      const from = this.#loaded[ladder] ?? 1
      let until = steps - 1
      while (until > from && isWanted[first + (until - 1) * stride] === 0) until--
      for (let step = from; step < until; step++) added.push(first + step * stride)
      this.#loaded[ladder] = until
    }
    return added
  }

  /** Limits of the columns of the model, and of its rows. */
  boundsUnder(bounds: Bounds): Bounds {
    const lower = new Float64Array(this.#columns.length)
    const upper = new Float64Array(this.#columns.length)
    let rows: RowBounds | null = null
    for (let at = 0; at < this.#columns.length; at++) {
      const column = this.#columns[at] ?? 0
      lower[at] = bounds.lower[column] ?? 0
      upper[at] = bounds.upper[column] ?? 0
    }
    for (let ladder = 0; ladder < this.#ladders.length; ladder++) {
      const { first, stride, steps } = this.#ladders[ladder] ?? noLadder
      const last = this.#place[first + (steps - 1) * stride] ?? 0
      // What the past fixed stands in no column while it is not loaded: its rows ask for that much less.
      for (let step = this.#loaded[ladder] ?? 1; step + 1 < steps; step++) {
        const column = first + step * stride
        const value = bounds.lower[column] ?? 0
        if (value !== 0) rows = this.#without(column, value, rows ?? copyOfRows(bounds))
        else if (lower[last] === 0) upper[last] = (upper[last] ?? 0) + (bounds.upper[column] ?? 0)
      }
    }
    return { lower, upper, rowLower: bounds.rowLower, rowUpper: bounds.rowUpper, ...rows }
  }

  /** Steps that an answer under these limits calls for, none where it is the best of all; the caller loads them. */
  calledFor({ x, columnDual }: Optimum, { lower, upper }: Bounds): readonly number[] {
    const { cost } = this.#programme
    const added: number[] = []
    for (let ladder = 0; ladder < this.#ladders.length; ladder++) {
      const { first, stride, steps } = this.#ladders[ladder] ?? noLadder
      const from = this.#loaded[ladder] ?? 1
      if (from + 1 >= steps) continue
      const bottom = this.#place[first] ?? 0
      const rest = x[this.#place[first + (steps - 1) * stride] ?? 0] ?? 0
      const price = (cost[first] ?? 0) - (columnDual[bottom] ?? 0)
      const isOpen = (step: number) =>
        (upper[first + step * stride] ?? 0) > (lower[first + step * stride] ?? 0)
      let until = from
      let covered = 0
      // Enough for what the last step now carries; a step more shows whether that is all.
      while (until + 1 < steps && rest > covered + SMALL) {
        covered += isOpen(until) ? (upper[first + until * stride] ?? 0) : 0
        until++
      }
      if (until > from) until = Math.min(steps - 1, until + 1)
      else if ((cost[first + from * stride] ?? 0) < price - PRICE && isOpen(from))
        until = Math.min(steps - 1, from + 2)
      for (let step = from; step < until; step++) added.push(first + step * stride)
      this.#loaded[ladder] = until
    }
    return added
  }

  /** The answer of the whole programme under these limits from that of the model. */
  whole(found: Optimum, bounds: Bounds): Optimum {
    const { columns, cost } = this.#programme
    const x = new Float64Array(columns)
    const columnDual = new Float64Array(columns)
    for (let at = 0; at < this.#columns.length; at++) {
      const column = this.#columns[at] ?? 0
      x[column] = found.x[at] ?? 0
      columnDual[column] = found.columnDual[at] ?? 0
    }
    for (let ladder = 0; ladder < this.#ladders.length; ladder++) {
      const { first, stride, steps } = this.#ladders[ladder] ?? noLadder
      for (let step = this.#loaded[ladder] ?? 1; step + 1 < steps; step++) {
        const column = first + step * stride
        x[column] = bounds.lower[column] ?? 0
        columnDual[column] = (cost[column] ?? 0) - (cost[first] ?? 0) + (columnDual[first] ?? 0)
      }
    }
    let objective = 0
    for (let column = 0; column < columns; column++) objective += (cost[column] ?? 0) * (x[column] ?? 0)
    return { ...found, x, columnDual, objective }
  }

  #without(column: number, value: number, rows: RowBounds): RowBounds {
    const { starts, indices, values } = this.#programme
    const end = starts[column + 1] ?? 0
    for (let at = starts[column] ?? 0; at < end; at++) {
      const row = indices[at] ?? 0
      const share = value * (values[at] ?? 0)
      rows.rowLower[row] = (rows.rowLower[row] ?? 0) - share
      rows.rowUpper[row] = (rows.rowUpper[row] ?? 0) - share
    }
    return rows
  }
}

type RowBounds = Pick<Bounds, 'rowLower' | 'rowUpper'>

function copyOfRows({ rowLower, rowUpper }: Bounds): RowBounds {
  return { rowLower: rowLower.slice(), rowUpper: rowUpper.slice() }
}

const noLadder: Ladder = { first: 0, stride: 0, steps: 0 }
