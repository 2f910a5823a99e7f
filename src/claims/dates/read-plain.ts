import { parseCalendarDate, weekdayOf } from '../../core/time.ts'
import { isoDay } from './calendar-days.ts'
import type { DateContext, When } from './date-context.ts'
import { readNamedDate, readNumericDate } from './read-day.ts'
import { readMarkedDate } from './read-marked-date.ts'
import { readPeriod } from './read-period.ts'
import { followsPreposition, wholeAt, yearDigits } from './read-year.ts'
import { resolveOnWeekday, resolveWritten } from './resolve-written.ts'
import type { WrittenDate } from './written-date.ts'

/** The longest plain expression at `from`: a written date, or a relative or longer period. */
export function readPlain(context: DateContext, from: number): When | null {
  const known = context.plain.get(from)
  if (known !== undefined) return known
  const found = findPlain(context, from)
  context.plain.set(from, found)
  return found
}

function findPlain(context: DateContext, from: number): When | null {
  const token = context.tokens[from]
  if (token === undefined) return null
  const mayBeWritten = context.dates.writtenStarts.mayStart(token)
  const written = mayBeWritten ? (readWritten(context, from) ?? readShortWeekday(context, from)) : null
  const period = readPeriod(context, from)
  if (written !== null && (period === null || written.to >= period.to)) return written
  return period === null ? null : withYearBehind(context, withDateAfterWeekday(context, period))
}

/** "next year, 2027", العام المقبل 2027: the year that is said twice, one mention. */
function withYearBehind(context: DateContext, period: When): When {
  if (!period.isRelative || !/^\d{4}$/u.test(period.iso ?? '')) return period
  const at = /^[,،]$/u.test(context.tokens[period.to]?.text ?? '') ? period.to + 1 : period.to
  const year = yearDigits(context, at)
  return year !== null && Math.abs(year - Number(period.iso)) <= 1
    ? { ...period, iso: String(year), to: at + 1 }
    : period
}

function readWritten(context: DateContext, from: number): When | null {
  const date = readWrittenDate(context, from)
  if (date === null || isDoubtful(context, date)) return null
  return readShiftedDay(context, date) ?? withWeekdayBehind(context, date)
}

/** "17 فبراير الماضي": last, or next, 17 February. */
function readShiftedDay(context: DateContext, date: WrittenDate): When | null {
  const { published, tokens, dates } = context
  const shift = dates.shifts.after.at(tokens, date.to)
  if (shift === null || date.day === null || date.year !== null || published === null) return null
  const year = Number(published.slice(0, 4))
  const inYear = isoDay(year, date.month, date.day)
  if (inYear === null) return null
  const by = shift.value < 0 && inYear > published ? -1 : shift.value > 0 && inYear < published ? 1 : 0
  return { ...resolveWritten(context, { ...date, year: year + by }), isRelative: true, to: shift.to }
}

/** The written date that begins at token `from`, not yet resolved. */
export function readWrittenDate(context: DateContext, from: number): WrittenDate | null {
  const token = context.tokens[from]
  if (token === undefined || !context.dates.writtenStarts.mayStart(token)) return null
  return readNumericDate(context, from) ?? readNamedDate(context, from) ?? readMarkedDate(context, from)
}

/** "may" and "march" alone are months only after a preposition of time. */
function isDoubtful(context: DateContext, date: WrittenDate): boolean {
  if (date.day !== null || date.year !== null || date.yearUnknown || context.manner === 'command')
    return false
  // "the month of May": the word beside it settles it.
  if (date.to - date.from > 1) return false
  return (
    context.dates.doubtful.has(context.tokens[date.from]?.fold ?? '') &&
    !followsPreposition(context, date.from) &&
    context.dates.weekdayWords.at(context.tokens, date.to) === null &&
    context.dates.parts.after.at(context.tokens, date.to) === null
  )
}

/** "Thursday, 14 May 2026", "الخميس (13/3/2025)": one mention, dated by the written day. */
function withDateAfterWeekday(context: DateContext, period: When): When {
  const { tokens, dates } = context
  const night = dates.relative.at(tokens, period.from)
  if (night?.value.unit === 'night' && night.to === period.to) return nightOfDate(context, period)
  const weekday = weekdayAt(context, period.from)
  if (weekday?.to !== period.to) return period
  const mark = tokens[period.to]?.text ?? ''
  const isMarked = /^[,،(]$/u.test(mark)
  const begin = isMarked ? period.to + 1 : period.to
  const lead = isMarked ? begin : (dates.fillers.at(tokens, begin)?.to ?? begin)
  // "Saturday 24/5", "Saturday (24/5)"
  const isStroke = mark === '(' || tokens[lead + 1]?.fold === '/'
  const date = readWrittenDate(context, lead) ?? (isStroke ? readDayAndMonth(context, lead) : null)
  if (date === null || date.day === null) return period
  const closes = mark === '(' && tokens[date.to]?.fold === ')'
  if (mark === '(' && !closes) return period
  return {
    ...resolveOnWeekday(context, date, weekday.value),
    from: period.from,
    start: period.start,
    to: date.to + (closes ? 1 : 0),
  }
}

/** "Fri, 18 July": an abbreviation counts beside its date. */
function readShortWeekday(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const short = dates.names.shortWeekdays.at(tokens, from)
  if (short === null || dates.names.weekdays.at(tokens, from) !== null) return null
  const stop = tokens[short.to]?.fold === '.' ? short.to + 1 : short.to
  const comma = tokens[stop]?.fold === ',' ? stop + 1 : stop
  const date = readWrittenDate(context, comma)
  if (date === null || date.day === null) return null
  return { ...resolveOnWeekday(context, date, short.value), from, start: short.start }
}

/** "18 July, Friday". */
function withWeekdayBehind(context: DateContext, date: WrittenDate): When {
  const { tokens, dates } = context
  const comma = /^[,،]$/u.test(tokens[date.to]?.text ?? '') ? date.to + 1 : null
  const behind = comma === null || date.day === null ? null : dates.names.weekdays.at(tokens, comma)
  if (behind === null || date.year !== null) return resolveWritten(context, date)
  const found = resolveOnWeekday(context, date, behind.value)
  const day = found.iso === null ? null : parseCalendarDate(found.iso)
  return day !== null && weekdayOf(day) === behind.value
    ? { ...found, to: behind.to }
    : resolveWritten(context, date)
}

/** "ночью 3 мая": the night of the day that is written behind it. */
function nightOfDate(context: DateContext, period: When): When {
  const date = readWrittenDate(context, period.to)
  if (date === null || date.day === null) return period
  return { ...resolveWritten(context, date), from: period.from, start: period.start }
}

function weekdayAt(context: DateContext, at: number): { value: number; to: number } | null {
  const { weekdays, shortWeekdays } = context.dates.names
  return weekdays.at(context.tokens, at) ?? shortWeekdays.at(context.tokens, at)
}

/** (12/11): day and month without a year, only beside a weekday. */
function readDayAndMonth(context: DateContext, from: number): WrittenDate | null {
  const { tokens } = context
  const [a, b] = [wholeAt(context, from, 1, 31), wholeAt(context, from + 2, 1, 31)]
  if (a === null || b === null || !/^[./]$/u.test(tokens[from + 1]?.fold ?? '')) return null
  const [day, month] = context.dayFirst ? [a, b] : [b, a]
  if (isoDay(2024, month, day) === null) return null
  const span = { from, to: from + 3, start: tokens[from]?.start ?? 0 }
  return { year: null, month, day, yearUnknown: false, isRelative: true, ...span }
}

export function afterPreposition(context: DateContext, at: number): number {
  return context.dates.in.at(context.tokens, at)?.to ?? at
}
