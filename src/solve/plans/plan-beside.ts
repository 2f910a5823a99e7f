import type { Highs } from 'highs'
import type { Bounds } from '../linear/bounds.ts'
import { columnsByRow } from '../linear/columns-by-row.ts'
import type { Optimum, RunLimits } from '../linear/optimise.ts'
import { movedColumns, sumOver } from '../linear/sparse-sum.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import { MONEY } from '../model/money.ts'
import { assertSameCost } from './canonical.ts'
import { type ChangedLimits, changesBeside } from './changed-limits.ts'
import { CheckBeside } from './check-beside.ts'
import type { DayBounds } from './day-bounds.ts'
import { noPast } from './past-rows.ts'
import type { ReferencePlan } from './reference-plan.ts'
import { NearbySolver, type NearestFound } from './solve-nearby.ts'

interface BesideTask {
  readonly today: DayBounds
  readonly limits: RunLimits
}

/** A plan nearest to the base, with the multipliers of distances that prove it. */
export interface NearestPlan {
  readonly x: Float64Array
  /** Columns of it that are not zero, in order. */
  readonly nonZero: Int32Array
  readonly rowDual: Float64Array
}

/** Stopped, with what no plan costs less than where it is known, in the money of the programme. */
interface Stopped {
  readonly status: 'time_limit' | 'cancelled'
}

interface CheapestFound {
  readonly status: 'optimal'
  readonly optimum: Optimum
  /** Columns of it that are not zero, in order. */
  readonly nonZero: Int32Array
  /** Null where it was not asked for. */
  readonly trueDual: Float64Array | null
  /** Null where it was not asked for, or could not be found here. */
  readonly nearest: NearestPlan | null
}

/**
 * Plans beside one that is known, by the neighbourhood of what changed, each checked by our own conditions. The arrays
 * of an answer are written over by the next question.
 */
export class BesideSolver {
  readonly #delta: DeltaProgramme
  readonly #nearby: NearbySolver
  readonly #check: CheckBeside

  constructor(highs: Highs, delta: DeltaProgramme) {
    const byRow = columnsByRow(delta.programme)
    this.#delta = delta
    this.#nearby = new NearbySolver(highs, delta.programme, byRow)
    this.#check = new CheckBeside(delta.programme, byRow)
  }

  /** Columns of the neighbourhood that was last looked at; those of the programme that a plan is likely to move. */
  get tried(): Int32Array {
    return this.#nearby.tried
  }

  /** Limits as long as those of the programme, for others to write over. */
  lentFace(): Bounds {
    return this.#nearby.lentFace()
  }

  /** Null where the neighbourhood is not small, or no answer of it passes our check. */
  plan(
    { today, limits }: BesideTask,
    reference: ReferencePlan,
    { wantsNearest, wantsPrices }: { readonly wantsNearest: boolean; readonly wantsPrices: boolean },
  ): CheapestFound | Stopped | null {
    const { programme, trueCost } = this.#delta
    const { bounds, differs, past } = today.beside(reference.bounds)
    const changed = changesBeside(reference, bounds, differs)
    const trueCosts = wantsPrices ? { cost: trueCost, rowDual: reference.trueDual, factor: MONEY } : null
    const task = { bounds, reference, differs, changed, limits, trueCosts, wantsNearest, past }
    const near = this.#nearby.solve(task)
    if (near === null || near.status !== 'optimal') return near
    const { moved } = near
    const nonZero = this.#nonZero(near.cheapest.x, moved, reference.x)
    const optimum = { ...near.cheapest, objective: sumOver(nonZero, programme.cost, near.cheapest.x) }
    const isCheapest = this.#check.isOptimal({ ...programme, ...bounds }, optimum, {
      known: { x: reference.x, activity: reference.activity, rowDual: reference.cheapest.rowDual },
      moved,
      changed,
      repriced: [],
    })
    if (!isCheapest) return null
    return {
      status: 'optimal',
      optimum,
      nonZero,
      trueDual: near.trueDual,
      nearest: near.nearest === null ? null : this.#checked(optimum, near.nearest, reference, changed),
    }
  }

  /** By the neighbourhood of all in which a cheapest plan differs from the reference; null where that is not small. */
  nearest(
    { today, limits }: BesideTask,
    reference: ReferencePlan,
    optimum: Optimum,
  ): NearestPlan | Stopped | null {
    const { bounds } = today
    const changed = changesBeside(reference, bounds, today.differsFrom(reference.bounds))
    const past = noPast
    const touched: number[] = []
    const { x, cheapest } = reference
    for (let column = 0; column < x.length; column++) {
      const isSame =
        optimum.x[column] === x[column] &&
        optimum.columnDual[column] === cheapest.columnDual[column] &&
        bounds.lower[column] === reference.bounds.lower[column] &&
        bounds.upper[column] === reference.bounds.upper[column]
      if (!isSame) touched.push(column)
    }
    const found = this.#nearby.nearest({ bounds, reference, limits, past }, optimum, {
      columns: Int32Array.from(touched),
      rows: changed.rows,
    })
    if (found === null || 'status' in found) return found
    return this.#checked(optimum, found, reference, changed)
  }

  /** Null where the conditions of being nearest do not hold, so that it has to be found in another way. */
  #checked(
    cheapest: Optimum,
    { optimum: found, moved, face }: NearestFound,
    reference: ReferencePlan,
    changed: ChangedLimits,
  ): NearestPlan | null {
    const { programme, distance } = this.#delta
    const nonZero = this.#nonZero(found.x, moved, reference.x)
    const nearest = { ...found, objective: sumOver(nonZero, distance, found.x) }
    const isNearest = this.#check.isOptimal({ ...programme, cost: distance, ...face }, nearest, {
      known: { x: reference.x, activity: reference.activity, rowDual: reference.nearest.rowDual },
      moved,
      changed,
      repriced: [[cheapest.rowDual, reference.cheapest.rowDual]],
    })
    if (!isNearest) return null
    assertSameCost(sumOver(nonZero, programme.cost, found.x), cheapest.objective)
    return { x: nearest.x, nonZero, rowDual: nearest.rowDual }
  }

  /** Columns of `x` that are not zero, where `moved` are those that differ from the reference's. */
  #nonZero(x: Float64Array, moved: Int32Array, from: Float64Array): Int32Array {
    // From the base, which is zero everywhere, they are the same.
    return from === this.#delta.rest ? moved : movedColumns(x)
  }
}
