import { addDays, isoBounds } from '../../core/time.ts'
import { mondayOfWeek, nearestWeekday, yearOf } from './calendar-days.ts'
import type { DateContext, When } from './date-context.ts'
import { readNamedDate, readNumericDate } from './read-day.ts'
import { readYear, wholeAt } from './read-year.ts'
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

/** "KW 31", "week 31 of 2026", "la semaine 31": counted as ISO 8601 counts; without a year that of publication. */
export function readNumberedWeek(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const lead = dates.numberedWeek.before.at(tokens, from)
  const number = wholeAt(context, lead?.to ?? from, 1, LAST_WEEK)
  if (number === null) return null
  const figure = (lead?.to ?? from) + 1
  const stop = tokens[figure]?.fold === '.' ? figure + 1 : figure
  const tail = lead === null ? dates.numberedWeek.after.at(tokens, stop) : null
  if (lead === null && tail === null) return null
  const to = tail?.to ?? figure
  const named =
    readYear(context, to) ??
    readYear(context, tokens[to]?.fold === '/' ? to + 1 : (dates.in.at(tokens, to)?.to ?? to))
  // "week 3 of the strike" is no week of a year.
  if (named === null && (dates.fillers.at(tokens, to) ?? dates.in.at(tokens, to)) !== null) return null
  const year = named === null ? (context.published === null ? null : yearOf(context.published)) : named.year
  const monday = year === null ? null : mondayOfWeek(year, number)
  if (year !== null && monday === null) return null
  return {
    iso: monday === null ? null : `${monday}/${addDays(monday, 6)}`,
    isRelative: named?.isRelative ?? true,
    from,
    to: named?.to ?? to,
    start: lead?.start ?? tokens[from]?.start ?? 0,
  }
}

const LAST_WEEK = 53

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
