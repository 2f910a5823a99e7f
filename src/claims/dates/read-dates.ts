import { addDays, type CalendarDate, isoBounds, parseCalendarDate } from '../../core/time.ts'
import type { DateMention } from '../claim.ts'
import { notationOf } from '../quantities/digits.ts'
import { readTokenForms } from '../quantities/phrases.ts'
import { sentenceNumbers } from '../quantities/sentences.ts'
import { type DateContext, isoDay, lastDayOfMonth, type When } from './date-context.ts'
import type { DateLexicon, EdgeName, PartName } from './date-lexicon.ts'
import {
  afterSuffix,
  readMarkedDate,
  readNamedDate,
  readNumericDate,
  readYear,
  resolveWritten,
  type WrittenDate,
  wholeAt,
} from './read-day.ts'
import { followsPreposition, readPeriod } from './read-period.ts'

/**
 * The dates of a text in order, without overlap. Spans re-slice to `surface`. What needs the publication date
 * stays without `iso` where `published` is null. A day that does not exist is not a date.
 */
export function readDates(text: string, lexicon: DateLexicon, published: CalendarDate | null): DateMention[] {
  const context = dateContext(text, lexicon, published)
  const mentions: DateMention[] = []
  let at = 0
  while (at < context.tokens.length) {
    const found = readPair(context, at) ?? readModified(context, at)
    if (found === null) {
      at += 1
      continue
    }
    const mention = mentionOf(context, found)
    mentions.push(mention)
    rememberDay(context, mention.iso)
    at = Math.max(found.to, at + 1)
  }
  return mentions
}

export function dateContext(text: string, lexicon: DateLexicon, published: CalendarDate | null): DateContext {
  const tokens = readTokenForms(text, lexicon.numbers.affixes)
  return {
    text,
    tokens,
    lexicon: lexicon.numbers,
    notation: notationOf(tokens, lexicon.numbers),
    dates: lexicon,
    published,
    sentences: sentenceNumbers(tokens, new Set()),
    lastDay: null,
    lastMonth: null,
  }
}

function mentionOf(context: DateContext, found: When): DateMention {
  const end = context.tokens[found.to - 1]?.end ?? found.start
  return {
    surface: context.text.slice(found.start, end),
    start: found.start,
    end,
    iso: found.iso,
    is_relative: found.isRelative,
  }
}

function rememberDay(context: DateContext, iso: string | null): void {
  if (iso === null) return
  context.lastDay = parseCalendarDate(iso) ?? context.lastDay
  context.lastMonth = isoBounds(iso)?.first ?? context.lastMonth
}

/** The longest plain expression at `from`: a written date, or a relative or longer period. */
function readPlain(context: DateContext, from: number): When | null {
  const written = readWritten(context, from)
  const period = readPeriod(context, from)
  if (written !== null && (period === null || written.to >= period.to)) return written
  return period === null ? null : withDateAfterWeekday(context, period)
}

function readWritten(context: DateContext, from: number): When | null {
  const date = readWrittenDate(context, from)
  if (date === null || isDoubtful(context, date)) return null
  return readShiftedDay(context, date) ?? resolveWritten(context, date)
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
  return readNumericDate(context, from) ?? readNamedDate(context, from) ?? readMarkedDate(context, from)
}

/** "may" and "march" alone are months only after a preposition of time. */
function isDoubtful(context: DateContext, date: WrittenDate): boolean {
  if (date.day !== null || date.year !== null || date.yearUnknown) return false
  return (
    context.dates.doubtful.has(context.tokens[date.from]?.fold ?? '') &&
    !followsPreposition(context, date.from)
  )
}

/** "Thursday, 14 May 2026", "الخميس (13/3/2025)": one mention, dated by the written day. */
function withDateAfterWeekday(context: DateContext, period: When): When {
  const { tokens, dates } = context
  if (dates.names.weekdays.at(tokens, period.from)?.to !== period.to) return period
  const mark = tokens[period.to]?.text ?? ''
  const isMarked = /^[,،(]$/u.test(mark)
  const begin = isMarked ? period.to + 1 : period.to
  const lead = isMarked ? begin : (dates.fillers.at(tokens, begin)?.to ?? begin)
  const date = readWrittenDate(context, lead) ?? (mark === '(' ? readDayAndMonth(context, lead) : null)
  if (date === null || date.day === null) return period
  const closes = mark === '(' && tokens[date.to]?.fold === ')'
  if (mark === '(' && !closes) return period
  return {
    ...resolveWritten(context, date),
    from: period.from,
    start: period.start,
    to: date.to + (closes ? 1 : 0),
  }
}

/** (12/11): day and month without a year, only beside a weekday. */
function readDayAndMonth(context: DateContext, from: number): WrittenDate | null {
  const { tokens, dates } = context
  const [a, b] = [wholeAt(context, from, 1, 31), wholeAt(context, from + 2, 1, 31)]
  if (a === null || b === null || !/^[./]$/u.test(tokens[from + 1]?.fold ?? '')) return null
  const [day, month] = dates.dayFirst ? [a, b] : [b, a]
  if (isoDay(2024, month, day) === null) return null
  const span = { from, to: from + 3, start: tokens[from]?.start ?? 0 }
  return { ...span, year: null, month, day, yearUnknown: false, isRelative: true }
}

/** A plain expression with what narrows it (early, the night before) or opens it (since, until). */
function readModified(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const edge = dates.edges.before.at(tokens, from)
  if (edge !== null) {
    const inner = readNarrowed(context, edge.to) ?? readNarrowed(context, afterPreposition(context, edge.to))
    if (inner !== null) {
      // 从2027年起 marks both ends.
      const to = dates.edges.after.at(tokens, inner.to)?.to ?? inner.to
      return { ...inner, from, to, start: edge.start, iso: opened(inner.iso, edge.value) }
    }
  }
  const inner = readNarrowed(context, from)
  if (inner === null) return null
  const tail = dates.edges.after.at(tokens, inner.to)
  return tail === null ? inner : { ...inner, to: tail.to, iso: opened(inner.iso, tail.value) }
}

function afterPreposition(context: DateContext, at: number): number {
  return context.dates.in.at(context.tokens, at)?.to ?? at
}

function readNarrowed(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const night = dates.nightBefore.at(tokens, from)
  const morning = night === null ? null : readPlain(context, night.to)
  if (night !== null && morning !== null) {
    const day = morning.iso === null ? null : parseCalendarDate(morning.iso)
    if (day !== null || morning.iso === null)
      return { ...morning, from, start: night.start, iso: day === null ? null : `${addDays(day, -1)}/${day}` }
  }
  const part = dates.parts.before.at(tokens, from)
  const whole = part === null ? null : readPlain(context, dates.fillers.at(tokens, part.to)?.to ?? part.to)
  if (part !== null && whole !== null) {
    const iso = narrowed(whole.iso, part.value)
    if (iso !== undefined) return { ...whole, from, start: part.start, iso }
  }
  const toDate = readYearToDate(context, from)
  if (toDate !== null) return toDate
  const plain = readPlain(context, from)
  if (plain === null) return null
  const tail = dates.parts.after.at(tokens, plain.to)
  const iso = tail === null ? undefined : narrowed(plain.iso, tail.value)
  return tail === null || iso === undefined ? plain : { ...plain, to: tail.to, iso }
}

/** "since the start of the year": from January to the month of publication. */
function readYearToDate(context: DateContext, from: number): When | null {
  const match = context.dates.yearToDate.at(context.tokens, from)
  if (match === null) return null
  const month = context.published?.slice(0, 7)
  const iso = month === undefined ? null : `${month.slice(0, 4)}-01/${month}`
  return { iso, isRelative: true, from, to: match.to, start: match.start }
}

/** Early, middle or late part of a month (days 1-10, 11-20, 21 to the end) or year; undefined for anything else. */
function narrowed(iso: string | null, part: PartName): string | null | undefined {
  if (iso === null) return null
  const month = /^(\d{4})-(\d{2})$/.exec(iso)
  if (month !== null) {
    const [year, number] = [Number(month[1]), Number(month[2])]
    const day = (value: number) => isoDay(year, number, value)
    if (part === 'early') return `${day(1)}/${day(10)}`
    if (part === 'mid') return `${day(11)}/${day(20)}`
    return `${day(21)}/${lastDayOfMonth(year, number)}`
  }
  if (!/^\d{4}$/.test(iso)) return undefined
  return part === 'early' ? `${iso}-01` : part === 'mid' ? `${iso}-06` : `${iso}-12`
}

function opened(iso: string | null, edge: EdgeName): string | null {
  if (iso === null) return null
  const slash = iso.indexOf('/')
  const [first, last] = slash < 0 ? [iso, iso] : [iso.slice(0, slash), iso.slice(slash + 1)]
  return edge === 'since' || edge === 'after' ? `${first}/..` : `../${last}`
}

/** "from 3 to 12 June", "January-April 2025", "between Saturday and Tuesday". */
function readPair(context: DateContext, from: number): When | null {
  for (const pair of context.dates.pairs) {
    const open = pair.open?.at(context.tokens, from) ?? null
    if (pair.open !== null && open === null) continue
    const begin = open?.to ?? from
    const found = readEnds(context, begin, pair.join, pair.open !== null)
    if (found === null) continue
    return { ...found, from, start: open?.start ?? found.start }
  }
  return null
}

function readEnds(
  context: DateContext,
  from: number,
  join: { at: (tokens: DateContext['tokens'], at: number) => { to: number } | null },
  isOpened: boolean,
): When | null {
  const { tokens } = context
  const firstAt = afterPreposition(context, from)
  const first = readPlain(context, firstAt)
  const bareDay = wholeAt(context, firstAt, 1, 31)
  const bareTo = bareDay === null ? undefined : afterSuffix(context, firstAt + 1)
  for (const end of [first?.to, bareTo]) {
    const joint = end === undefined ? null : join.at(tokens, end)
    if (joint === null) continue
    const isBare = end === bareTo && bareDay !== null
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
    if (second?.isDayOnly && written?.day != null) {
      const dated = resolveWritten(context, written)
      const [year, month] =
        dated.iso === null ? [] : [Number(dated.iso.slice(0, 4)), Number(dated.iso.slice(5, 7))]
      const last =
        second.day === null || year === undefined || month === undefined
          ? null
          : isoDay(year, month, second.day)
      return joinedWhen(dated, { ...dated, iso: last, to: second.to }, from, start)
    }
    if (written !== null && second !== null && written.year === null && second.year !== null) {
      const dated = resolveWritten(context, { ...written, year: second.year })
      return joinedWhen(dated, resolveWritten(context, second), from, start)
    }
    const other = readPlain(context, secondAt)
    if (other !== null && (isOpened || bothWritten(first, other)))
      return joinedWhen(first, other, from, start)
  }
  return null
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
  return { ...last, from: read.from, start: read.start, iso: `${first}/${last.iso}` }
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
  }
}
