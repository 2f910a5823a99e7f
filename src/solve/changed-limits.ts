import type { Bounds } from './bounds.ts'

/** Numbers of the columns and rows whose limits differ, in order. */
export interface ChangedLimits {
  readonly columns: Int32Array
  readonly rows: Int32Array
}

export function changedLimits(from: Bounds, to: Bounds): ChangedLimits {
  return {
    columns: differing(from.lower, from.upper, to.lower, to.upper),
    rows: differing(from.rowLower, from.rowUpper, to.rowLower, to.rowUpper),
  }
}

function differing(
  lower: Float64Array,
  upper: Float64Array,
  otherLower: Float64Array,
  otherUpper: Float64Array,
): Int32Array {
  const found: number[] = []
  for (let at = 0; at < lower.length; at++) {
    if (lower[at] !== otherLower[at] || upper[at] !== otherUpper[at]) found.push(at)
  }
  return new Int32Array(found)
}
