import { cuesIn, type Marks } from '../marks.ts'
import { isOutlet } from '../speakers/is-outlet.ts'
import type { Span } from '../text/sentences.ts'
import { isStrongIn } from './is-strong-in.ts'
import type { Piece } from './piece.ts'
import { speakersIn } from './speakers-in.ts'

/** Words of who speaks, behind the "that" of the outlet: "the energy minister of Poland, X, had". */
const SUBJECT_WORDS = 10

/** "Reuters reported that *the minister X said* …": who stands between the "that" of an outlet and a verb of saying speaks. */
export function isPassedOn(marks: Marks, outer: Span, verb: Span): boolean {
  const head = { start: outer.end, end: verb.start }
  if (marks.tokens.countWithin(head.start, head.end) > SUBJECT_WORDS) return false
  const isOfOutlet = marks.mentions.within(outer.start, outer.end).some((one) => isOutlet(marks, one, outer))
  return isOfOutlet && speakersIn(marks, head).length > 0 && !isStrongIn(marks, head)
}

/** Where what outlets pass on begins, of frames whose "that" has who speaks and a verb of saying behind it. */
export function passedOnFrom(marks: Marks, frames: readonly Piece[], sentence: Span): number[] {
  return frames
    .filter((frame) => {
      const next = cuesIn(marks, { start: frame.end, end: sentence.end }, 'speech:verbs')[0]
      return next !== undefined && isPassedOn(marks, frame, next)
    })
    .map((frame) => frame.end)
}
