import type { Bounds } from '../linear/bounds.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import type { ChangedLimits } from './changed-limits.ts'
import type { ReferencePlan } from './reference-plan.ts'

/** Differences under this are what arithmetic leaves of zero. */
const ZERO = 1e-9

/**
 * Whether the base is still the cheapest plan, and the nearest to itself, under other limits: it keeps within every
 * limit that changed, and where one that changed has a multiplier in the base, the base lies at it still. Then the
 * base's own multipliers prove it optimal and nothing need be solved. `differs` are all limits that differ from the base's.
 * Looks at periods from `from` on.
 */
export function baseStands(
  delta: DeltaProgramme,
  base: Pick<ReferencePlan, 'x' | 'activity' | 'cheapest'>,
  bounds: Bounds,
  differs: ChangedLimits,
  from: number,
): boolean {
  const { x, activity, cheapest } = base
  const { columnPeriod, rowPeriod } = delta
  return (
    differs.columns.every((column) => {
      if (isPast(columnPeriod[column], from)) return true
      const [lower, upper] = [bounds.lower[column] ?? 0, bounds.upper[column] ?? 0]
      return stands(x[column] ?? 0, lower, upper, cheapest.columnDual[column] ?? 0)
    }) &&
    differs.rows.every((row) => {
      if (isPast(rowPeriod[row], from)) return true
      const [lower, upper] = [bounds.rowLower[row] ?? 0, bounds.rowUpper[row] ?? 0]
      return stands(activity[row] ?? 0, lower, upper, cheapest.rowDual[row] ?? 0)
    })
  )
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
