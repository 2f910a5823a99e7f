import type { CueMatch } from '../lexicon/cue.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import { longQuotes } from './long-quotes.ts'

const SEPARATOR = /[,;:،؛；，：·—–-]/u
const HARD = /[;؛；·]/u

export interface Cut {
  readonly at: number
  /** A semicolon, a dash, a quotation mark: what follows never belongs to what stands before. */
  readonly isHard: boolean
}

/** Positions where punctuation or a joining word may end a clause; never inside a number, a date or a name. */
export function cutsOf(marks: Marks, span: Span): Cut[] {
  const cuts: Cut[] = []
  for (let at = span.start; at < span.end; at++) {
    const mark = marks.text[at] ?? ''
    if (!SEPARATOR.test(mark) || isWhole(marks, at)) continue
    if (isParting(mark, marks.text[at - 1], marks.text[at + 1]))
      cuts.push({ at: at + 1, isHard: HARD.test(mark) })
  }
  for (const group of ['join', 'purpose'])
    for (const word of cuesIn(marks, span, group))
      if (word.cue.value !== 'adverb' || isBehindMark(marks.text, word.start))
        cuts.push({ at: word.start, isHard: false })
  for (const word of cuesIn(marks, span, 'modality:conditional'))
    cuts.push({ at: word.cue.value === 'after' ? word.end : word.start, isHard: false })
  for (const quote of longQuotes(marks, span)) {
    cuts.push({ at: quote.start, isHard: true }, { at: Math.min(quote.end, span.end), isHard: true })
  }
  for (const that of cuesIn(marks, span, 'that'))
    if (isSecondThat(marks, that)) cuts.push({ at: that.start, isHard: true })
  return cuts
    .filter((cut) => cut.at > span.start && cut.at < span.end)
    .sort((a, b) => a.at - b.at || Number(b.isHard) - Number(a.isHard))
    .filter((cut, index, all) => all[index - 1]?.at !== cut.at)
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
