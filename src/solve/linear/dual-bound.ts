import type { Programme } from './programme.ts'

/**
 * A cost that no plan can go below, whatever multipliers y the solver stopped at: the least of (c - Aᵀy)·x over the
 * columns' bounds plus that of y·r over the rows' (weak duality). Null where an open bound leaves nothing to say.
 * Of y and no multipliers at all the better is taken. In the money of the programme.
 */
export function dualBound(programme: Programme, multipliers: Float64Array): number | null {
  const none = new Float64Array(programme.rows)
  const found = [multipliers, none]
    .filter((y) => y.length === programme.rows)
    .map((y) => lagrangian(programme, y))
  const best = Math.max(...found)
  return Number.isFinite(best) ? best : null
}

/** Reduced costs under this are rounding; on a column without a limit they would count as no bound at all. */
const ROUNDING = 1e-9

function lagrangian(programme: Programme, given: Float64Array): number {
  const { rows, columns, rowLower, rowUpper, lower, upper, cost, starts, indices, values } = programme
  let sum = 0
  const y = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const multiplier = given[row] ?? 0
    const side = (multiplier > 0 ? rowLower[row] : rowUpper[row]) ?? 0
    // A multiplier that pulls towards a side that the row does not have may be left out: any y gives a bound.
    if (multiplier === 0 || !Number.isFinite(side) || !Number.isFinite(multiplier)) continue
    y[row] = multiplier
    sum += multiplier * side
  }
  for (let column = 0; column < columns; column++) {
    let reduced = cost[column] ?? 0
    let size = Math.abs(reduced)
    const end = starts[column + 1] ?? 0
    for (let at = starts[column] ?? 0; at < end; at++) {
      const part = (values[at] ?? 0) * (y[indices[at] ?? 0] ?? 0)
      reduced -= part
      size = Math.max(size, Math.abs(part))
    }
    const side = (reduced > 0 ? lower[column] : upper[column]) ?? 0
    if (reduced === 0 || (!Number.isFinite(side) && Math.abs(reduced) <= ROUNDING * (1 + size))) continue
    sum += reduced * side
  }
  return sum
}
