import type { Assumption, Shock } from '../../scenarios/scenario.ts'
import type { Brief, BriefStory } from '../brief.ts'
import { type Html, html, languageTag } from '../escape.ts'
import type { References } from '../references.ts'
import { groupScenarios } from '../scenario-groups.ts'
import { assumptionValue, firstClaim } from '../scenario-text.ts'
import { formatTime } from '../time-format.ts'
import { nameOf, shockValues } from '../wording.ts'
import {
  badge,
  linkedNumber,
  linkNumbers,
  name,
  refLink,
  refMarks,
  scrollBox,
  shortened,
} from './html-parts.ts'

/** What was changed in the network, and every premise with its status and source. */
export function scenarioBlocks(brief: Brief, story: BriefStory, references: References): Html {
  if (story.scenarios.length === 0) return html`<p>No claim of this story was turned into a scenario.</p>`
  const { groups, assumptions } = groupScenarios(story)
  return html`${scrollBox(
    `Changes: ${story.title}`,
    html`<table><caption>What the scenarios change in the network</caption><thead><tr><th scope="col">What</th>
<th scope="col" class="n">Low</th><th scope="col" class="n">Middle</th><th scope="col" class="n">High</th>
<th scope="col">When</th><th scope="col">Status, rests on</th></tr></thead>
${groups.map(
  ({ title, shocks }) => html`<tbody><tr><th scope="rowgroup" colspan="6" class="group">${name(title)}${
    shocks.length === 0 ? ': nothing further' : ''
  }</th></tr>
${shocks.map((shock) => shockRow(shock, { brief, story, references }))}</tbody>
`,
)}</table>`,
  )}
${
  assumptions.length === 0
    ? ''
    : html`<p>Assumed:</p><ul>${assumptions.map((assumption) => assumptionItem(assumption, references))}</ul>`
}`
}

function shockRow(
  shock: Shock,
  { brief, story, references }: { brief: Brief; story: BriefStory; references: References },
): Html {
  const values = shockValues(shock)
  const cells = [values.low, values.central, values.high].map(
    (text) => html`<td class="n">${linkedNumber(text, shock.because, references)}</td>`,
  )
  const when = formatTime(`${shock.from}/${shock.to ?? '..'}`)
  return html`<tr><th scope="row">${name(nameOf(brief, story, shock.asset))}: ${shock.field}
${values.note === '' ? '' : html`<span class="under">${values.note}</span>`}${shockQuote(brief, shock, references)}</th>${cells}<td>${when}</td>
<td>${badge(shock.status)} ${refMarks(references, shock.because)}</td></tr>
`
}

/** The words that first set a shock, leading to the claim; nothing where no claim does. */
function shockQuote(brief: Brief, shock: Shock, references: References): Html {
  const claim = firstClaim(brief, shock.because)
  const reference = claim === null ? null : references.ofClaim(claim)
  if (claim === null || reference === null) return html``
  return html`<span class="under">${refLink(reference)}: <q lang="${languageTag(claim.lang)}" dir="auto">${shortened(claim.evidence, 90)}</q></span>`
}

function assumptionItem(assumption: Assumption, references: References): Html {
  const reference = references.ofAssumption(assumption.id)
  const href = reference === null ? null : `#${reference.anchor}`
  return html`<li>${linkNumbers(assumption.statement, href)}${linkNumbers(assumptionValue(assumption), href)} ${badge(assumption.status)} ${
    reference === null ? '' : html`<span class="refs">[${refLink(reference)}]</span>`
  } ${refMarks(
    references,
    assumption.because.filter((key) => key !== reference?.key),
  )}</li>
`
}
