import { addDays, isoBounds } from '../../core/time.ts'
import { nearestWeekday } from './calendar-days.ts'
import type { DateContext, When } from './date-context.ts'
import { readNamedDate, readNumericDate } from './read-day.ts'
import { resolveWritten } from './resolve-written.ts'
import { shifted } from './shifted.ts'

/** "Tuesday of next week", вторник на следующей неделе, أحد الأسبوع الماضي. */
export function readDayOfWeek(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const { weekdays, shortWeekdays } = dates.names
  const weekday = weekdays.at(tokens, from) ?? shortWeekdays.at(tokens, from)
  if (weekday === null) return null
  const joint = dates.fillers.at(tokens, weekday.to) ?? dates.in.at(tokens, weekday.to)
  const begin = joint?.to ?? weekday.to
  const week = dates.relative.at(tokens, begin) ?? dates.relative.at(tokens, weekday.to)
  if (week?.value.unit !== 'week') return null
  const monday = shifted(context.published, week.value)?.slice(0, 10) ?? null
  const iso =
    monday === null ? null : addDays(monday as Parameters<typeof addDays>[0], (weekday.value + 6) % 7)
  return { iso, isRelative: true, from, to: week.to, start: weekday.start }
}

/** "the week of 6 October": Monday to Sunday around that day. */
export function readWeekOf(context: DateContext, from: number): When | null {
  const lead = context.dates.weekOf.at(context.tokens, from)
  if (lead === null) return null
  const date = readNumericDate(context, lead.to) ?? readNamedDate(context, lead.to)
  if (date === null || date.day === null) return null
  const day = resolveWritten(context, date)
  const first = day.iso === null ? null : (isoBounds(day.iso)?.first ?? null)
  const monday = first === null ? null : nearestWeekday(first, 1, false)
  const iso = monday === null ? null : `${monday}/${addDays(monday, 6)}`
  return { ...day, iso, from, start: lead.start }
}
