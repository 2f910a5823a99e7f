import { type CalendarDate, calendarDate } from '../core/time.ts'

/** The day by the clock of this machine, in UTC. `CORRIDOR_TODAY` sets it, for runs that must repeat. */
export function today(environment: Readonly<Record<string, string | undefined>> = process.env): CalendarDate {
  const set = environment.CORRIDOR_TODAY
  return calendarDate(set ?? new Date().toISOString().slice(0, 10))
}
