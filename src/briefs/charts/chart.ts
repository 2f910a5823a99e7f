import { scaleLinear, scalePoint } from 'd3-scale'
import { area, curveLinear, curveStepAfter, line } from 'd3-shape'
import type { Chart } from '../brief.ts'
import { type Html, html } from '../escape.ts'
import { barMarks, labelsFit } from './chart-bars.ts'
import { lyingBars, lyingBarsHeight } from './chart-bars-across.ts'
import { chartMargin, chartSize, daysOf, dayText, seriesStyle, valueAxis, valueScale } from './chart-frame.ts'

type Position = (index: number) => number

/**
 * One chart as SVG: lines with their low-high band, or bars with whiskers. Series keep their style by order (base
 * first, dashed and grey), so that colour is never the only difference. No values gives null.
 */
export function chartSvg(chart: Chart, options: { readonly id: string }): Html | null {
  if (chart.x.length === 0 || chart.series.length === 0) return null
  const isLying = chart.kind === 'bars' && !labelsFit(chart)
  const height = isLying ? lyingBarsHeight(chart) : chartSize.height
  return html`<svg viewBox="0 0 ${chartSize.width} ${height}" role="img" aria-labelledby="${options.id}-t ${options.id}-d">
<title id="${options.id}-t">${chart.title}</title><desc id="${options.id}-d">${chart.description} The table after the chart has every value.</desc>
${isLying ? lyingBars(chart) : chart.kind === 'bars' ? barMarks(chart) : lineMarks(chart)}
</svg>`
}

function lineMarks(chart: Chart): Html {
  const y = valueScale(chart, { withZero: false })
  const across = horizontal(chart.x)
  const { ticks } = across
  const bottom = chartSize.height - chartMargin.bottom
  return html`${valueAxis(y, chart.unit)}
${ticks.map(
  ({
    at,
    text,
  }) => html`<line class="axis" x1="${at.toFixed(1)}" x2="${at.toFixed(1)}" y1="${bottom}" y2="${bottom + 5}"/>
<text class="tick" x="${at.toFixed(1)}" y="${bottom + 19}" text-anchor="middle">${text}</text>`,
)}
<line class="axis" x1="${chartMargin.left}" x2="${chartSize.width - chartMargin.right}" y1="${bottom}" y2="${bottom}"/>
${chart.series.map((series, index) => bandMark(series, { style: seriesStyle(chart, index), across, y }))}
${lineOrder(chart).map((index) => {
  const values = across.extended(chart.series[index]?.values ?? [])
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => across.position(at))
    .y((value) => y(value ?? 0))
    .curve(across.isTime ? curveStepAfter : curveLinear)
    .digits(1)(values)
  return html`<path class="line s${seriesStyle(chart, index)}" d="${path}"/>`
})}`
}

/** The first line, the base, is drawn last: its dashes show where another runs upon it. */
function lineOrder(chart: Chart): number[] {
  return chart.series.map((_, index) => index).reverse()
}

function bandMark(
  series: Chart['series'][number],
  { style, across, y }: { style: number; across: Horizontal; y: Position },
): Html | '' {
  const { low, high } = series
  if (low === null || high === null) return ''
  const points = series.values.map((_, at) => ({ low: low[at] ?? null, high: high[at] ?? null }))
  const path = area<{ low: number | null; high: number | null }>()
    .defined((point) => point.low !== null && point.high !== null)
    .x((_, at) => across.position(at))
    .y0((point) => y(point.low ?? 0))
    .y1((point) => y(point.high ?? 0))
    .curve(across.isTime ? curveStepAfter : curveLinear)
    .digits(1)(across.extended(points))
  return html`<path class="band f${style}" d="${path}"/>`
}

interface Horizontal {
  readonly position: Position
  /** Values over time are means of the stretch that begins at their day, so they are drawn as steps. */
  readonly isTime: boolean
  /** With the last value once more where its stretch ends. */
  readonly extended: <T>(values: readonly T[]) => T[]
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
}

/** Time runs left to right in days; other labels stand at equal distances, thinned to what fits. */
function horizontal(x: readonly string[]): Horizontal {
  const range = [chartMargin.left + 8, chartSize.width - chartMargin.right - 14]
  const days = daysOf(x)
  if (days !== null) {
    const lastDay = days.at(-1) ?? 0
    const [first = 0, last] = [days[0], lastDay + lastDay - (days.at(-2) ?? lastDay - 1)]
    const scale = scaleLinear().domain([first, last]).range(range)
    const step = Math.max(1, Math.ceil((last - first) / 7))
    const ticks = []
    for (let day = first; day <= last; day += step)
      ticks.push({ at: scale(day), text: dayText(day, last - first) })
    return {
      isTime: true,
      position: (index) => scale(days[index] ?? last),
      extended: (values) => [...values, ...values.slice(-1)],
      ticks,
    }
  }
  const scale = scalePoint<number>()
    .domain(x.map((_, index) => index))
    .range(range)
  const every = Math.ceil(x.length / 8)
  const ticks = x.flatMap((text, index) => (index % every === 0 ? [{ at: scale(index) ?? 0, text }] : []))
  return { isTime: false, position: (index) => scale(index) ?? 0, extended: (values) => [...values], ticks }
}
