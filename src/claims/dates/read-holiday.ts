import { type CalendarDate, dayNumber } from '../../core/time.ts'
import { yearOf } from './calendar-days.ts'
import type { DateContext, When } from './date-context.ts'
import { looksAhead } from './future.ts'
import type { HolidayRule } from './holiday-days.ts'
import { readYear } from './read-year.ts'

/** "Christmas", "Easter 2027", "next Ramadan": with its year, or the nearest in news and the next in a command. */
export function readHoliday(context: DateContext, from: number): When | null {
  const { tokens, dates, published } = context
  const lead = dates.shifts.before.at(tokens, from)
  const name = dates.holidays.at(tokens, lead?.to ?? from)
  if (name === null) return null
  const year = readYear(context, name.to)
  const tail = lead === null && year === null ? dates.shifts.after.at(tokens, name.to) : null
  const span = { from, to: year?.to ?? tail?.to ?? name.to, start: lead?.start ?? name.start }
  if (year !== null)
    return { iso: year.year === null ? null : name.value(year.year), isRelative: year.isRelative, ...span }
  if (published === null) return { iso: null, isRelative: true, ...span }
  const shift = lead?.value ?? tail?.value ?? 0
  const ahead = context.manner === 'command' || looksAhead(context, from, span.to)
  return { iso: holidayNear(name.value, published, { shift, ahead }), isRelative: true, ...span }
}

/** `shift`: the next or the last, not counting a holiday that lasts. */
function holidayNear(
  rule: HolidayRule,
  published: CalendarDate,
  { shift, ahead }: { shift: number; ahead: boolean },
): string | null {
  const year = yearOf(published)
  const days = [year - 1, year, year + 1].flatMap((one) => rule(one) ?? [])
  const first = (iso: string): CalendarDate => iso.slice(0, 10) as CalendarDate
  const last = (iso: string): CalendarDate => iso.slice(-10) as CalendarDate
  if (shift > 0 || (shift === 0 && ahead)) return days.find((iso) => last(iso) >= published) ?? null
  if (shift < 0) return days.findLast((iso) => last(iso) < published) ?? null
  const distance = (iso: string): number => Math.abs(dayNumber(first(iso)) - dayNumber(published))
  return days.reduce<string | null>(
    (best, iso) => (best === null || distance(iso) < distance(best) ? iso : best),
    null,
  )
}
