import type { Draft } from './draft.ts'
import { draftContent } from './draft-content.ts'
import { draftFrame } from './draft-frame.ts'
import { toldTo } from './outlet-ahead.ts'
import type { SentenceInput } from './sentence-input.ts'
import { beginSentence } from './so-far.ts'

/** Reads a sentence piece by piece, what is said and who says it, and drafts its claims. */
export function draftSentence(input: SentenceInput): Draft[] {
  const soFar = beginSentence(input)
  const { pieces } = soFar
  pieces.forEach((piece, at) => {
    const outlet = at === 0 && pieces[1]?.kind === 'frame' ? toldTo(input.marks, piece) : null
    if (outlet !== null) soFar.toldAhead = outlet
    else if (piece.kind === 'frame') draftFrame(soFar, piece)
    else draftContent(soFar, piece)
  })
  return soFar.made
}
