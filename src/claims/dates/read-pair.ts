import { addDays, parseCalendarDate } from '../../core/time.ts'
import { inYear, isoDay, monthsBetween } from './calendar-days.ts'
import type { DateContext, When } from './date-context.ts'
import { readNarrowed } from './read-narrowed.ts'
import { readOrdinal } from './read-ordinal.ts'
import { afterPreposition, readPlain, readWrittenDate } from './read-plain.ts'
import { readYear, wholeAt } from './read-year.ts'
import { resolveWritten } from './resolve-written.ts'
import type { WrittenDate } from './written-date.ts'

/** "from 3 to 12 June", "January-April 2025", "between Saturday and Tuesday". */
export function readPair(context: DateContext, from: number): When | null {
  // Most pairs have no word before them: what they begin with is read once.
  let bare: Lead | null | undefined
  for (const pair of context.dates.pairs) {
    const open = pair.open?.at(context.tokens, from) ?? null
    if (pair.open !== null && open === null) continue
    if (open === null && bare === undefined) bare = leadOf(context, from)
    const lead = open === null ? (bare ?? null) : leadOf(context, open.to)
    if (lead === null) continue
    const found =
      pair.behind === null
        ? readEnds(context, lead, pair.join, pair.open !== null)
        : withUntil(context, readEnds(context, lead, pair.behind, true))
    if (found === null || (pair.isNextDay && !isDayAndNext(found))) continue
    return { ...found, from, start: open?.start ?? found.start }
  }
  if (context.manner !== 'command') return null
  const lead = leadOf(context, from)
  return lead === null ? null : readEnds(context, lead, stroke, false)
}

function isDayAndNext({ iso }: When): boolean {
  const [first, last] = (iso?.split('/') ?? []).map(parseCalendarDate)
  return first != null && last != null && addDays(first, 1) === last
}

/** "3 желтоқсаннан 28 желтоқсанға дейін": where "from" is an ending, the word of "until" makes two dates a stretch. */
function withUntil(context: DateContext, pair: When | null): When | null {
  const tail = pair === null ? null : context.dates.edges.after.at(context.tokens, pair.to)
  return pair === null || tail?.value !== 'until' ? null : { ...pair, to: tail.to }
}

const stroke: Join = { at: (tokens, at) => (tokens[at]?.fold === '/' ? { to: at + 1 } : null) }

interface Join {
  at(tokens: DateContext['tokens'], at: number): { to: number } | null
}

/** What may be the first end of a pair: an expression, or a day of the month that stands alone. */
interface Lead {
  readonly from: number
  readonly firstAt: number
  readonly first: When | null
  readonly bareDay: number | null
  /** Token after the day that stands alone. */
  readonly bareTo: number | undefined
}

function leadOf(context: DateContext, from: number): Lead | null {
  const { tokens } = context
  const firstAt = afterPreposition(context, from)
  const first = readPlain(context, firstAt)
  const lead = tokens[firstAt]
  const mayBeDay = lead !== undefined && context.dates.writtenStarts.mayStart(lead)
  const ordinal = mayBeDay ? readOrdinal(context, firstAt) : null
  const bareDay = ordinal?.value ?? wholeAt(context, firstAt, 1, 31)
  const bareTo = bareDay === null ? undefined : afterStop(context, ordinal?.to ?? firstAt + 1)
  return first === null && bareDay === null ? null : { from, firstAt, first, bareDay, bareTo }
}

function readEnds(context: DateContext, lead: Lead, join: Join, isOpened: boolean): When | null {
  const { tokens } = context
  const { from, firstAt, first, bareDay, bareTo } = lead
  // "1-" is the first in some languages, and the first day of "1-12 қаңтар".
  const figure = bareDay === null || bareTo === firstAt + 1 ? undefined : firstAt + 1
  for (const end of [first?.to, bareTo, figure]) {
    const joint = end === undefined ? null : join.at(tokens, end)
    if (joint === null) continue
    const isBare = (end === bareTo || end === figure) && bareDay !== null
    const secondAt = afterPreposition(context, joint.to)
    const written = readWrittenDate(context, firstAt)
    const second = readWrittenDate(context, secondAt)
    const start = tokens[isOpened ? from : firstAt]?.start ?? 0
    const dayBehind = written?.day == null ? null : wholeAt(context, secondAt, 1, 31)
    if (!isBare && written !== null && second === null && dayBehind !== null) {
      const ranged = dayRange(context, { written, last: dayBehind, to: secondAt + 1 })
      if (ranged !== null) return { ...ranged, from, start }
      continue
    }
    if (isBare && second?.day != null) return bareDayPair(context, { from, start, day: bareDay, second })
    if (first === null || isBare) continue
    const part = partAtEnd(context, first, joint.to)
    if (part !== null) return joinedWhen(first, part, from, start)
    if (second?.isDayOnly && written?.day != null) {
      const dated = resolveWritten(context, written)
      const [year, month] =
        dated.iso === null ? [] : [Number(dated.iso.slice(0, 4)), Number(dated.iso.slice(5, 7))]
      const last =
        second.day === null || year === undefined || month === undefined
          ? null
          : isoDay(year, month, second.day)
      const pair = joinedWhen(dated, { ...dated, iso: last, to: second.to }, from, start)
      return pair === null || written.year !== null ? pair : { ...pair, bare: 'days' }
    }
    if (written !== null && second !== null && written.year === null && second.year !== null) {
      const dated = resolveWritten(context, { ...written, year: second.year })
      return joinedWhen(dated, resolveWritten(context, second), from, start)
    }
    // "2025 yılı Ocak-Mart", "from 5 March 2025 to 3 May": the year said with the first is that of both.
    if (written !== null && second !== null && written.year !== null && second.year === null) {
      const year = written.year + (second.month < written.month ? 1 : 0)
      const areDays = written.day !== null && second.day !== null
      const areMonths = written.day === null && second.day === null && tokens[written.from]?.fold.length === 4
      if (areDays || areMonths)
        return joinedWhen(
          resolveWritten(context, written),
          resolveWritten(context, { ...second, year }),
          from,
          start,
        )
    }
    if (written !== null && second !== null && written.year === null && second.year === null) {
      const inOrder = withinOneYear(context, written, second)
      if (inOrder !== null) return joinedWhen(...inOrder, from, start)
    }
    const other =
      endOfWeekdays(context, first, secondAt) ??
      (isOpened ? narrowedEnd(context, first, [secondAt, end ?? secondAt]) : null)
    if (other !== null && (isOpened || bothWritten(first, other)))
      return joinedWhen(first, second?.year === null ? within(first, other) : other, from, start)
  }
  return null
}

const WEEK = 7

/** "in the night from Saturday to Sunday": the second weekday is the first of its name behind the first. */
function endOfWeekdays(context: DateContext, first: When, at: number): When | null {
  const last = readPlain(context, at)
  if (first.iso === null || last?.iso == null || last.iso <= first.iso) return last
  if (context.dates.names.weekdays.at(context.tokens, at)?.to !== last.to) return last
  const [begin, end] = [parseCalendarDate(first.iso), parseCalendarDate(last.iso)]
  if (begin === null || end === null || addDays(begin, WEEK) > end) return last
  return { ...last, iso: addDays(end, -WEEK) }
}

/**
 * "from April to September", told in September, and "from July to December", told in June: where the ends fall in
 * different years, both are of the year of the first where that is the month to come, else of the year of the second.
 */
function withinOneYear(
  context: DateContext,
  first: WrittenDate,
  second: WrittenDate,
): readonly [When, When] | null {
  const [begin, end] = [resolveWritten(context, first), resolveWritten(context, second)]
  if (begin.iso === null || end.iso === null || begin.iso <= end.iso || first.month > second.month)
    return null
  const { published } = context
  const isToCome = published !== null && monthsBetween(published, begin.iso) === 1
  const year = Number((isToCome ? begin : end).iso?.slice(0, 4))
  return [resolveWritten(context, { ...first, year }), resolveWritten(context, { ...second, year })]
}

/** 14. - 15.10., 14./15.10.: the stop of an ordinal in figures. */
function afterStop(context: DateContext, at: number): number {
  const [stop, joint] = [context.tokens[at], context.tokens[at + 1]]
  if (stop?.fold !== '.' || stop.spaced || joint === undefined) return at
  return joint.fold === '-' || joint.fold === '/' ? at + 1 : at
}

const bothWritten = (a: When, b: When): boolean =>
  a.iso === null || b.iso === null || a.iso.length === b.iso.length

/** "Nov. 11-12": the second figure is a day of the same month. */
function dayRange(
  context: DateContext,
  read: { written: WrittenDate; last: number; to: number },
): When | null {
  const { tokens } = context
  const isMonthFirst = tokens[read.written.to - 1]?.kind === 'digits' && read.written.year === null
  const next = tokens[read.to]
  if (!isMonthFirst || next?.fold === '%' || (next?.kind === 'word' && !next.spaced)) return null
  const year = readYear(context, read.to)
  const first = resolveWritten(context, { ...read.written, year: year?.year ?? null })
  const last =
    first.iso === null ? null : isoDay(Number(first.iso.slice(0, 4)), read.written.month, read.last)
  if (first.iso !== null && (last === null || last < first.iso)) return null
  return { ...first, to: year?.to ?? read.to, iso: first.iso === null ? null : `${first.iso}/${last}` }
}

function bareDayPair(
  context: DateContext,
  read: { from: number; start: number; day: number; second: WrittenDate },
): When | null {
  const last = resolveWritten(context, read.second)
  if (last.iso === null) return { ...last, from: read.from, start: read.start }
  const first = isoDay(Number(last.iso.slice(0, 4)), Number(last.iso.slice(5, 7)), read.day)
  if (first === null || first > last.iso) return null
  return {
    ...last,
    from: read.from,
    start: read.start,
    iso: `${first}/${last.iso}`,
    ...(read.second.year === null && { bare: 'days' as const }),
  }
}

const MONTH = /^\d{4}-\d{2}$/u

/** "from September to December", told in January: both of last year, since no year is named. */
function within(first: When, last: When): When {
  if (first.iso === null || last.iso === null || !MONTH.test(first.iso) || !MONTH.test(last.iso)) return last
  const [year, month] = [Number(last.iso.slice(0, 4)), last.iso.slice(5)]
  const isSooner = `${year - 1}-${month}` > first.iso
  return isSooner ? { ...last, iso: `${year - 1}-${month}` } : last
}

/** "from 1 December to the end of February": the February behind that December, where no year is told. */
function narrowedEnd(context: DateContext, first: When, places: readonly number[]): When | null {
  for (const at of places) {
    const last = readNarrowed(context, at)
    if (last === null) continue
    const begin = first.iso?.split('/')[0]
    const end = last.iso?.split('/').at(-1)
    const hasYear = context.tokens.slice(at, last.to).some(({ fold }) => /^\d{4}$/u.test(fold))
    if (last.iso === null || begin === undefined || end === undefined || hasYear) return last
    const by = end < begin ? 1 : inYear(end, -1) > begin ? -1 : 0
    return {
      ...last,
      iso: last.iso
        .split('/')
        .map((iso) => inYear(iso, by))
        .join('/'),
    }
  }
  return null
}

/** "from 3 December to late January": the part of a month that the second end names, before the month alone is read. */
function partAtEnd(context: DateContext, first: When, at: number): When | null {
  const last = narrowedEnd(context, first, [at])
  return last?.iso?.includes('/') ? last : null
}

/** Null where both ends are known and out of order: then they are two dates. */
function joinedWhen(a: When, b: When, from: number, start: number): When | null {
  const first = a.iso?.split('/')[0] ?? null
  const last = b.iso?.split('/').at(-1) ?? null
  const isKnown = first !== null && last !== null
  if (isKnown && first > last) return null
  return {
    iso: isKnown ? `${first}/${last}` : null,
    isRelative: a.isRelative || b.isRelative,
    from,
    to: b.to,
    start,
    ...(a.bare === 'month' && b.bare === 'month' && { bare: 'month' as const }),
  }
}
