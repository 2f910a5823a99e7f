import { causesIn } from '../causes-in.ts'
import type { Modality } from '../claim.ts'
import type { CueMatch } from '../lexicon/cue.ts'
import { type ModalityCue, modalityGroups } from '../lexicon/cue-groups.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import { asidesIn } from './asides.ts'
import { isObjectMarker } from './before-noun.ts'
import type { Asked } from './cue-scope.ts'

export interface Certainty {
  readonly modality: Modality
  readonly polarity: 'positive' | 'negative'
  readonly cues: readonly CueMatch[]
  /** In a few words, which rule decided. */
  readonly rule: string
}

/** A clause of which it is asked how certain it is. */
export interface Told {
  readonly marks: Marks
  readonly clause: Span
  readonly asked: Asked
  /** Words of a cause; none are taken apart where the verb stands last, behind them. */
  readonly reasons: readonly CueMatch[]
  /** Stretches that tell of a noun and not of the event. */
  readonly asides: readonly Span[]
}

/** The same with what is negated in it. */
export interface ToldOrNot extends Told {
  readonly negation: readonly CueMatch[]
  readonly conditions: readonly CueMatch[]
  readonly polarity: Certainty['polarity']
}

export function toldBy(marks: Marks, clause: Span, asked: Asked): Told {
  return {
    marks,
    clause,
    asked,
    reasons: asked.verbIsLast ? [] : causesIn(marks, clause),
    asides: asked.verbIsLast ? [] : asidesIn(marks, clause, asked.eventCues),
  }
}

export function said({ marks, clause, asides }: Told, name: ModalityCue): readonly CueMatch[] {
  const found = cuesIn(marks, clause, modalityGroups[name])
  const cues = asides.length === 0 ? found : found.filter((cue) => !asides.some((one) => holds(one, cue)))
  return name === 'planned' ? cues.filter((cue) => !isObjectMarker(marks, cue)) : cues
}

/** "prices rose on fears that X could": what is feared is not what happened. */
export const isOfCause = ({ reasons, asked }: Told, cue: CueMatch): boolean =>
  reasons.some((cause) => cause.start < cue.start && asked.eventCues.some((one) => one.end <= cause.start))

/** "attacked, nobody was hurt": what is negated is told of people. */
export const isOfPeople = (told: Told, cue: CueMatch): boolean =>
  said(told, 'unhurt').some((one) => one.start < cue.end && cue.start < one.end)

/** "was carrying": the form around the word says when. */
export const holds = (cue: Span, other: Span): boolean => cue.start <= other.start && cue.end >= other.end
