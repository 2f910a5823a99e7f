import type { Lexicon } from '../lexicon/lexicon.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import { headlineFrames } from './headline-frames.ts'
import { isStrongIn } from './is-strong-in.ts'
import { lastVerbFrames } from './last-verb-frames.ts'
import { looseFrames } from './loose-frames.ts'
import { openFrames } from './open-frames.ts'
import { passedOnFrom } from './passed-on.ts'
import type { Piece } from './piece.ts'

/** Cuts a sentence into what is said and who says it, in order, without gaps. */
export function piecesOf(marks: Marks, sentence: Span, lexicon: Lexicon): Piece[] {
  const said =
    lexicon.order === 'verb_last'
      ? lastVerbFrames(marks, sentence, lexicon)
      : openAndLooseFrames(marks, sentence, lexicon)
  const frames = dropOverlaps([...said, ...headlineFrames(marks, sentence)])
  const pieces: Piece[] = []
  let from = sentence.start
  for (const frame of frames) {
    if (frame.around !== undefined && frame.around.start >= from) {
      if (frame.around.start > from) pieces.push(content(from, frame.around.start))
      pieces.push(content(frame.around.start, frame.around.end, frame))
      from = frame.around.end
      continue
    }
    if (frame.start > from) pieces.push(content(from, frame.start))
    pieces.push(frame)
    from = frame.end
  }
  if (from < sentence.end) pieces.push(content(from, sentence.end))
  return joinAroundFrames(
    marks,
    pieces.filter((piece) => /[\p{L}\p{N}]/u.test(marks.text.slice(piece.start, piece.end))),
  )
}

function openAndLooseFrames(marks: Marks, sentence: Span, lexicon: Lexicon): Piece[] {
  const open = openFrames(marks, sentence, lexicon)
  return [...open, ...looseFrames(marks, sentence, lexicon, passedOnFrom(marks, open, sentence))]
}

function content(start: number, end: number, within: Piece | null = null): Piece {
  return { kind: 'content', start, end, cue: null, opens: false, within }
}

const FEW_WORDS = 8

/** A comma, and the dash that Slavic quotations set behind it: "«Prices, — said X, — will fall»". */
const AT_COMMA = /[,،，]\s*(?:[—–]\s*)?$/u

/** A subject, a frame between commas and its predicate are one content, with the frame within. */
function joinAroundFrames(marks: Marks, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (let index = 0; index < pieces.length; index++) {
    const [head, frame, rest] = [pieces[index], pieces[index + 1], pieces[index + 2]]
    if (head === undefined) break
    if (
      head.kind === 'content' &&
      frame?.kind === 'frame' &&
      !frame.opens &&
      rest?.kind === 'content' &&
      AT_COMMA.test(marks.text.slice(head.start, head.end)) &&
      AT_COMMA.test(marks.text.slice(frame.start, frame.end)) &&
      (isOpenEnded(marks, head) || isTail(marks, rest))
    ) {
      joined.push(content(head.start, rest.end, frame))
      index += 2
    } else joined.push(head)
  }
  return joined
}

/** A subject before the frame, its predicate behind it. */
function isOpenEnded(marks: Marks, head: Span): boolean {
  return marks.tokens.countWithin(head.start, head.end) <= FEW_WORDS && !isStrongIn(marks, head)
}

const TAIL_WORDS = 16

/** "Loadings fell, by X's count, by 18% to …": what follows the frame is the rest of the same clause. */
function isTail(marks: Marks, rest: Span): boolean {
  const words = marks.tokens.within(rest.start, rest.end)
  const first = words[0]
  if (first === undefined || words.length > TAIL_WORDS || isStrongIn(marks, rest)) return false
  return cuesIn(marks, first, 'join').length === 0 && marks.quantities.countWithin(rest.start, rest.end) > 0
}

/** Frames in order; of two that overlap the one that opens a content clause stands, else the first. */
function dropOverlaps(frames: readonly Piece[]): Piece[] {
  const kept: Piece[] = []
  const ordered = [...frames].sort((a, b) => Number(b.opens) - Number(a.opens) || a.start - b.start)
  for (const frame of ordered) {
    if (kept.some((other) => frame.start < other.end && other.start < frame.end)) continue
    kept.push(frame)
  }
  return kept.sort((a, b) => a.start - b.start)
}
