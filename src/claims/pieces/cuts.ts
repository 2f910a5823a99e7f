import type { CueMatch } from '../lexicon/cue.ts'
import { cuesIn, type Marks } from '../marks.ts'
import { Layer } from '../text/layer.ts'
import type { Span } from '../text/sentences.ts'
import { longQuotes } from './long-quotes.ts'

const SEPARATORS = /[,;:،؛；，：·—–-]/gu
const SEPARATOR = /[,;:،؛；，：·—–-]/u
const BRACKETS = /\([^()\n]{15,200}\)/gu
const BRACKET_WORDS = 5
const HARD = /[;؛；·]/u

export interface Cut {
  readonly at: number
  /** A semicolon, a dash, a quotation mark: what follows never belongs to what stands before. */
  readonly isHard: boolean
}

/** Positions where punctuation or a joining word may end a clause; never inside a number, a date or a name. */
export function cutsOf(marks: Marks, span: Span): Cut[] {
  const cuts: Cut[] = []
  for (const { at, isHard, by } of allCuts(marks).within(span.start + 1, span.end)) {
    // A word that reaches out of the stretch cuts nothing in it.
    if (by !== null && (by.start < span.start || by.end > span.end + 1)) continue
    if (cuts.at(-1)?.at !== at) cuts.push({ at, isHard })
  }
  return cuts
}

/** A cut of the text, and the word that makes it where it is no mark. */
interface AnyCut extends Cut, Span {
  readonly by: Span | null
}

/** "imports, *perhaps*, will have to grow": the commas around a word that only says what may be. */
function asideMarks(marks: Marks): ReadonlySet<number> {
  const { text } = marks
  const commas = new Set<number>()
  for (const cue of cuesIn(marks, { start: 0, end: text.length }, 'modality:possible')) {
    const opens = /,\s$/u.exec(text.slice(Math.max(0, cue.start - 2), cue.start))
    if (opens === null || text[cue.end] !== ',') continue
    commas.add(cue.start - 2)
    commas.add(cue.end)
  }
  return commas
}

/** Sentences, pieces and clauses ask for cuts of the same text: they are found once. */
const found = new WeakMap<Marks, Layer<AnyCut>>()

function allCuts(marks: Marks): Layer<AnyCut> {
  const known = found.get(marks)
  if (known !== undefined) return known
  const cuts: AnyCut[] = []
  // Of cuts at one place the hard one is longer, and so the first.
  const cut = (at: number, isHard: boolean, by: Span | null = null): void => {
    cuts.push({ at, isHard, by, start: at, end: isHard ? at + 1 : at })
  }
  const whole = { start: 0, end: marks.text.length }
  const asides = asideMarks(marks)
  for (const { index: at, 0: mark } of marks.text.matchAll(SEPARATORS)) {
    if (asides.has(at)) continue
    if (isParting(mark, marks.text[at - 1], marks.text[at + 1]) && !isWhole(marks, at))
      cut(at + 1, HARD.test(mark))
  }
  // "said in an interview *with* the agency": the word is one of the phrase.
  const phrases = cuesIn(marks, whole, 'speech:quoted_by')
  for (const group of ['join', 'purpose'])
    for (const word of cuesIn(marks, whole, group))
      if (
        !phrases.some((one) => one.start < word.start && one.end >= word.end) &&
        (word.cue.value !== 'adverb' || isBehindMark(marks.text, word.start)) &&
        // "two and a half years" is one number.
        !marks.quantities.covers(word.start) &&
        !joinsPlaces(marks, word)
      )
        cut(word.start, false, word)
  for (const phrase of cuesIn(marks, whole, 'join_behind_verb')) {
    const word = marks.tokens.within(phrase.start, phrase.end).at(-1)
    if (word !== undefined) cut(word.start, false, word)
  }
  for (const word of cuesIn(marks, whole, 'modality:conditional'))
    cut(word.cue.value === 'after' ? word.end : word.start, false, word)
  // "gave up imports (the embargo was imposed in December)": a bracket of some length tells for itself.
  for (const { index: at, 0: bracket } of marks.text.matchAll(BRACKETS)) {
    if (marks.tokens.countWithin(at, at + bracket.length) < BRACKET_WORDS || isWhole(marks, at)) continue
    cut(at, false)
    cut(at + bracket.length, false)
  }
  for (const quote of longQuotes(marks, whole)) {
    cut(quote.start, true)
    cut(quote.end, true)
  }
  for (const that of cuesIn(marks, whole, 'that')) if (isSecondThat(marks, that)) cut(that.start, true, that)
  const layer = new Layer(cuts)
  found.set(marks, layer)
  return layer
}

const JOINED_REACH = 40
/** "and", "y", "и"; not "while" */
const AND_LETTERS = 3
const LISTED: ReadonlySet<string> = new Set(['country', 'place'])

/** "to Hungary and Slovakia stopped", "of Moscow and Beijing": a word alone between two countries or places, without a comma, makes a list. */
function joinsPlaces(marks: Marks, word: Span): boolean {
  const before = marks.mentions.within(word.start - JOINED_REACH, word.start).at(-1)
  const after = marks.mentions.firstWithin(word.end, word.end + 2)
  if (before === undefined || after === undefined || before.end !== word.start - 1) return false
  if (word.end - word.start > AND_LETTERS) return false
  return LISTED.has(before.entity.type) && LISTED.has(after.entity.type) && after.start === word.end + 1
}

function isBehindMark(text: string, at: number): boolean {
  return SEPARATOR.test(
    text
      .slice(Math.max(0, at - 2), at)
      .trimEnd()
      .at(-1) ?? '',
  )
}

/** A dash parts with a space on one side; a hyphen only where it is typed for a dash, between two. */
function isParting(mark: string, before: string | undefined, after: string | undefined): boolean {
  if (mark === '-') return before === ' ' && after === ' '
  return (mark !== '–' && mark !== '—') || before === ' ' || after === ' '
}

/** "… and that": what follows is said beside what stands before. */
function isSecondThat(marks: Marks, that: CueMatch): boolean {
  const before = marks.tokens.within(Math.max(0, that.start - 12), that.start).at(-1)
  if (before !== undefined && cuesIn(marks, before, 'join').length > 0 && before.end >= that.start - 1)
    return true
  // Arabic writes "and" onto the word.
  return /^و[إأ]/u.test(marks.text.slice(that.start, that.start + 2))
}

function isWhole(marks: Marks, at: number): boolean {
  return (
    marks.quantities.covers(at) ||
    marks.dates.covers(at) ||
    marks.mentions.covers(at) ||
    (/\d/u.test(marks.text[at - 1] ?? '') && /\d/u.test(marks.text[at + 1] ?? ''))
  )
}
