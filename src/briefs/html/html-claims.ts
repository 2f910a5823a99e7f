import type { Contradiction } from '../../events/event.ts'
import type { BriefClaim } from '../brief.ts'
import { type Html, html } from '../escape.ts'
import { formatGiven, withUnit } from '../number-format.ts'
import type { References } from '../references.ts'
import { claimOfPart, type EventPart } from '../story-parts.ts'
import { formatTime } from '../time-format.ts'
import {
  certaintyWords,
  chainOf,
  contradictionValue,
  eventWord,
  languageName,
  modalityWord,
} from '../wording.ts'
import { joined, name, pairs, quotation, refLink } from './html-parts.ts'

/** A claim in full: the words, what they say, who says so and how surely. */
export function claimArticle(claim: BriefClaim, references: References): Html {
  const reference = references.ofClaim(claim)
  return html`<article class="claim" id="${reference?.anchor}" aria-label="Claim ${reference?.label}">
${quotation(claim.evidence, claim.lang)}
<p><span class="mark">${reference?.label}</span><bdi>${claim.gloss}</bdi></p>
${pairs([
  ['Speaker', claim.speaker === null ? 'the outlet in its own voice' : name(claim.speaker)],
  ['Chain', joined(chainOf(claim).map(name), ' → ')],
  ['Certainty', `${certaintyWords(claim)} (${eventWord(claim.event)})`],
  ['When', claim.time === null ? 'not said' : formatTime(claim.time)],
  ...(claim.numbers.length > 0 ? [['Numbers', numberList(claim, reference?.anchor ?? '')] as const] : []),
  ['About', aboutList(claim)],
  [
    'Found in',
    html`report ${name(claim.report)} (${languageName(claim.lang)}${
      claim.published === null ? '' : `, ${formatTime(claim.published)}`
    }), characters ${claim.span[0]} to ${claim.span[1]}`,
  ],
])}</article>
`
}

function numberList(claim: BriefClaim, anchor: string): Html {
  const items = claim.numbers.map((number) => {
    const value = withUnit([number.value].flat().map(formatGiven).join(' to '), number.unit)
    const normalised =
      number.normalised === null || number.normalised === value ? '' : ` = ${number.normalised}`
    return html`<bdi>${number.surface}</bdi> = <a class="num" href="#${anchor}">${value}</a>${normalised}`
  })
  return html`${joined(items, '; ')} <span class="badge badge-reported">reported</span>`
}

function aboutList(claim: BriefClaim): Html {
  const items = claim.assets.map(
    (asset) => html`${name(asset)}${claim.assets_implied.includes(asset) ? ' (implied)' : ''}`,
  )
  return items.length === 0 ? html`nothing that the atlas names` : joined(items, ', ')
}

/** One happening and its claims. */
export function eventBlock(part: EventPart, references: References): Html {
  const { event, claims, elsewhere } = part
  const sources = event.independent_sources
  const also = elsewhere.flatMap((claim) => references.ofClaim(claim) ?? []).map(refLink)
  return html`<h4>${name(event.title)}</h4>
<p class="soft small">${eventWord(event.type)}, ${modalityWord(event.modality)}${
    event.time === null ? '' : `, ${formatTime(event.time)}`
  }; ${sources} independent ${sources === 1 ? 'source' : 'sources'}${
    also.length === 0 ? '' : html`; also told by ${joined(also, ', ')}`
  }.</p>
${claims.map((claim) => claimArticle(claim, references))}`
}

/** Where reports disagree: each version beside the others, with who says it. */
export function disagreements(parts: readonly EventPart[], references: References): Html {
  const blocks = parts.flatMap((part) =>
    part.event.contradictions.map(
      (contradiction) => html`<h4>${contradiction.field.replaceAll('_', ' ')}: ${name(part.event.title)}</h4>
${sides(contradiction, part, references)}`,
    ),
  )
  return blocks.length === 0
    ? html`<p>No two reports of this story contradict each other on a figure, a date or a name.</p>`
    : html`${blocks}`
}

function sides(contradiction: Contradiction, part: EventPart, references: References): Html {
  return html`<ul class="sides">${contradiction.values.map((version) => {
    const claims = version.claims.flatMap(({ report, claim }) => {
      const reference = references.of(`claim:${report}/${claim}`)
      const said = claimOfPart(part, { report, claim })
      if (reference === null) return []
      return [
        html`${said === null ? '' : html`${joined(chainOf(said).map(name), ' → ')}: `}${refLink(reference)}${said?.outlet == null && said !== null ? '' : html`, report ${name(report)}`}${said === null ? '' : quotation(said.evidence, said.lang)}`,
      ]
    })
    return html`<li><span class="said"><bdi>${contradictionValue(version.value, version.unit)}</bdi></span>
${claims.map((claim) => html`<div class="small">${claim}</div>`)}</li>`
  })}</ul>`
}
