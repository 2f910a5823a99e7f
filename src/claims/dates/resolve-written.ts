import type { CalendarDate } from '../../core/time.ts'
import { type DateContext, isoDay, isoMonth, nearestYear, type When, yearOfMonth } from './date-context.ts'
import { looksAhead } from './future.ts'
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
