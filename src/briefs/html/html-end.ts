import type { Brief } from '../brief.ts'
import { commitmentCells, commitmentHeads, commitmentNote } from '../commitments.ts'
import { type Html, html, languageTag, safeUrl } from '../escape.ts'
import { gasVolumeNote } from '../gas-volume.ts'
import { type Reference, type References, referenceValue } from '../references.ts'
import type { StoryParts } from '../story-parts.ts'
import { formatTime } from '../time-format.ts'
import { unitsInUse, usesGas } from '../units-in-use.ts'
import { languageName, statusMeanings } from '../wording.ts'
import { claimArticle } from './html-claims.ts'
import { anchorPart } from './html-figures.ts'
import { badge, joined, name, refMarks, scrollBox } from './html-parts.ts'

/** The register of commitments: one row each, with the claims that tell it. */
export function commitmentList(brief: Brief, references: References): Html {
  const commitments = brief.commitments ?? []
  if (commitments.length === 0)
    return section(
      'commitments',
      'Commitments',
      html`<p>The reports tell of nothing that somebody undertook to do.</p>`,
    )
  const rows = commitments.map((one) => {
    const event = brief.events.find(({ id }) => id === one.event)
    const because = (event?.claims ?? []).map(({ report, claim }) => `claim:${report}/${claim}`)
    return html`<tr>${Object.values(commitmentCells(one)).map((cell) => html`<td>${name(cell)}</td>`)}<td>${refMarks(references, because)}</td></tr>
`
  })
  return section(
    'commitments',
    'Commitments',
    html`<p>${commitmentNote}</p>${scrollBox(
      'Register of commitments',
      html`<table><thead><tr>${[...commitmentHeads, 'Told by'].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${rows}</tbody></table>`,
    )}`,
  )
}

export function looseClaims(parts: StoryParts, references: References): Html {
  return section(
    'loose',
    'Claims of no story',
    parts.loose.length === 0
      ? html`<p>Every claim belongs to a story.</p>`
      : html`<p>Read, and computed in none of the stories above.</p>${parts.loose.map((claim) => claimArticle(claim, references))}`,
  )
}

export function notUnderstood(brief: Brief): Html {
  const lang = new Map(brief.reports.map((report) => [report.id, report.lang]))
  return section(
    'not-understood',
    'Not understood',
    brief.not_understood.length === 0
      ? html`<p>Nothing was left that looked like energy news and could not be read.</p>`
      : html`<p>Passages that may matter and that the reader could make nothing of, or not all.</p>
<ul>${brief.not_understood.map(
          (item) => html`<li><span class="soft">Report ${name(item.report)}${
            item.span === null ? '' : `, characters ${item.span[0]} to ${item.span[1]}`
          } (<bdi>${item.kind.replaceAll('_', ' ')}</bdi>):</span> <q lang="${languageTag(lang.get(item.report) ?? '')}" dir="auto">${item.text}</q></li>
`,
        )}</ul>`,
  )
}

export function reportList(brief: Brief): Html {
  return section(
    'reports',
    'Reports read',
    html`<ul>${brief.reports.map((report) => {
      const url = safeUrl(report.url)
      const title =
        report.title === null
          ? html`without a title`
          : html`<bdi lang="${languageTag(report.lang)}">${report.title}</bdi>`
      return html`<li>${name(report.id)}: ${url === null ? title : html`<a href="${url}" rel="noreferrer">${title}</a>`}, ${
        report.outlet === null ? 'outlet not known' : name(report.outlet)
      } (${languageName(report.lang)}), ${report.published === null ? 'undated' : formatTime(report.published)}. <span class="soft"><bdi>${report.dated_because}</bdi></span></li>
`
    })}</ul>`,
  )
}

function sourceAnchor(id: string): string {
  return `source-${anchorPart(id)}`
}

export function sourceList(brief: Brief): Html {
  return section(
    'sources',
    'Sources',
    brief.sources.length === 0
      ? html`<p>No figure of the atlas was used.</p>`
      : html`<ul>${brief.sources.map((source) => {
          const url = safeUrl(source.url)
          const title = html`<bdi>${source.title}</bdi>`
          return html`<li id="${sourceAnchor(source.id)}">${
            url === null ? title : html`<a href="${url}" rel="noreferrer">${title}</a>`
          }${source.date === null ? '' : `, ${formatTime(source.date)}`}${
            source.licence === null ? '' : html`, licence: <bdi>${source.licence}</bdi>`
          }</li>
`
        })}</ul>`,
  )
}

/** Everything that a number names besides claims, each with its mark and anchor. */
export function figureList(brief: Brief, references: References): Html {
  const groups: readonly (readonly [string, Reference[]])[] = [
    ['Figures of the atlas', references.all.filter((item) => item.kind === 'figure' && item.isDescribed)],
    ['Assumptions', references.all.filter((item) => item.kind === 'assumption' && item.isDescribed)],
    ['Limits of the model', references.all.filter((item) => item.kind === 'limit' && item.isDescribed)],
    ['Named by a number, not described in this brief', references.all.filter((item) => !item.isDescribed)],
  ]
  return section(
    'figures',
    'Figures, assumptions and limits',
    html`${groups
      .filter(([, items]) => items.length > 0)
      .map(
        ([title, items]) =>
          html`<h3>${title}</h3><ul>${items.map((item) => referenceItem(item, brief, references))}</ul>`,
      )}`,
  )
}

function referenceItem(item: Reference, brief: Brief, references: References): Html {
  const source = brief.sources.find(({ id }) => id === item.source)
  return html`<li id="${item.anchor}"><span class="mark">${item.label}</span><bdi>${item.statement}</bdi>${referenceValue(item)} ${
    item.status === null ? '' : badge(item.status)
  } ${
    item.source === null
      ? ''
      : source === undefined
        ? html`<span class="soft">Source: <bdi>${item.source}</bdi></span>`
        : html`<span class="soft">Source: <a href="#${sourceAnchor(source.id)}"><bdi>${source.title}</bdi></a></span>`
  } ${refMarks(
    references,
    item.because.filter((key) => key !== item.key),
  )} <span class="soft small"><bdi>${item.key}</bdi></span></li>
`
}

/** How to read the marks, the status words and the units of this brief. */
export function readingNotes(brief: Brief): Html {
  return section(
    'how-to-read',
    'How to read this',
    html`<p>Every number leads to what it rests on: C a claim with its quotation, F a figure of the atlas with its source, A an assumption, L a limit of the model.</p>
<p>${joined(
      Object.entries(statusMeanings).map(([status, meaning]) => html`<strong>${status}</strong>: ${meaning}`),
      '; ',
    )}.</p>
<p>Units: ${unitsInUse(brief)
      .map(([short, long]) => `${short}, ${long}`)
      .join('; ')}. ${usesGas(brief) ? gasVolumeNote : ''}</p>
<p>A range is the span between the low and the high case, not a confidence interval, unless its line says so.</p>`,
  )
}

function section(id: string, title: string, content: Html): Html {
  return html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}</h2>
${content}
</section>
`
}
