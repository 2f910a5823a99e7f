import type { Period } from '../../solve/time-grid.ts'
import type { Band } from './answered.ts'

/** A stretch of the horizon that effects are averaged over. */
export interface Stretch {
  readonly label: string
  /** Days from the start of the grid; the last is not included. */
  readonly from: number
  readonly to: number
}

/**
 * About the first month, to the end of the last period that ends in it (a period that reaches beyond would blur it),
 * and the whole horizon; the latter alone where it is no longer than that.
 */
export function stretchesOf(periods: readonly Period[]): readonly Stretch[] {
  const days = periods.reduce((sum, period) => sum + period.days, 0)
  const whole = { label: `${days} days`, from: 0, to: days }
  const first = wholePeriods(periods, 31) || 30
  return days <= 31 ? [whole] : [{ label: `first ${first} days`, from: 0, to: first }, whole]
}

/** Days to the end of the last period that ends within so many; 0 where the first is longer. */
export function wholePeriods(periods: readonly Period[], within: number): number {
  let day = 0
  for (const period of periods) {
    if (day + period.days > within) break
    day += period.days
  }
  return day
}

/** Mean of a series over a stretch, weighted by the days of each period that lie in it; 0 on no days. */
export function meanOver(
  series: ArrayLike<number> | undefined,
  periods: readonly Period[],
  over: Stretch,
): number {
  if (series === undefined) return 0
  let sum = 0
  let days = 0
  let day = 0
  for (const [index, period] of periods.entries()) {
    const inside = Math.max(0, Math.min(over.to, day + period.days) - Math.max(over.from, day))
    sum += (series[index] ?? 0) * inside
    days += inside
    day += period.days
  }
  return days === 0 ? 0 : sum / days
}

/** Sum of rates times days over the first `within` days, or over the whole horizon: an amount, not a rate. */
export function totalOf(
  series: ArrayLike<number> | undefined,
  periods: readonly Period[],
  within = Number.POSITIVE_INFINITY,
): number {
  let sum = 0
  let day = 0
  for (const [index, period] of periods.entries()) {
    sum += (series?.[index] ?? 0) * Math.max(0, Math.min(within, day + period.days) - day)
    day += period.days
  }
  return sum
}

/** Three runs as a band: the ends are ordered, whichever run gave them, and hold the central value. */
export function bandOf(low: number, central: number, high: number): Band {
  return { low: Math.min(low, central, high), central, high: Math.max(low, central, high) }
}
