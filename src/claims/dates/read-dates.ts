import { addDays, type CalendarDate, isoBounds, parseCalendarDate } from '../../core/time.ts'
import { notationOf } from '../quantities/digits.ts'
import { readTokenForms } from '../quantities/phrases.ts'
import { sentenceNumbers } from '../quantities/sentences.ts'
import { isoDay, lastDayOfMonth, shiftMonth } from './calendar-days.ts'
import type { DateContext, DateOptions, FoundDate, When } from './date-context.ts'
import type { DateLexicon, EdgeName, PartName } from './date-lexicon.ts'
import { readPair } from './read-pair.ts'
import { afterPreposition, readPlain } from './read-plain.ts'
import { shifted } from './shifted.ts'

/**
 * The dates of a text in order, without overlap. Spans re-slice to `surface`. What needs the publication date
 * stays without `iso` where `published` is null. A day that does not exist is not a date.
 */
export function readDates(
  text: string,
  lexicon: DateLexicon,
  published: CalendarDate | null,
  options: DateOptions = {},
): FoundDate[] {
  const context = dateContext(text, lexicon, published, options)
  const mentions: FoundDate[] = []
  let at = 0
  while (at < context.tokens.length) {
    const token = context.tokens[at]
    const isOpen = token !== undefined && lexicon.starts.mayStart(token)
    const found = isOpen ? (readPair(context, at) ?? readModified(context, at)) : null
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

export function dateContext(
  text: string,
  lexicon: DateLexicon,
  published: CalendarDate | null,
  options: DateOptions = {},
): DateContext {
  const tokens = options.tokens ?? readTokenForms(text, lexicon.numbers.affixes)
  let sentences: readonly number[] | undefined
  return {
    text,
    tokens,
    lexicon: lexicon.numbers,
    notation: notationOf(tokens, lexicon.numbers),
    dates: lexicon,
    dayFirst: lexicon.dayFirst || putsDayFirst(tokens, lexicon),
    published,
    manner: options.manner ?? 'news',
    sentences: () => {
      sentences ??= sentenceNumbers(tokens, noAbbreviations)
      return sentences
    },
    numbers: options.numbers ?? [],
    plain: [],
    lastDay: null,
    lastMonth: null,
  }
}

const noAbbreviations: ReadonlySet<string> = new Set()

/** A text that writes "14 May" and never "May 14" writes 3/4 for the third of April. */
function putsDayFirst(tokens: DateContext['tokens'], lexicon: DateLexicon): boolean {
  let [dayFirst, monthFirst] = [0, 0]
  tokens.forEach((token, at) => {
    if (lexicon.names.months.at(tokens, at) === null || !/^\p{Lu}/u.test(token.text)) return
    if (/^\d{1,2}$/u.test(tokens[at - 1]?.fold ?? '')) dayFirst += 1
    else if (/^\d{1,2}$/u.test(tokens[at + 1]?.fold ?? '')) monthFirst += 1
  })
  return dayFirst > 0 && monthFirst === 0
}

function mentionOf(context: DateContext, found: When): FoundDate {
  const end = context.tokens[found.to - 1]?.end ?? found.start
  return {
    surface: context.text.slice(found.start, end),
    start: found.start,
    end,
    iso: found.iso,
    is_relative: found.isRelative,
    ...(found.bare && { bare: found.bare }),
  }
}

function rememberDay(context: DateContext, iso: string | null): void {
  if (iso === null) return
  // What was read ahead may hang on the day named last.
  context.plain.length = 0
  context.lastDay = parseCalendarDate(iso) ?? context.lastDay
  context.lastMonth = isoBounds(iso)?.first ?? context.lastMonth
}

/** A plain expression with what narrows it (early, the night before) or opens it (since, until). */
function readModified(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const end = readUntilEnd(context, from) ?? readYearToDate(context, from)
  if (end !== null) return end
  const edge = dates.edges.before.at(tokens, from)
  if (edge !== null && !isComparison(context, edge.value, from) && !isOnlyAt(context, edge.value, from)) {
    const inner = readNarrowed(context, edge.to) ?? readNarrowed(context, afterPreposition(context, edge.to))
    if (inner !== null) {
      // 从2027年起 marks both ends.
      const to = dates.edges.after.at(tokens, inner.to)?.to ?? inner.to
      return {
        ...inner,
        from,
        to,
        start: edge.start,
        iso: opened(inner.iso, turned(context, edge.value, from)),
      }
    }
  }
  const inner = readNarrowed(context, from)
  if (inner === null) return null
  const tail = dates.edges.after.at(tokens, inner.to)
  const isOther = tail?.value === 'since' && dates.sinceNotBefore.has(context.tokens[tail.to]?.fold ?? '')
  return tail === null || isOther ? inner : { ...inner, to: tail.to, iso: opened(inner.iso, tail.value) }
}

/** "by the end of the month": until its last day. */
function readUntilEnd(context: DateContext, from: number): When | null {
  const match = context.dates.untilEnd.at(context.tokens, from)
  if (match === null) return null
  const iso = shifted(context.published, match.value)
  const last = iso === null ? null : isoBounds(iso)?.last
  return { iso: last == null ? null : `../${last}`, isRelative: true, from, to: match.to, start: match.start }
}

/** "compared with February": the word that elsewhere says "since" joins. */
function isComparison(context: DateContext, edge: EdgeName, from: number): boolean {
  return edge === 'since' && context.dates.sinceNotAfter.has(context.tokens[from - 1]?.fold ?? '')
}

/** 跌至2021年最低: a word that says "until" behind some words alone, behind another. */
function isOnlyAt({ tokens, dates }: DateContext, edge: EdgeName, from: number): boolean {
  const behind = edge === 'until' ? dates.untilAfter.get(tokens[from]?.fold ?? '') : undefined
  return behind !== undefined && !behind.has(tokens[from - 1]?.fold ?? '')
}

const NOT_WORDS = 8

/** "does not expect a decision before 2028" means not before. */
function turned(context: DateContext, edge: EdgeName, from: number): EdgeName {
  if (edge !== 'before') return edge
  const { tokens, dates } = context
  const sentences = context.sentences()
  for (let at = Math.max(0, from - NOT_WORDS); at < from; at += 1)
    if (sentences[at] === sentences[from] && dates.not.has(tokens[at]?.fold ?? '')) return 'notBefore'
  return edge
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
  const half = readHalfOfMonth(context, from)
  if (half !== null) return half
  const part = dates.parts.before.at(tokens, from)
  const whole = part === null ? null : readPlain(context, dates.fillers.at(tokens, part.to)?.to ?? part.to)
  if (part !== null && whole !== null) {
    const iso = narrowed(whole.iso, part.value)
    if (iso !== undefined) return { ...whole, from, start: part.start, iso }
  }
  const ofUnit = part === null ? null : partOfUnit(context, from, part)
  if (ofUnit !== null) return ofUnit
  const toDate = readYearToDate(context, from)
  if (toDate !== null) return toDate
  const plain = readPlain(context, from)
  if (plain === null) return null
  const tail = dates.parts.after.at(tokens, plain.to)
  const isOther = tail?.value === 'mid' && dates.midNotBefore.has(tokens[tail.to]?.fold ?? '')
  const iso = tail === null || isOther ? undefined : narrowed(plain.iso, tail.value)
  return tail === null || iso === undefined ? plain : { ...plain, to: tail.to, iso }
}

/** "the end of the month", в начале года: of the month or year of publication. */
function partOfUnit(
  context: DateContext,
  from: number,
  part: { readonly to: number; readonly start: number; readonly value: PartName },
): When | null {
  const { tokens, dates } = context
  const unit = dates.units.at(tokens, dates.fillers.at(tokens, part.to)?.to ?? part.to)
  if (unit === null || (unit.value !== 'month' && unit.value !== 'year')) return null
  const iso = narrowed(shifted(context.published, { unit: unit.value, by: 0 }), part.value)
  return iso === undefined ? null : { iso, isRelative: true, from, to: unit.to, start: part.start }
}

/** "the first half of March": its days 1-15 or 16 to the end. */
function readHalfOfMonth(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const which = dates.ordinals.at(tokens, from)
  const half = which === null ? null : dates.half.at(tokens, which.to)
  if (which === null || half === null || which.value > 2) return null
  const whole = readPlain(context, dates.fillers.at(tokens, half.to)?.to ?? half.to)
  if (whole === null || !MONTH.test(whole.iso ?? '')) return null
  const iso = narrowed(whole.iso, which.value === 1 ? 'firstHalf' : 'secondHalf') ?? null
  return { ...whole, from, start: which.start, iso }
}

/** "since the start of the year": from January to the month of publication. */
function readYearToDate(context: DateContext, from: number): When | null {
  const match = context.dates.yearToDate.at(context.tokens, from)
  if (match === null) return null
  const month = context.published?.slice(0, 7)
  const iso = month === undefined ? null : `${month.slice(0, 4)}-01/${month}`
  return { iso, isRelative: true, from, to: match.to, start: match.start }
}

/**
 * Early, middle or late part of a month (days 1-10, 11-20, 21 to the end) or year, or half of a month (1-15, 16 to the
 * end); undefined for anything else.
 */
function narrowed(iso: string | null, part: PartName): string | null | undefined {
  if (iso === null) return null
  const month = MONTH.exec(iso)
  if (month !== null) {
    const [year, number] = [Number(month[1]), Number(month[2])]
    const day = (value: number) => isoDay(year, number, value)
    if (part === 'early') return `${day(1)}/${day(10)}`
    if (part === 'mid') return `${day(11)}/${day(20)}`
    if (part === 'firstHalf') return `${day(1)}/${day(15)}`
    if (part === 'secondHalf') return `${day(16)}/${lastDayOfMonth(year, number)}`
    return `${day(21)}/${lastDayOfMonth(year, number)}`
  }
  if (!/^\d{4}$/.test(iso) || part === 'firstHalf' || part === 'secondHalf') return undefined
  return part === 'early' ? `${iso}-01` : part === 'mid' ? `${iso}-06` : `${iso}-12`
}

const MONTH = /^(\d{4})-(\d{2})$/

/** Before December is until November, before 2030 until 2029; before a day keeps the day. */
function unitBefore(iso: string): string {
  if (/^\d{4}$/.test(iso)) return String(Number(iso) - 1).padStart(4, '0')
  return /^\d{4}-\d{2}$/.test(iso) ? shiftMonth(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), -1) : iso
}

function opened(iso: string | null, edge: EdgeName): string | null {
  if (iso === null) return null
  const slash = iso.indexOf('/')
  const [first, last] = slash < 0 ? [iso, iso] : [iso.slice(0, slash), iso.slice(slash + 1)]
  if (edge === 'before') return `../${unitBefore(last)}`
  return edge !== 'until' ? `${first}/..` : `../${last}`
}
