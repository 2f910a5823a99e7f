import { addDays, type CalendarDate, calendarDate, dayNumber, parseCalendarDate } from '../../core/time.ts'
import type { ReadNumber } from '../quantities/number-end.ts'
import type { NumberContext } from '../quantities/number-steps.ts'
import type { ReadToken } from '../quantities/phrases.ts'
import { readNumber } from '../quantities/read-number.ts'
import type { DateLexicon, Shift, Unit } from './date-lexicon.ts'

/**
 * News tells what was: a day or month named alone is the last one, and a word that may be another word needs a
 * preposition. A command ("on Friday", "in October") is about what will be, and is about time altogether.
 */
export type DateManner = 'news' | 'command'

export interface DateOptions {
  /** The tokens of the text, where they have been read already. */
  readonly tokens?: readonly ReadToken[]
  readonly manner?: DateManner
}

export interface DateContext extends NumberContext {
  readonly dates: DateLexicon
  readonly published: CalendarDate | null
  readonly manner: DateManner
  readonly sentences: readonly number[]
  /** Numbers by the token at which they begin, as far as they have been asked for. */
  readonly numbers: Map<number, ReadNumber | null>
  /** Plain expressions by the token at which they begin, as far as they have been asked for. */
  readonly plain: Map<number, When | null>
  /** The last day that the text named before here, for "the day before". */
  lastDay: CalendarDate | null
  /** The first day of what the text last named, for "of the same month". */
  lastMonth: CalendarDate | null
}

/** A stretch of tokens that says when. */
export interface When {
  /** ISO day, month, year or closed interval; null where the publication date is needed and not known. */
  readonly iso: string | null
  readonly isRelative: boolean
  readonly from: number
  /** Index after the last token. */
  readonly to: number
  /** UTF-16 offset of the first character. */
  readonly start: number
}

/** As `readNumber`, each number of a text read once. */
export function numberAt(context: DateContext, at: number): ReadNumber | null {
  const known = context.numbers.get(at)
  if (known !== undefined) return known
  const token = context.tokens[at]
  const found =
    token !== undefined && context.dates.numberStarts.mayStart(token) ? readNumber(context, at) : null
  context.numbers.set(at, found)
  return found
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** Null where there is no such day. */
export function isoDay(year: number, month: number, day: number): CalendarDate | null {
  return parseCalendarDate(`${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`)
}

export const isoMonth = (year: number, month: number): string =>
  `${String(year).padStart(4, '0')}-${pad(month)}`

/** `year-month` moved by whole months. */
export function shiftMonth(year: number, month: number, by: number): string {
  const index = year * 12 + month - 1 + by
  return isoMonth(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1)
}

export const yearOf = (date: string): number => Number(date.slice(0, 4))
export const monthOf = (date: string): number => Number(date.slice(5, 7))

/** First and last month of a quarter (1 to 4) as an interval. */
export function isoQuarter(year: number, quarter: number): string {
  return `${isoMonth(year, quarter * 3 - 2)}/${isoMonth(year, quarter * 3)}`
}

/** 0 Sunday to 6 Saturday. 1970-01-01 was a Thursday. */
export function weekdayOf(date: CalendarDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7
}

/** The nearest day of that weekday: not after `date`, or after it when `ahead`. */
export function nearestWeekday(date: CalendarDate, weekday: number, ahead: boolean): CalendarDate {
  const back = (((weekdayOf(date) - weekday) % 7) + 7) % 7
  return ahead ? addDays(date, 7 - back) : addDays(date, -back)
}

/** News looks back: a day to come must be this many times nearer than the same day passed. */
const backwards = 3

/**
 * The year that puts this day of the year nearest to `published`; days to come count `backwards` times as far
 * unless the sentence looks ahead. Null where no year near has that day.
 */
export function nearestYear(
  published: CalendarDate,
  { month, day, ahead }: { month: number; day: number; ahead: boolean },
): number | null {
  const year = yearOf(published)
  let best: { year: number; distance: number } | null = null
  for (const candidate of [year, year - 1, year + 1]) {
    const date = isoDay(candidate, month, day)
    if (date === null) continue
    const days = dayNumber(date) - dayNumber(published)
    const distance = days > 0 && !ahead ? days * backwards : Math.abs(days)
    if (best === null || distance < best.distance) best = { year: candidate, distance }
  }
  return best?.year ?? null
}

/**
 * The year of a month that is named alone: the last such month, or the next when the sentence looks ahead. The
 * month after publication is meant as such: eleven months back one would say "last".
 */
export function yearOfMonth(published: CalendarDate, month: number, ahead: boolean): number {
  const [year, now] = [yearOf(published), monthOf(published)]
  if (ahead || month === (now % 12) + 1) return month < now ? year + 1 : year
  return month > now ? year - 1 : year
}

/** The ISO period that lies `by` units from the publication date; null when that is unknown. */
export function shifted(published: CalendarDate | null, shift: Shift): string | null {
  if (published === null) return null
  const [year, month] = [yearOf(published), monthOf(published)]
  switch (shift.unit) {
    case 'day':
      return addDays(published, shift.by)
    case 'night':
      return `${addDays(published, shift.by - 1)}/${addDays(published, shift.by)}`
    case 'week': {
      const monday = addDays(nearestWeekday(published, 1, false), shift.by * 7)
      return `${monday}/${addDays(monday, 6)}`
    }
    case 'weekend': {
      const saturday = addDays(
        nearestWeekday(published, 6, false),
        (shift.by < 0 ? shift.by + 1 : shift.by) * 7,
      )
      return `${saturday}/${addDays(saturday, 1)}`
    }
    case 'month':
      return shiftMonth(year, month, shift.by)
    case 'quarter': {
      const index = year * 4 + Math.floor((month - 1) / 3) + shift.by
      return isoQuarter(Math.floor(index / 4), (((index % 4) + 4) % 4) + 1)
    }
    case 'year':
      return String(year + shift.by).padStart(4, '0')
  }
}

/** A count of units before the publication date, as exact as the unit: three days ago, two years ago. */
export function unitsAgo(published: CalendarDate | null, unit: Unit, count: number): string | null {
  if (published === null || count > 400) return null
  if (unit === 'week') return addDays(published, -7 * count)
  return shifted(published, { unit, by: -count })
}

/** Last day of an ISO month. */
export function lastDayOfMonth(year: number, month: number): CalendarDate {
  const next = shiftMonth(year, month, 1)
  return addDays(calendarDate(`${next}-01`), -1)
}

export const spanOf = (context: DateContext, from: number, to: number) => ({
  from,
  to,
  start: context.tokens[from]?.start ?? 0,
})
