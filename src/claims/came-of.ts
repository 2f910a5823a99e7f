import { type Made, TO_BE } from './claim-of.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import type { Marks } from './marks.ts'

/**
 * "The plant will close, cutting deliveries by a third": a clause that begins with what comes of the one before, and says
 * nothing itself of when, is as certain as that one.
 */
export function withWhatCame(made: readonly Made[], marks: Marks, lexicon: Lexicon): readonly Made[] {
  if (lexicon.comesOf.words.size === 0 && lexicon.comesOf.endings.length === 0) return made
  return made.map((one, at) => {
    const cause = made[at - 1]
    if (cause === undefined || cause.draft.sentence !== one.draft.sentence) return one
    const { modality } = cause.claim
    if (one.claim.modality !== 'happened' || one.certainty.cues.length > 0 || !TO_BE.has(modality)) return one
    return opensWithResult(marks, one, lexicon) ? { ...one, claim: { ...one.claim, modality } } : one
  })
}

function opensWithResult(marks: Marks, { draft }: Made, { comesOf }: Lexicon): boolean {
  const first = marks.tokens.firstWithin(draft.clause.start, draft.clause.end)
  if (first === undefined) return false
  const word = first.printed.toLowerCase()
  return comesOf.words.has(word) || comesOf.endings.some((ending) => word.endsWith(ending))
}
