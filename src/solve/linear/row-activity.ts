import type { Programme } from './programme.ts'
import { movedColumns } from './sparse-sum.ts'

/** A·x. */
export function activityOf(programme: Programme, x: Float64Array): Float64Array {
  return activityOver(programme, x, movedColumns(x))
}

/** A·x, where `nonZero` are all columns of x that are not zero, in order. */
export function activityOver(programme: Programme, x: Float64Array, nonZero: Int32Array): Float64Array {
  const activity = new Float64Array(programme.rows)
  for (const column of nonZero) {
    const value = x[column] ?? 0
    const end = programme.starts[column + 1] ?? 0
    for (let at = programme.starts[column] ?? 0; at < end; at++) {
      const row = programme.indices[at] ?? 0
      activity[row] = (activity[row] ?? 0) + value * (programme.values[at] ?? 0)
    }
  }
  return activity
}
