import type { Series } from '../result.ts'

/** What the solver leaves of zero is zero. */
export function tidy(value: number): number {
  return Math.abs(value) < 1e-7 ? 0 : value
}

/** The same of each number of a series, in place. */
export function tidied(series: Series): Series {
  for (let p = 0; p < series.length; p++) series[p] = tidy(series[p] ?? 0)
  return series
}
