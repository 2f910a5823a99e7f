import type { CalendarDate } from '../../core/time.ts'
import { type DateContext, isoDay, isoMonth, nearestYear, type When, yearOfMonth } from './date-context.ts'
import { isLimit, looksAhead } from './future.ts'
import type { WrittenDate } from './written-date.ts'

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

function isoOf(year: number, date: WrittenDate): CalendarDate | string | null {
  return date.day === null ? isoMonth(year, date.month) : isoDay(year, date.month, date.day)
}
