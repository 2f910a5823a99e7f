import type { Chart } from '../brief.ts'
import { formatTogether } from '../number-format.ts'
import { formatTime } from '../time-format.ts'
import { chartValues } from './chart-frame.ts'

export interface ChartRow {
  /** A time or a label; `a to b` where several neighbours print alike. */
  readonly label: string
  /** One per series: the value, with low and high in brackets. */
  readonly cells: readonly string[]
}

/** The chart as a table: every value, neighbours with the same printed values in one row. */
export function chartRows(chart: Chart): ChartRow[] {
  const largest = Math.max(0, ...chartValues(chart).map(Math.abs))
  const text = (value: number): string => formatTogether([value, largest])[0] ?? ''
  const rows: { first: string; last: string; cells: string[] }[] = []
  chart.x.forEach((x, index) => {
    const cells = chart.series.map((series) => {
      const value = series.values[index] ?? null
      const [low, high] = [series.low?.[index] ?? null, series.high?.[index] ?? null]
      if (value === null) return 'none'
      return low === null || high === null || text(low) === text(high)
        ? text(value)
        : `${text(value)} (${text(low)} to ${text(high)})`
    })
    const before = rows.at(-1)
    if (chart.kind === 'lines' && before !== undefined && before.cells.join('|') === cells.join('|'))
      before.last = x
    else rows.push({ first: x, last: x, cells })
  })
  return rows.map(({ first, last, cells }) => ({
    label: first === last ? formatTime(first) : `${formatTime(first)} to ${formatTime(last)}`,
    cells,
  }))
}
