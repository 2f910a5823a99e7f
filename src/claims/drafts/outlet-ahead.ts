import type { Lexicon } from '../lexicon/lexicon.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Piece } from '../pieces/piece.ts'
import type { FrameReading } from '../speakers/speaker.ts'
import type { Span } from '../text/sentences.ts'

const TOLD_WORDS = 12

/** The outlet that somebody speaks to in a stretch which says nothing else. */
export function toldTo(marks: Marks, piece: Piece): string | null {
  if (piece.kind === 'frame' || marks.tokens.countWithin(piece.start, piece.end) > TOLD_WORDS) return null
  const cue = cuesIn(marks, piece, 'speech:quoted_by')[0]
  if (cue === undefined) return null
  const outlet = marks.mentions
    .within(cue.end - 1, piece.end)
    .find((one) => marks.outlets.has(one.entity.canonical))
  return outlet?.entity.canonical ?? null
}

/** "According to the agency X, …": an outlet at the head of a sentence hands on all that is said in it. */
export function reportsOn(frame: Piece, read: FrameReading, sentence: Span, lexicon: Lexicon): boolean {
  if (read.via.length === 0 || frame.start - sentence.start > 2) return false
  return lexicon.lang === 'zh' || frame.cue?.cue.group === 'speech:before'
}
