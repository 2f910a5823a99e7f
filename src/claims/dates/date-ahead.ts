import { addDays, parseCalendarDate } from '../../core/time.ts'
import type { Claim, DateMention } from '../claim.ts'
import { monthsBetween } from './calendar-days.ts'
import type { FoundDate } from './date-context.ts'

const DAY = /^(\.\.\/)?(\d{4}-\d{2}-\d{2})(\/\.\.)?$/u
const MONTH = /^(\.\.\/)?(\d{4})-(\d{2})(\/\.\.)?$/u
const DAYS = /^(\d{4})(-\d{2}-\d{2})\/(\d{4})(-\d{2}-\d{2})$/u
const MONTHS = /^(\d{4}-\d{2})\/(\d{4}-\d{2})$/u

/** Months by which the last month of a name is not farther than the next. */
const NEARER = 6

/**
 * What a weekday, a month, two months or a range of days without a year mean where they tell what is to come: the next weekday,
 * the next month of that name where it is nearer than the last or something goes on from it, with the end that it leaves open, and the days of next year
 * where they are over. What is of today, or to come already, stays.
 */
export function isoAhead(date: FoundDate, published: string | null): string | null {
  if (published === null || date.iso === null) return date.iso
  if (date.bare === 'weekday' || date.bare === 'this weekday') return weekdayAhead(date.iso, published)
  if (date.bare === 'days') return daysAhead(date.iso, published)
  return date.bare === 'month' ? monthAhead(date.iso, published) : date.iso
}

/** "Met *this Friday*", told on a Monday: of what has been, the last day of that name. */
export function isoBehind(date: FoundDate, published: string | null): string | null {
  const read = date.bare === 'this weekday' && date.iso !== null ? parseCalendarDate(date.iso) : null
  return read !== null && published !== null && read > published ? addDays(read, -7) : date.iso
}

function weekdayAhead(iso: string, published: string): string {
  const [, before = '', day = '', after = ''] = DAY.exec(iso) ?? []
  const read = parseCalendarDate(day)
  return read === null || day >= published ? iso : `${before}${addDays(read, 7)}${after}`
}

/** "will be shut from 3 to 12 September", told in November. */
function daysAhead(iso: string, published: string): string {
  const [, year, first, lastYear, last] = DAYS.exec(iso) ?? []
  if (first === undefined || last === undefined || `${lastYear}${last}` >= published) return iso
  return `${Number(year) + 1}${first}/${Number(lastYear) + 1}${last}`
}

function monthAhead(iso: string, published: string): string {
  const [, first, last] = MONTHS.exec(iso) ?? []
  if (first !== undefined && last !== undefined) {
    const end = monthAhead(last, published)
    return end === last ? iso : `${Number(first.slice(0, 4)) + 1}${first.slice(4)}/${end}`
  }
  const [, before = '', year = '', month = '', after = ''] = MONTH.exec(iso) ?? []
  const passed = monthsBetween(`${year}-${month}`, published)
  // What begins "from January" on is still to come; what is told of "January" may be of the last one.
  const most = after === '' ? NEARER : 0
  return month === '' || passed <= most ? iso : `${before}${Number(year) + 1}-${month}${after}`
}

/** The dates as their claims take them: a weekday, a month or days without a year by which a claim tells what is to come lies ahead. */
export function withDatesAhead(
  dates: readonly FoundDate[],
  claims: readonly Pick<Claim, 'span' | 'time'>[],
  published: string | null,
): DateMention[] {
  return dates.map((date) => {
    if (date.bare === undefined) return date
    const taken = [isoAhead(date, published), isoBehind(date, published)].find((one) =>
      claims.some(({ span, time }) => time === one && span[0] <= date.start && span[1] >= date.end),
    )
    const { surface, start, end, iso, is_relative } = date
    return { surface, start, end, iso: taken ?? iso, is_relative }
  })
}
