import type { Brief } from '../brief.ts'
import { commitmentCells, commitmentHeads, commitmentNote } from '../commitments.ts'
import { safeUrl } from '../escape.ts'
import { gasVolumeNote } from '../gas-volume.ts'
import { type Reference, type References, referenceValue } from '../references.ts'
import type { StoryParts } from '../story-parts.ts'
import { unitsInUse, usesGas } from '../units-in-use.ts'
import { languageName, statusMeanings } from '../wording.ts'
import { claimMarkdown } from './markdown-claims.ts'
import { marks, pipeTable, plain, timeText } from './markdown-parts.ts'

/** What follows the stories: the rest of the claims, what was not understood, and all that numbers rest on. */
export function endMarkdown(brief: Brief, parts: StoryParts, references: References): string {
  const list = (items: readonly string[], none: string): string =>
    items.length === 0 ? none : items.map((item) => `- ${item}`).join('\n')
  const commitments = brief.commitments ?? []
  return [
    '## Commitments',
    ...(commitments.length === 0
      ? ['The reports tell of nothing that somebody undertook to do.']
      : [
          commitmentNote,
          pipeTable(
            [...commitmentHeads, 'Told by'],
            commitments.map((one) => [
              ...Object.values(commitmentCells(one)).map(plain),
              marks(references, claimsOfEvent(brief, one.event)).trim(),
            ]),
          ),
        ]),
    '## Claims of no story',
    parts.loose.length === 0
      ? 'Every claim belongs to a story.'
      : parts.loose.map((claim) => claimMarkdown(claim, references)).join('\n\n'),
    '## Not understood',
    list(
      brief.not_understood.map((item) => {
        const span = item.span === null ? '' : `, characters ${item.span[0]} to ${item.span[1]}`
        return `Report ${plain(item.report)}${span} (${plain(item.kind.replaceAll('_', ' '))}): ${plain(item.text)}`
      }),
      'Nothing was left that looked like energy news and could not be read.',
    ),
    '## Reports read',
    list(
      brief.reports.map((report) => {
        const when = report.published === null ? 'undated' : timeText(report.published)
        return `${plain(report.id)}: ${plain(report.title ?? 'without a title')}, ${plain(report.outlet ?? 'outlet not known')} (${languageName(report.lang)}), ${when}. ${plain(report.dated_because)}${link(report.url)}`
      }),
      'None.',
    ),
    '## Figures, assumptions and limits',
    list(
      references.all
        .filter((item) => item.kind !== 'claim' || !item.isDescribed)
        .map((item) => reference(item, brief, references)),
      'None.',
    ),
    '## Sources',
    list(
      brief.sources.map((source) => {
        const date = source.date === null ? '' : `, ${timeText(source.date)}`
        return `${plain(source.title)}${date}${source.licence === null ? '' : `, licence: ${plain(source.licence)}`}${link(source.url)}`
      }),
      'No figure of the atlas was used.',
    ),
    '## How to read this',
    'Marks in brackets lead to what a number rests on: C a claim with its quotation, F a figure of the atlas with its source, A an assumption, L a limit of the model.',
    `${Object.entries(statusMeanings)
      .map(([status, meaning]) => `${status}: ${meaning}`)
      .join('; ')}.`,
    `Units: ${unitsInUse(brief)
      .map(([short, long]) => `${short}, ${long}`)
      .join('; ')}. ${usesGas(brief) ? gasVolumeNote : ''}`.trim(),
  ].join('\n\n')
}

/** The claims that tell an event, as numbers name them. */
function claimsOfEvent(brief: Brief, id: string): string[] {
  const event = brief.events.find((candidate) => candidate.id === id)
  return (event?.claims ?? []).map(({ report, claim }) => `claim:${report}/${claim}`)
}

function reference(item: Reference, brief: Brief, references: References): string {
  const source = brief.sources.find(({ id }) => id === item.source)
  const parts = [
    item.isDescribed ? '' : 'named by a number, not described in this brief',
    item.status ?? '',
    item.source === null ? '' : `source: ${plain(source?.title ?? item.source)}`,
  ].filter((part) => part !== '')
  return `**${item.label}** ${plain(item.statement)}${referenceValue(item)}${parts.length === 0 ? '' : ` (${parts.join('; ')})`}${marks(
    references,
    item.because.filter((key) => key !== item.key),
  )}`
}

/** ` <https://...>` where the address is one of the web; angle brackets keep it whole. */
function link(url: string | null): string {
  const safe = safeUrl(url)
  return safe === null ? '' : ` <${safe}>`
}
