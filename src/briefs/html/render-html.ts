import type { Topology } from 'topojson-specification'
import { counted } from '../../core/listed.ts'
import type { Brief } from '../brief.ts'
import { type Html, html, trusted } from '../escape.ts'
import { indexReferences, type References } from '../references.ts'
import { isComputed, rangeNote } from '../story-answer.ts'
import { storyParts } from '../story-parts.ts'
import { formatTime } from '../time-format.ts'
import { languageName } from '../wording.ts'
import {
  commitmentList,
  figureList,
  looseClaims,
  notUnderstood,
  readingNotes,
  reportList,
  sourceList,
} from './html-end.ts'
import { boundariesNote } from './html-figures.ts'
import { joined, name } from './html-parts.ts'
import { answerBlock, plainAnswer, storyAnchor, storySection } from './html-story.ts'
import { styles } from './styles.ts'

/** Nothing is loaded and nothing runs: no script, no font, no image from elsewhere. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

export interface HtmlOptions {
  /** Country shapes as TopoJSON with an object `countries`, for orientation on the maps. */
  readonly boundaries: Topology
  /** Of the program, for the foot of the page. */
  readonly version: string
}

/** `brief.html`: one file that opens, prints and can be read aloud without anything else. */
export function renderBriefHtml(brief: Brief, options: HtmlOptions): string {
  const references = indexReferences(brief)
  const parts = storyParts(brief)
  const context = { brief, references, boundaries: options.boundaries }
  const page = html`<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${pageTitle(brief)}</title>
<style>${trusted(styles)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the answers</a>
<header><h1>Corridor brief</h1>
<p class="soft">${scope(brief)}</p></header>
${contents(brief)}
<main id="main" tabindex="-1">
${summarySection(brief, references)}
${parts.stories.map((part, index) => storySection(part, { ...context, number: index + 1 }))}
<div class="end">
${commitmentList(brief, references)}${looseClaims(parts, references)}${notUnderstood(brief)}${reportList(brief)}${figureList(brief, references)}${sourceList(brief)}${readingNotes(brief)}
</div>
</main>
<footer>Made by Corridor ${options.version}. Claims belong to those who made them. ${boundariesNote}</footer>
</body>
</html>
`
  return page.toString()
}

function pageTitle(brief: Brief): string {
  const [first, ...rest] = brief.stories
  if (first === undefined) return 'Corridor brief'
  return `${first.title}${rest.length === 0 ? '' : ` and ${rest.length} more`}: Corridor brief`
}

function scope(brief: Brief): Html {
  const languages = [...new Set(brief.reports.map(({ lang }) => languageName(lang)))]
  const days = brief.reports.flatMap(({ published }) => published ?? []).sort()
  const [first, last] = [days[0], days.at(-1)]
  const [reports, claims, events, stories] = [
    counted(brief.reports.length, 'report', 'reports'),
    counted(brief.claims.length, 'claim', 'claims'),
    counted(brief.events.length, 'event', 'events'),
    counted(brief.stories.length, 'story', 'stories'),
  ]
  return html`${reports} in ${languages.join(', ')}${
    first === undefined || last === undefined ? '' : `, published ${formatTime(`${first}/${last}`)}`
  }; ${claims}, ${events}, ${stories}.`
}

function contents(brief: Brief): Html {
  const end: readonly (readonly [string, string])[] = [
    ['commitments', 'Commitments'],
    ['loose', 'Claims of no story'],
    ['not-understood', 'Not understood'],
    ['reports', 'Reports read'],
    ['figures', 'Figures, assumptions and limits'],
    ['sources', 'Sources'],
    ['how-to-read', 'How to read this'],
  ]
  return html`<nav class="contents" aria-label="Contents"><ul role="list"><li><a href="#summary">In short</a></li>
${brief.stories.map(
  (story, index) => html`<li>${index + 1}. <a href="#${storyAnchor(story)}">${name(story.title)}</a></li>
`,
)}${end.map(
  ([id, title]) => html`<li><a href="#${id}">${title}</a></li>
`,
)}</ul></nav>`
}

function summarySection(brief: Brief, references: References): Html {
  const unread = brief.not_understood.length
  const computed = brief.stories.filter(isComputed)
  const others = brief.stories.filter((story) => !isComputed(story))
  return html`<section class="page first" id="summary" aria-labelledby="summary-h"><h2 id="summary-h">In short</h2>
${brief.stories.length === 0 ? html`<p>The reports tell no story about supply that could be followed.</p>` : ''}
${computed.map(
  (story) => html`<div class="brief-answer"><h3><a href="#${storyAnchor(story)}">${name(story.title)}</a></h3>
${answerBlock(story, references)}</div>
`,
)}
${computed.length === 0 ? '' : html`<p class="small soft">${rangeNote}</p>`}
${others.length === 0 ? '' : html`<h3>Followed, not computed</h3><ul>${others.map((story) => plainAnswer(story, references))}</ul>`}
<p class="small">${joined(
    [
      html`Each number carries a status and leads to what it rests on: <a href="#how-to-read">how to read this</a>`,
      unread === 0
        ? ''
        : html`<a href="#not-understood">${unread} ${unread === 1 ? 'passage was' : 'passages were'} not understood</a>`,
    ].filter((part) => part !== ''),
    '. ',
  )}.</p></section>
`
}
