import { weekdayOf } from '../../core/time.ts'
import { isoDay, monthOf, yearOf } from './calendar-days.ts'
import type { DateContext, When } from './date-context.ts'
import { readOrdinal } from './read-ordinal.ts'

const leastInWords = 11

/** "Saturday the 16th", in a command also "the 16th": that day of this month, or of the next that has it ahead. */
export function readLoneDay(context: DateContext, from: number): When | null {
  const { tokens, dates, published } = context
  const weekday = dates.names.weekdays.at(tokens, from) ?? dates.names.shortWeekdays.at(tokens, from)
  const lead = weekday === null ? dates.dayLeads.at(tokens, from) : null
  if (weekday === null && (lead === null || context.manner === 'news')) return null
  if (lead !== null && dates.names.weekdays.at(tokens, lead.to) !== null) return null
  const article = weekday === null ? null : dates.dayLeads.at(tokens, weekday.to)
  const day = readOrdinal(context, article?.to ?? lead?.to ?? weekday?.to ?? from)
  if (day === null) return null
  // "jeudi dernier", "Monday first": only what cannot be a place in a row.
  const isSure =
    tokens[day.to - 1]?.kind === 'digits' || tokens[article?.to ?? weekday?.to ?? from]?.kind === 'digits'
  if (context.manner === 'news' && !isSure && day.value < leastInWords) return null
  const span = { from, to: day.to, start: weekday?.start ?? lead?.start ?? day.start, isRelative: true }
  if (published === null) return { iso: null, ...span }
  const wanted = weekday?.value ?? null
  for (const by of context.manner === 'command' ? [0, 1, 2] : [0, -1, 1]) {
    const index = yearOf(published) * 12 + monthOf(published) - 1 + by
    const date = isoDay(Math.floor(index / 12), (index % 12) + 1, day.value)
    const isAhead = context.manner === 'news' || wanted !== null || (date !== null && date >= published)
    if (date !== null && isAhead && (wanted === null || weekdayOf(date) === wanted))
      return { iso: date, ...span }
  }
  return null
}
