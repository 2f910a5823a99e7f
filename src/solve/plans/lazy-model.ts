import type { Basis, Highs, Model } from 'highs'
import { attempt } from '../linear/attempt.ts'
import type { Bounds } from '../linear/bounds.ts'
import { columnsOf } from '../linear/columns-of.ts'
import { loadProgramme, type Optimum, type RunLimits, run } from '../linear/optimise.ts'
import type { Programme } from '../linear/programme.ts'
import type { Ladder } from '../model/shortage-ladders.ts'
import { LoadedColumns } from './loaded-columns.ts'
import { ModelBounds } from './model-bounds.ts'

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
  readonly #model: Model
  readonly #loaded: LoadedColumns
  #held: ModelBounds
  #bounds: Bounds
  #startBasis: Basis | null = null

  constructor(highs: Highs, programme: Programme, ladders: readonly Ladder[]) {
    this.#highs = highs
    this.#programme = programme
    this.#bounds = programme
    this.#loaded = new LoadedColumns(programme, ladders)
    const { columns } = this.#loaded
    const bounds = this.#loaded.boundsUnder(programme)
    this.#model = loadProgramme(highs, {
      ...programme,
      ...bounds,
      ...columnsOf(programme, columns),
      columns: columns.length,
    })
    this.#held = new ModelBounds(this.#model, bounds)
  }

  setBounds(bounds: Bounds): void {
    this.#bounds = bounds
    this.#held.set(this.#loaded.boundsUnder(bounds))
  }

  /**
   * Loads the steps of shortage up to the highest of each ladder among `columns`, where a run is likely to need them: found
   * out one after the other they take a run each.
   */
  reach(columns: Int32Array): void {
    this.#add(this.#loaded.upTo(columns))
  }

  /**
   * Solves under the bounds set, from the basis at hand. Dual values are of the whole programme. With `most` null where so
   * many steps do not lead to an end, or look as though they would not.
   */
  optimise(limits: RunLimits): Optimum
  optimise(limits: RunLimits, most: number): Optimum | null
  optimise(limits: RunLimits, most = NO_END): Optimum | null {
    let iterations = 0
    try {
      for (let round = 0; ; round++) {
        const found = this.#run(limits, most, round)
        if (found === null) return null
        iterations += found.iterations
        if (found.status !== 'optimal') return found
        const wanted = this.#loaded.calledFor(found, this.#bounds)
        if (wanted.length === 0) return { ...this.#loaded.whole(found, this.#bounds), iterations }
        this.#add(wanted)
        // The plan at hand keeps within every limit, and only what was added may better it: a matter of few steps.
        this.#model.options.set({ simplex_strategy: PRIMAL })
      }
    } finally {
      this.#model.options.set({ simplex_strategy: DUAL, simplex_iteration_limit: NO_END })
    }
  }

  #run(limits: RunLimits, most: number, round: number): Optimum | null {
    if (most === NO_END) return run(this.#highs, this.#model, limits)
    const steps = round === 0 ? most : Math.ceil(most / PRIMAL_COSTS)
    return attempt(this.#highs, this.#model, limits, { most: steps, looks: round === 0 })
  }

  /**
   * Begins from a basis among the columns named, as far as they are independent, and from rows where they do not reach.
   * All columns are taken to be zero: a row that has room on both sides of that is held by nothing, and so basic.
   */
  beginFrom(isCandidate: (column: number) => boolean): void {
    const { basic, lower, upper } = this.#highs.constants.basisStatus
    const { rowLower, rowUpper } = this.#bounds
    this.#model.setBasis({
      colStatus: Int32Array.from(this.#loaded.columns, (column) => (isCandidate(column) ? basic : lower)),
      rowStatus: Int32Array.from(rowLower, (low, row) =>
        low === 0 ? lower : rowUpper[row] === 0 ? upper : basic,
      ),
    })
  }

  /** Keeps the columns and the basis of the last run as those that `reset` goes back to. */
  keepBasis(): void {
    this.#loaded.keep()
    this.#startBasis = this.#model.getBasis()
  }

  get hasBasis(): boolean {
    return this.#startBasis !== null
  }

  /** The columns and the basis that every run starts from, whatever was solved before. */
  reset(): void {
    const before = this.#loaded.columns.length
    const left = this.#loaded.forgetAdded()
    if (before > left) {
      this.#model.deleteCols({ kind: 'range', from: left, to: before - 1 })
      this.#held.shorten(left)
      this.#held.set(this.#loaded.boundsUnder(this.#bounds))
    }
    if (this.#startBasis !== null) this.#model.setBasis(this.#startBasis)
  }

  /** Forgets all that was learnt by solving. */
  forget(): void {
    this.#model.clearSolver()
  }

  /** Gives back the memory of the last run, but for its basis. */
  shrink(): void {
    const basis = this.#model.getBasis()
    this.#model.clearSolver()
    this.#model.setBasis(basis)
  }

  /** Columns of the programme that are basic, row by row; below zero for rows. */
  getBasicVariables(): Int32Array {
    return this.#model
      .getBasicVariables()
      .map((variable) => (variable < 0 ? variable : (this.#loaded.columns[variable] ?? 0)))
  }

  getBasisTransposeSolve(costs: Float64Array): { readonly values: Float64Array } {
    return this.#model.getBasisTransposeSolve(costs)
  }

  /** Rows and columns of the programme in a smallest set that cannot all hold. */
  conflict(): { readonly rows: readonly number[]; readonly columns: readonly number[] } {
    this.#model.options.set({ iis_strategy: this.#highs.constants.iis.strategyRowPriority })
    const { rowIndex, colIndex } = this.#model.getIis()
    return {
      rows: [...rowIndex],
      columns: Array.from(colIndex, (column) => this.#loaded.columns[column] ?? 0),
    }
  }

  dispose(): void {
    this.#model.dispose()
  }

  /** Loads further columns under the limits of the day. */
  #add(added: readonly number[]): void {
    if (added.length === 0) return
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
    this.#loaded.append(added)
    const bounds = this.#loaded.boundsUnder(this.#bounds)
    this.#held.lengthen(bounds)
    this.#held.set(bounds)
  }
}
