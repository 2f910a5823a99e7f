import type { Basis, Highs, Model } from 'highs'
import { loadProgramme, type Optimum, type RunLimits, runOn, runShort } from '../linear/optimise.ts'
import type { Programme } from '../linear/programme.ts'
import type { Neighbourhood, Pricing } from './neighbourhood.ts'
import { isExact, neighbourhoodColumns } from './neighbourhood-columns.ts'

/**
 * Times the dearest column: what a unit by which a row is broken costs, so that none stays where a plan exists; where
 * one does, all is solved. At a hundred the solver lost its way in one neighbourhood of six (measured).
 */
const BROKEN = 10
/** Rows up to which a run takes a few hundredths of a second at most (measured). */
const SHORT_ROWS = 1_000

/** Costs of other kinds, and their multipliers in the plan at rest. */
export interface TrueCosts {
  readonly cost: Float64Array
  /** What a unit of `cost` is in the money of `rowDual`. */
  readonly factor: number
  readonly rowDual: Float64Array
}

/**
 * A neighbourhood as a model of the solver, which grows with it. Costs are what the multipliers y₀ leave of them in
 * rows that ask for an exact amount; a row with room keeps its whole multiplier, since its amount may change. A row
 * that the plan at rest breaks has a column that mends it at a price, so that every model has a plan.
 */
export class NeighbourhoodModel {
  readonly #highs: Highs
  readonly #programme: Programme
  readonly #near: Neighbourhood
  readonly #model: Model
  readonly #price: number
  readonly #pricing: Pricing
  /** What of the neighbourhood is loaded. Mending columns stand behind the first `#first` columns. */
  #rows = 0
  #columns = 0
  #first = 0
  #held: Basis | null = null

  /** `dearest` is the largest cost of a column. */
  constructor(
    highs: Highs,
    given: { programme: Programme; near: Neighbourhood; pricing: Pricing; dearest: number },
  ) {
    this.#highs = highs
    this.#programme = given.programme
    this.#near = given.near
    this.#pricing = given.pricing
    this.#price = BROKEN * given.dearest
    this.#model = loadProgramme(highs, nothing)
    // Without its basis every round would begin anew.
    this.#model.options.set({ presolve: 'off' })
  }

  /** Loads what came to the neighbourhood and solves. Null where the solver cannot tell. */
  optimise(limits: RunLimits): Optimum | null {
    const isFirst = this.#columns === 0 && this.#rows === 0
    const oldRows = this.#rows
    this.#loadRows()
    this.#loadColumns(isFirst)
    // The time limit is one for all rounds.
    if (isFirst) this.#model.zeroAllClocks()
    const found = this.#runFrom(oldRows, limits)
    if (found?.status === 'optimal') this.#held = this.#model.getBasis()
    return found
  }

  /** By how much the multiplier of row `at` of the neighbourhood differs from y₀. */
  shiftOf(found: Optimum, at: number): number {
    const row = this.#near.rows[at] ?? 0
    return (found.rowDual[at] ?? 0) - (this.#isExact(row) ? 0 : (this.#pricing.rowDual[row] ?? 0))
  }

  /** Sum of what rows are still broken by. */
  brokenBy(found: Optimum): number {
    let sum = 0
    for (let n = 0; n < this.#near.broken.length; n++) sum += Math.abs(found.x[this.#first + n] ?? Number.NaN)
    return sum
  }

  /** The plan of the whole programme: what was found, and all else at rest. Written over where things rest. */
  planOf(found: Optimum): Float64Array {
    for (let at = 0; at < this.#columns; at++)
      this.#near.move(this.#near.columns[at] ?? 0, found.x[this.#modelColumn(at)] ?? 0)
    return this.#near.rest
  }

  /** Multipliers of other costs at the basis found: Bᵀ·y = c, with y as given where a row stands at rest. */
  trueDual({ cost, rowDual, factor }: TrueCosts): Float64Array {
    const { starts, indices, values } = this.#programme
    const mending = this.#near.broken.length
    const costs = Float64Array.from(this.#model.getBasicVariables(), (variable) => {
      if (variable < 0) {
        const row = this.#near.rows[-variable - 1] ?? 0
        return this.#isExact(row) ? 0 : -(rowDual[row] ?? 0)
      }
      if (variable >= this.#first && variable < this.#first + mending) return 0
      const column = this.#near.columns[variable < this.#first ? variable : variable - mending] ?? 0
      let left = (cost[column] ?? 0) * factor
      const end = starts[column + 1] ?? 0
      for (let n = starts[column] ?? 0; n < end; n++)
        left -= (values[n] ?? 0) * (rowDual[indices[n] ?? 0] ?? 0)
      return left
    })
    const shifts = this.#model.getBasisTransposeSolve(costs).values
    const dual = rowDual.slice()
    for (let at = 0; at < this.#rows; at++) {
      const row = this.#near.rows[at] ?? 0
      dual[row] = (dual[row] ?? 0) + (shifts[at] ?? 0)
    }
    return dual
  }

  dispose(): void {
    this.#model.dispose()
  }

  /**
   * The basis of the last round; and for each new row the column by which it came in, as its price was guessed, so that
   * the solver need not put it there.
   */
  #setBasis(fromRow: number): void {
    const near = this.#near
    const { basic, lower } = this.#highs.constants.basisStatus
    const colStatus = new Int32Array(this.#columns + near.broken.length).fill(lower)
    const rowStatus = new Int32Array(this.#rows).fill(basic)
    if (this.#held !== null) {
      colStatus.set(this.#held.colStatus)
      rowStatus.set(this.#held.rowStatus)
    }
    for (let at = fromRow; at < this.#rows; at++) {
      const parent = near.parent[at] ?? -1
      if (parent < 0) continue
      colStatus[this.#modelColumn(near.columnPlace[parent] ?? 0)] = basic
      rowStatus[at] = lower
    }
    this.#model.setBasis({ colStatus, rowStatus })
  }

  /**
   * From the basis at hand, and where the solver cannot work with that from none: a neighbourhood takes little time
   * either way, and all that is solved in its place much.
   */
  #runFrom(rows: number, limits: RunLimits): Optimum | null {
    const run = this.#rows <= SHORT_ROWS ? runShort : runOn
    const found = this.#attempt(() => {
      this.#setBasis(rows)
      return run(this.#highs, this.#model, limits)
    })
    if (found !== null) return found
    return this.#attempt(() => {
      this.#model.clearSolver()
      return run(this.#highs, this.#model, limits)
    })
  }

  /** An error of the solver is no answer, and none of ours. */
  #attempt(solve: () => Optimum | null): Optimum | null {
    try {
      return solve()
    } catch (error) {
      if (error instanceof Error && error.name === 'HighsError') return null
      throw error
    }
  }

  #isExact(row: number): boolean {
    return isExact(this.#pricing.bounds, row)
  }

  #modelColumn(at: number): number {
    return at < this.#first ? at : at + this.#near.broken.length
  }

  /** Limits of the rows, less what columns outside put into them. */
  #rowLimits(): { readonly lower: Float64Array; readonly upper: Float64Array } {
    const { rows, rowCount, outside } = this.#near
    const { rowLower, rowUpper } = this.#pricing.bounds
    const lower = new Float64Array(rowCount)
    const upper = new Float64Array(rowCount)
    for (let at = 0; at < rowCount; at++) {
      const row = rows[at] ?? 0
      lower[at] = (rowLower[row] ?? 0) - (outside[row] ?? 0)
      upper[at] = (rowUpper[row] ?? 0) - (outside[row] ?? 0)
    }
    return { lower, upper }
  }

  /** New rows at the end, without entries; and all limits again where a column came in that does not rest at zero. */
  #loadRows(): void {
    const { rowCount } = this.#near
    const added = rowCount - this.#rows
    if (added === 0 && !this.#near.hasShifted) return
    const { lower, upper } = this.#rowLimits()
    if (added > 0) {
      this.#model.addRows({
        lower: lower.subarray(this.#rows),
        upper: upper.subarray(this.#rows),
        matrix: {
          format: 'csr',
          numRows: added,
          numCols: this.#rows === 0 ? 0 : this.#columns + this.#near.broken.length,
          starts: new Int32Array(added + 1),
          indices: new Int32Array(0),
          values: new Float64Array(0),
        },
      })
    }
    if (this.#rows > 0 && this.#near.hasShifted) {
      this.#model.changeRowsBounds(
        { kind: 'range', from: 0, to: this.#rows - 1 },
        lower.subarray(0, this.#rows),
        upper.subarray(0, this.#rows),
      )
    }
    this.#near.hasShifted = false
    this.#rows = rowCount
  }

  #loadColumns(isFirst: boolean): void {
    const near = this.#near
    const mending = isFirst ? near.broken : []
    const columns = neighbourhoodColumns(this.#programme, near, this.#pricing, {
      from: this.#columns,
      mending,
      price: this.#price,
    })
    if (columns.matrix.numCols > 0) this.#model.addCols(columns)
    if (isFirst) this.#first = near.columnCount
    this.#columns = near.columnCount
  }
}

const none = new Float64Array(0)
const nothing: Programme = {
  columns: 0,
  rows: 0,
  cost: none,
  lower: none,
  upper: none,
  rowLower: none,
  rowUpper: none,
  starts: new Int32Array(1),
  indices: new Int32Array(0),
  values: none,
}
