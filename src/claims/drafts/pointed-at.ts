import type { Marks } from '../marks.ts'
import type { Piece } from '../pieces/piece.ts'
import type { Attribution } from '../speakers/speaker.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Draft } from './draft.ts'

/** "X said this", or a line of its own "– X said" below what was said. */
export function pointsBack(marks: Marks, frame: Piece, pieces: readonly Piece[]): boolean {
  if (frame.cue?.cue.group === 'speech:backward' || frame.cue?.cue.group === 'thus') return true
  return pieces.length === 1 && /^[-–—]\s/u.test(marks.text.slice(frame.start, frame.start + 3))
}

const POINTED_SENTENCES = 3

/**
 * What "X said this" points back at: the sentence before, and those before that one in its paragraph; where the
 * paragraph before is meant as a whole, all of it. Nothing that somebody else has said, but for an outlet that only
 * passes it on: "The minister said that …. X reports this, quoting Y."
 */
export function pointedAt(
  previous: readonly Draft[],
  sentence: Sentence,
  by: Attribution,
): { readonly told: Draft[]; readonly passedOn: Draft[] } {
  // "The minister's words are carried by X": he is named once more, and X passes on what he said.
  const passes = (draft: Draft): boolean =>
    by.via.length > 0 && (by.speaker === null || by.speaker.label === draft.attribution.speaker?.label)
  const passedOn: Draft[] = []
  const pointed: Draft[] = []
  const told = previous.filter((draft) => !draft.sentence.isHeading)
  const last = told.at(-1)
  for (const draft of told.reverse()) {
    // Who only acts in it is not who says it.
    const isSaid = draft.attribution.speaker !== null && draft.spokenBy !== 'subject of the clause'
    if ((isSaid && !passes(draft)) || draft.sentence.line !== last?.sentence.line) break
    if (new Set([...pointed, ...passedOn, draft].map((one) => one.sentence)).size > POINTED_SENTENCES) break
    if (last.sentence.line === sentence.line && draft.sentence !== last.sentence) break
    if (isSaid) passedOn.push(draft)
    else pointed.push(draft)
  }
  return { told: pointed, passedOn }
}
