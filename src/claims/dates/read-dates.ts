import { type CalendarDate, isoBounds, parseCalendarDate } from '../../core/time.ts'
import { notationOf } from '../quantities/digits.ts'
import { readTokenForms } from '../quantities/phrases.ts'
import { sentenceNumbers } from '../quantities/sentences.ts'
import { inYear, shiftMonth } from './calendar-days.ts'
import type { DateContext, DateOptions, FoundDate, When } from './date-context.ts'
import type { DateLexicon, EdgeName } from './date-lexicon.ts'
import { readNarrowed, readYearToDate } from './read-narrowed.ts'
import { readPair } from './read-pair.ts'
import { afterPreposition } from './read-plain.ts'
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
    const before = mentions.at(-1)
    const both = before === undefined ? null : fromUntil(text, before, mention)
    if (both !== null) mentions.pop()
    mentions.push(both ?? mention)
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
    numbers: options.numbers ?? new Map(),
    plain: new Map(),
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

/** "from 1 December" right before "until the end of February": one stretch. */
function fromUntil(text: string, from: FoundDate, until: FoundDate): FoundDate | null {
  const first = from.iso?.endsWith('/..') === true ? from.iso.slice(0, -'/..'.length) : null
  const end = until.iso?.startsWith('../') === true ? until.iso.slice('../'.length) : null
  // Without a year the end is the first of its name behind the beginning: it looks ahead only from there.
  const isYearOver = end !== null && first !== null && until.is_relative && inYear(end, -1) > first
  const last = isYearOver ? inYear(end, -1) : end
  if (first === null || last === null || first > last || text.slice(from.end, until.start).trim() !== '')
    return null
  return {
    surface: text.slice(from.start, until.end),
    start: from.start,
    end: until.end,
    iso: `${first}/${last}`,
    is_relative: from.is_relative || until.is_relative,
  }
}

function rememberDay(context: DateContext, iso: string | null): void {
  if (iso === null) return
  // What was read ahead may hang on the day named last.
  context.plain.clear()
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
    if (inner !== null && !isOwner(context, edge.value, from, inner.to)) {
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
  const isOther = tail?.value === 'since' && isOtherWord(context, from, tail.to)
  return tail === null || isOther ? inner : { ...inner, to: tail.to, iso: opened(inner.iso, tail.value) }
}

/** "kündigte am Montag *an*": what elsewhere says "since" behind a date is part of another word. */
function isOtherWord({ tokens, dates }: DateContext, from: number, to: number): boolean {
  if (dates.sinceNotBefore.has(tokens[to]?.fold ?? '')) return true
  return dates.sinceLeads.size > 0 && !dates.sinceLeads.has(tokens[from - 1]?.fold ?? '')
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

/** "damage from last week's fire": the word that elsewhere says "since" is of the fire. */
function isOwner({ tokens, dates }: DateContext, edge: EdgeName, from: number, to: number): boolean {
  if (edge !== 'since' || dates.sincePast.has(tokens[from]?.fold ?? '')) return false
  return dates.sinceNotBefore.has(tokens[to]?.fold ?? '')
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
