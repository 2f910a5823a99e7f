import { scaleLinear, scalePoint } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { Chart } from './brief.ts'
import { barMarks } from './chart-bars.ts'
import { chartMargin, chartSize, daysOf, dayText, seriesStyle, valueAxis, valueScale } from './chart-frame.ts'
import { type Html, html } from './escape.ts'

type Position = (index: number) => number

/**
 * One chart as SVG: lines with their low-high band, or bars with whiskers. Series keep their style by order (base
 * first, dashed and grey), so that colour is never the only difference. No values gives null.
 */
export function chartSvg(chart: Chart, options: { readonly id: string }): Html | null {
  if (chart.x.length === 0 || chart.series.length === 0) return null
  return html`<svg viewBox="0 0 ${chartSize.width} ${chartSize.height}" role="img" aria-labelledby="${options.id}-t ${options.id}-d">
<title id="${options.id}-t">${chart.title}</title><desc id="${options.id}-d">${chart.description} The table after the chart has every value.</desc>
${chart.kind === 'bars' ? barMarks(chart) : lineMarks(chart)}
</svg>`
}

function lineMarks(chart: Chart): Html {
  const y = valueScale(chart, { withZero: false })
  const { position, ticks } = horizontal(chart.x)
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
${chart.series.map((series, index) => bandMark(series, { style: seriesStyle(chart, index), position, y }))}
${chart.series.map((series, index) => {
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => position(at))
    .y((value) => y(value ?? 0))
    .digits(1)(series.values)
  return html`<path class="line s${seriesStyle(chart, index)}" d="${path}"/>`
})}`
}

function bandMark(
  series: Chart['series'][number],
  { style, position, y }: { style: number; position: Position; y: Position },
): Html | '' {
  const { low, high } = series
  if (low === null || high === null) return ''
  const points = series.values.map((_, at) => ({ low: low[at] ?? null, high: high[at] ?? null }))
  const path = area<{ low: number | null; high: number | null }>()
    .defined((point) => point.low !== null && point.high !== null)
    .x((_, at) => position(at))
    .y0((point) => y(point.low ?? 0))
    .y1((point) => y(point.high ?? 0))
    .digits(1)(points)
  return html`<path class="band f${style}" d="${path}"/>`
}

interface Horizontal {
  readonly position: Position
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
}

/** Time runs left to right in days; other labels stand at equal distances, thinned to what fits. */
function horizontal(x: readonly string[]): Horizontal {
  const range = [chartMargin.left + 8, chartSize.width - chartMargin.right - 14]
  const days = daysOf(x)
  if (days !== null) {
    const [first = 0, last = 1] = [days[0], days.at(-1)]
    const scale = scaleLinear().domain([first, last]).range(range)
    const step = Math.max(1, Math.ceil((last - first) / 7))
    const ticks = []
    for (let day = first; day <= last; day += step)
      ticks.push({ at: scale(day), text: dayText(day, last - first) })
    return { position: (index) => scale(days[index] ?? first), ticks }
  }
  const scale = scalePoint<number>()
    .domain(x.map((_, index) => index))
    .range(range)
  const every = Math.ceil(x.length / 8)
  const ticks = x.flatMap((text, index) => (index % every === 0 ? [{ at: scale(index) ?? 0, text }] : []))
  return { position: (index) => scale(index) ?? 0, ticks }
}
