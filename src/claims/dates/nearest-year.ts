import { type CalendarDate, dayNumber } from '../../core/time.ts'
import { isoDay, monthOf, yearOf } from './calendar-days.ts'

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
