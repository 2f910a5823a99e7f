import { scaleBand, scaleLinear } from 'd3-scale'
import type { Chart } from '../brief.ts'
import { type Html, html } from '../escape.ts'
import { formatTogether, unitLabel } from '../number-format.ts'
import { chartSize, chartValues, seriesStyle } from './chart-frame.ts'

const GUTTER = 270
const RIGHT = 24
const TOP = 8
const BOTTOM = 34
const LETTER = 6.3

/** Height of a chart whose bars lie: room for two lines of label, or for its series. */
export function lyingBarsHeight(chart: Chart): number {
  return TOP + BOTTOM + chart.x.length * Math.max(32, 16 * chart.series.length + 8)
}

/** Bars from left to right, for labels too long to stand under a bar. Whiskers show low to high. */
export function lyingBars(chart: Chart): Html {
  const values = chartValues(chart)
  const x = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(0, ...values) || 1])
    .nice(5)
    .range([GUTTER, chartSize.width - RIGHT])
  const bottom = lyingBarsHeight(chart) - BOTTOM
  const rows = scaleBand<number>()
    .domain(chart.x.map((_, index) => index))
    .range([TOP, bottom])
    .padding(0.2)
  const within = scaleBand<number>()
    .domain(chart.series.map((_, index) => index))
    .range([0, rows.bandwidth()])
    .padding(0.1)
  const ticks = x.ticks(5)
  const texts = formatTogether(ticks)
  return html`${ticks.map((tick, index) => {
    const at = x(tick).toFixed(1)
    return html`<line class="${tick === 0 ? 'axis' : 'grid'}" x1="${at}" x2="${at}" y1="${TOP}" y2="${bottom}"/>
<text class="tick" x="${at}" y="${bottom + 16}" text-anchor="middle">${texts[index]}${
      index === ticks.length - 1 ? ` ${unitLabel(chart.unit)}` : ''
    }</text>`
  })}
${labelLines(chart.x).map((lines, row) => {
  const middle = (rows(row) ?? 0) + rows.bandwidth() / 2
  const first = middle + 4 - (lines.length - 1) * 6.5
  return html`<text class="tick" text-anchor="end">${lines.map(
    (text, line) => html`<tspan x="${GUTTER - 10}" y="${(first + line * 13).toFixed(1)}">${text}</tspan>`,
  )}</text>${chart.series.map((series, index) => {
    const value = series.values[row] ?? null
    if (value === null) return ''
    const y = (rows(row) ?? 0) + (within(index) ?? 0)
    const [left, right] = [x(Math.min(0, value)), x(Math.max(0, value))]
    return html`<rect class="f${seriesStyle(chart, index)}" x="${left.toFixed(1)}" y="${y.toFixed(1)}" width="${Math.max(0.8, right - left).toFixed(1)}" height="${within.bandwidth().toFixed(1)}"/>${whisker(
      [series.low?.[row] ?? null, series.high?.[row] ?? null],
      y + within.bandwidth() / 2,
      x,
    )}`
  })}`
})}`
}

function whisker(
  [low, high]: readonly [number | null, number | null],
  y: number,
  x: (value: number) => number,
): Html | '' {
  if (low === null || high === null || low === high) return ''
  const [left, right] = [x(low).toFixed(1), x(high).toFixed(1)]
  return html`<path class="whisker" d="M${left},${y - 5}v10M${left},${y}H${right}M${right},${y - 5}v10"/>`
}

/** Two lines at most of what tells the labels apart: words that all of them begin with stand in the table only. */
function labelLines(labels: readonly string[]): string[][] {
  const shared = sharedWords(labels)
  const fit = Math.floor((GUTTER - 14) / LETTER)
  return labels.map((label) => {
    const lines: string[] = ['']
    for (const word of label.split(' ').slice(shared)) {
      const current = lines.at(-1) ?? ''
      if (current !== '' && current.length + word.length + 1 > fit) lines.push(word)
      else lines[lines.length - 1] = current === '' ? word : `${current} ${word}`
    }
    const [first = '', second, ...more] = lines
    if (second === undefined) return [first]
    return [first, more.length === 0 ? second : `${second.slice(0, fit - 1)}…`]
  })
}

/** How many words all labels begin with, leaving each at least one of its own; 0 for a single label. */
export function sharedWords(labels: readonly string[]): number {
  const split = labels.map((label) => label.split(' '))
  const shortest = Math.min(...split.map((words) => words.length))
  if (labels.length < 2) return 0
  let shared = 0
  while (shared < shortest - 1 && split.every((words) => words[shared] === split[0]?.[shared])) shared++
  return shared
}
