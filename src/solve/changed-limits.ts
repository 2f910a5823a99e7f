import type { Bounds } from './bounds.ts'
import type { ReferencePlan } from './reference-plan.ts'

/** Numbers of the columns and rows whose limits differ, in order. */
export interface ChangedLimits {
  readonly columns: Int32Array
  readonly rows: Int32Array
}

export function changedLimits(from: Bounds, to: Bounds): ChangedLimits {
  return {
    columns: differing(from.lower, from.upper, to.lower, to.upper, null),
    rows: differing(from.rowLower, from.rowUpper, to.rowLower, to.rowUpper, null),
  }
}

/**
 * The same without what is fixed where the plan already stands, as most of the past is: a column or row that cannot
 * move meets the conditions of optimality at any price.
 */
export function changesBeside(
  { bounds, x, activity }: Pick<ReferencePlan, 'bounds' | 'x' | 'activity'>,
  to: Bounds,
): ChangedLimits {
  return {
    columns: differing(bounds.lower, bounds.upper, to.lower, to.upper, x),
    rows: differing(bounds.rowLower, bounds.rowUpper, to.rowLower, to.rowUpper, activity),
  }
}

/** `standing`: leaves out where both new limits are that value. */
function differing(
  lower: Float64Array,
  upper: Float64Array,
  otherLower: Float64Array,
  otherUpper: Float64Array,
  standing: Float64Array | null,
): Int32Array {
  let found = new Int32Array(1024)
  let count = 0
  for (let at = 0; at < lower.length; at++) {
    // Pairs in one statement would leave an array behind for each column.
    const low = otherLower[at]
    const high = otherUpper[at]
    if (lower[at] === low && upper[at] === high) continue
    if (standing !== null && low === high && standing[at] === low) continue
    if (count === found.length) {
      const larger = new Int32Array(2 * count)
      larger.set(found)
      found = larger
    }
    found[count++] = at
  }
  return found.subarray(0, count)
}
