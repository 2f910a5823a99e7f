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
  let count = 0
  for (let at = 0; at < lower.length; at++) {
    if (lower[at] !== otherLower[at] || upper[at] !== otherUpper[at]) count++
  }
  const found = new Int32Array(count)
  for (let at = 0, filled = 0; filled < count; at++) {
    if (lower[at] !== otherLower[at] || upper[at] !== otherUpper[at]) found[filled++] = at
  }
  return found
}
