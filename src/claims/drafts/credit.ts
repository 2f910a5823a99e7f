import { cuesIn, type Marks } from '../marks.ts'
import type { Piece } from '../pieces/piece.ts'
import type { Attribution, FrameReading } from '../speakers/speaker.ts'
import type { Span } from '../text/sentences.ts'
import type { Draft } from './draft.ts'

/**
 * "It added that …, according to X", "sources said that …, X reported": what closes a clause names who says it where
 * the frame before took somebody up, and credits its outlet in any case.
 */
export function closeBy(marks: Marks, behind: readonly Draft[], frame: Piece, closing: FrameReading): void {
  const isCited = cuesIn(marks, frame, 'speech:relay').length > 0
  for (const draft of behind) {
    if (draft.spokenBy !== 'frame') continue
    const { speaker, via } = draft.attribution
    if (closing.speaker !== null && closing.isNamedHere && isWithinQuote(marks, draft.saidIn, frame)) {
      draft.attribution = closing
      continue
    }
    // "X reported that …, citing sources": the outlet names nobody before.
    const isOpen = !draft.isNamed || (isCited && speaker === null)
    const isNew = isOpen && closing.isNamedHere && closing.speaker !== null
    draft.attribution = {
      speaker: isNew ? closing.speaker : speaker,
      via: closing.speaker === null || isNew ? [...new Set([...via, ...closing.via])] : via,
    }
  }
}

/** "“… According to X, they need time”, Y said": whom a quotation cites is not who speaks in it. */
function isWithinQuote(marks: Marks, cited: Span | null, frame: Span): boolean {
  return cited !== null && /^[^"“”«»„]+["”“»],?\s*$/u.test(marks.text.slice(cited.start, frame.start))
}

/** "…, said X, adding that …, the agency Y reports": the outlet that closes a sentence has told all of it. */
export function creditAll(made: readonly Draft[], closing: FrameReading): void {
  if (closing.speaker !== null) return
  for (const draft of made) {
    const { speaker, via } = draft.attribution
    if (via.length === 0) draft.attribution = { speaker, via: closing.via }
  }
}

/** Outlets of a frame, and of the one right before it where that names nobody else. */
export function viaOf(before: { readonly attribution: Attribution }, own: Attribution): readonly string[] {
  const { speaker, via } = before.attribution
  return speaker === null ? [...new Set([...own.via, ...via])] : own.via
}
