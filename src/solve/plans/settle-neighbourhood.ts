import type { Optimum, RunLimits } from '../linear/optimise.ts'
import type { Neighbourhood, Pricing } from './neighbourhood.ts'
import type { NeighbourhoodModel } from './neighbourhood-model.ts'

/** Differences of multipliers under this are rounding. */
const SAME = 1e-12
/** When a neighbourhood is no longer small, and solving all is faster. */
export interface MostGrowth {
  /** Steps of all rounds. */
  readonly steps: number
  readonly rows: number
  /** A neighbourhood of so many rows is still growing where its last round took as many steps as `stepsOfLarge`. */
  readonly large: number
  readonly stepsOfLarge: number
}

/**
 * Measured on 500 shocks: of those with many rows the ones whose rounds grow shorter come to an end soon, and in the others each
 * round takes more steps than the one before, until all is in. The nearest plan may take longer, since what takes its place does.
 */
export const cheapestGrowth: MostGrowth = { steps: 6_000, rows: 16_000, large: 9_000, stepsOfLarge: 800 }
export const nearestGrowth: MostGrowth = { steps: 8_000, rows: 30_000, large: 9_000, stepsOfLarge: 2_000 }

/** How a search ended: with nothing left to add, with too much of it, or as the solver says. */
export type Settled = 'settled' | 'too-large' | Exclude<Optimum['status'], 'optimal'>

/** Arrays as long as the rows of a programme, made once: for each search they would be most of what it leaves behind. */
export interface SearchScratch {
  readonly shift: Float64Array
  readonly changed: Int32Array
}

/** Solves a neighbourhood and adds to it what its multipliers call for, until nothing outside should move. */
export class NeighbourhoodSearch {
  readonly #near: Neighbourhood
  readonly #model: NeighbourhoodModel
  readonly #limits: RunLimits
  readonly #pricing: Pricing
  readonly #most: MostGrowth
  /** By row of the programme, how its multiplier differs from that of the reference. */
  readonly #shift: Float64Array
  readonly #changed: Int32Array
  #found: Optimum = nothing
  #iterations = 0

  /** `scratch` is written over. */
  constructor(of: {
    near: Neighbourhood
    model: NeighbourhoodModel
    limits: RunLimits
    /** What the model was made with. */
    pricing: Pricing
    most: MostGrowth
    scratch: SearchScratch
  }) {
    this.#near = of.near
    this.#model = of.model
    this.#limits = of.limits
    this.#pricing = of.pricing
    this.#most = of.most
    this.#shift = of.scratch.shift.fill(0)
    this.#changed = of.scratch.changed
  }

  settle(): Settled {
    const [near, model, shift] = [this.#near, this.#model, this.#shift]
    let known = 0
    for (;;) {
      const found = model.optimise(this.#limits)
      if (found === null) return 'too-large'
      this.#found = found
      this.#iterations += found.iterations
      if (found.status !== 'optimal') return found.status
      let changes = 0
      for (let at = 0; at < near.rowCount; at++) {
        const row = near.rows[at] ?? 0
        const value = model.shiftOf(found, at)
        // Rows that came in last were priced ahead by a guess: what they are worth is known only now.
        if (at < known && Math.abs(value - (shift[row] ?? 0)) <= SAME) continue
        shift[row] = value
        this.#changed[changes++] = row
      }
      known = near.rowCount
      if (!near.grow(this.#pricing, shift, this.#changed.subarray(0, changes))) return 'settled'
      if (this.#isTooLarge(found.iterations)) return 'too-large'
    }
  }

  #isTooLarge(lastSteps: number): boolean {
    const { steps, rows, large, stepsOfLarge } = this.#most
    const { rowCount } = this.#near
    return this.#iterations > steps || rowCount > rows || (rowCount > large && lastSteps > stepsOfLarge)
  }

  /** Sum of what rows are still broken by. */
  get broken(): number {
    return this.#model.brokenBy(this.#found)
  }

  /**
   * The optimum of the whole programme, and the columns whose reduced cost it changed. The objective is left to the
   * caller, who knows the costs. Reduced costs go to `reduced`; null: nobody asks for them, and they are empty.
   */
  optimum(reduced: Float64Array | null): { readonly optimum: Optimum; readonly repriced: Int32Array } {
    const [near, pricing] = [this.#near, this.#pricing]
    const rowDual = pricing.rowDual.slice()
    for (let at = 0; at < near.rowCount; at++) {
      const row = near.rows[at] ?? 0
      rowDual[row] = (rowDual[row] ?? 0) + (this.#shift[row] ?? 0)
    }
    const repriced =
      reduced === null ? new Int32Array(0) : near.reducedCosts(pricing.columnDual, this.#shift, reduced)
    const optimum: Optimum = {
      status: 'optimal',
      objective: Number.NaN,
      iterations: this.#iterations,
      x: this.#model.planOf(this.#found),
      rowDual,
      columnDual: reduced ?? none,
    }
    return { optimum, repriced }
  }
}

const none = new Float64Array(0)
const nothing: Optimum = {
  status: 'optimal',
  objective: Number.NaN,
  iterations: 0,
  x: none,
  rowDual: none,
  columnDual: none,
}
