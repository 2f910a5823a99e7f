import type { Bounds } from './bounds.ts'
import type { DeltaProgramme } from './delta-programme.ts'
import type { ReferencePlan } from './reference-plan.ts'

/** Differences under this are what arithmetic leaves of zero. */
const ZERO = 1e-9

/**
 * Whether the base is still the cheapest plan, and the nearest to itself, under other limits: it keeps within every
 * limit that changed, and where one that changed has a multiplier in the base, the base lies at it still. Then the
 * base's own multipliers prove it optimal and nothing need be solved. Looks at periods from `from` on.
 */
export function baseStands(
  delta: DeltaProgramme,
  base: ReferencePlan,
  bounds: Bounds,
  from: number,
): boolean {
  const { x, activity, cheapest } = base
  const { columnPeriod, rowPeriod } = delta
  return (
    allStand(base.bounds.lower, base.bounds.upper, bounds.lower, bounds.upper, (column, lower, upper) => {
      const multiplier = cheapest.columnDual[column] ?? 0
      return isPast(columnPeriod[column], from) || stands(x[column] ?? 0, lower, upper, multiplier)
    }) &&
    allStand(
      base.bounds.rowLower,
      base.bounds.rowUpper,
      bounds.rowLower,
      bounds.rowUpper,
      (row, lower, upper) => {
        const multiplier = cheapest.rowDual[row] ?? 0
        return isPast(rowPeriod[row], from) || stands(activity[row] ?? 0, lower, upper, multiplier)
      },
    )
  )
}

/** Whether `test` holds wherever limits changed; looks no further than the first where it does not. */
function allStand(
  lower: Float64Array,
  upper: Float64Array,
  newLower: Float64Array,
  newUpper: Float64Array,
  test: (at: number, lower: number, upper: number) => boolean,
): boolean {
  for (let at = 0; at < lower.length; at++) {
    const low = newLower[at] ?? 0
    const high = newUpper[at] ?? 0
    if ((low !== lower[at] || high !== upper[at]) && !test(at, low, high)) return false
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
