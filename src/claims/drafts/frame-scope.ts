import type { Lexicon } from '../lexicon/lexicon.ts'
import { cuesIn, type Marks } from '../marks.ts'
import { isStrongIn } from '../pieces/is-strong-in.ts'
import type { Piece } from '../pieces/piece.ts'
import type { Span } from '../text/sentences.ts'

export function isSubordinate(marks: Marks, clause: Span): boolean {
  const first = marks.tokens.firstWithin(clause.start, clause.end)
  return first !== undefined && cuesIn(marks, first, 'join').length > 0
}

const CITING_REACH = 40

/** "…, X reported, *citing data of Y on tankers*": what an outlet rests on, behind its frame, is no claim, but where it tells of an event. */
export function isCitedAlone(marks: Marks, piece: Piece): boolean {
  const reach = { start: piece.start, end: Math.min(piece.end, piece.start + CITING_REACH) }
  const [relay] = cuesIn(marks, reach, 'speech:relay')
  if (relay === undefined || isStrongIn(marks, piece)) return false
  const isFirst = /^[\s,،，]*(?:\p{L}{1,4}\s)?$/u.test(marks.text.slice(piece.start, relay.start))
  return isFirst && !/[,،，;:]/u.test(marks.text.slice(relay.end, piece.end).trimEnd().slice(0, -1))
}

const FEWEST_FOLLOWING = 6

/**
 * Whether a frame speaks for what follows alone: one that the "and" of Arabic joins, and "according to X" in Chinese,
 * where it stands before what X says, unless it closes the sentence.
 */
export function beginsAnew(marks: Marks, frame: Piece, sentence: Span, lexicon: Lexicon): boolean {
  if (lexicon.lang === 'zh')
    return (
      frame.cue?.cue.group === 'speech:before' &&
      marks.text.slice(frame.start, frame.end).trimStart().startsWith('据') &&
      marks.tokens.countWithin(frame.end, sentence.end) >= FEWEST_FOLLOWING
    )
  return (
    lexicon.order === 'verb_first' && frame.opens && /^\s*و/u.test(marks.text.slice(frame.start, frame.end))
  )
}

const FEWEST_QUOTED = 4

/** Whether a clause stands behind the quotation that an Arabic frame has opened: «قال X "…"، و…». */
export function isBehindQuote(marks: Marks, frame: Piece, clause: Span, lexicon: Lexicon): boolean {
  if (lexicon.order !== 'verb_first' || !frame.opens || frame.end > clause.start) return false
  const quote = marks.quotes
    .within(frame.start, clause.start)
    .find((one) => one.end > frame.end && one.start - frame.end < 4 && one.end <= clause.start)
  return quote !== undefined && marks.tokens.within(quote.start, quote.end).length >= FEWEST_QUOTED
}

const FEWEST_TOLD = 3
const DOUBTS = ['modality:possible', 'modality:planned', 'modality:ongoing']

/** "…, after X said that it could end": a clause beside what stands before, with its own saying and said. */
export function tellsItself(marks: Marks, frame: Piece, sentence: Span): boolean {
  const [first] = marks.tokens.within(frame.start, frame.end)
  if (first === undefined || frame.cue === null || frame.start <= sentence.start) return false
  if (opensBeside(marks, frame, first)) return true
  if (cuesIn(marks, first, 'join').length === 0) return false
  const told = { start: frame.cue.end, end: frame.end }
  if (marks.tokens.countWithin(told.start, told.end) < FEWEST_TOLD) return false
  return DOUBTS.some((group) => cuesIn(marks, told, group).length > 0)
}

/** "fell *after* X said that …", «после слов X о том, *что* он …»: what X says is none of what stands before. */
function opensBeside(marks: Marks, frame: Piece, first: Span): boolean {
  return ['beside', 'that'].some((group) =>
    cuesIn(marks, frame, group).some(
      (cue) => cue.start === first.start && cue.end <= (frame.cue?.start ?? 0),
    ),
  )
}
