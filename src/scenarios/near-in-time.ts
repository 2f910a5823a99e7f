import { type CalendarDate, daysBetween } from '../core/time.ts'

/** Days within which two events can tell one happening, and after which what a report tells is its background. */
export const STORY_DAYS = 45

/** Whether two days lie no further apart than this; a day that nobody tells lies near any. */
export function areNear(a: CalendarDate | null, b: CalendarDate | null, days = STORY_DAYS): boolean {
  return a === null || b === null || Math.abs(daysBetween(a, b)) <= days
}
