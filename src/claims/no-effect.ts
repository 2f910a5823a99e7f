import type { CueMatch } from './lexicon/cue.ts'
import { cuesIn, type Marks } from './marks.ts'
import type { Span } from './text/sentences.ts'

/** Words between "not" and what it negates: "will not in any way affect". */
const NEGATED_WORDS = 3
const AFFECTED = ['event:flow', 'event:cargo', 'event:produce']

/**
 * "The outage did not affect deliveries": the word of effect that is negated, where something flows beside it. What
 * stands before it as its subject happened or may happen; the clause tells that nothing came of it.
 */
export function negatedEffects(marks: Marks, span: Span): readonly CueMatch[] {
  const effects = cuesIn(marks, span, 'event:affect')
  if (effects.length === 0) return []
  const negations = cuesIn(marks, span, 'modality:negation')
  if (negations.length === 0) return []
  if (AFFECTED.every((group) => cuesIn(marks, span, group).length === 0)) return []
  return effects.filter((one) => negations.some((not) => isOf(not, one)))
}

/** "does not affect"; where the verb is last, its own ending, or "not" right behind it. */
function isOf(negation: CueMatch, effect: CueMatch): boolean {
  const ahead = effect.firstToken - negation.lastToken
  const behind = negation.firstToken - effect.lastToken
  return (ahead > 0 && ahead <= NEGATED_WORDS) || behind === 1 || !isApart(negation, effect)
}

const isApart = (one: CueMatch, other: CueMatch): boolean =>
  one.lastToken < other.firstToken || one.firstToken > other.lastToken
