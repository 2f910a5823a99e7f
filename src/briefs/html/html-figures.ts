import type { Topology } from 'topojson-specification'
import type { BriefStory, Chart, MapFlow } from '../brief.ts'
import { chartSvg } from '../charts/chart.ts'
import { seriesStyle } from '../charts/chart-frame.ts'
import { chartRows } from '../charts/chart-rows.ts'
import { type Html, html } from '../escape.ts'
import { flowChange, flowMap, widthKey } from '../map/map.ts'
import { formatChange, formatNumber, formatTogether, unitLabel } from '../number-format.ts'
import type { References } from '../references.ts'
import { shownCase } from '../wording.ts'
import { badge, linkedNumber, name, scrollBox } from './html-parts.ts'

export const boundariesNote = 'Boundaries are drawn for orientation and take no position.'

interface FigureContext {
  readonly story: BriefStory
  /** Prefix of ids in the file. */
  readonly id: string
  readonly boundaries: Topology
  readonly references: References
}

/** Map of flows with its key and its table. */
export function mapFigure(context: FigureContext): Html {
  const { story, id, boundaries } = context
  const drawing = flowMap(story.map, { boundaries, id: `${id}-map`, title: `Flows: ${story.title}` })
  if (drawing === null) return html`<p>There are no flows to draw for this story.</p>`
  return html`<figure><figcaption>Flows before and after <span class="about">After is the ${shownCase(story)}. Width is volume; the widest arrow carries ${widthKey(
    story.map,
  )}. ${
    story.map_case === 'low' || story.map.some((flow) => flowChange(flow) !== 'same')
      ? ''
      : 'In the middle case no flow changes. '
  }${boundariesNote}</span></figcaption>
<ul class="key">${[
    ['same', 'flows as before'],
    ['loss', 'lost (number with a minus)'],
    ['gain', 'added (number with a plus)'],
    ['idle', 'carries nothing'],
  ].map(
    ([kind, text]) =>
      html`<li><svg viewBox="0 0 36 12" aria-hidden="true"><path class="arrow ${kind}" stroke-width="7" d="M0,6H36"/></svg>${text}</li>`,
  )}</ul>
<div class="scroll" role="group" aria-label="Map: ${story.title}" tabindex="0">${drawing}</div>
</figure>
${flowTable(context)}`
}

function flowTable(context: FigureContext): Html {
  const { story } = context
  const rows = [...story.map].sort(
    (a, b) => Math.abs(b.central - b.base) - Math.abs(a.central - a.base) || b.base - a.base,
  )
  return scrollBox(
    `Flows of the map: ${story.title}`,
    html`<table><caption>The map as a table. Before and after are ${badge('computed')} (${shownCase(story)}); <a href="#${storyEffectsAnchor(
      story,
    )}">the effects</a> name what they rest on.</caption><thead><tr><th scope="col">Link</th><th scope="col">From, to</th>
<th scope="col" class="n">Before</th><th scope="col" class="n">After</th><th scope="col" class="n">Change</th>
<th scope="col" class="n">Capacity</th><th scope="col">Unit</th></tr></thead><tbody>${rows.map((flow) => flowRow(flow, context))}</tbody></table>`,
    true,
  )
}

export function storyEffectsAnchor(story: BriefStory): string {
  return `effects-${anchorPart(story.id)}`
}

/** Ids come from outside this folder: only letters, digits and hyphens reach an anchor, others as their code. */
export function anchorPart(id: string): string {
  return id.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`)
}

/** A flow's numbers lead to the effect on its link, else to its figure in the atlas, else to the table of effects. */
function flowRow(flow: MapFlow, { story, references }: FigureContext): Html {
  const [base = '', central = ''] = formatTogether([flow.base, flow.central])
  const effect = story.effects.find(({ zone }) => zone === `links/${flow.link}`)
  const link = (text: string, field: 'flow' | 'capacity'): Html => {
    const figure = references.of(`atlas:links/${flow.link}/${field}`)
    const because =
      field === 'flow' && effect !== undefined ? effect.because : figure === null ? [] : [figure.key]
    return because.length > 0
      ? linkedNumber(text, because, references)
      : html`<a class="num" href="#${storyEffectsAnchor(story)}">${text}</a>`
  }
  return html`<tr><th scope="row">${name(flow.name)}</th><td>${name(flow.from.name)} → ${name(flow.to.name)}</td>
<td class="n">${link(base, 'flow')}</td><td class="n">${link(central, 'flow')}</td><td class="n">${link(formatChange(flow.base, flow.central), 'flow')}</td>
<td class="n">${flow.capacity === null ? 'no limit' : link(formatNumber(flow.capacity), 'capacity')}</td><td>${unitLabel(flow.unit)}</td></tr>
`
}

/** One chart with its key and its table. */
export function chartFigure(chart: Chart, context: { id: string; effects: string }): Html {
  const drawing = chartSvg(chart, { id: context.id })
  if (drawing === null) return html``
  return html`<figure><figcaption><bdi>${chart.title}</bdi> <span class="about"><bdi>${chart.description}</bdi></span></figcaption>
<ul class="key">${chart.series.map(
    (series, index) =>
      html`<li>${keyMark(chart, index)}<bdi>${series.name}</bdi>${
        series.low === null
          ? ''
          : chart.kind === 'bars'
            ? ' (whisker: low to high)'
            : ' (shaded: low to high)'
      }</li>`,
  )}</ul>
<div class="scroll" role="group" aria-label="Chart: ${chart.title}" tabindex="0">${drawing}</div>
</figure>
${chartTable(chart, context.effects)}`
}

function keyMark(chart: Chart, index: number): Html {
  const mark =
    chart.kind === 'bars'
      ? html`<rect class="f${seriesStyle(chart, index)}" x="12" width="12" height="12"/>`
      : html`<path class="line s${seriesStyle(chart, index)}" d="M0,6H36"/>`
  return html`<svg viewBox="0 0 36 12" aria-hidden="true">${mark}</svg>`
}

function chartTable(chart: Chart, effects: string): Html {
  const unit = unitLabel(chart.unit)
  return scrollBox(
    `Values of the chart: ${chart.title}`,
    html`<table><caption>The chart as a table${unit === '' ? '' : `, in ${unit}`} (${badge('computed')}; low to high in brackets). <a href="#${effects}">The effects</a> name what it rests on.</caption>
<thead><tr><th scope="col">When or what</th>${chart.series.map(
      (series) => html`<th scope="col" class="n"><bdi>${series.name}</bdi></th>`,
    )}</tr></thead><tbody>${chartRows(chart).map(
      (row) =>
        html`<tr><th scope="row"><bdi>${row.label}</bdi></th>${row.cells.map((cell) => html`<td class="n"><a class="num" href="#${effects}">${cell}</a></td>`)}</tr>
`,
    )}</tbody></table>`,
    true,
  )
}
