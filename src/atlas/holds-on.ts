import type { CalendarDate } from '../core/time.ts'

/** Whether a dated row holds on the day; an empty bound is open. */
export function holdsOn(
  row: { valid_from: string | null; valid_to: string | null },
  date: CalendarDate,
): boolean {
  return (
    (row.valid_from === null || row.valid_from === '' || row.valid_from <= date) &&
    (row.valid_to === null || date <= row.valid_to)
  )
}
