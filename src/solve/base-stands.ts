import type { Bounds } from './bounds.ts'
import type { DeltaProgramme } from './delta-programme.ts'
import type { Optimum } from './optimise.ts'

/** Differences under this are what arithmetic leaves of zero. */
const ZERO = 1e-9

/**
 * Whether the base is still the cheapest plan, and the nearest to itself, under other limits: it keeps within every
 * limit that changed, and where one that changed has a multiplier in the base, the base lies at it still. Then the
 * base's own multipliers prove it optimal and nothing need be solved. Looks at periods from `from` on.
 */
export function baseStands(
  delta: DeltaProgramme,
  base: { readonly bounds: Bounds; readonly optimum: Optimum; readonly activity: Float64Array },
  bounds: Bounds,
  from: number,
): boolean {
  const { optimum } = base
  const { columns, rows } = delta.programme
  for (let column = 0; column < columns; column++) {
    const [lower, upper] = [bounds.lower[column] ?? 0, bounds.upper[column] ?? 0]
    if (lower === base.bounds.lower[column] && upper === base.bounds.upper[column]) continue
    if (isPast(delta.columnPeriod[column], from)) continue
    if (!stands(optimum.x[column] ?? 0, lower, upper, optimum.columnDual[column] ?? 0)) return false
  }
  for (let row = 0; row < rows; row++) {
    const [lower, upper] = [bounds.rowLower[row] ?? 0, bounds.rowUpper[row] ?? 0]
    if (lower === base.bounds.rowLower[row] && upper === base.bounds.rowUpper[row]) continue
    if (isPast(delta.rowPeriod[row], from)) continue
    if (!stands(base.activity[row] ?? 0, lower, upper, optimum.rowDual[row] ?? 0)) return false
  }
  return true
}

function isPast(period: number | undefined, from: number): boolean {
  return period !== undefined && period >= 0 && period < from
}

function stands(value: number, lower: number, upper: number, multiplier: number): boolean {
  if (value < lower - ZERO || value > upper + ZERO) return false
  if (multiplier > 0) return value <= lower + ZERO
  if (multiplier < 0) return value >= upper - ZERO
  return true
}
