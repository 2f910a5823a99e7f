import type { CueMatch } from '../lexicon/cue.ts'
import type { ModalityCue } from '../lexicon/cue-groups.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

/** "cannot": where "not" stands right before "may", nothing is possible; "may not" is. */
export function isInability(
  marks: Marks,
  clause: Span,
  cue: CueMatch,
  negation: readonly CueMatch[],
): boolean {
  const last = marks.tokens.within(clause.start, clause.end).at(-1)
  // "of a spill threat there-is-none": a clause that ends in "not" denies what it began with.
  return negation.some(
    (not) => cue.firstToken - not.lastToken === 1 || (not.end === last?.end && cue.end < not.start),
  )
}

/** Room for the words before the last of a verb of saying. */
const SAYING_REACH = 30

/** "now … was cut": in a language with the verb at the end, a last word in the past says more than an adverb. */
export function endsInPast(marks: Marks, clause: Span, adverb: CueMatch): boolean {
  const last = marks.tokens.within(clause.start, clause.end).at(-1)
  if (last === undefined || adverb.end > last.start) return false
  if (cuesIn(marks, last, 'modality:happened').length === 0) return false
  // "claimed" may be two words: "iddia etti", "dile getirdi".
  const tail = { start: Math.max(clause.start, last.start - SAYING_REACH), end: last.end }
  return cuesIn(marks, tail, 'speech:').every((cue) => cue.end !== last.end)
}

/** "It may be that …"; "X expects that …", "X forecast …", "it was expected that …": what is expected is to come. */
export function saidInFrame(marks: Marks, frame: Span, name: ModalityCue): readonly CueMatch[] {
  if (name === 'possible') return cuesIn(marks, frame, 'modality:possible')
  if (name !== 'planned') return []
  const expectations = cuesIn(marks, frame, 'speech:')
  return cuesIn(marks, frame, 'modality:planned').filter((cue) =>
    expectations.some((one) => one.start <= cue.start && one.end >= cue.end),
  )
}
