import type { CalendarDate } from '../../core/time.ts'
import {
  type DateContext,
  isoDay,
  isoMonth,
  monthOf,
  nearestYear,
  shifted,
  type When,
  yearOf,
  yearOfMonth,
} from './date-context.ts'
import { looksAhead } from './future.ts'

/** A calendar date as far as it is written. `year` unresolved: it needs the publication date. */
export interface WrittenDate {
  readonly year: number | null
  readonly month: number
  readonly day: number | null
  /** The year was said relative to a publication date that is not known. */
  readonly yearUnknown: boolean
  readonly isRelative: boolean
  /** Only the day is written: 25日. */
  readonly isDayOnly?: boolean
  readonly from: number
  readonly to: number
  readonly start: number
}

const firstYear = 1900
const lastYear = 2100

/** Digits of token `at` as a whole number in [low, high]; null otherwise. */
export function wholeAt(context: DateContext, at: number, low: number, high: number): number | null {
  const token = context.tokens[at]
  if (token?.kind !== 'digits' || token.fold.length > 4) return null
  const value = Number(token.fold)
  return value >= low && value <= high ? value : null
}

/** 2026-05-14, 13/3/2025, 12.11.2025. */
export function readNumericDate(context: DateContext, from: number): WrittenDate | null {
  const { tokens } = context
  const parts = [tokens[from], tokens[from + 1], tokens[from + 2], tokens[from + 3], tokens[from + 4]]
  const [a, mark, b, second, c] = parts
  if (a?.kind !== 'digits' || b?.kind !== 'digits' || c?.kind !== 'digits') return null
  if (mark === undefined || mark.fold !== second?.fold || !/^[-./]$/u.test(mark.fold)) return null
  if (parts.slice(1).some((token) => token?.spaced)) return null
  const before = tokens[from - 1]
  if (before !== undefined && !a.spaced && /^[-./]$/u.test(before.fold)) return null
  const numbers = [Number(a.fold), Number(b.fold), Number(c.fold)] as const
  const ordered = orderNumeric(numbers, [a.fold.length, c.fold.length], context.dates.dayFirst)
  if (ordered === null || isoDay(ordered.year, ordered.month, ordered.day) === null) return null
  return { ...ordered, yearUnknown: false, isRelative: false, from, to: from + 5, start: a.start }
}

function orderNumeric(
  [a, b, c]: readonly [number, number, number],
  [lengthA, lengthC]: readonly [number, number],
  dayFirst: boolean,
): { year: number; month: number; day: number } | null {
  if (lengthA === 4) return a >= firstYear && a <= lastYear ? { year: a, month: b, day: c } : null
  if (lengthC !== 4 && lengthC !== 2) return null
  const year = lengthC === 4 ? c : 2000 + c
  if (year < firstYear || year > lastYear) return null
  const isDayFirst = dayFirst ? b <= 12 : a > 12
  return isDayFirst ? { year, month: b, day: a } : { year, month: a, day: b }
}

/** 14 May 2026, May 14, May 2026, 30 أيار/مايو 2025, 3. Juni, 9 de enero. */
export function readNamedDate(context: DateContext, from: number): WrittenDate | null {
  const { tokens } = context
  const day = wholeAt(context, from, 1, 31)
  const start = tokens[from]?.start ?? 0
  if (day !== null && !isGlued(context, from)) {
    const monthFrom = afterDay(context, from + 1)
    const month = readMonth(context, monthFrom)
    if (month !== null) return withYear(context, { from, start, day, month: month.value, to: month.to })
    const same = context.dates.sameMonth.at(tokens, from + 1)
    if (same !== null && context.lastMonth !== null) {
      const [year, number] = [yearOf(context.lastMonth), monthOf(context.lastMonth)]
      if (isoDay(year, number, day) === null) return null
      return { year, month: number, day, yearUnknown: false, isRelative: false, from, to: same.to, start }
    }
    return null
  }
  const month = readMonth(context, from)
  if (month === null) return null
  const after = wholeAt(context, month.to, 1, 31)
  const hasDay = after !== null && isDayAfterMonth(context, month.to)
  if (!hasDay && followsDay(context, from)) return null
  const to = hasDay ? afterSuffix(context, month.to + 1) : month.to
  return withYear(context, { from, start: month.start, day: hasDay ? after : null, month: month.value, to })
}

/** The 30 of "30 February": the month alone is not what was meant. */
function followsDay(context: DateContext, from: number): boolean {
  for (const at of [from - 1, from - 2]) {
    if (wholeAt(context, at, 1, 99) === null || isGlued(context, at)) continue
    if (afterDay(context, at + 1) === from) return true
  }
  return false
}

/** A digit that continues another figure is no day. */
function isGlued(context: DateContext, at: number): boolean {
  const [before, token] = [context.tokens[at - 1], context.tokens[at]]
  if (before === undefined || token === undefined || token.spaced || before.kind !== 'symbol') return false
  return /^[.,/:$€£%]$/u.test(before.fold)
}

export function afterSuffix(context: DateContext, at: number): number {
  const token = context.tokens[at]
  return token !== undefined && !token.spaced && context.dates.daySuffixes.has(token.fold) ? at + 1 : at
}

function afterDay(context: DateContext, at: number): number {
  const next = afterSuffix(context, at)
  return context.dates.fillers.at(context.tokens, next)?.to ?? next
}

/** In "May 14" the figure is a day; in "May 14 million" or "May 1.5" it is not. */
function isDayAfterMonth(context: DateContext, at: number): boolean {
  const next = context.tokens[at + 1]
  if (next === undefined) return true
  if (next.kind === 'symbol' && !next.spaced && /^[.%/:°]$/u.test(next.fold))
    return next.fold === '.' && context.tokens[at + 2]?.kind !== 'digits'
  if (next.fold === ',' && !next.spaced && context.tokens[at + 2]?.spaced === false) return false
  return context.lexicon.items.at(context.tokens, at + 1)?.value.kind !== 'scale'
}

/** A month name, or two of the same month with a stroke between them. */
export function readMonth(
  context: DateContext,
  from: number,
): { value: number; to: number; start: number } | null {
  const { tokens, dates } = context
  const match = dates.names.months.at(tokens, from)
  if (match === null) return null
  const token = tokens[from]
  if (dates.capitalMonths && token !== undefined && !/^\p{Lu}/u.test(token.text)) return null
  let to = afterAbbreviation(context, match.to)
  if (tokens[to]?.fold === '/') {
    const twin = dates.names.months.at(tokens, to + 1)
    if (twin?.value === match.value) to = twin.to
  } else if (tokens[to]?.fold === '(') {
    const twin = dates.names.months.at(tokens, to + 1)
    if (twin?.value === match.value && tokens[twin.to]?.fold === ')') to = twin.to + 1
  }
  return { value: match.value, to, start: match.start }
}

/** The stop of "Feb. 17" belongs to the month. */
function afterAbbreviation(context: DateContext, at: number): number {
  const [name, stop, next] = [context.tokens[at - 1], context.tokens[at], context.tokens[at + 1]]
  if (stop?.fold !== '.' || stop.spaced || name === undefined || name.text.length > longestShortMonth)
    return at
  return next?.kind === 'digits' && next.spaced ? at + 1 : at
}

const longestShortMonth = 5

/** A year after `at`, over a comma or filler: 2026, 2026 года, last year. */
export function readYear(
  context: DateContext,
  at: number,
): { year: number | null; isRelative: boolean; to: number } | null {
  const { tokens, dates } = context
  const comma = tokens[at]?.fold === ',' || tokens[at]?.text === '،' ? at + 1 : at
  const filled = dates.fillers.at(tokens, comma)?.to ?? comma
  for (const begin of new Set([at, comma, filled])) {
    const named = dates.yearWordsBefore.at(tokens, begin)?.to ?? begin
    const year = yearDigits(context, named)
    if (year !== null)
      return { year, isRelative: false, to: dates.yearWords.at(tokens, named + 1)?.to ?? named + 1 }
    const relative = dates.relative.at(tokens, begin)
    if (relative?.value.unit === 'year') {
      const iso = shifted(context.published, relative.value)
      return { year: iso === null ? null : Number(iso), isRelative: true, to: relative.to }
    }
  }
  return null
}

/** Four digits that can be a year and are not part of a larger figure. */
export function yearDigits(context: DateContext, at: number): number | null {
  const token = context.tokens[at]
  if (token?.fold.length !== 4) return null
  const year = wholeAt(context, at, firstYear, lastYear)
  if (year === null || isGlued(context, at)) return null
  const [next, after] = [context.tokens[at + 1], context.tokens[at + 2]]
  const continues =
    next !== undefined && !next.spaced && /^[.,]$/u.test(next.fold) && after?.kind === 'digits'
  return continues && after?.spaced === false ? null : year
}

function withYear(
  context: DateContext,
  read: { from: number; start: number; day: number | null; month: number; to: number },
): WrittenDate | null {
  const year = readYear(context, read.to)
  const whole = {
    ...read,
    to: year?.to ?? read.to,
    year: year?.year ?? null,
    isRelative: year?.isRelative ?? false,
  }
  // A leap year, so that 29 February stands until the year is known.
  if (read.day !== null && isoDay(whole.year ?? 2024, read.month, read.day) === null) return null
  return { ...whole, yearUnknown: year !== null && year.year === null }
}

/** 2025年11月12日, 10月4日, 去年11月, 4日. */
export function readMarkedDate(context: DateContext, from: number): WrittenDate | null {
  const { tokens, dates } = context
  const marks = dates.marks
  const start = tokens[from]?.start
  if (marks === null || start === undefined) return null
  let at = from
  let year: number | null = null
  let isRelative = false
  let yearUnknown = false
  const relative = dates.relative.at(tokens, at)
  const digits = yearDigits(context, at)
  const yearMark = digits === null ? null : marks.year.at(tokens, at + 1)
  if (relative?.value.unit === 'year') {
    const iso = shifted(context.published, relative.value)
    year = iso === null ? null : Number(iso)
    yearUnknown = iso === null
    isRelative = true
    at = relative.to
  } else if (yearMark !== null) {
    year = digits
    at = yearMark.to
  }
  const month = markedNumber(context, at, marks.month, 12)
  const afterMonth = month?.to ?? at
  const day = markedNumber(context, afterMonth, marks.day, 31)
  if (month === null) return loneDay(context, from, at, day)
  if (day !== null && isoDay(year ?? 2024, month.value, day.value) === null) return null
  return {
    year,
    month: month.value,
    day: day?.value ?? null,
    yearUnknown,
    isRelative,
    from,
    to: day?.to ?? month.to,
    start,
  }
}

/** 4日: that day of the month of publication, or of the month before when it is still to come. */
function loneDay(
  context: DateContext,
  from: number,
  at: number,
  day: { value: number; to: number } | null,
): WrittenDate | null {
  const { published, tokens } = context
  if (day === null || at !== from || published === null) return null
  const [year, month] = [yearOf(published), monthOf(published)]
  const isAhead = day.value > Number(published.slice(8))
  const index = year * 12 + month - 1 - (isAhead ? 1 : 0)
  const found = { year: Math.floor(index / 12), month: (index % 12) + 1, day: day.value }
  if (isoDay(found.year, found.month, found.day) === null) return null
  return {
    ...found,
    yearUnknown: false,
    isRelative: true,
    isDayOnly: true,
    from,
    to: day.to,
    start: tokens[from]?.start ?? 0,
  }
}

function markedNumber(
  context: DateContext,
  at: number,
  mark: { at: (tokens: DateContext['tokens'], from: number) => { to: number } | null },
  highest: number,
): { value: number; to: number } | null {
  const value = wholeAt(context, at, 1, highest)
  const found = value === null ? null : mark.at(context.tokens, at + 1)
  return value === null || found === null ? null : { value, to: found.to }
}

/** The written date as ISO, its year from the publication date where none is written. */
export function resolveWritten(context: DateContext, date: WrittenDate): When {
  const span = { from: date.from, to: date.to, start: date.start }
  if (date.yearUnknown) return { ...span, iso: null, isRelative: true }
  const { published } = context
  if (date.year !== null) return { ...span, iso: isoOf(date.year, date), isRelative: date.isRelative }
  if (published === null) return { ...span, iso: null, isRelative: true }
  const ahead = looksAhead(context, date.from, date.to) || isLimit(context, date.from)
  const { month, day } = date
  const year =
    day === null ? yearOfMonth(published, month, ahead) : nearestYear(published, { month, day, ahead })
  return { ...span, iso: year === null ? null : isoOf(year, date), isRelative: true }
}

/** "until 30 June" lies ahead. */
function isLimit(context: DateContext, from: number): boolean {
  const { tokens, dates } = context
  for (let at = Math.max(0, from - 4); at < from; at += 1) {
    const edge = dates.edges.before.at(tokens, at)
    if (edge?.value !== 'until') continue
    if (edge.to === from || dates.in.at(tokens, edge.to)?.to === from) return true
  }
  return false
}

function isoOf(year: number, date: WrittenDate): CalendarDate | string | null {
  return date.day === null ? isoMonth(year, date.month) : isoDay(year, date.month, date.day)
}
