/** A calendar day, `YYYY-MM-DD`, without a time zone. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' }

const DAY_MS = 86_400_000

/** The day, or null where the text is not `YYYY-MM-DD` or names a day that does not exist (2025-02-30). */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const instant = new Date(Date.UTC(year, month - 1, day))
  const isReal =
    instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day
  return isReal ? (text as CalendarDate) : null
}

/** The day, for text that the program wrote itself. Throws a RangeError on anything else. */
export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  if (date === null) throw new RangeError(`not a calendar date: ${text}`)
  return date
}

/** Whole days since 1970-01-01. */
export function dayNumber(date: CalendarDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
}

export function fromDayNumber(day: number): CalendarDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as CalendarDate
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** 0 for January to 11 for December. */
export function monthIndex(date: CalendarDate): number {
  return Number(date.slice(5, 7)) - 1
}

/** 0 Sunday to 6 Saturday. 1970-01-01 was a Thursday. */
export function weekdayOf(date: CalendarDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7
}
export const MONDAY = 1

/** First and last calendar day of an ISO day, month, year or `a/b` interval; null for an open end. */
export function isoBounds(iso: string): { first: CalendarDate | null; last: CalendarDate | null } | null {
  const slash = iso.indexOf('/')
  if (slash >= 0) {
    const [a, b] = [iso.slice(0, slash), iso.slice(slash + 1)]
    const first = a === '..' || a === '' ? null : (isoBounds(a)?.first ?? undefined)
    const last = b === '..' || b === '' ? null : (isoBounds(b)?.last ?? undefined)
    return first === undefined || last === undefined ? null : { first, last }
  }
  const day = parseCalendarDate(iso.slice(0, 10))
  if (day !== null) return { first: day, last: day }
  const month = /^(\d{4})-(\d{2})$/.exec(iso)
  if (month) {
    const first = parseCalendarDate(`${iso}-01`)
    if (first === null) return null
    const next = new Date(Date.UTC(Number(month[1]), Number(month[2]), 1))
    return { first, last: addDays(calendarDate(next.toISOString().slice(0, 10)), -1) }
  }
  if (/^\d{4}$/.test(iso)) return { first: calendarDate(`${iso}-01-01`), last: calendarDate(`${iso}-12-31`) }
  return null
}
