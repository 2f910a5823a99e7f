import type { Bounds } from '../linear/bounds.ts'
import { activityOf } from '../linear/row-activity.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import type { ProvedBase } from './prove-base.ts'
import type { ReferencePlan } from './reference-plan.ts'

/** The base as what plans are looked for beside: nothing is nearer to it than itself, without any multiplier. */
export function baseReference(
  delta: DeltaProgramme,
  bounds: Bounds,
  { optimum, trueDual }: ProvedBase,
): ReferencePlan {
  const { x, rowDual, columnDual } = optimum
  return {
    bounds,
    x,
    activity: activityOf(delta.programme, x),
    cheapest: { rowDual, columnDual },
    nearest: { rowDual: new Float64Array(delta.programme.rows), columnDual: delta.distance },
    trueDual,
  }
}
