import type { Brief, BriefStory } from './brief.ts'
import { type Html, html } from './escape.ts'
import { badge, linkedNumber, linkNumbers, name, refLink, refMarks, scrollBox } from './html-parts.ts'
import type { References } from './references.ts'
import { assumptionValue } from './scenario-text.ts'
import { formatTime } from './time-format.ts'
import { nameOf, shockValues } from './wording.ts'

type Assumption = BriefStory['scenarios'][number]['assumptions'][number]

/** What was changed in the network, and every premise with its status and source. */
export function scenarioBlocks(brief: Brief, story: BriefStory, references: References): Html {
  if (story.scenarios.length === 0) return html`<p>No claim of this story was turned into a scenario.</p>`
  return html`${story.scenarios.map((scenario) => {
    const shocks = scenario.shocks.map((shock) => {
      const values = shockValues(shock)
      const cells = [values.low, values.central, values.high].map(
        (text) => html`<td class="n">${linkedNumber(text, shock.because, references)}</td>`,
      )
      const when = formatTime(`${shock.from}/${shock.to ?? '..'}`)
      return html`<tr><th scope="row">${name(nameOf(brief, story, shock.asset))}: ${shock.field}
${values.note === '' ? '' : html`<span class="under">${values.note}</span>`}</th>${cells}<td>${when}</td>
<td>${badge(shock.status)} ${refMarks(references, shock.because)}</td></tr>
`
    })
    return html`<h4>${name(scenario.title)}</h4>
${
  shocks.length === 0
    ? html`<p>Nothing in the network is changed.</p>`
    : scrollBox(
        `Changes: ${story.title}, ${scenario.title}`,
        html`<table><caption>What the scenario changes in the network</caption><thead><tr><th scope="col">What</th>
<th scope="col" class="n">Low</th><th scope="col" class="n">Central</th><th scope="col" class="n">High</th>
<th scope="col">When</th><th scope="col">Status, rests on</th></tr></thead><tbody>${shocks}</tbody></table>`,
      )
}
${
  scenario.assumptions.length === 0
    ? ''
    : html`<p>It assumes:</p><ul>${scenario.assumptions.map((assumption) => assumptionItem(assumption, references))}</ul>`
}`
  })}`
}

function assumptionItem(assumption: Assumption, references: References): Html {
  const reference = references.ofAssumption(assumption.id)
  const href = reference === null ? null : `#${reference.anchor}`
  return html`<li>${linkNumbers(assumption.statement, href)}${linkNumbers(assumptionValue(assumption), href)} ${badge(assumption.status)} ${
    reference === null ? '' : html`<span class="refs">[${refLink(reference)}]</span>`
  } ${refMarks(references, assumption.because)}</li>
`
}
