import { addDays, type CalendarDate, dayNumber, fromDayNumber } from '../../core/time.ts'
import { isoDay, nearestWeekday } from './calendar-days.ts'

/**
 * How a holiday is dated, as `dates.yaml` writes it: `12-25` a day of the year; `05/0/2` the second Sunday of May
 * (`-1` the last); `easter-2`, `orthodox+49` days from a Western or Orthodox Easter; `islamic-umalqura 10-01` a day,
 * `islamic-umalqura 09` a month of another calendar, as ICU computes it: what a country announces may differ by a
 * day. Throws a RangeError on anything else.
 */
export type HolidayRule = (year: number) => string | null

export function holidayRule(key: string): HolidayRule {
  const fixed = /^(\d{2})-(\d{2})$/.exec(key)
  if (fixed !== null) return (year) => isoDay(year, Number(fixed[1]), Number(fixed[2]))
  const nth = /^(\d{2})\/([0-6])\/(-?[1-5])$/.exec(key)
  if (nth !== null) return (year) => nthWeekday([year, Number(nth[1])], Number(nth[2]), Number(nth[3]))
  const easter = /^(easter|orthodox)([+-]\d+)?$/.exec(key)
  if (easter !== null) {
    const dayOf = easter[1] === 'easter' ? westernEaster : orthodoxEaster
    return (year) => addDays(dayOf(year), Number(easter[2] ?? 0))
  }
  const other = /^([a-z-]+) (\d{2})(?:-(\d{2}))?$/.exec(key)
  if (other === null) throw new RangeError(`not a rule of a holiday in dates.yaml: ${key}`)
  const [, calendar = '', month = '', day] = other
  return (year) => inOtherCalendar(calendar, year, [Number(month), day === undefined ? null : Number(day)])
}

/** The nth weekday (0 Sunday) of a month, from the end where `n` is negative; null where there is none. */
export function nthWeekday(
  [year, month]: readonly [year: number, month: number],
  weekday: number,
  n: number,
): CalendarDate | null {
  const [first, next] = [isoDay(year, month, 1), isoDay(month === 12 ? year + 1 : year, (month % 12) + 1, 1)]
  if (first === null || next === null) return null
  const day =
    n > 0
      ? addDays(nearestWeekday(addDays(first, -1), weekday, true), 7 * (n - 1))
      : addDays(nearestWeekday(addDays(next, -1), weekday, false), 7 * (n + 1))
  return day >= first && day < next ? day : null
}

/** Sunday after the full moon on or after 21 March: the anonymous Gregorian algorithm (Meeus, 1991). */
export function westernEaster(year: number): CalendarDate {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1)
}

/** By the Julian calendar (Meeus, 1991), as a Gregorian day; right from 1900 to 2099. */
export function orthodoxEaster(year: number): CalendarDate {
  const [a, b, c] = [year % 4, year % 7, year % 19]
  const d = (19 * c + 15) % 30
  const e = (2 * a + 4 * b - d + 34) % 7
  const sum = d + e + 114
  return addDays(dayOf(year, Math.floor(sum / 31), (sum % 31) + 1), 13)
}

function dayOf(year: number, month: number, day: number): CalendarDate {
  return fromDayNumber(Math.round(Date.UTC(year, month - 1, day) / 86_400_000))
}

/** Month and day of every day of a Gregorian year in another calendar, computed once. */
const years = new Map<string, readonly (readonly [month: number, day: number])[]>()

function inOtherCalendar(
  calendar: string,
  year: number,
  [month, day]: readonly [month: number, day: number | null],
): string | null {
  const key = `${calendar} ${year}`
  const start = dayNumber(dayOf(year, 1, 1))
  let days = years.get(key)
  if (days === undefined) {
    const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    })
    days = Array.from({ length: 366 }, (_, at) => {
      const parts = format.formatToParts(new Date((start + at) * 86_400_000))
      const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value)
      return [part('month'), part('day')] as const
    })
    years.set(key, days)
  }
  const at = days.findIndex((one) => one[0] === month && one[1] === (day ?? 1))
  if (at < 0) return null
  const first = fromDayNumber(start + at)
  if (day !== null) return first
  // A month of the moon has 29 or 30 days.
  const length = days[at + 29]?.[0] === month ? 30 : 29
  return `${first}/${addDays(first, length - 1)}`
}
