import { addDays } from '../../core/time.ts'
import { endingAt } from '../quantities/pairs.ts'
import { isoMonth, monthOf, nearestWeekday, shiftMonth, yearOf } from './calendar-days.ts'
import type { DateContext, When } from './date-context.ts'
import type { Shift, Unit } from './date-lexicon.ts'
import { isDueOn, isLimit, looksAhead } from './future.ts'
import { type PeriodReader, periodReaders } from './period-starts.ts'
import { readAgo, readFirstMonths, readMonthCount, readMonthSpan } from './read-counted-period.ts'
import { readAhead, readCountedSpan, readWithin } from './read-counted-span.ts'
import { readMonth } from './read-day.ts'
import { readHoliday } from './read-holiday.ts'
import { readLoneDay } from './read-lone-day.ts'
import { readNth } from './read-nth.ts'
import { readHalf, readQuarter, readSeason, seasonMonths } from './read-part-of-year.ts'
import { readDayOfWeek, readNumberedWeek, readWeekOf } from './read-week.ts'
import { followsPreposition, readBareYear } from './read-year.ts'
import { shifted } from './shifted.ts'

/** A stretch of time that is not a written day: relative words, weekdays, quarters, seasons, bare years. */
export function readPeriod(context: DateContext, from: number): When | null {
  const token = context.tokens[from]
  if (token === undefined) return null
  const mask = context.dates.periodStarts.maskOf(token)
  if (mask === 0) return null
  let best: When | null = null
  for (let bit = 0; bit < inOrder.length; bit += 1) {
    if ((mask & (1 << bit)) === 0) continue
    const found = inOrder[bit]?.(context, from) ?? null
    if (found === null) continue
    const isLonger = best === null || found.to > best.to || (found.to === best.to && found.start < best.start)
    if (isLonger) best = found
  }
  return best
}

function readRelative(context: DateContext, from: number): When | null {
  const match = context.dates.relative.at(context.tokens, from)
  if (match === null || context.dates.relativeNotAfter.has(context.tokens[from - 1]?.fold ?? '')) return null
  // The weekend of a command is the next one.
  const isAhead = context.manner === 'command' && match.value.unit === 'weekend' && match.value.by >= 0
  const shift = isAhead ? { ...match.value, by: match.value.by + 1 } : match.value
  return {
    iso: shifted(context.published, shift),
    isRelative: true,
    from,
    to: match.to,
    start: match.start,
  }
}

/** "a day later": from the last day named, else from the publication. */
function readAnchored(context: DateContext, from: number): When | null {
  const match = context.dates.anchored.at(context.tokens, from)
  if (match === null) return null
  const anchor = context.lastDay ?? context.published
  const iso = anchor === null ? null : addDays(anchor, match.value)
  return { iso, isRelative: true, from, to: match.to, start: match.start }
}

/** "last Friday", "next October", نيسان الماضي, el próximo año, за прошлый месяц. */
function readShiftedName(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const lead = dates.shifts.before.at(tokens, from)
  const nameFrom = lead?.to ?? from
  const name = readName(context, nameFrom)
  if (name === null || (name.kind === 'unit' && isMany(context, name.to - 1))) return null
  const tail = lead === null ? dates.shifts.after.at(tokens, name.to) : null
  const shift = lead ?? tail
  // 水下天然气: no day is the next one in Chinese, where "day" begins other words.
  if (
    shift === null ||
    (lead !== null && name.kind === 'unit' && name.unit === 'day' && dates.marks !== null)
  )
    return null
  const span = { from, to: tail?.to ?? name.to, start: lead?.start ?? name.start, isRelative: true }
  // "this Monday" of a command lies ahead.
  const by = shift.value === 0 && name.kind === 'weekday' && context.manner === 'command' ? 1 : shift.value
  const iso = shiftedName(context, name, by)
  // "este jueves", "ce jeudi": the one of the week of publication, of the next where it is over and tells what is to come,
  // of the last where it is ahead and tells what has been.
  return by === 0 && name.kind === 'weekday' ? { iso, ...span, bare: 'this weekday' } : { iso, ...span }
}

/** "in the coming months": how many is not told. */
const isMany = ({ tokens, dates }: DateContext, at: number): boolean =>
  dates.manyUnits.has(tokens[at]?.fold ?? '')

type Name =
  | { readonly kind: 'unit'; readonly unit: Unit; readonly to: number; readonly start: number }
  | {
      readonly kind: 'month' | 'weekday'
      readonly value: number
      readonly to: number
      readonly start: number
    }
  | { readonly kind: 'season'; readonly value: string; readonly to: number; readonly start: number }

function readName(context: DateContext, at: number): Name | null {
  const { tokens, dates } = context
  const month = readMonth(context, at)
  if (month !== null) return { kind: 'month', ...month }
  const weekday = dates.names.weekdays.at(tokens, at)
  if (weekday !== null) return { kind: 'weekday', value: weekday.value, to: weekday.to, start: weekday.start }
  const season = dates.seasons.at(tokens, at)
  if (season !== null) return { kind: 'season', value: season.value, to: season.to, start: season.start }
  const unit = dates.units.at(tokens, at)
  return unit === null ? null : { kind: 'unit', unit: unit.value, to: unit.to, start: unit.start }
}

function shiftedName(context: DateContext, name: Name, by: number): string | null {
  const { published } = context
  if (published === null) return null
  const year = yearOf(published)
  switch (name.kind) {
    case 'unit':
      return shifted(published, { unit: name.unit, by } satisfies Shift)
    case 'weekday':
      if (by > 0) return addDays(nearestWeekday(published, name.value, true), 7 * (by - 1))
      if (by === 0) return addDays(nearestWeekday(published, MONDAY, false), (name.value + 6) % 7)
      return addDays(nearestWeekday(addDays(published, -1), name.value, false), 7 * (by + 1))
    case 'month': {
      const now = monthOf(published)
      if (by > 0) return isoMonth((name.value > now ? year : year + 1) + by - 1, name.value)
      if (by < 0) return isoMonth((name.value < now ? year : year - 1) + by + 1, name.value)
      return isoMonth(year, name.value)
    }
    case 'season': {
      const months = seasonMonths[name.value]
      if (months === undefined) return null
      const isPast = months[0] <= monthOf(published)
      const inYear = by > 0 ? (isPast ? year + 1 : year) : by < 0 ? (isPast ? year : year - 1) : year
      return `${isoMonth(inYear, months[0])}/${shiftMonth(inYear, 1, months[1] - 1)}`
    }
  }
}

/** A weekday alone is the last one, today included. */
function readWeekday(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const isCommand = context.manner === 'command'
  const short = isCommand ? dates.names.shortWeekdays.at(tokens, from) : null
  const match = dates.names.weekdays.at(tokens, from) ?? short
  const token = tokens[from]
  if (match === null || token === undefined) return null
  if (isCommand) return weekdayAhead(context, from, match)
  if (dates.capitalWeekdays && !/^\p{Lu}/u.test(token.text)) return null
  const isNamed = followsPreposition(context, from) || dates.weekdayWords.at(tokens, match.to) !== null
  if (dates.doubtful.has(token.fold) && !isNamed) return null
  if (dates.weekdayNotAfter.has(tokens[from - 1]?.fold ?? '')) return null
  const isAhead =
    isLimit(context, from, match.to) ||
    isDueOn(context, from) ||
    (isFrom(context, from) && looksAhead(context, from, match.to))
  const iso = context.published === null ? null : nearestWeekday(context.published, match.value, isAhead)
  return { iso, isRelative: true, from, to: match.to, start: match.start, bare: 'weekday' }
}

/** "*from* Monday": what goes on from that day, and has not since it. */
function isFrom({ tokens, dates }: DateContext, at: number): boolean {
  const edge = endingAt(dates.edges.before, tokens, at)
  return edge?.value === 'since' && !dates.sincePast.has(tokens[edge.from]?.fold ?? '')
}

/** In a command a weekday alone is the next one. */
function weekdayAhead(
  context: DateContext,
  from: number,
  match: { readonly value: number; readonly to: number; readonly start: number },
): When {
  const iso = context.published === null ? null : nearestWeekday(context.published, match.value, true)
  return { iso, isRelative: true, from, to: match.to, start: match.start }
}

const MONDAY = 1

const readers: Readonly<Record<PeriodReader, (context: DateContext, from: number) => When | null>> = {
  ago: readAgo,
  countedSpan: readCountedSpan,
  ahead: readAhead,
  within: readWithin,
  nth: readNth,
  dayOfWeek: readDayOfWeek,
  weekOf: readWeekOf,
  numberedWeek: readNumberedWeek,
  holiday: readHoliday,
  loneDay: readLoneDay,
  firstMonths: readFirstMonths,
  monthSpan: readMonthSpan,
  monthCount: readMonthCount,
  quarter: readQuarter,
  half: readHalf,
  season: readSeason,
  shiftedName: readShiftedName,
  anchored: readAnchored,
  relative: readRelative,
  weekday: readWeekday,
  bareYear: readBareYear,
}
const inOrder = periodReaders.map((name) => readers[name])
