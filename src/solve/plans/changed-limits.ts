import type { Bounds } from '../linear/bounds.ts'
import { NumberList } from '../linear/number-list.ts'
import type { ReferencePlan } from './reference-plan.ts'

/** Numbers of the columns and rows whose limits differ, in order. */
export interface ChangedLimits {
  readonly columns: Int32Array
  readonly rows: Int32Array
}

export function changedLimits(from: Bounds, to: Bounds): ChangedLimits {
  return {
    columns: differing(from.lower, from.upper, to.lower, to.upper),
    rows: changedRows(from, to),
  }
}

export function changedRows(from: Bounds, to: Bounds): Int32Array {
  return differing(from.rowLower, from.rowUpper, to.rowLower, to.rowUpper)
}

/**
 * Of changed limits those that matter beside a plan: without what is fixed where the plan already stands, as most of the
 * past is. A column or row that cannot move meets the conditions of optimality at any price.
 */
export function changesBeside(
  { x, activity }: Pick<ReferencePlan, 'x' | 'activity'>,
  to: Bounds,
  differs: ChangedLimits,
): ChangedLimits {
  return {
    columns: notStanding(differs.columns, to.lower, to.upper, x),
    rows: notStanding(differs.rows, to.rowLower, to.rowUpper, activity),
  }
}

function notStanding(
  differs: Int32Array,
  lower: Float64Array,
  upper: Float64Array,
  standing: Float64Array,
): Int32Array {
  const found = new Int32Array(differs.length)
  let count = 0
  for (const at of differs) {
    const low = lower[at]
    if (low === upper[at] && standing[at] === low) continue
    found[count++] = at
  }
  return found.subarray(0, count)
}

function differing(
  lower: Float64Array,
  upper: Float64Array,
  otherLower: Float64Array,
  otherUpper: Float64Array,
): Int32Array {
  const found = new NumberList()
  for (let at = 0; at < lower.length; at++) {
    // Pairs in one statement would leave an array behind for each column.
    if (lower[at] !== otherLower[at] || upper[at] !== otherUpper[at]) found.add(at)
  }
  return found.list()
}

/** Changes up to this part of a programme are gone through one by one; more in one pass over all, which is then faster. */
const FEW = 1 / 16

export function isFew({ columns }: ChangedLimits, { lower }: Pick<Bounds, 'lower'>): boolean {
  return columns.length <= FEW * lower.length
}
