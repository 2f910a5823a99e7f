import type { Highs } from 'highs'
import type { Bounds } from '../linear/bounds.ts'
import type { ColumnsByRow } from '../linear/columns-by-row.ts'
import type { Optimum, RunLimits } from '../linear/optimise.ts'
import type { Programme } from '../linear/programme.ts'
import type { ChangedLimits } from './changed-limits.ts'
import { Neighbourhood, type Pricing } from './neighbourhood.ts'
import { NeighbourhoodModel, type TrueCosts } from './neighbourhood-model.ts'
import { FaceBeside } from './optimal-face.ts'
import type { PastRows } from './past-rows.ts'
import type { ReferencePlan } from './reference-plan.ts'
import {
  cheapestGrowth,
  type MostGrowth,
  NeighbourhoodSearch,
  nearestGrowth,
  type SearchScratch,
} from './settle-neighbourhood.ts'

/** What the solver leaves of an amount that is zero. */
const SMALL = 1e-7
/** Rows that a change breaks at once beyond this are most of a programme: solving all is faster (measured). */
const MOST_AT_ONCE = 4_000

export interface NearbyTask {
  readonly bounds: Bounds
  readonly reference: ReferencePlan
  /** All limits in which `bounds` differ from the reference's. */
  readonly differs: ChangedLimits
  /** Those of them that matter beside the reference plan. */
  readonly changed: ChangedLimits
  /** Costs of other kinds whose multipliers are asked for too. */
  readonly trueCosts: TrueCosts | null
  /** False where only the cost is asked for, and any of the cheapest plans will do. */
  readonly wantsNearest: boolean
  readonly limits: RunLimits
  readonly past: PastRows
}

/** The cheapest plan with its multipliers, and the nearest to the base of all that cost as little. */
export interface NearbyFound {
  readonly status: 'optimal'
  readonly cheapest: Optimum
  /** Columns in which it differs from the reference plan, in order. */
  readonly moved: Int32Array
  /** Multipliers at true costs of the basis of the cheapest plan; those outside the neighbourhood are as given. */
  readonly trueDual: Float64Array | null
  /** Null where it was not asked for, or its neighbourhood is not small. */
  readonly nearest: NearestFound | null
}

export interface NearestFound {
  readonly optimum: Optimum
  /** Columns in which it differs from the reference plan, in order. */
  readonly moved: Int32Array
  /** Limits of the cheapest plans. */
  readonly face: Bounds
}

/**
 * Solves a programme whose best plan was known before some limits changed (docs/model.md, what a session does not
 * solve): only the neighbourhood of the change is optimised, while all else rests. Its multipliers and the old ones
 * outside price every column that touches it; columns that should not rest are added and it is solved again. When
 * there are none, both together satisfy the optimality conditions of the whole programme: the answer is its optimum,
 * which the caller checks. Of the cheapest plans the nearest is found in the same way, at distances for costs.
 */
export class NearbySolver {
  readonly #highs: Highs
  readonly #programme: Programme
  readonly #near: Neighbourhood
  readonly #dearest: number
  readonly #face: FaceBeside
  /** Reduced costs at the cheapest plan. */
  readonly #reduced: Float64Array

  readonly #scratch: SearchScratch

  constructor(highs: Highs, programme: Programme, byRow: ColumnsByRow) {
    this.#highs = highs
    this.#programme = programme
    this.#near = new Neighbourhood(programme, byRow)
    this.#dearest = programme.cost.reduce((most, cost) => Math.max(most, Math.abs(cost)), 1)
    this.#face = new FaceBeside(programme)
    this.#reduced = new Float64Array(programme.columns)
    this.#scratch = { shift: new Float64Array(programme.rows), changed: new Int32Array(programme.rows) }
  }

  /** Columns of the last neighbourhood: a view, which the next one writes over. */
  get tried(): Int32Array {
    return this.#near.columns.subarray(0, this.#near.columnCount)
  }

  /**
   * Null where the neighbourhood grows too large, or has no plan: the caller then solves all. Plans, reduced costs and
   * the face are written over by the next call: made anew each time they would be most of what a small run costs.
   */
  solve(task: NearbyTask): NearbyFound | Stopped | null {
    const { reference, bounds, changed, trueCosts, past } = task
    const near = this.#near
    const atCosts = { bounds, ...reference.cheapest }
    near.begin(reference, changed, atCosts, { start: null, past })
    const cheapest = this.#settle(task, atCosts, { trueCosts, reduced: this.#reduced, most: cheapestGrowth })
    if (cheapest === null || cheapest.status !== 'optimal') return cheapest
    const { optimum, moved, trueDual } = cheapest
    if (!task.wantsNearest) return { status: 'optimal', cheapest: optimum, moved, trueDual, nearest: null }
    // Where neither limits nor multipliers differ the face is that of the reference.
    const repriced = { columns: cheapest.repriced, rows: near.rows.slice(0, near.rowCount) }
    const face = this.#face.beside(reference, bounds, optimum, [task.differs, repriced])
    const nearest = this.#nearestOn(face, task, optimum, this.#touched(changed, cheapest.repriced))
    if (nearest !== null && 'status' in nearest) return nearest
    return { status: 'optimal', cheapest: optimum, moved, trueDual, nearest }
  }

  /** Limits of the last face, for others to write over. */
  lentFace(): Bounds {
    return this.#face.lend()
  }

  /**
   * Of the plans that cost as little as `optimum` the nearest to the base. `touched` names everything in which that plan,
   * its multipliers, or the limits differ from those of the reference.
   */
  nearest(
    task: Pick<NearbyTask, 'bounds' | 'reference' | 'limits' | 'past'>,
    optimum: Optimum,
    touched: ChangedLimits,
  ): NearestFound | Stopped | null {
    return this.#nearestOn(this.#face.whole(task.bounds, optimum), task, optimum, touched)
  }

  #nearestOn(
    face: Bounds,
    task: Pick<NearbyTask, 'reference' | 'limits' | 'past'>,
    optimum: Optimum,
    touched: ChangedLimits,
  ): NearestFound | Stopped | null {
    const { reference, past } = task
    const atDistances = { bounds: face, ...reference.nearest }
    this.#near.begin(reference, touched, atDistances, { start: optimum.x, past })
    const nearest = this.#settle(task, atDistances, { trueCosts: null, reduced: null, most: nearestGrowth })
    if (nearest === null || nearest.status !== 'optimal') return nearest
    return { optimum: nearest.optimum, moved: nearest.moved, face }
  }

  /** The optimum at costs and limits that the neighbourhood was begun with; null where it cannot be had. */
  #settle(
    { reference, limits }: Pick<NearbyTask, 'reference' | 'limits'>,
    pricing: Pricing,
    {
      trueCosts,
      reduced,
      most,
    }: {
      readonly trueCosts: TrueCosts | null
      readonly reduced: Float64Array | null
      readonly most: MostGrowth
    },
  ): Settlement | Stopped | null {
    const near = this.#near
    if (near.rowCount > MOST_AT_ONCE) return null
    if (near.rowCount === 0) {
      const { rowDual, columnDual } = pricing
      const x = near.rest
      const optimum: Optimum = {
        status: 'optimal',
        objective: Number.NaN,
        iterations: 0,
        x,
        rowDual,
        columnDual,
      }
      return {
        status: 'optimal',
        optimum,
        moved: near.moved(),
        repriced: none,
        trueDual: trueCosts === null ? null : reference.trueDual,
      }
    }
    const model = new NeighbourhoodModel(this.#highs, {
      programme: this.#programme,
      near,
      pricing,
      dearest: this.#dearest,
    })
    try {
      const search = new NeighbourhoodSearch({
        near,
        model,
        limits,
        pricing,
        most,
        scratch: this.#scratch,
      })
      const how = search.settle()
      if (how === 'time_limit' || how === 'cancelled') return { status: how }
      if (how !== 'settled' || !(search.broken <= SMALL)) return null
      const { optimum, repriced } = search.optimum(reduced)
      return {
        status: 'optimal',
        optimum,
        moved: near.moved(),
        repriced,
        trueDual: trueCosts === null ? null : model.trueDual(trueCosts),
      }
    } finally {
      model.dispose()
    }
  }

  /** Everything in which the face of the cheapest plans, or the plan found on it, may differ from the reference's. */
  #touched(changed: ChangedLimits, repriced: Int32Array): ChangedLimits {
    const near = this.#near
    return {
      columns: joined(changed.columns, repriced, near.columns.subarray(0, near.columnCount)),
      rows: joined(changed.rows, near.rows.subarray(0, near.rowCount)),
    }
  }
}

interface Stopped {
  readonly status: 'time_limit' | 'cancelled'
}

interface Settlement {
  readonly status: 'optimal'
  readonly optimum: Optimum
  /** Columns in which it differs from the reference plan. */
  readonly moved: Int32Array
  /** Columns whose reduced cost differs from the reference's. */
  readonly repriced: Int32Array
  readonly trueDual: Float64Array | null
}

const none = new Int32Array(0)

function joined(...parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
