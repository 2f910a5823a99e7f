import { cuesIn, type Marks } from './marks.ts'
import type { Span } from './text/sentences.ts'

export interface Dateline extends Span {
  readonly outlet: string | null
}

/** Place and outlet before the day; Han characters count one each. */
const PLACE_WORDS = 6
const REACH = 60
const LONGEST = 90
const ALONE = /^(\p{Lu}[\p{L}-]*(?: [\p{L}-]+){0,2})\.\s/u

/**
 * "ALMATY, May 14, 2026 (Meridian Wire) - ": place, day and outlet before the first sentence, or null. The
 * outlet is the name found there, else what stands in brackets or quotation marks.
 */
export function findDateline(marks: Marks, line: Span): Dateline | null {
  const date = marks.dates.within(line.start, line.start + REACH)[0]
  if (date?.iso === undefined || date.iso === null || !/^\d{4}-\d{2}-\d{2}$/u.test(date.iso)) return null
  const before = { start: line.start, end: date.start }
  const says = cuesIn(marks, before, 'speech:').length + cuesIn(marks, before, 'event:').length > 0
  if (says || marks.tokens.within(before.start, before.end).length > PLACE_WORDS) return null
  const rest = marks.text.slice(date.end, date.end + LONGEST)
  const close =
    /^[^\n.()（）«»–—-]{0,6}(?:[(（]([^)）\n]{2,50})[)）]|,?\s*«([^»\n]{2,40})»)?\s*(?:电)?(?:[(（]([^)）\n]{2,50})[)）])?\s*(?:\.\s*[-–—]|[.–—-]|:)?\s*/u.exec(
      rest,
    )
  const bracketed = close?.[1] ?? close?.[2] ?? close?.[3] ?? null
  // "22 березня 2025 року. Подільська преса. …": the outlet as a sentence of its own
  const stop = date.end + (close?.[0].length ?? 0)
  const alone = bracketed === null ? ALONE.exec(marks.text.slice(stop, stop + LONGEST)) : null
  const end = stop + (alone?.[0].length ?? 0)
  if (!/[.–—\-:)）]\s*$/u.test(marks.text.slice(date.start, end))) return null
  const named = marks.mentions.within(line.start, end).find((one) => marks.outlets.has(one.entity.canonical))
    ?.entity.canonical
  const dash = /[\p{L}]\s+[-–—]\s+([\p{L}][\p{L} ]{2,30})[،,]/u.exec(
    marks.text.slice(line.start, date.start),
  )?.[1]
  return {
    start: line.start,
    end,
    outlet: named ?? bracketed ?? dash ?? alone?.[1] ?? null,
  }
}
