import type { Reading } from '../../claims/claim.ts'
import type { Brief } from '../brief.ts'

type Passage = Brief['not_understood'][number]

/** A word or two are a heading or a caption, not a sentence that says anything. */
const FEWEST_LETTERS = 12
/** Ends of sentences in the scripts that are read; one inside a number or an abbreviation of a letter ends none. */
const END = /\n+|(?<=[!?؟。！？;·؛])\s*|(?<=\.["'»”)\]]?)(?<!\b\p{L}\.)\s+/gu
const DIGIT = /\p{Nd}/u

/** What the reader made nothing of, or not all: sentences, numbers and dates that no claim took up, and its own reports. */
export function notUnderstood(reading: Reading): Passage[] {
  const sentences = sentencesWithoutClaim(reading)
  const isListed = (start: number, end: number): boolean =>
    sentences.some(({ span }) => span !== null && span[0] <= start && end <= span[1])
  const taken = new Set(reading.claims.flatMap((claim) => claim.quantities))
  return [
    ...sentences,
    ...reading.quantities
      .filter(({ id, start, end }) => !taken.has(id) && !isListed(start, end))
      // "Both" and "the first" count, but say nothing of energy by themselves.
      .filter(({ unit, surface }) => DIGIT.test(surface) || !['count', 'ordinal', 'people'].includes(unit))
      .map((one) => passage(reading, 'a number that no claim uses', one)),
    ...reading.dates
      .filter((date) => date.iso === null)
      .map((one) => passage(reading, 'a date that could not be resolved', one)),
    ...(reading.claims.length === 0
      ? [
          {
            report: reading.id,
            kind: 'a report without a claim',
            text: reading.title ?? reading.text.slice(0, 120),
            span: null,
          },
        ]
      : []),
    ...reading.problems.map((problem) => ({
      report: reading.id,
      kind: problem.code,
      text: problem.message,
      span: null,
    })),
  ]
}

function passage(
  reading: Reading,
  kind: string,
  { surface, start, end }: { surface: string; start: number; end: number },
): Passage {
  return { report: reading.id, kind, text: surface, span: [start, end] }
}

/** Sentences that no claim touches and that name something of the atlas or an energy commodity, or hold a number. */
function sentencesWithoutClaim(reading: Reading): readonly (Passage & { span: [number, number] | null })[] {
  const about = reading.entities
    .filter((entity) => entity.atlas !== null || entity.type === 'commodity')
    .flatMap((entity) => entity.mentions)
  return sentencesOf(reading.text)
    .filter(([start, end]) => reading.claims.every(({ span }) => span[1] <= start || span[0] >= end))
    .filter(([start, end]) => {
      const text = reading.text.slice(start, end)
      return DIGIT.test(text) || about.some((mention) => mention.start >= start && mention.end <= end)
    })
    .map(([start, end]) => ({
      report: reading.id,
      kind: 'a sentence without a claim',
      text: reading.text.slice(start, end),
      span: [start, end],
    }))
}

/** Spans of the sentences of a text, without the white space around them; short headings are left out. */
export function sentencesOf(text: string): readonly (readonly [number, number])[] {
  const spans: [number, number][] = []
  let from = 0
  const close = (to: number): void => {
    const piece = text.slice(from, to)
    const start = from + (piece.length - piece.trimStart().length)
    const end = start + piece.trim().length
    if ((text.slice(start, end).match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS) spans.push([start, end])
    from = to
  }
  for (const match of text.matchAll(END)) close(match.index + match[0].length)
  close(text.length)
  return spans
}
