import type { Programme } from './programme.ts'

/** A·x. */
export function activityOf(programme: Programme, x: Float64Array): Float64Array {
  const activity = new Float64Array(programme.rows)
  for (let column = 0; column < programme.columns; column++) {
    const value = x[column] ?? 0
    if (value === 0) continue
    const end = programme.starts[column + 1] ?? 0
    for (let at = programme.starts[column] ?? 0; at < end; at++) {
      const row = programme.indices[at] ?? 0
      activity[row] = (activity[row] ?? 0) + value * (programme.values[at] ?? 0)
    }
  }
  return activity
}
