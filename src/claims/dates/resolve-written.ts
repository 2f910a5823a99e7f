import { type CalendarDate, parseCalendarDate, weekdayOf } from '../../core/time.ts'
import { isoDay, isoMonth, yearOf } from './calendar-days.ts'
import type { DateContext, When } from './date-context.ts'
import { isLimit, looksAhead } from './future.ts'
import { nearestYear, yearOfMonth } from './nearest-year.ts'
import type { WrittenDate } from './written-date.ts'

/** The written date as ISO, its year from the publication date where none is written. */
export function resolveWritten(context: DateContext, date: WrittenDate): When {
  const span = { from: date.from, to: date.to, start: date.start }
  if (date.yearUnknown) return { iso: null, isRelative: true, ...span }
  const { published } = context
  if (date.year !== null) return { iso: isoOf(date.year, date), isRelative: date.isRelative, ...span }
  if (published === null) return { iso: null, isRelative: true, ...span }
  const isPast = isSincePast(context, date.from)
  const ahead =
    context.manner === 'command' ||
    (looksAhead(context, date.from, date.to) && !isPast) ||
    isLimit(context, date.from, date.to)
  const { month, day } = date
  const year =
    day === null
      ? yearOfMonth(published, month, ahead)
      : context.manner === 'command'
        ? nextYear(published, month, day)
        : nearestYear(published, { month, day, ahead })
  const iso = year === null ? null : isoOf(year, date)
  return {
    iso,
    isRelative: true,
    ...span,
    ...(day === null && !ahead && !isPast && { bare: 'month' as const }),
  }
}

/** "shut since 11 February, will not restart": what the sentence tells of days to come does not move that day. */
function isSincePast({ tokens, dates }: DateContext, from: number): boolean {
  return [tokens[from - 1], tokens[from - 2]].some(
    (word) => word !== undefined && dates.sincePast.has(word.fold),
  )
}

function isoOf(year: number, date: WrittenDate): CalendarDate | string | null {
  return date.day === null ? isoMonth(year, date.month) : isoDay(year, date.month, date.day)
}

/** The year in which the day next comes round, today included. */
function nextYear(published: CalendarDate, month: number, day: number): number | null {
  const year = yearOf(published)
  return (
    [year, year + 1, year + 2, year + 3, year + 4].find(
      (one) => (isoDay(one, month, day) ?? '') >= published,
    ) ?? null
  )
}

/** As `resolveWritten`, in the year in which the day falls on that weekday, where a year near has it so. */
export function resolveOnWeekday(context: DateContext, date: WrittenDate, weekday: number): When {
  const found = resolveWritten(context, date)
  const { published } = context
  const day = found.iso === null ? null : parseCalendarDate(found.iso)
  if (published === null || date.year !== null || date.day === null || day === null) return found
  if (weekdayOf(day) === weekday) return found
  for (const by of [0, 1, -1]) {
    const other = isoDay(yearOf(published) + by, date.month, date.day)
    if (other !== null && weekdayOf(other) === weekday) return { ...found, iso: other }
  }
  return found
}
