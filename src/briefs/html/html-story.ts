import type { Topology } from 'topojson-specification'
import type { Brief, BriefStory } from '../brief.ts'
import { type Html, html } from '../escape.ts'
import { groupNotComputed } from '../not-computed.ts'
import { formatRange } from '../number-format.ts'
import type { References } from '../references.ts'
import { answerNumbers, isComputed } from '../story-answer.ts'
import type { StoryPart } from '../story-parts.ts'
import { formatTime } from '../time-format.ts'
import { disagreements, eventBlock } from './html-claims.ts'
import { effectsTable, plausibilityTable } from './html-effects.ts'
import { anchorPart, chartFigure, mapFigure, storyEffectsAnchor } from './html-figures.ts'
import { badge, joined, linkedNumber, linkNumbers, mainHref, name, refMarks } from './html-parts.ts'
import { scenarioBlocks } from './html-scenario.ts'

export function storyAnchor(story: BriefStory): string {
  return `story-${anchorPart(story.id)}`
}

/** The answer in short: one sentence, its range, how sure and why. */
export function answerBlock(story: BriefStory, references: References): Html {
  const { answer } = story
  return html`<p class="sentence">${linkNumbers(answer.sentence, mainHref(answer.because, references))}</p>
<p>${rangeText(story, references)} ${answerNumbers(story) === null ? '' : badge(answer.status)} ${refMarks(references, answer.because)}</p>
<p class="soft"><strong>How sure:</strong> ${linkNumbers(answer.confidence, mainHref(answer.because, references))}</p>`
}

/** The answer of a story without a computation, in a line of a list. */
export function plainAnswer(story: BriefStory, references: References): Html {
  const { answer } = story
  const because = refMarks(references, answer.because)
  return html`<li><a href="#${storyAnchor(story)}">${name(story.title)}</a> <span class="brief-line"><bdi>${answer.sentence}</bdi> <strong>How sure:</strong> <bdi>${answer.confidence}</bdi> ${because}</span></li>
`
}

function rangeText(story: BriefStory, references: References): Html {
  const { low, central, high, unit, because } = story.answer
  const numbers = answerNumbers(story)
  if (numbers === null) return html`<strong>Range:</strong> no number was computed.`
  const link = (text: string): Html => linkedNumber(text, because, references)
  const middle =
    central === null || numbers.central === null ? '' : html`middle case ${link(numbers.central)}`
  const range = low === null || high === null ? '' : link(formatRange(low, high, unit))
  const of = story.answer.of === undefined ? '' : ` of the ${story.answer.of}`
  return html`<strong>Range${of}:</strong> ${range}${range !== '' && middle !== '' ? ', ' : ''}${middle}.`
}

export interface StoryContext {
  /** Place of the story in the brief, from 1: it tells stories of one title apart. */
  readonly number: number
  readonly brief: Brief
  readonly references: References
  readonly boundaries: Topology
}

/** One story, from what is claimed to what could not be computed. */
export function storySection(part: StoryPart, context: StoryContext): Html {
  const { story, events } = part
  const { references } = context
  const anchor = storyAnchor(story)
  const effects = storyEffectsAnchor(story)
  return html`<section class="page" id="${anchor}" aria-labelledby="${anchor}-h">
<h2 id="${anchor}-h">${context.number}. ${name(story.title)}</h2>
<p class="lead">${linkNumbers(story.answer.sentence, `#${effects}`)}</p>
${story.network_date === null ? '' : html`<p class="soft">Computed on the network of ${formatTime(story.network_date)}.</p>`}
<h3>What is claimed</h3>
${events.length === 0 ? html`<p>No claim stands behind this story.</p>` : events.map((event) => eventBlock(event, references))}
${events.length === 0 ? '' : html`<h3>Where reports disagree</h3>${disagreements(events, references)}`}
${isComputed(story) || story.plausibility.length === 0 ? '' : html`<h3>Figures held together</h3>${plausibilityTable({ brief: context.brief, story, references })}`}
${isComputed(story) ? computedParts(part, context) : html`<p id="${effects}">Nothing was computed for this story; the reasons follow.</p>`}
<h3>Not computed</h3>
${story.not_computed.length === 0 ? html`<p>Everything that the claims of this story say about supply was computed.</p>` : html`<ul>${groupNotComputed(story.not_computed).map(({ whats, because }) => html`<li>${joined(whats.map(name), '; ')}: not computed, because <bdi>${because}</bdi></li>`)}</ul>`}
</section>
`
}

/** From the scenario to what limits the effect. */
function computedParts({ story }: StoryPart, { brief, references, boundaries }: StoryContext): Html {
  const own = { brief, story, references }
  const effects = storyEffectsAnchor(story)
  const anchor = storyAnchor(story)
  return html`<h3>The scenario</h3>
${scenarioBlocks(brief, story, references)}
<h3>How plausible the base case is</h3>
${plausibilityTable(own)}
<h3 id="${effects}">What it would do</h3>
${effectsTable(own)}
${story.map.length === 0 ? '' : mapFigure({ story, id: anchor, boundaries, references })}
${story.charts.map((chart, index) => chartFigure(chart, { id: `${anchor}-chart-${index + 1}`, effects }))}
<h3>What moves</h3>
${story.moved.length === 0 ? html`<p>No flow moves from one route to another.</p>` : html`<ul>${story.moved.map((sentence) => html`<li>${linkNumbers(sentence, `#${effects}`)}</li>`)}</ul>`}
<h3>What limits it</h3>
${limits(story, references)}`
}

function limits(story: BriefStory, references: References): Html {
  if (story.reasons.length === 0) return html`<p>No limit was confirmed by relaxing it and solving again.</p>`
  return html`<ul>${story.reasons.map(
    (reason) =>
      html`<li>${linkNumbers(reason.sentence, mainHref(reason.because, references))} ${badge('computed')} ${refMarks(
        references,
        reason.because,
      )}</li>`,
  )}</ul>`
}
