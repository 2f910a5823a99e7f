import { type CalendarDate, parseCalendarDate } from '../../core/time.ts'
import { type ReadToken, readTokenForms } from '../quantities/phrases.ts'
import { isoDay } from './calendar-days.ts'
import type { DateContext } from './date-context.ts'
import type { DateLexicon } from './date-lexicon.ts'
import { looksAhead } from './future.ts'
import { nearestYear } from './nearest-year.ts'
import { dateContext } from './read-dates.ts'
import { readWrittenDate } from './read-plain.ts'
import type { WrittenDate } from './written-date.ts'

export interface FoundDate {
  readonly date: CalendarDate
  readonly surface: string
  readonly start: number
  readonly end: number
}

export interface PublicationDate extends FoundDate {
  /** The year stands in the text, or was taken from the day near which the report appeared. */
  readonly from: 'text' | 'text_without_year'
}

const headLines = 4
const headTokens = 200
const datelineTokens = 9

/**
 * The date of a dateline or of a leading date field: "ALMATY, May 14, 2026 (…) -", " date 2025-11-12 …",
 * "北京10月4日电". A dateline without a year counts only when `near`, a day close to publication, is given.
 * Null where the head of the text has neither.
 */
export function findPublicationDate(
  text: string,
  lexicon: DateLexicon,
  near: CalendarDate | null = null,
  /** The tokens of the text, where they have been read already. */
  known?: readonly ReadToken[],
): PublicationDate | null {
  const tokens = known ?? readTokenForms(text, lexicon.numbers.affixes)
  // A date that begins in the head may run on a little.
  const head = tokens.slice(0, headTokens + datelineTokens)
  const context = dateContext(text, lexicon, null, { tokens: head })
  for (const date of writtenDays(context)) {
    if (date.from > headTokens || lineOf(context, date.from) >= headLines) break
    if (!isDateline(context, date)) continue
    const year =
      date.year ??
      (near === null || date.day === null
        ? null
        : nearestYear(near, { month: date.month, day: date.day, ahead: true }))
    const day = year === null || date.day === null ? null : isoDay(year, date.month, date.day)
    if (day === null) continue
    const from = date.year === null ? 'text_without_year' : 'text'
    const { surface, start, end } = found(context, date, day)
    return { date: day, surface, start, end, from }
  }
  return null
}

/**
 * The latest day that the text writes in full and does not speak of as to come: no proof of publication, but the
 * report cannot be older. Null where there is none.
 */
export function latestFullDate(text: string, lexicon: DateLexicon): FoundDate | null {
  const context = dateContext(text, lexicon, null)
  let latest: FoundDate | null = null
  for (const date of writtenDays(context)) {
    if (date.year === null || date.day === null || looksAhead(context, date.from, date.to)) continue
    const day = isoDay(date.year, date.month, date.day)
    if (day !== null && (latest === null || day > latest.date)) latest = found(context, date, day)
  }
  return latest
}

function* writtenDays(context: DateContext): Generator<WrittenDate> {
  let at = 0
  while (at < context.tokens.length) {
    const date = readWrittenDate(context, at)
    if (date !== null && date.day !== null) yield date
    at = date === null ? at + 1 : Math.max(date.to, at + 1)
  }
}

function found(context: DateContext, date: WrittenDate, day: CalendarDate): FoundDate {
  const end = context.tokens[date.to - 1]?.end ?? date.start
  return { date: day, surface: context.text.slice(date.start, end), start: date.start, end }
}

function lineOf(context: DateContext, at: number): number {
  let line = -1
  for (let token = 0; token <= at; token += 1) if (context.tokens[token]?.newLine) line += 1
  return line
}

/**
 * A dateline stands at the start of its line: at most a place or two and an agency before it, set off by a mark,
 * and a mark that opens the report after it.
 */
function isDateline(context: DateContext, date: WrittenDate): boolean {
  const { tokens, dates } = context
  let lineStart = date.from
  while (lineStart > 0 && !tokens[lineStart]?.newLine) lineStart -= 1
  const lead = tokens.slice(lineStart, date.from)
  if (lead.length > datelineTokens) return false
  const next = tokens[date.to]
  const isField = lead.length === 1 && /^(date|published)$/u.test(lead[0]?.fold ?? '')
  if (isField && parseCalendarDate(found(context, date, '' as CalendarDate).surface) !== null) return true
  const isAlone = next === undefined || next.newLine
  if (lead.length === 0 && isAlone) return true
  if (dates.datelineAfter.at(tokens, date.to) !== null && !isSentenceStop(next?.text, lead.length))
    return opens(lead)
  return next?.text === '(' && opens(lead)
}

const isSentenceStop = (mark: string | undefined, lead: number): boolean => mark === '.' && lead === 0

/** What stands before the date is a place or agency: capitals or marks, the last token a mark or a Han place. */
function opens(lead: readonly { kind: string; text: string }[]): boolean {
  const last = lead.at(-1)
  if (last === undefined) return true
  const isSetOff = last.kind === 'symbol' && /^[,،.\-–—/:·|]$/u.test(last.text)
  const isHan = /^\p{Script=Han}$/u.test(last.text)
  return (isSetOff || isHan) && lead.every((token) => token.kind !== 'word' || !/^\p{Ll}/u.test(token.text))
}
