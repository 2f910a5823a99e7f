import type { Modality } from '../claim.ts'
import type { CueMatch } from '../lexicon/cue.ts'
import { isModality } from '../lexicon/lexicon.ts'
import { cuesIn } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import { endsInPast, isInability, saidInFrame } from './cue-meaning.ts'
import { governs, isApart, isAuxiliaryOf, isOfPermitted, isPronounBetween, yields } from './cue-scope.ts'
import { announcedPlan, headlinePlan } from './headline-plan.ts'
import { isOfNounBehind } from './of-noun-behind.ts'
import { type Certainty, holds, isOfCause, said, type ToldOrNot } from './told.ts'

const COMMA = /[,،]/u

type Tense = 'possible' | 'planned' | 'ongoing' | 'happened'

/** The first of these that is said of the event tells how certain it is. */
const TENSES: readonly (readonly [Tense, Modality])[] = [
  ['possible', 'possible'],
  ['planned', 'announced_or_planned'],
  ['ongoing', 'ongoing'],
  ['happened', 'happened'],
]

/** What may be, is to come, lasts or has happened by the words and forms of verbs that are said of the event. */
export function formOfVerb(told: ToldOrNot): Certainty | null {
  const { marks, asked, polarity, negation } = told
  const scope = scopeOf(told)
  for (const [name, modality] of TENSES) {
    if (name === 'happened' && isTaggedOngoing(told)) continue
    const inFrame = asked.frame === null ? [] : saidInFrame(marks, asked.frame, name)
    const cues = [...said(told, name).filter((cue) => isOfEvent(told, scope, name, cue)), ...inFrame]
    if (cues.length > 0)
      return { modality, polarity, cues: [...cues, ...negation], rule: `a cue of '${name}'` }
    const hinted = name === 'planned' ? (infinitive(told) ?? hypothetical(told)) : null
    if (hinted !== null) return hinted
  }
  return null
}

/** The certainty that the word of the event carries: "plans to", "has been exporting". */
export function tagOfEvent({ asked, polarity, negation }: ToldOrNot): Certainty | null {
  const tagged = taggedIn(asked.eventCues)
  if (tagged === undefined || !isModality(tagged.cue.value)) return null
  return {
    modality: tagged.cue.value,
    polarity,
    cues: [tagged, ...negation],
    rule: 'the certainty that the word of the event carries',
  }
}

/** The word of the event that carries a certainty; one that carries its negation says nothing else of it. */
const taggedIn = (eventCues: readonly CueMatch[]): CueMatch | undefined =>
  eventCues.find((cue) => isModality(cue.cue.value) && cue.cue.value !== 'denied')

/** "exports already": the form of the verb says more than the adverb. */
function isTaggedOngoing(told: ToldOrNot): boolean {
  const tagged = taggedIn(told.asked.eventCues)
  return tagged?.cue.value === 'ongoing' && !said(told, 'happened').some((cue) => holds(cue, tagged))
}

function infinitive({ marks, clause, asked, polarity, negation }: ToldOrNot): Certainty | null {
  const inHeadline = headlinePlan(marks, clause, asked.eventCues)
  const toDo = inHeadline.length > 0 ? inHeadline : announcedPlan(marks, clause, asked)
  if (toDo.length === 0) return null
  return {
    modality: 'announced_or_planned',
    polarity,
    cues: [...toDo, ...negation],
    rule: inHeadline.length > 0 ? 'an infinitive in a headline' : 'an infinitive behind who announces it',
  }
}

/** "X said that it *would*": to come, where somebody says it; else what may be. */
function hypothetical(told: ToldOrNot): Certainty | null {
  const { marks, asked, polarity, negation } = told
  const cues = said(told, 'hypothetical').filter((cue) => governs(marks, cue, asked) && !isOfCause(told, cue))
  const [first] = cues
  if (first === undefined) return null
  return {
    modality: asked.hasSpeaker && isModality(first.cue.value) ? first.cue.value : 'possible',
    polarity,
    cues: [...cues, ...negation],
    rule: 'a form of the verb that tells what would be',
  }
}

/** What else a clause tells, beside its event, of which its words of certainty may be said. */
export interface Scope {
  /** "closed the field, which *yields* …": told of the field. */
  readonly isOfRelative: (cue: CueMatch) => boolean
  /** "exports fell and *could* fall further". */
  readonly isOfAnother: (cue: CueMatch) => boolean
}

export function scopeOf(told: ToldOrNot): Scope {
  const { marks, clause, asked } = told
  const { eventCues } = asked
  const joins = asked.verbIsLast
    ? []
    : [...cuesIn(marks, clause, 'relative'), ...cuesIn(marks, clause, 'join')]
  const opens = (join: CueMatch, cue: CueMatch): boolean =>
    join.cue.value !== 'adverb' &&
    (cue.firstToken - join.lastToken === 1 || isPronounBetween(marks, join, cue)) &&
    !COMMA.test(marks.text.slice(join.end, cue.start))
  const isBehindEvent = (span: Span): boolean => eventCues.every((event) => event.end <= span.start)
  // From there on it is of what is to come.
  const second =
    eventCues.length === 0
      ? undefined
      : joins.find(
          (join) =>
            isBehindEvent(join) &&
            [...said(told, 'possible'), ...said(told, 'planned')].some((cue) => opens(join, cue)),
        )
  return {
    // "X, which yields …, closed the field" too
    isOfRelative: (cue) =>
      joins.some((join) => opens(join, cue) && eventCues.some((event) => event.end <= join.start)),
    isOfAnother: (cue) => second !== undefined && cue.start >= second.start,
  }
}

/** Whether a word of certainty is said of the event, and not of what stands beside it. */
function isOfEvent(told: ToldOrNot, scope: Scope, name: Tense, cue: CueMatch): boolean {
  const { marks, clause, asked } = told
  if (isOfCause(told, cue)) return false
  // "the possibility of loading was restored": the last verb tells, in a language that ends in it.
  const isOfVerbBehind = (): boolean => asked.verbIsLast && endsInPast(marks, clause, cue)
  if (name === 'ongoing')
    return (
      !isOfVerbBehind() &&
      !yieldsToDone(told, cue) &&
      !isApart(marks, cue, asked) &&
      !scope.isOfRelative(cue) &&
      !scope.isOfAnother(cue) &&
      !isOfPermitted(marks, clause, cue, asked)
    )
  if (!governs(marks, cue, asked)) return false
  if (name === 'happened') return true
  if (name === 'possible' && isInability(marks, clause, cue, said(told, 'negation'))) return false
  if (name === 'planned' && (yields(cue, said(told, 'happened'), asked) || yieldsToLasting(told, cue)))
    return false
  return !scope.isOfAnother(cue) && !isOfVerbBehind() && !isOfNounBefore(told, cue)
}

/** "*has* received 30 cargoes *so far*": the adverb dates what is done. */
const yieldsToDone = (told: ToldOrNot, cue: CueMatch): boolean =>
  cue.cue.value === 'happened' &&
  said(told, 'happened').some(
    (done) => !holds(cue, done) && told.asked.eventCues.some((event) => isAuxiliaryOf(done, event)),
  )

/** «*әдетте* … өтеді»: a form of both present and future is of the present where a word says that it lasts. */
const yieldsToLasting = (told: ToldOrNot, cue: CueMatch): boolean =>
  cue.cue.value === 'ongoing' && said(told, 'ongoing').length > 0

/** "a contract that *will be valid* for five years was signed", where it stands before its noun. */
export const isOfNounBefore = ({ marks, asked }: ToldOrNot, cue: CueMatch): boolean =>
  asked.verbIsLast && isOfNounBehind(marks, cue, asked.eventCues)
