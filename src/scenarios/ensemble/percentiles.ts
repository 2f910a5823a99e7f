export interface Percentile {
  /** Percent, 0 to 100. */
  readonly percent: number
  readonly value: number
  /** Standard error of the value, from the scatter of independent replicates; 0 where they agree. */
  readonly error: number
}

export const percents = [5, 25, 50, 75, 95] as const

/**
 * Percentiles of a quantity with their sampling error. Each replicate is a scrambled point set of its own; the value
 * is the mean of the replicates' percentiles, its error their standard deviation over the root of their number.
 * Throws a RangeError under two replicates: one point set has no error estimate.
 */
export function percentilesOf(replicates: readonly Float64Array[]): readonly Percentile[] {
  if (replicates.length < 2) throw new RangeError('percentiles with an error need at least two replicates')
  const sorted = replicates.map((values) => values.slice().sort())
  return percents.map((percent) => {
    const each = sorted.map((values) => interpolated(values, percent / 100))
    return { percent, ...meanOf(each) }
  })
}

/** Mean over all members, with the same error estimate. */
export function meanAcross(replicates: readonly Float64Array[]): { value: number; error: number } {
  return meanOf(replicates.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length))
}

function meanOf(each: readonly number[]): { value: number; error: number } {
  const value = each.reduce((sum, one) => sum + one, 0) / each.length
  const spread = each.reduce((sum, one) => sum + (one - value) ** 2, 0) / (each.length - 1)
  return { value, error: Math.sqrt(spread / each.length) }
}

function interpolated(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1)
  const below = Math.floor(at)
  const [low = 0, high = low] = [sorted[below], sorted[Math.min(below + 1, sorted.length - 1)]]
  return low + (at - below) * (high - low)
}

/** What rounding leaves of values that are the same. */
const ROUNDING = 1e-9

/** Whether every percentile's error is within `share` of the width from the 5th to the 95th; true where all agree. */
export function isTight(of: readonly Percentile[], share: number): boolean {
  const width = widthOf(of)
  return of.every(({ error, value }) => error <= Math.max(share * width, ROUNDING * Math.abs(value)))
}

/** Whether every member came out alike. */
export function isOneValue(of: readonly Percentile[]): boolean {
  return widthOf(of) <= ROUNDING * Math.abs(of[0]?.value ?? 0)
}

function widthOf(of: readonly Percentile[]): number {
  return Math.abs((of.at(-1)?.value ?? 0) - (of[0]?.value ?? 0))
}
