import type { Marks } from './marks.ts'
import type { Sentence, Span } from './text/sentences.ts'

export interface Dateline extends Span {
  readonly outlet: string | null
}

const REACH = 60
const LONGEST = 90

/**
 * "ALMATY, May 14, 2026 (Meridian Wire) - ": place, day and outlet before the first sentence, or null. The
 * outlet is the name found there, else what stands in brackets or quotation marks.
 */
export function findDateline(marks: Marks, sentence: Sentence): Dateline | null {
  const date = marks.dates.within(sentence.start, sentence.start + REACH)[0]
  if (date === undefined) return null
  const rest = marks.text.slice(date.end, date.end + LONGEST)
  const close =
    /^[^\n.()（）«»–—-]{0,6}(?:[(（]([^)）\n]{2,50})[)）]|,?\s*«([^»\n]{2,40})»)?\s*(?:电)?(?:[(（]([^)）\n]{2,50})[)）])?\s*(?:\.\s*[-–—]|[.–—-]|:)?\s*/u.exec(
      rest,
    )
  const length = close?.[0].length ?? 0
  const end = date.end + length
  if (!/[.–—\-:)）]\s*$/u.test(marks.text.slice(date.start, end))) return null
  const named = marks.mentions
    .within(sentence.start, end)
    .find((one) => marks.outlets.has(one.entity.canonical))?.entity.canonical
  const dash = /[\p{L}]\s+[-–—]\s+([\p{L}][\p{L} ]{2,30})[،,]/u.exec(
    marks.text.slice(sentence.start, date.start),
  )?.[1]
  return {
    start: sentence.start,
    end,
    outlet: named ?? close?.[1] ?? close?.[2] ?? close?.[3] ?? dash ?? null,
  }
}
