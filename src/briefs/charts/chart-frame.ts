import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { parseCalendarDate } from '../../core/time.ts'
import type { Chart } from '../brief.ts'
import { type Html, html } from '../escape.ts'
import { formatTogether, unitLabel } from '../number-format.ts'

export const chartSize = { width: 760, height: 330 } as const
export const chartMargin = { top: 26, right: 18, bottom: 40, left: 62 } as const

/** All numbers of the chart that are there. */
export function chartValues(chart: Chart): number[] {
  return chart.series
    .flatMap((series) => [...series.values, ...(series.low ?? []), ...(series.high ?? [])])
    .filter((value) => value !== null)
}

/** Zero belongs to the axis unless all values lie far from it: a fall of 2 % must not look like a collapse. */
export function valueScale(chart: Chart, options: { withZero: boolean }): ScaleLinear<number, number> {
  const values = chartValues(chart)
  let [low, high] = [Math.min(...values), Math.max(...values)]
  if (values.length === 0) [low, high] = [0, 1]
  if (options.withZero || low < 0.6 * high) low = Math.min(0, low)
  if (low === high) high = low + (Math.abs(low) || 1)
  return scaleLinear()
    .domain([low, Math.max(high, low === 0 ? 0 : high)])
    .nice(5)
    .range([chartSize.height - chartMargin.bottom, chartMargin.top])
}

export function valueAxis(scale: ScaleLinear<number, number>, unit: string): Html {
  const ticks = scale.ticks(5)
  const texts = formatTogether(ticks)
  const right = chartSize.width - chartMargin.right
  return html`${ticks.map((tick, index) => {
    const y = scale(tick).toFixed(1)
    return html`<line class="${tick === 0 ? 'axis' : 'grid'}" x1="${chartMargin.left}" x2="${right}" y1="${y}" y2="${y}"/>
<text class="tick" x="${chartMargin.left - 8}" y="${y}" dy="4" text-anchor="end">${texts[index]}</text>`
  })}<text class="tick" x="${chartMargin.left - 8}" y="13" text-anchor="${unitLabel(unit).length > 8 ? 'start' : 'end'}">${unitLabel(unit)}</text>`
}

const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const shortMonth = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** Position of each x in days where all of them are days or months, else null. */
export function daysOf(x: readonly string[]): number[] | null {
  const days = x.map((text) => parseCalendarDate(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text))
  if (days.length < 2 || days.some((day) => day === null)) return null
  return days.map((day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}

export function dayText(day: number, span: number): string {
  return (span <= 200 ? shortDay : shortMonth).format(new Date(day * 86_400_000))
}

/** Style number of a series: the first of several is the base, grey and dashed; a lone one is no base. */
export function seriesStyle(chart: Chart, index: number): number {
  return chart.series.length === 1 ? 1 : index % 4
}
