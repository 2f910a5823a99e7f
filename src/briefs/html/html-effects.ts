import type { Because } from '../../core/provenance.ts'
import type { Brief, BriefStory, Effect } from '../brief.ts'
import { deviation, effectCells } from '../effect-cells.ts'
import { effectGroups, leadEffects, splitEffects } from '../effect-order.ts'
import { type Html, html } from '../escape.ts'
import { formatTogether, unitLabel } from '../number-format.ts'
import type { References } from '../references.ts'
import { formatTime } from '../time-format.ts'
import { nameOf } from '../wording.ts'
import { badge, linkedNumber, linkNumbers, mainHref, name, refMarks, scrollBox } from './html-parts.ts'

interface StoryContext {
  readonly brief: Brief
  readonly story: BriefStory
  readonly references: References
}

/** Who loses or gains how much, when: base beside low, central and high of the shocked case. */
export function effectsTable({ brief, story, references }: StoryContext): Html {
  if (story.effects.length === 0)
    return html`<p>Nothing was computed for this story; the reasons stand below.</p>`
  const { main, rest } = splitEffects(story.effects)
  const context = { brief, story, references }
  return html`${
    main.length === 0
      ? html`<p>No case differs from the base.</p>`
      : html`<ul>${leadEffects(story.effects).map(
          (effect) =>
            html`<li>${linkNumbers(effect.sentence, mainHref(effect.because, references))} ${badge(effect.status)} ${refMarks(references, effect.because)}</li>
`,
        )}</ul>${scrollBox(
          `Effects: ${story.title}`,
          html`<table class="wide"><caption>Low and high are the ends of the range, middle a case between; change is the middle case less base, below it low and high less base.</caption>
${effectsHead}${effectBodies(main, context)}</table>`,
        )}`
  }${
    rest.length === 0
      ? ''
      : scrollBox(
          `Further effects: ${story.title}`,
          html`<table class="wide"><caption>Further effects, and what does not change</caption>
${effectsHead}${effectBodies(rest, context)}</table>`,
          true,
        )
  }`
}

function effectBodies(effects: readonly Effect[], context: StoryContext): Html {
  return html`${effectGroups(effects, context.story).map(
    ({ title, effects: rows }) =>
      html`<tbody>${
        title === null
          ? ''
          : html`<tr><th scope="rowgroup" colspan="9" class="group">${name(title)}</th></tr>
`
      }${rows.map((effect) => effectRow(effect, context))}</tbody>`,
  )}`
}

const effectsHead = html`<thead><tr><th scope="col">What and where</th><th scope="col">When</th><th scope="col" class="n">Base</th>
<th scope="col" class="n">Low</th><th scope="col" class="n">Middle</th><th scope="col" class="n">High</th>
<th scope="col" class="n">Change</th><th scope="col">Unit</th><th scope="col">Status, rests on</th></tr></thead>`

function effectRow(effect: Effect, context: StoryContext): Html {
  const { brief, story, references } = context
  const cells = effectCells(effect)
  const number = (text: string): Html => linkedNumber(text, effect.because, references)
  return html`<tr><th scope="row">${effect.measure}: ${name(nameOf(brief, story, effect.zone))}</th>
<td>${formatTime(effect.period)}</td>
<td class="n">${cells.base === null ? 'none' : number(cells.base)}</td>
${[cells.low, cells.central, cells.high].map((text) => html`<td class="n">${number(text)}</td>`)}
<td class="n">${cells.change === null ? 'not stated' : number(cells.change)}${cells.changeRange === null ? '' : html`<span class="under">${cells.changeRange}</span>`}</td>
<td>${unitLabel(effect.unit)}${cells.volume === null ? '' : html`<span class="under">${cells.volume}</span>`}</td>
<td class="rests">${badge(effect.status)} ${refMarks(references, effect.because)}</td></tr>
`
}

/** The model's base case beside what was observed: how far its answers can be trusted. */
export function plausibilityTable({ story, references }: StoryContext): Html {
  if (story.plausibility.length === 0)
    return html`<p>No observed figure was at hand to hold the base case against.</p>`
  const rows = story.plausibility.map((row) => {
    const [observed = '', modelled = ''] = formatTogether([row.observed, row.modelled])
    return html`<tr><th scope="row"><bdi>${row.what}</bdi></th>
<td class="n">${linkedNumber(observed, row.because, references)} ${observedBadge(row.because, references)}</td>
<td class="n">${linkedNumber(modelled, row.because, references)} ${badge('computed')}</td>
<td class="n">${deviation(row.observed, row.modelled)}</td>
<td>${unitLabel(row.unit)}</td><td>${refMarks(references, row.because)}</td></tr>
`
  })
  return scrollBox(
    `Base case: ${story.title}`,
    html`<table><caption>Base case: what was observed beside what the model computes without the shock</caption>
<thead><tr><th scope="col">What</th><th scope="col" class="n">Observed</th><th scope="col" class="n">Modelled</th>
<th scope="col" class="n">Off by</th><th scope="col">Unit</th><th scope="col">Rests on</th></tr></thead>
<tbody>${rows}</tbody></table>`,
  )
}

/** The status of the figure that an observation is; nothing where the brief does not describe it. */
function observedBadge(because: readonly Because[], references: References): Html {
  const status = because.flatMap((key) => references.of(key)?.status ?? [])[0]
  return status === undefined ? html`` : badge(status)
}
