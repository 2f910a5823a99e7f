import type { Basis, Highs, Model } from 'highs'
import type { Bounds } from './bounds.ts'
import { columnsOf } from './columns-of.ts'
import { ModelBounds } from './model-bounds.ts'
import { loadProgramme, type Optimum, type RunLimits, run } from './optimise.ts'
import type { Programme } from './programme.ts'
import type { Ladder } from './shortage-ladders.ts'

/** Amounts under this are what the solver leaves of zero, and prices under this are its tolerance. */
const SMALL = 1e-9
const PRICE = 1e-7

/** The solver's own value of `simplex_iteration_limit`: none. */
const NO_END = 2_147_483_647

/** Values of the solver's option `simplex_strategy`. */
const DUAL = 1
const PRIMAL = 4
/** A step of the primal method takes so many times as long as one of the dual (measured: two to four). */
const PRIMAL_COSTS = 2

/**
 * The persistent model of a session. Most columns of a programme are steps of shortage that no shock comes near, so
 * each ladder is loaded with its first step and its last, which stands in for all between them: its bound is the sum
 * of theirs. After a run, a ladder whose last step is used, or whose next step would lower the cost (its reduced cost
 * is that of the first plus the difference of their costs), gets the steps that it needs, and the run goes on. What
 * comes out is optimal for the whole programme, which the caller checks; what was added leaves again at `reset`.
 */
export class LazyModel {
  readonly #highs: Highs
  readonly #programme: Programme
  readonly #ladders: readonly Ladder[]
  readonly #model: Model
  #atStart: number
  /** Column of the programme by column of the model, and back; -1 where it is not loaded. */
  #columns: Int32Array
  readonly #place: Int32Array
  /** Steps loaded from the bottom of each ladder. */
  readonly #loaded: Int32Array
  #loadedAtStart: Int32Array
  #held: ModelBounds
  #bounds: Bounds
  #startBasis: Basis | null = null

  constructor(highs: Highs, programme: Programme, ladders: readonly Ladder[]) {
    this.#highs = highs
    this.#programme = programme
    this.#ladders = ladders.filter(({ steps }) => steps > 2)
    this.#bounds = programme
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
    const loaded = this.#modelBounds(programme)
    this.#model = loadProgramme(highs, {
      ...programme,
      ...loaded,
      ...columnsOf(programme, this.#columns),
      columns: this.#atStart,
    })
    this.#held = new ModelBounds(this.#model, loaded)
  }

  setBounds(bounds: Bounds): void {
    this.#bounds = bounds
    this.#held.set(this.#modelBounds(bounds))
  }

  /**
   * Loads the steps of shortage up to the highest of each ladder among `columns`, where a run is likely to need them: found
   * out one after the other they take a run each.
   */
  reach(columns: Int32Array): void {
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
    if (added.length > 0) this.#add(added)
  }

  /**
   * Solves under the bounds set, from the basis at hand. Dual values are of the whole programme. Null after `most` steps
   * that did not lead to an end.
   */
  optimise(limits: RunLimits): Optimum
  optimise(limits: RunLimits, most: number): Optimum | null
  optimise(limits: RunLimits, most = NO_END): Optimum | null {
    let iterations = 0
    this.#model.options.set({ simplex_iteration_limit: most })
    try {
      for (;;) {
        const found = run(this.#highs, this.#model, limits)
        iterations += found.iterations
        if (found.status === 'time_limit' && this.#isOutOfSteps()) return null
        if (found.status !== 'optimal') return found
        if (!this.#extend(found)) return { ...this.#whole(found), iterations }
        // The plan at hand keeps within every limit, and only what was added may better it: a matter of few steps.
        this.#model.options.set({
          simplex_strategy: PRIMAL,
          simplex_iteration_limit: Math.ceil(most / PRIMAL_COSTS),
        })
      }
    } finally {
      this.#model.options.set({ simplex_strategy: DUAL })
    }
  }

  #isOutOfSteps(): boolean {
    return this.#model.getModelStatus() === this.#highs.constants.modelStatus.iterationLimit
  }

  /**
   * Begins from a basis among the columns named, as far as they are independent, and from rows where they do not reach.
   * All columns are taken to be zero: a row that has room on both sides of that is held by nothing, and so basic.
   */
  beginFrom(isCandidate: (column: number) => boolean): void {
    const { basic, lower, upper } = this.#highs.constants.basisStatus
    const { rowLower, rowUpper } = this.#bounds
    this.#model.setBasis({
      colStatus: Int32Array.from(this.#columns, (column) => (isCandidate(column) ? basic : lower)),
      rowStatus: Int32Array.from(rowLower, (low, row) =>
        low === 0 ? lower : rowUpper[row] === 0 ? upper : basic,
      ),
    })
  }

  /** Keeps the columns and the basis of the last run as those that `reset` goes back to. */
  keepBasis(): void {
    this.#atStart = this.#columns.length
    this.#loadedAtStart = this.#loaded.slice()
    this.#startBasis = this.#model.getBasis()
  }

  get hasBasis(): boolean {
    return this.#startBasis !== null
  }

  /** The columns and the basis that every run starts from, whatever was solved before. */
  reset(): void {
    const extra = this.#columns.length - this.#atStart
    if (extra > 0) {
      this.#model.deleteCols({ kind: 'range', from: this.#atStart, to: this.#columns.length - 1 })
      for (const column of this.#columns.subarray(this.#atStart)) this.#place[column] = -1
      this.#columns = this.#columns.slice(0, this.#atStart)
      this.#loaded.set(this.#loadedAtStart)
      const loaded = this.#modelBounds(this.#bounds)
      this.#held.shorten(this.#atStart)
      this.#held.set(loaded)
    }
    if (this.#startBasis !== null) this.#model.setBasis(this.#startBasis)
  }

  /** Forgets all that was learnt by solving. */
  forget(): void {
    this.#model.clearSolver()
  }

  /** Columns of the programme that are basic, row by row; below zero for rows. */
  getBasicVariables(): Int32Array {
    return this.#model
      .getBasicVariables()
      .map((variable) => (variable < 0 ? variable : (this.#columns[variable] ?? 0)))
  }

  getBasisTransposeSolve(costs: Float64Array): { readonly values: Float64Array } {
    return this.#model.getBasisTransposeSolve(costs)
  }

  /** Rows and columns of the programme in a smallest set that cannot all hold. */
  conflict(): { readonly rows: readonly number[]; readonly columns: readonly number[] } {
    this.#model.options.set({ iis_strategy: this.#highs.constants.iis.strategyRowPriority })
    const { rowIndex, colIndex } = this.#model.getIis()
    return { rows: [...rowIndex], columns: Array.from(colIndex, (column) => this.#columns[column] ?? 0) }
  }

  dispose(): void {
    this.#model.dispose()
  }

  #modelBounds(bounds: Bounds): Bounds {
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

  /** Loads the steps that the answer calls for; false when it calls for none. */
  #extend({ x, columnDual }: Optimum): boolean {
    const { cost } = this.#programme
    const { lower, upper } = this.#bounds
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
    if (added.length === 0) return false
    this.#add(added)
    return true
  }

  /** Loads further columns under the limits of the day. */
  #add(added: readonly number[]): void {
    const { lower, upper } = this.#bounds
    const columns = Int32Array.from(added)
    const part = columnsOf(this.#programme, columns)
    this.#model.addCols({
      cost: part.cost,
      lower: Float64Array.from(added, (column) => lower[column] ?? 0),
      upper: Float64Array.from(added, (column) => upper[column] ?? 0),
      matrix: {
        format: 'csc',
        numRows: this.#programme.rows,
        numCols: columns.length,
        starts: part.starts,
        indices: part.indices,
        values: part.values,
      },
    })
    const before = this.#columns
    this.#columns = new Int32Array(before.length + columns.length)
    this.#columns.set(before)
    this.#columns.set(columns, before.length)
    columns.forEach((column, at) => {
      this.#place[column] = before.length + at
    })
    const bounds = this.#modelBounds(this.#bounds)
    this.#held.lengthen(bounds)
    this.#held.set(bounds)
  }

  #whole(found: Optimum): Optimum {
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
        x[column] = this.#bounds.lower[column] ?? 0
        columnDual[column] = (cost[column] ?? 0) - (cost[first] ?? 0) + (columnDual[first] ?? 0)
      }
    }
    let objective = 0
    for (let column = 0; column < columns; column++) objective += (cost[column] ?? 0) * (x[column] ?? 0)
    return { ...found, x, columnDual, objective }
  }
}

type RowBounds = Pick<Bounds, 'rowLower' | 'rowUpper'>

function copyOfRows({ rowLower, rowUpper }: Bounds): RowBounds {
  return { rowLower: rowLower.slice(), rowUpper: rowUpper.slice() }
}

const noLadder: Ladder = { first: 0, stride: 0, steps: 0 }
