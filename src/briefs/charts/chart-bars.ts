import { scaleBand } from 'd3-scale'
import type { Chart } from '../brief.ts'
import { type Html, html } from '../escape.ts'
import { chartMargin, chartSize, seriesStyle, valueAxis, valueScale } from './chart-frame.ts'

/** Grouped bars from zero; a whisker shows low to high where a series has them. */
export function barMarks(chart: Chart): Html {
  const y = valueScale(chart, { withZero: true })
  const groups = scaleBand<number>()
    .domain(chart.x.map((_, index) => index))
    .range([chartMargin.left, chartSize.width - chartMargin.right])
    .padding(0.25)
  const within = scaleBand<number>()
    .domain(chart.series.map((_, index) => index))
    .range([0, groups.bandwidth()])
    .padding(0.08)
  const labelled = labelLines(chart.x, groups.step())
  return html`${valueAxis(y, chart.unit)}
${chart.x.map((_, group) => {
  const left = groups(group) ?? 0
  return html`${chart.series.map((series, index) => {
    const value = series.values[group] ?? null
    if (value === null) return ''
    const x = left + (within(index) ?? 0)
    const [top, base] = [y(Math.max(0, value)), y(Math.min(0, value))]
    return html`<rect class="f${seriesStyle(chart, index)}" x="${x.toFixed(1)}" y="${top.toFixed(1)}" width="${within.bandwidth().toFixed(1)}" height="${Math.max(0.8, base - top).toFixed(1)}"/>${whisker(
      series,
      group,
      x + within.bandwidth() / 2,
      y,
    )}`
  })}<text class="tick" text-anchor="middle">${labelled[group]?.map(
    (text, row) =>
      html`<tspan x="${(left + groups.bandwidth() / 2).toFixed(1)}" y="${chartSize.height - chartMargin.bottom + 16 + row * 13}">${text}</tspan>`,
  )}</text>`
})}`
}

function whisker(
  series: Chart['series'][number],
  at: number,
  x: number,
  y: (value: number) => number,
): Html | '' {
  const [low, high] = [series.low?.[at] ?? null, series.high?.[at] ?? null]
  if (low === null || high === null || low === high) return ''
  const [top, bottom] = [y(high).toFixed(1), y(low).toFixed(1)]
  return html`<path class="whisker" d="M${x - 5},${top}h10M${x},${top}V${bottom}M${x - 5},${bottom}h10"/>`
}

/** Whether the labels fit under standing bars, in two lines each. */
export function labelsFit(chart: Chart): boolean {
  const room = (chartSize.width - chartMargin.left - chartMargin.right) / Math.max(1, chart.x.length)
  return labelLines(chart.x, room).every((lines, index) => lines.join(' ') === chart.x[index])
}

/** Two lines at most; what does not fit is cut, the table has it whole. */
function labelLines(texts: readonly string[], room: number): string[][] {
  const fit = Math.max(4, Math.floor(room / 6.2))
  return texts.map((text) => {
    const lines: string[] = ['']
    for (const word of text.split(' ')) {
      const current = lines.at(-1) ?? ''
      if (current !== '' && current.length + word.length + 1 > fit) lines.push(word)
      else lines[lines.length - 1] = current === '' ? word : `${current} ${word}`
    }
    return lines.slice(0, 2).map((line) => (line.length > fit ? `${line.slice(0, fit - 1)}…` : line))
  })
}
