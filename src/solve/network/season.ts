import type { Period } from '../time-grid.ts'

/** Consecutive periods with the same mix of months: one base state holds through all of them. */
export interface Season {
  readonly label: number | 'peak'
  readonly periods: readonly Period[]
  readonly days: number
}

/** Seasons in time order, and for each period the index of its season. */
export function seasonsOf(periods: readonly Period[]): {
  readonly seasons: readonly Season[]
  readonly seasonOf: Int32Array
} {
  const seasons: { label: number | 'peak'; periods: Period[]; days: number; key: string }[] = []
  const seasonOf = new Int32Array(periods.length)
  periods.forEach((period, index) => {
    const key = keyOf(period)
    let season = seasons.at(-1)
    if (season?.key !== key) {
      season = { label: labelOf(period), periods: [], days: 0, key }
      seasons.push(season)
    }
    season.periods.push(period)
    season.days += period.days
    seasonOf[index] = seasons.length - 1
  })
  return { seasons, seasonOf }
}

function keyOf(period: Period): string {
  if (period.peak) return 'peak'
  return [...period.months]
    .map(([month, days]) => `${month}:${(days / period.days).toFixed(4)}`)
    .sort()
    .join(' ')
}

/** The month that most of the period falls in. */
function labelOf(period: Period): number | 'peak' {
  if (period.peak) return 'peak'
  let best = 0
  let most = -1
  for (const [month, days] of period.months) {
    if (days > most) {
      best = month
      most = days
    }
  }
  return best
}
