import type { Programme } from './programme.ts'

/** What multipliers y leave of costs c: c - Aᵀ·y. */
export function reducedCosts(
  { columns, starts, indices, values }: Programme,
  cost: Float64Array,
  dual: Float64Array,
): Float64Array {
  const reduced = cost.slice()
  for (let column = 0; column < columns; column++) {
    let left = cost[column] ?? 0
    const end = starts[column + 1] ?? 0
    for (let at = starts[column] ?? 0; at < end; at++)
      left -= (values[at] ?? 0) * (dual[indices[at] ?? 0] ?? 0)
    reduced[column] = left
  }
  return reduced
}
