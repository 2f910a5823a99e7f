import type { Certainty } from './certainty/certainty.ts'
import type { Modality } from './claim.ts'
import { isOneOf, type Lexicon } from './lexicon/lexicon.ts'
import { cuesIn, type Marks } from './marks.ts'
import type { Sentence, Span } from './text/sentences.ts'
import type { Token } from './text/tokens.ts'

/** What is not yet, or may never be. */
export const TO_BE: ReadonlySet<Modality> = new Set<Modality>([
  'announced_or_planned',
  'possible',
  'conditional',
])

/** A clause of a sentence, as certain as it says itself. */
export interface Told {
  readonly clause: Span
  readonly sentence: Sentence
  readonly certainty: Certainty
}

/**
 * The certainty of a clause that says nothing itself of when: as the clause before it in its sentence, where it tells what
 * comes of that ("will close, *cutting* deliveries by a third") or shares its auxiliary ("will visit X *and discuss* Y").
 */
export function asBefore(marks: Marks, told: Told, before: Told | null, lexicon: Lexicon): Certainty {
  const { certainty, clause } = told
  if (before === null || before.sentence !== told.sentence || !TO_BE.has(before.certainty.modality))
    return certainty
  const { modality, cues } = before.certainty
  if (saysNothing(certainty) && opensWithResult(marks, clause, lexicon))
    return { ...certainty, modality, cues, rule: 'what comes of the clause before' }
  if (isOfItsEvent(certainty) && sharesAuxiliary(marks, clause, lexicon))
    return { ...certainty, modality, cues, rule: 'the auxiliary of the clause before' }
  return certainty
}

const saysNothing = ({ modality, cues }: Certainty): boolean => modality === 'happened' && cues.length === 0

/** Nothing, or what the noun of the event would say: talks go on. */
const isOfItsEvent = ({ modality, cues }: Certainty): boolean =>
  !TO_BE.has(modality) && cues.every(({ cue }) => cue.group.startsWith('event:'))

function opensWithResult(marks: Marks, clause: Span, { comesOf }: Lexicon): boolean {
  const first = marks.tokens.firstWithin(clause.start, clause.end)
  return first !== undefined && isOneOf(spelt(first), comesOf)
}

function sharesAuxiliary(marks: Marks, clause: Span, { sharing }: Lexicon): boolean {
  const words = marks.tokens.within(clause.start, clause.end)
  const head = cuesIn(marks, clause, 'shared').findLast(({ start }) => start === words[0]?.start)
  const isAnyVerb = sharing.endings.includes('')
  if (head === undefined && isAnyVerb) return false
  const behind = head === undefined ? 0 : words.findIndex(({ start }) => start >= head.end)
  const verb = sharing.last ? words.at(-1) : words[behind]
  return verb !== undefined && isOneOf(spelt(verb), sharing)
}

const spelt = ({ forms, printed }: Token): string => forms[0] ?? printed
