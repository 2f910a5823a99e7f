import type { CueMatch } from '../lexicon/cue.ts'
import { cuesIn } from '../marks.ts'
import { isBeforeCoverb } from './before-noun.ts'
import { isApart, isBehindPast, isDangerOf, isNearEvent, isOfCondition, isOfPredicate } from './cue-scope.ts'
import { negatedStance } from './denied-in-frame.ts'
import { negatesStemOf } from './negated-stem.ts'
import { holds, isOfPeople, said, type Told, type ToldOrNot } from './told.ts'

/** A clause with the words that negate what it tells, and those that make it hang on something. */
export function withNegation(told: Told): ToldOrNot {
  const { marks, asked } = told
  const conditions = said(told, 'conditional').filter(
    (cue) => !isBehindPast(cue, said(told, 'happened'), asked),
  )
  const negation = [
    ...negationIn(told, conditions),
    // "remained intact": a word that by itself says that it was not damaged
    ...asked.eventCues.filter((cue) => cue.cue.value === 'denied'),
  ]
  const unexpected = asked.frame === null ? [] : negatedStance(marks, asked.frame)
  const isNegative = negation.length > 0 && asked.event !== 'policy_opposition'
  const polarity = isNegative || unexpected.length > 0 ? 'negative' : 'positive'
  // Spread last: added to a spread, each would get a hidden class of its own, which every later look at it pays for.
  return { conditions, negation, polarity, ...told }
}

function negationIn(told: Told, conditions: readonly CueMatch[]): readonly CueMatch[] {
  const cues = said(told, 'negation')
  if (cues.length === 0) return cues
  const { marks, clause, asked } = told
  const phrases = affirmingPhrases(told)
  const auxiliaries = [
    ...said(told, 'planned'),
    ...said(told, 'happened'),
    ...cuesIn(marks, clause, 'predicate'),
  ]
  const near = { absences: cuesIn(marks, clause, 'without'), ...asked }
  const closing = asked.verbIsLast ? marks.tokens.within(clause.start, clause.end).at(-1) : undefined
  const isOfWhatIsTold = (cue: CueMatch): boolean =>
    cue.start === clause.start ||
    // where the verb is last, it is the verb of the clause that says not
    cue.end === closing?.end ||
    isNearEvent(cue, near) ||
    // «переговоры … *не ведутся*»
    said(told, 'ongoing').some((one) => one.firstToken - cue.lastToken === 1) ||
    isOfPredicate(cue, auxiliaries) ||
    isBeforeCoverb(marks, cue, asked.eventCues)
  return cues.filter(
    (cue) =>
      !isOfPeople(told, cue) &&
      !isOfReason(told, cue) &&
      !isApart(marks, cue, asked) &&
      !isBehindHanComma(told, cue) &&
      isOfWhatIsTold(cue) &&
      !phrases.some((one) => holds(one, cue) && !negatesStemOf(one, cue) && !isInGap(one, cue)) &&
      !isOfCondition(cue, conditions),
  )
}

/** "stopped deliveries because they did not pay": what is negated is the reason. */
const isOfReason = ({ reasons, asked }: Told, cue: CueMatch): boolean =>
  reasons.some((one) => one.end <= cue.start && asked.eventCues.every((event) => event.end <= one.start))

/** 流量减少，使欧洲没有时间: behind a comma Chinese says "not" of what stands there. */
const isBehindHanComma = ({ marks, asked }: Told, cue: CueMatch): boolean =>
  asked.eventCues.length > 0 &&
  asked.eventCues.every((event) => marks.text.slice(event.end, cue.start).includes('，'))

/** "without changes", "does not rule out": phrases that as a whole say something positive, a "not" within them included. */
function affirmingPhrases(told: Told): readonly CueMatch[] {
  const { marks, clause, asked } = told
  const isDanger = (one: CueMatch): boolean => isDangerOf(one, asked.eventCues)
  const wider = cuesIn(marks, clause, 'event:').filter(
    (one) =>
      one.lastToken > one.firstToken &&
      one.cue.group !== 'event:affect' &&
      // "will no longer strike": where it makes no halt it negates
      one.cue.group !== 'event:cease' &&
      // "will not extend the contract": a halt where that is what is told, else an agreement that is denied
      (one.cue.group !== 'event:halt' || asked.event === 'supply_halt') &&
      !isNormalOfEvent(told, one) &&
      !isDanger(one),
  )
  return [
    // "no effect on", "etkilemedi": the word of effect is what is negated
    ...asked.eventCues.filter((cue) => cue.cue.group !== 'event:affect'),
    ...said(told, 'possible'),
    // "has not been interrupted" goes on
    ...said(told, 'ongoing'),
    ...cuesIn(marks, clause, 'event:normal').filter((one) => !isNormalOfEvent(told, one) && !isDanger(one)),
    ...wider,
  ]
}

/** "did not affect the flow" as a whole tells that it runs; where the flow being affected is the event, that is denied. */
const isNormalOfEvent = ({ asked }: Told, one: CueMatch): boolean =>
  one.cue.group === 'event:normal' &&
  asked.eventCues.some(
    (event) => event.cue.group === 'event:affect' && event.start >= one.start && event.start < one.end,
  )

/** "haben sich .. *nicht* .. geeinigt": what stands in the gap of a phrase is none of its words. */
function isInGap(phrase: CueMatch, { cue }: CueMatch): boolean {
  const words = phrase.cue.pattern.split(' ')
  return words.includes('..') && !words.includes(cue.pattern.split(' ')[0] ?? '')
}
