import type { Highs } from 'highs'
import { type NearbyTask, Neighbourhood } from './neighbourhood.ts'
import { NeighbourhoodModel } from './neighbourhood-model.ts'
import type { Optimum, RunLimits } from './optimise.ts'
import type { Programme } from './programme.ts'

/** What the solver leaves of an amount that is zero. */
const SMALL = 1e-7
/** Differences of multipliers under this are rounding. */
const SAME = 1e-12
/** A neighbourhood that took so many steps, or has so many rows, is no longer small: solving all is faster (measured). */
const MOST_STEPS = 3_000
const MOST_ROWS = 9_000
const MOST_AT_ONCE = 4_000

export interface NearbyOptimum extends Optimum {
  /** y with Bᵀ·y = c of the basis found, for other costs; those outside the neighbourhood are as given. */
  readonly trueDual: Float64Array | null
}

/** True costs, and their multipliers in the plan at rest, where they are asked for beside those of the programme. */
export interface TrueCosts {
  readonly cost: Float64Array
  /** What a unit of `cost` is in the money of `rowDual`. */
  readonly factor: number
  readonly rowDual: Float64Array
}

/**
 * Solves a programme whose best plan was known before some limits changed (docs/model.md, what a session does not
 * solve): only the neighbourhood of the change is optimised, while all else rests. Its multipliers and the old ones
 * outside price every column that touches it; columns that should not rest are added and it is solved again. When
 * there are none, both together satisfy the optimality conditions of the whole programme: the answer is its optimum,
 * which the caller checks. Null where the neighbourhood grows too large, or has no plan: the caller then solves all.
 */
export class NearbySolver {
  readonly #highs: Highs
  readonly #programme: Programme
  readonly #near: Neighbourhood
  readonly #dearest: number

  constructor(highs: Highs, programme: Programme) {
    this.#highs = highs
    this.#programme = programme
    this.#near = new Neighbourhood(programme)
    this.#dearest = programme.cost.reduce((most, cost) => Math.max(most, Math.abs(cost)), 1)
  }

  solve(
    task: NearbyTask,
    { hops, limits, trueCosts }: { hops: number; limits: RunLimits; trueCosts?: TrueCosts },
  ): NearbyOptimum | null {
    const near = this.#near
    const z = new Float64Array(this.#programme.rows)
    near.begin(task)
    const rest = { status: 'optimal', objective: Number.NaN, iterations: 0 } as const
    if (near.rowCount === 0) {
      const { cost, rowDual } = task
      return { ...rest, x: near.rest, columnDual: cost, rowDual, trueDual: trueCosts?.rowDual ?? null }
    }
    if (near.rowCount > MOST_AT_ONCE) return null
    const model = new NeighbourhoodModel(this.#highs, this.#programme, near, {
      ...task,
      dearest: this.#dearest,
    })
    const changed = new Int32Array(this.#programme.rows)
    let iterations = 0
    let known = 0
    try {
      for (;;) {
        const found = model.optimise(limits)
        if (found === null || found.status === 'infeasible') return null
        iterations += found.iterations
        if (found.status !== 'optimal') return { ...found, rowDual: task.rowDual, trueDual: null }
        let changes = 0
        for (let at = 0; at < near.rowCount; at++) {
          const row = near.rows[at] ?? 0
          const shift = model.shiftOf(found, at)
          // Rows that came in last were priced ahead by a guess: what they are worth is known only now.
          if (at < known && Math.abs(shift - (z[row] ?? 0)) <= SAME) continue
          z[row] = shift
          changed[changes++] = row
        }
        known = near.rowCount
        if (near.grow(task, z, changed.subarray(0, changes), hops)) {
          if (iterations > MOST_STEPS || near.rowCount > MOST_ROWS) return null
          continue
        }
        if (!(model.brokenBy(found) <= SMALL)) return null
        const rowDual = task.rowDual.slice()
        for (let at = 0; at < near.rowCount; at++) {
          const row = near.rows[at] ?? 0
          rowDual[row] = (rowDual[row] ?? 0) + (z[row] ?? 0)
        }
        const x = model.planOf(found)
        const columnDual = near.reducedCosts(task.cost, z)
        const trueDual = trueCosts === undefined ? null : model.trueDual(trueCosts)
        return { ...rest, x, rowDual, columnDual, iterations, trueDual }
      }
    } finally {
      model.dispose()
    }
  }
}
