import type { Made } from './claim-of.ts'
import { cuesIn, type Marks } from './marks.ts'
import type { Sentence } from './text/sentences.ts'

/** How grave it is, and that nobody knows why: told as often in a sentence of its own as beside what happened. */
const TONES = ['grave', 'light', 'unexplained'].map((name) => `topic:${name}`)

/**
 * Claims with the words for how grave it is that the next sentence gives, where that tells nothing else: "No damage was
 * found.", "The alarm was false."
 */
export function withToneAfter(
  made: readonly Made[],
  sentences: readonly Sentence[],
  marks: Marks,
): readonly Made[] {
  // By their ends: a dateline is cut off at the head of the first.
  const telling = new Set(made.map(({ draft }) => draft.sentence.end))
  const nextOf = new Map(sentences.map((sentence, at) => [sentence.end, sentences[at + 1]]))
  return made.map((one) => {
    const next = nextOf.get(one.draft.sentence.end)
    if (next === undefined || next.isHeading || telling.has(next.end)) return one
    const tones = TONES.flatMap((group) => cuesIn(marks, next, group)).map(
      ({ cue }) => `${cue.group}:${cue.pattern}`,
    )
    const added = [...new Set(tones)].filter((tone) => !one.claim.cues.includes(tone))
    if (added.length === 0) return one
    return { ...one, claim: { ...one.claim, cues: [...one.claim.cues, ...added] } }
  })
}
