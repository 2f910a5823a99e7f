export interface Span {
  readonly start: number
  readonly end: number
}

export interface Sentence extends Span {
  /** Index of the line it stands in, blank lines not counted. */
  readonly line: number
  /** True where the line ends without a full stop and another line follows: a headline or a crosshead. */
  readonly isHeading: boolean
}

const ENDERS = new Set(['.', '!', '?', '؟', '…', '。', '！', '？', '۔'])
const CLOSERS = new Set(['"', '”', '»', '’', "'", ')', ']', '“', '」', '』', '）'])
const HEADING_MAX = 140

interface Options {
  /** Folded words that end in a full stop without ending the sentence. */
  readonly abbreviations: ReadonlySet<string>
  /** Spans that a boundary must not cut: numbers with units, dates, names. Sorted by start. */
  readonly whole: readonly Span[]
  /** Words behind the name of a time zone: "Moscow *time*". */
  readonly zoneWords?: ReadonlySet<string>
  /** Where amounts end: the point behind "60 тыс. т" ends the sentence, though "т." is an abbreviation. */
  readonly amountEnds?: ReadonlySet<number>
}

/** Sentences of a text, trimmed of white space, in order. A line break always ends one. */
export function splitSentences(text: string, options: Options): Sentence[] {
  const lines = unwrapped(text, linesOf(text))
  return lines.flatMap((line, index) => {
    const parts = splitLine(text, line, options)
    const body = text.slice(line.start, line.end)
    const isHeading =
      parts.length === 1 &&
      index < lines.length - 1 &&
      body.length <= HEADING_MAX &&
      !ENDERS.has(body.replace(/["”»’')\]“\s]+$/u, '').slice(-1)) &&
      !/[:：;,،]$/u.test(body)
    return parts.map((part) => ({ line: index, isHeading, ...part }))
  })
}

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let from = 0
  while (from <= text.length) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 ? text.length : newline
    // A date line that pages put before the text ("date 2025-01-31") is no part of a sentence.
    const label =
      /^\s*date:?\s+\d{4}-\d{2}-\d{2}\s/iu.exec(text.slice(from, Math.min(to, from + 40)))?.[0].length ?? 0
    const span = trim(text, from + label, to)
    if (span !== null) lines.push(span)
    from = to + 1
  }
  return lines
}

const FULL_LINE = 40
const LONGEST_WRAPPED = 100
const FEWEST_WRAPPED = 4

/**
 * Lines that were broken at a fixed width are one: where a full line ends within a sentence and the next goes on
 * in small letters; in a text of such lines also before a capital or a number.
 */
function unwrapped(text: string, lines: readonly Span[]): Span[] {
  const goesOn = (line: Span, next: Span | undefined): next is Span =>
    next !== undefined &&
    line.end - line.start >= FULL_LINE &&
    /[\p{L}\p{N},]$/u.test(text.slice(line.end - 1, line.end)) &&
    /^[^\S\n]*\n[^\S\n]*$/u.test(text.slice(line.end, next.start))
  const isSmall = (next: Span): boolean => /^[\p{Ll},;]/u.test(text.slice(next.start, next.start + 2))
  const wrapped = lines.filter((line, index) => {
    const next = lines[index + 1]
    return goesOn(line, next) && isSmall(next)
  })
  const isNarrow = lines.every((line) => line.end - line.start <= LONGEST_WRAPPED)
  const isWrapped = wrapped.length >= FEWEST_WRAPPED && isNarrow
  const joined: Span[] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const last = joined.at(-1)
    if (before !== undefined && last !== undefined && goesOn(before, line) && (isSmall(line) || isWrapped))
      joined[joined.length - 1] = { start: last.start, end: line.end }
    else joined.push(line)
  }
  return joined
}

/** The span without white space at its ends; null where nothing remains. */
export function trim(text: string, start: number, end: number): Span | null {
  let [a, b] = [start, end]
  while (a < b && /\s/u.test(text[a] ?? '')) a++
  while (b > a && /\s/u.test(text[b - 1] ?? '')) b--
  return a < b ? { start: a, end: b } : null
}

/** Place of the next mark that may end a sentence; the length of the text where there is none. */
function nextEnder(text: string, from: number): number {
  ANY_ENDER.lastIndex = from
  return ANY_ENDER.exec(text)?.index ?? text.length
}

const ANY_ENDER = /[.!?؟…。！？۔]/g

function splitLine(text: string, line: Span, options: Options): Span[] {
  const parts: Span[] = []
  let from = line.start
  let wholeAt = 0
  for (let at = nextEnder(text, line.start); at < line.end; at = nextEnder(text, at + 1)) {
    while (wholeAt < options.whole.length && (options.whole[wholeAt]?.end ?? 0) <= at) wholeAt++
    const whole = options.whole[wholeAt]
    if (whole !== undefined && whole.start <= at && at < whole.end - 1) continue
    if (!isEnd(text, at, line, from, options)) continue
    let to = at + 1
    while (to < line.end && (CLOSERS.has(text[to] ?? '') || ENDERS.has(text[to] ?? ''))) to++
    const span = trim(text, from, to)
    if (span !== null) parts.push(span)
    from = to
    at = to - 1
  }
  const rest = trim(text, from, line.end)
  if (rest !== null) parts.push(rest)
  return parts
}

function endsAmount({ amountEnds }: Options, at: number): boolean {
  return amountEnds !== undefined && (amountEnds.has(at) || amountEnds.has(at + 1))
}

/** Letters before a year from which on it closes a sentence ("… do 2028 r. Spółka …") and opens none. */
const BEFORE_YEAR = 24

/** "w 2028 r." far from where the sentence began: the point is that of the sentence too. */
function endsOnYear(text: string, at: number, word: string, from: number): boolean {
  const year = /\d{4}\s$/u.exec(text.slice(from, at - word.length))
  return year !== null && word.length === 1 && year.index > BEFORE_YEAR
}

/** Pages lose the space after a full stop: "…alındı.Bakan". A name with a point in it begins with a capital. */
function isRunOn(text: string, at: number, from: number): boolean {
  const before = text.slice(Math.max(from, at - 4), at)
  const next = text.slice(at + 1, at + 3)
  const isCased = /\p{Ll}{3}$/u.test(before) && /^\p{Lu}\p{Ll}/u.test(next)
  return isCased
    ? /^\p{Ll}/u.test(wordBefore(text, at, from))
    : /[\u0621-\u064a]{3}$/u.test(before) && /^[\u0621-\u064a]{2}/u.test(next)
}

const ZONE_WORDS = 2

/** "4:06 a.m. Moscow time", "8 p.m. GMT": the zone of a time of day follows its dotted letters. */
function isInClockTime(text: string, at: number, line: Span, { zoneWords }: Options): boolean {
  if (zoneWords === undefined || zoneWords.size === 0) return false
  if (!/\d\s?\p{Ll}\.\s?\p{Ll}$/u.test(text.slice(Math.max(line.start, at - 6), at))) return false
  const next = text.slice(at + 1, Math.min(line.end, at + 40)).match(/[\p{L}\p{M}]+/gu) ?? []
  const [first, ...rest] = next
  return (
    (first !== undefined && /^\p{Lu}{2,4}$/u.test(first)) ||
    rest.slice(0, ZONE_WORDS).some((word) => zoneWords.has(word.toLowerCase()))
  )
}

function wordBefore(text: string, at: number, from: number): string {
  return /[\p{L}\p{N}]+$/u.exec(text.slice(Math.max(from, at - 24), at))?.[0] ?? ''
}

function isEnd(text: string, at: number, line: Span, from: number, options: Options): boolean {
  const mark = text[at]
  if (mark === '。' || mark === '！' || mark === '？') return true
  const rest = text.slice(at + 1, Math.min(line.end, at + 6))
  const after = /^["”»’')\]“」』.…!?]*/u.exec(rest)?.[0].length ?? 0
  const next = rest.slice(after)
  if (next !== '' && !/^\s/u.test(next)) return mark === '.' && after === 0 && isRunOn(text, at, from)
  if (mark !== '.') return true
  const word = wordBefore(text, at, from)
  const following = next.trimStart()[0] ?? ''
  if (/^\p{Ll}/u.test(following)) return false
  if (isInClockTime(text, at, line, options)) return false
  if (options.abbreviations.has(word.toLowerCase()))
    return (endsAmount(options, at) || endsOnYear(text, at, word, from)) && /^[\p{Lu}«"“„]/u.test(following)
  // A lone capital is an initial ("V. Putin").
  return !(word.length === 1 && /\p{Lu}/u.test(word))
}
