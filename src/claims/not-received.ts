import type { Certainty } from './certainty/certainty.ts'
import type { FoundEvent } from './event-of.ts'
import type { CueMatch } from './lexicon/cue.ts'
import { cuesIn, cuesOfAny, type Marks } from './marks.ts'
import type { Span } from './text/sentences.ts'

const GETTING = ['event:take', 'event:carry'] as const
/** Words between "not" and its verb, and between the verb and what is got, names of buyers apart. */
const NEAR_WORDS = 2

/**
 * "The country does not get oil", "no gas goes through the line": not a denial that something is delivered, but that it
 * has stopped. What is got stands at the verb: who "has not received a request for gas" lacks none.
 */
export function isNotReceived(
  marks: Marks,
  clause: Span,
  { cues, polarity }: { readonly cues: FoundEvent['cues']; readonly polarity: Certainty['polarity'] },
): boolean {
  const group = cues[0]?.cue.group
  if (polarity !== 'negative' || !GETTING.some((one) => one === group)) return false
  const verbs = cuesOfAny(marks, clause, GETTING).filter((verb) => isNegated(marks, clause, verb))
  return verbs.some((verb) => goods(marks, clause).some((one) => isAt(marks, verb, one)))
}

function isNegated(marks: Marks, clause: Span, verb: CueMatch): boolean {
  return cuesIn(marks, clause, 'modality:negation').some(
    (not) =>
      not.firstToken <= verb.lastToken + 1 &&
      not.lastToken >= verb.firstToken - 1 - NEAR_WORDS &&
      not.start < verb.end,
  )
}

const goods = (marks: Marks, clause: Span): readonly Span[] =>
  marks.mentions.within(clause.start, clause.end).filter(({ entity }) => entity.type === 'commodity')

function isAt(marks: Marks, verb: CueMatch, good: Span): boolean {
  const [from, to] = good.start >= verb.end ? [verb.end, good.start] : [good.end, verb.start]
  if (from >= to) return true
  const named = marks.mentions
    .within(from, to)
    .reduce((sum, { start, end }) => sum + marks.tokens.countWithin(start, end), 0)
  return marks.tokens.countWithin(from, to) - named <= NEAR_WORDS
}
