import { readWhole } from '../quantities/read-whole.ts'
import { isoDay, monthOf, yearOf } from './calendar-days.ts'
import type { DateContext } from './date-context.ts'
import { type NumberedPlace, readOrdinal } from './read-ordinal.ts'
import { afterSuffix, firstYear, isGlued, lastYear, readYear, wholeAt, yearDigits } from './read-year.ts'
import type { WrittenDate } from './written-date.ts'

/** 2026-05-14, 13/3/2025, 12.11.2025; in a command also 15.2., 21/09 and 3/2026. */
export function readNumericDate(context: DateContext, from: number): WrittenDate | null {
  const full = readFullDate(context, from)
  return full === null && context.manner === 'command' ? readShortDate(context, from) : full
}

/** 15.2., 21/09: day and month; 3/2026: month and year. */
function readShortDate(context: DateContext, from: number): WrittenDate | null {
  const { tokens } = context
  const [a, mark, b] = [wholeAt(context, from, 1, 31), tokens[from + 1], tokens[from + 2]]
  if (a === null || mark === undefined || mark.spaced || b?.kind !== 'digits' || b.spaced) return null
  if (!/^[./-]$/u.test(mark.fold) || isGlued(context, from)) return null
  const stop = tokens[from + 3]?.fold === mark.fold && tokens[from + 3]?.spaced === false
  const span = { from, to: stop ? from + 4 : from + 3, start: tokens[from]?.start ?? 0, yearUnknown: false }
  const year = wholeAt(context, from + 2, firstYear, lastYear)
  if (year !== null && mark.fold !== '-' && a <= 12)
    return { year, month: a, day: null, isRelative: false, ...span }
  const other = wholeAt(context, from + 2, 1, 31)
  if (other === null) return null
  const isDayFirst = mark.fold === '.' || context.dayFirst ? other <= 12 : a > 12
  const [day, month] = isDayFirst ? [a, other] : [other, a]
  return isoDay(2024, month, day) === null ? null : { year: null, month, day, isRelative: true, ...span }
}

function readFullDate(context: DateContext, from: number): WrittenDate | null {
  const { tokens } = context
  const parts = [tokens[from], tokens[from + 1], tokens[from + 2], tokens[from + 3], tokens[from + 4]]
  const [a, mark, b, second, c] = parts
  if (a?.kind !== 'digits' || b?.kind !== 'digits' || c?.kind !== 'digits') return null
  if (mark === undefined || mark.fold !== second?.fold || !/^[-./]$/u.test(mark.fold)) return null
  if (parts.slice(1).some((token) => token?.spaced)) return null
  const before = tokens[from - 1]
  if (before !== undefined && !a.spaced && /^[-./]$/u.test(before.fold)) return null
  const numbers = [Number(a.fold), Number(b.fold), Number(c.fold)] as const
  const ordered = orderNumeric(numbers, [a.fold.length, c.fold.length], context.dayFirst)
  if (ordered === null || isoDay(ordered.year, ordered.month, ordered.day) === null) return null
  return { yearUnknown: false, isRelative: false, from, to: from + 5, start: a.start, ...ordered }
}

function orderNumeric(
  [a, b, c]: readonly [number, number, number],
  [lengthA, lengthC]: readonly [number, number],
  dayFirst: boolean,
): { year: number; month: number; day: number } | null {
  if (lengthA === 4) return a >= firstYear && a <= lastYear ? { year: a, month: b, day: c } : null
  if (lengthC !== 4 && lengthC !== 2) return null
  // 31.10.74 is of 1974; energy is planned until the sixties of this century.
  const year = lengthC === 4 ? c : c < 60 ? 2000 + c : 1900 + c
  if (year < firstYear || year > lastYear) return null
  const isDayFirst = dayFirst ? b <= 12 : a > 12
  return isDayFirst ? { year, month: b, day: a } : { year, month: a, day: b }
}

/** 14 May 2026, May 14, May 2026, 30 أيار/مايو 2025, 3. Juni, 9 de enero. */
export function readNamedDate(context: DateContext, from: number): WrittenDate | null {
  return readAfterYear(context, from) ?? readDayAndMonthName(context, from)
}

/** "2023 жылғы 12 қараша", "2025 yılının Mayıs ayı": the year with its word before day and month. */
function readAfterYear(context: DateContext, from: number): WrittenDate | null {
  const { tokens, dates } = context
  const year = dates.marks === null ? yearDigits(context, from) : null
  const behind = from + 1
  const word =
    year === null ? null : (dates.yearWords.at(tokens, behind) ?? dates.yearLinks.at(tokens, behind))
  if (word === null) return null
  const date = readDayAndMonthName(context, word.to, year)
  return date === null ? null : { ...date, from, start: tokens[from]?.start ?? 0 }
}

/** Day and month, with the year behind them where none is given from before. */
function readDayAndMonthName(
  context: DateContext,
  from: number,
  yearBefore: number | null = null,
): WrittenDate | null {
  const { tokens } = context
  const numbered = dayAt(context, from)
  if (numbered !== null) {
    const { value: day, start } = numbered
    const month = readMonth(context, afterDay(context, numbered.to))
    if (month !== null)
      return withYear(context, { from, start, day, month: month.value, to: month.to, yearBefore })
    const same = context.dates.sameMonth.at(tokens, numbered.to)
    if (same !== null && context.lastMonth !== null) {
      const [year, number] = [yearOf(context.lastMonth), monthOf(context.lastMonth)]
      if (isoDay(year, number, day) === null) return null
      return { year, month: number, day, yearUnknown: false, isRelative: false, from, to: same.to, start }
    }
    if (tokens[from]?.kind === 'digits') return null
  }
  const month = readMonth(context, from)
  if (month === null) return null
  const day = dayAfterMonth(context, month.to)
  if (day === null && followsDay(context, from)) return null
  const { value, to } = day ?? { value: null, to: month.to }
  return withYear(context, { from, start: month.start, day: value, month: month.value, to, yearBefore })
}

/** A day of the month in digits or words: 14, 14th, fourteenth, двадцать четвёртого, τρεις. */
function dayAt(context: DateContext, at: number): NumberedPlace | null {
  const figure = wholeAt(context, at, 1, 31)
  if (figure !== null)
    return isGlued(context, at)
      ? null
      : { value: figure, to: afterSuffix(context, at + 1), start: context.tokens[at]?.start ?? 0 }
  const ordinal = readOrdinal(context, at)
  if (ordinal !== null) return ordinal.value <= 31 ? ordinal : null
  if (!context.dayFirst || context.tokens[at]?.kind !== 'word') return null
  const number = readWhole(context, at)
  if (number === null || number.hasDigits || !Number.isInteger(number.value)) return null
  return number.value < 1 || number.value > 31
    ? null
    : { value: number.value, to: number.next, start: number.start }
}

/** May 14, May 14th, May the fourteenth. */
function dayAfterMonth(context: DateContext, at: number): { value: number; to: number } | null {
  const figure = wholeAt(context, at, 1, 31)
  if (figure !== null)
    return isDayAfterMonth(context, at) ? { value: figure, to: afterSuffix(context, at + 1) } : null
  if (context.dayFirst) return null
  return readOrdinal(context, context.dates.fillers.at(context.tokens, at)?.to ?? at)
}

/** The 30 of "30 February": the month alone is not what was meant. */
function followsDay(context: DateContext, from: number): boolean {
  for (const at of [from - 1, from - 2]) {
    if (wholeAt(context, at, 1, 99) === null || isGlued(context, at)) continue
    if (afterDay(context, at + 1) === from) return true
  }
  return false
}

function afterDay(context: DateContext, at: number): number {
  const next = afterSuffix(context, at)
  return context.dates.fillers.at(context.tokens, next)?.to ?? next
}

/** In "May 14" the figure is a day; in "May 14 million" or "May 1.5" it is not. */
function isDayAfterMonth(context: DateContext, at: number): boolean {
  const next = context.tokens[at + 1]
  if (next === undefined) return true
  // "en agosto 18 cargamentos": where the day stands before the month, a figure behind it counts something.
  const counts = context.dayFirst && context.manner === 'news'
  if (counts && next.kind === 'word' && readYear(context, at + 1) === null) return false
  if (next.kind === 'symbol' && !next.spaced && /^[.%/:°]$/u.test(next.fold))
    return next.fold === '.' && context.tokens[at + 2]?.kind !== 'digits'
  if (next.fold === ',' && !next.spaced && context.tokens[at + 2]?.spaced === false) return false
  return context.lexicon.items.at(context.tokens, at + 1)?.value.kind !== 'scale'
}

/** A month name, or two of the same month, one beside the other or with a stroke between them. */
export function readMonth(
  context: DateContext,
  from: number,
): { value: number; to: number; start: number } | null {
  const { tokens, dates } = context
  const match = dates.names.months.at(tokens, from)
  if (match === null) return numberedMonth(context, from)
  const token = tokens[from]
  const minds = dates.capitalMonths && context.manner === 'news'
  if (minds && token !== undefined && !/^\p{Lu}/u.test(token.text)) return null
  let to = afterAbbreviation(context, match.to)
  const second = dates.names.months.at(tokens, to)
  if (second?.value === match.value && tokens[to]?.fold !== token?.fold) to = second.to
  else if (tokens[to]?.fold === '/') {
    const twin = dates.names.months.at(tokens, to + 1)
    if (twin?.value === match.value) to = twin.to
  } else if (tokens[to]?.fold === '(') {
    const twin = dates.names.months.at(tokens, to + 1)
    if (twin?.value === match.value && tokens[twin.to]?.fold === ')') to = twin.to + 1
  }
  return { value: match.value, to, start: match.start }
}

/** شهر 3, شهر عشرة: a month by its number. */
function numberedMonth(
  context: DateContext,
  from: number,
): { value: number; to: number; start: number } | null {
  const word = context.dates.monthWords.at(context.tokens, from)
  if (word === null) return null
  const number = readOrdinal(context, word.to) ?? wordedMonth(context, word.to)
  return number === null || number.value > 12 ? null : { ...number, start: word.start }
}

function wordedMonth(context: DateContext, at: number): NumberedPlace | null {
  const number = readWhole(context, at)
  if (number === null || !Number.isInteger(number.value) || number.value < 1) return null
  return { value: number.value, to: number.next, start: number.start }
}

/** The stop of "Feb. 17" belongs to the month. */
function afterAbbreviation(context: DateContext, at: number): number {
  const [name, stop, next] = [context.tokens[at - 1], context.tokens[at], context.tokens[at + 1]]
  if (stop?.fold !== '.' || stop.spaced || name === undefined || name.text.length > longestShortMonth)
    return at
  return next?.kind === 'digits' && next.spaced ? at + 1 : at
}

const longestShortMonth = 5

function withYear(
  context: DateContext,
  read: {
    from: number
    start: number
    day: number | null
    month: number
    to: number
    yearBefore: number | null
  },
): WrittenDate | null {
  const { yearBefore } = read
  const year =
    yearBefore === null ? readYear(context, read.to) : { year: yearBefore, to: read.to, isRelative: false }
  // A leap year, so that 29 February stands until the year is known.
  if (read.day !== null && isoDay(year?.year ?? 2024, read.month, read.day) === null) return null
  return {
    year: year?.year ?? null,
    month: read.month,
    day: read.day,
    yearUnknown: year !== null && year.year === null,
    isRelative: year?.isRelative ?? false,
    from: read.from,
    to: year?.to ?? read.to,
    start: read.start,
  }
}
