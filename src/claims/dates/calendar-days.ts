import {
  addDays,
  type CalendarDate,
  calendarDate,
  MONDAY,
  parseCalendarDate,
  weekdayOf,
} from '../../core/time.ts'

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

/** Months of the calendar from one day or month to another, whatever their days. */
export const monthsBetween = (from: string, to: string): number =>
  12 * (yearOf(to) - yearOf(from)) + monthOf(to) - monthOf(from)

/** First and last month of a quarter (1 to 4) as an interval. */
export function isoQuarter(year: number, quarter: number): string {
  return `${isoMonth(year, quarter * 3 - 2)}/${isoMonth(year, quarter * 3)}`
}

/** Monday of a week of a year as ISO 8601 counts them: the first is the one with 4 January; null past the last. */
export function mondayOfWeek(year: number, week: number): CalendarDate | null {
  const first = isoDay(year, 1, 4)
  const next = isoDay(year + 1, 1, 4)
  if (first === null || next === null || week < 1) return null
  const monday = addDays(nearestWeekday(first, MONDAY, false), 7 * (week - 1))
  return monday < nearestWeekday(next, MONDAY, false) ? monday : null
}

/** The nearest day of that weekday: not after `date`, or after it when `ahead`. */
export function nearestWeekday(date: CalendarDate, weekday: number, ahead: boolean): CalendarDate {
  const back = (((weekdayOf(date) - weekday) % 7) + 7) % 7
  return ahead ? addDays(date, 7 - back) : addDays(date, -back)
}

/** Last day of an ISO month. */
export function lastDayOfMonth(year: number, month: number): CalendarDate {
  const next = shiftMonth(year, month, 1)
  return addDays(calendarDate(`${next}-01`), -1)
}

/** The same day or month of an ISO date so many years on. */
export const inYear = (iso: string, by: number): string => `${Number(iso.slice(0, 4)) + by}${iso.slice(4)}`
