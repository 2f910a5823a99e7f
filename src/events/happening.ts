import { addDays, daysBetween, parseCalendarDate } from '../core/time.ts'
import type { Described } from './describe-event.ts'
import { daysApart, type Statement } from './statement.ts'

/** Claims found to be of one event, with what was composed of them. */
export interface Happening {
  readonly id: string
  readonly statements: readonly Statement[]
  readonly described: Described
}

/** Fewest days between two happenings over all their claims; null where no claim of one is dated at all. */
export function happeningsApart(a: Happening, b: Happening): number | null {
  let fewest: number | null = null
  for (const x of a.statements)
    for (const y of b.statements) {
      const apart = daysApart(x.when, y.when)
      if (apart !== null && (fewest === null || apart < fewest)) fewest = apart
    }
  return fewest
}

/** Days from the first to the second by the days they name; null where one names no day. Negative: `b` is earlier. */
export function daysFromTo(a: Happening, b: Happening): number | null {
  const [x, y] = [firstDay(a), firstDay(b)]
  return x === null || y === null ? null : daysBetween(x, y)
}

function firstDay(happening: Happening): ReturnType<typeof parseCalendarDate> {
  const time = happening.described.time
  if (time === null) return null
  const start = time.split('/').find((end) => /^\d{4}-\d{2}-\d{2}/u.test(end))
  return start === undefined ? null : parseCalendarDate(start.slice(0, 10))
}

/** Days after which what a report tells is its background and not its news. */
export const storyDays = 45

/** Whether the event lies so far before the report that it is told as background there. */
export function isBackground(happening: Happening, report: string): boolean {
  const own = happening.statements.filter((statement) => statement.reading.id === report)
  return own.length > 0 && own.every(isPast)
}

function isPast(statement: Statement): boolean {
  const published = statement.reading.published
  const day = published === null ? null : parseCalendarDate(published.slice(0, 10))
  const { last, first, precision } = statement.when
  if (day === null || precision === 'window' || precision === 'unknown') return false
  const end = last ?? first
  // An open end (`2022/..`) is judged by its beginning: the sanctions of 2022 are no news of 2025.
  return end !== null && end < addDays(day, -storyDays)
}
