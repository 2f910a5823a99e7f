import { causesIn } from './causes-in.ts'
import type { EventType, Modality } from './claim.ts'
import { endsInPast, isInability, saidInFrame } from './cue-meaning.ts'
import {
  type Asked,
  governs,
  isApart,
  isBehindPast,
  isDangerOf,
  isNearEvent,
  isOfClause,
  isOfCondition,
  isOfPermitted,
  isOfPredicate,
  isPronounBetween,
  PREDICATES,
  yields,
} from './cue-scope.ts'
import { deniedBefore, deniedReports, negatedStance } from './denied-in-frame.ts'
import { headlinePlan } from './headline-plan.ts'
import { isLevelByDash } from './level-by-dash.ts'
import type { CueMatch } from './lexicon/cue.ts'
import { type ModalityCue, modalityGroups } from './lexicon/cue-groups.ts'
import { isModality } from './lexicon/lexicon.ts'
import { cuesIn, type Marks } from './marks.ts'
import { negatesStemOf } from './negated-stem.ts'
import { isOfNounBehind } from './of-noun-behind.ts'
import type { Span } from './text/sentences.ts'
import { isUnfinished } from './unfinished.ts'

export interface Certainty {
  readonly modality: Modality
  readonly polarity: 'positive' | 'negative'
  readonly cues: readonly CueMatch[]
  /** In a few words, which rule decided. */
  readonly rule: string
}

/** What happens to plant or flow: a negation of it, said by a speaker, is a denial. */
const DENIABLE = new Set<EventType>([
  'outage_or_attack',
  'supply_halt',
  'supply_change',
  'agreement',
  'negotiation',
  'visit_or_meeting',
  'military',
])
const TALKS = new Set<EventType>(['negotiation', 'visit_or_meeting'])
const COMMA = /[,،]/u

/** Events that last unless the words say otherwise. */
const LASTING = new Set<EventType>(['policy_opposition', 'other'])

/** Events of which a verb of being or having in the present tells how things stand, not what happened. */
const STATES = new Set<EventType>([
  'transit',
  'statement',
  'sanction',
  'sanction_relief',
  'negotiation',
  'supply_halt',
  'construction',
  'military',
])

/** How certain a clause is. The first of denied, conditional, possible, planned, ongoing that is said. */
export function certaintyOf(marks: Marks, clause: Span, asked: Asked): Certainty {
  if (asked.deniesBefore)
    return {
      modality: asked.hasSpeaker ? 'denied' : 'happened',
      polarity: 'negative',
      cues: cuesIn(marks, clause, 'but_not'),
      rule: "'but not' behind what was told",
    }
  const said = (name: ModalityCue): readonly CueMatch[] => cuesIn(marks, clause, modalityGroups[name])
  // "attacked, nobody was hurt": what is negated is told of people.
  const isOfPeople = (cue: CueMatch): boolean =>
    said('unhurt').some((one) => one.start < cue.end && cue.start < one.end)
  const denied = [
    ...said('denied').filter(
      (cue) =>
        !isOfPeople(cue) &&
        !said('possible').some((one) => holds(one, cue) && one.lastToken > one.firstToken),
    ),
    ...(asked.frame === null
      ? []
      : [...deniedReports(marks, asked.frame, clause), ...deniedBefore(marks, asked.frame, clause)]),
  ]
  if (denied.length > 0)
    return { modality: 'denied', polarity: 'negative', cues: denied, rule: 'a word of denial' }
  const conditional = said('conditional').filter((cue) => !isBehindPast(cue, said('happened'), asked))
  // "did not affect the flow" as a whole tells that it runs; where the flow being affected is the event, that is denied.
  const isOfEvent = (one: CueMatch): boolean =>
    one.cue.group === 'event:normal' &&
    asked.eventCues.some(
      (event) => event.cue.group === 'event:affect' && event.start >= one.start && event.start < one.end,
    )
  const wider = cuesIn(marks, clause, 'event:').filter(
    (one) =>
      one.lastToken > one.firstToken &&
      one.cue.group !== 'event:affect' &&
      !isOfEvent(one) &&
      !isDangerOf(one, asked.eventCues),
  )
  const phrases = [
    // "no effect on", "etkilemedi": the word of effect is what is negated
    ...asked.eventCues.filter((cue) => cue.cue.group !== 'event:affect'),
    ...said('possible'),
    // "has not been interrupted" goes on
    ...said('ongoing'),
    ...cuesIn(marks, clause, 'event:normal').filter(
      (one) => !isOfEvent(one) && !isDangerOf(one, asked.eventCues),
    ),
    ...wider,
  ]
  const auxiliaries = [...said('planned'), ...said('happened'), ...cuesIn(marks, clause, 'predicate')]
  const near = { absences: cuesIn(marks, clause, 'without'), ...asked }
  const reasons = asked.verbIsLast ? [] : causesIn(marks, clause)
  const closing = asked.verbIsLast ? marks.tokens.within(clause.start, clause.end).at(-1) : undefined
  const negation = said('negation').filter(
    (cue) =>
      !isOfPeople(cue) &&
      // "stopped deliveries because they did not pay": what is negated is the reason
      !reasons.some(
        (one) => one.end <= cue.start && asked.eventCues.every((event) => event.end <= one.start),
      ) &&
      !isApart(marks, cue, asked) &&
      (cue.start === clause.start ||
        // where the verb is last, it is the verb of the clause that says not
        cue.end === closing?.end ||
        isNearEvent(cue, near) ||
        isOfPredicate(cue, auxiliaries)) &&
      // "without changes", "does not rule out": the phrase as a whole says something positive
      !phrases.some((one) => holds(one, cue) && !negatesStemOf(one, cue) && !isInGap(one, cue)) &&
      !isOfCondition(cue, conditional),
  )
  const unexpected = asked.frame === null ? [] : negatedStance(marks, asked.frame)
  const isNegative = negation.length > 0 && asked.event !== 'policy_opposition'
  const polarity = isNegative || unexpected.length > 0 ? 'negative' : 'positive'
  if (conditional.length > 0)
    return { modality: 'conditional', polarity, cues: conditional, rule: 'a condition' }
  const goesOn = TALKS.has(asked.event) && isUnfinished(marks, clause, negation)
  if (polarity === 'negative' && asked.hasSpeaker && DENIABLE.has(asked.event) && !goesOn)
    return { modality: 'denied', polarity, cues: negation, rule: 'somebody says that it did not happen' }
  // "prices rose on fears that X could": what is feared is not what happened.
  const isOfCause = (cue: CueMatch): boolean =>
    reasons.some((cause) => cause.start < cue.start && asked.eventCues.some((one) => one.end <= cause.start))
  // "closed the field, which yields …": what lasts is told of the field; "X, which yields …, closed the field" too.
  const joins = asked.verbIsLast
    ? []
    : [...cuesIn(marks, clause, 'relative'), ...cuesIn(marks, clause, 'join')]
  const opens = (join: CueMatch, cue: CueMatch): boolean =>
    join.cue.value !== 'adverb' &&
    (cue.firstToken - join.lastToken === 1 || isPronounBetween(marks, join, cue)) &&
    !COMMA.test(marks.text.slice(join.end, cue.start))
  const isBehindEvent = (span: Span): boolean => asked.eventCues.every((event) => event.end <= span.start)
  const isOfRelative = (cue: CueMatch): boolean =>
    joins.some((join) => opens(join, cue) && asked.eventCues.some((event) => event.end <= join.start))
  // "exports fell and *could* fall further": from there on it is of what is to come.
  const second =
    asked.eventCues.length === 0
      ? undefined
      : joins.find(
          (join) =>
            isBehindEvent(join) && [...said('possible'), ...said('planned')].some((cue) => opens(join, cue)),
        )
  // "The plant, which *may* close, burned": what may be is told of the plant.
  const isOfSubject = (cue: CueMatch): boolean =>
    asked.eventCues.length > 0 &&
    joins.some((join) => join.cue.group === 'relative' && opens(join, cue)) &&
    asked.eventCues.every(
      (event) => event.start >= cue.end && COMMA.test(marks.text.slice(cue.end, event.start)),
    )
  const isOfAnother = (cue: CueMatch): boolean =>
    (second !== undefined && cue.start >= second.start) || isOfSubject(cue)
  const isOfVerbBehind = (cue: CueMatch): boolean => asked.verbIsLast && endsInPast(marks, clause, cue)
  const isOfNoun = (cue: CueMatch): boolean => asked.verbIsLast && isOfNounBehind(marks, cue, asked.eventCues)
  const tagged = asked.eventCues.find((cue) => isModality(cue.cue.value))
  for (const [name, modality] of [
    ['possible', 'possible'],
    ['planned', 'announced_or_planned'],
    ['ongoing', 'ongoing'],
    ['happened', 'happened'],
  ] as const) {
    // "exports already": the form of the verb says more than the adverb
    if (
      name === 'happened' &&
      tagged?.cue.value === 'ongoing' &&
      !said(name).some((cue) => holds(cue, tagged))
    )
      continue
    const inFrame = asked.frame === null ? [] : saidInFrame(marks, asked.frame, name)
    const own = said(name).filter((cue) => {
      if (name === 'possible' && isInability(marks, clause, cue, said('negation'))) return false
      if (name === 'ongoing')
        return (
          !isOfVerbBehind(cue) &&
          !isApart(marks, cue, asked) &&
          !isOfRelative(cue) &&
          !isOfAnother(cue) &&
          !isOfPermitted(marks, clause, cue, asked) &&
          !isOfCause(cue)
        )
      // "the possibility of loading was restored": the last verb tells, in a language that ends in it.
      const isPlain =
        governs(marks, cue, asked) &&
        !isOfCause(cue) &&
        (name === 'happened' || (!isOfAnother(cue) && !isOfVerbBehind(cue) && !isOfNoun(cue)))
      return isPlain && !(name === 'planned' && yields(cue, said('happened'), asked))
    })
    const cues = [...own, ...inFrame]
    if (cues.length > 0)
      return { modality, polarity, cues: [...cues, ...negation], rule: `a cue of '${name}'` }
    if (name !== 'planned') continue
    const toDo = headlinePlan(marks, clause, asked.eventCues)
    if (toDo.length > 0)
      return { modality, polarity, cues: [...toDo, ...negation], rule: 'an infinitive in a headline' }
    // "X said that it *would*": to come, where somebody says it; else what may be.
    const hypothetical = said('hypothetical').filter((cue) => governs(marks, cue, asked) && !isOfCause(cue))
    const [first] = hypothetical
    if (first !== undefined)
      return {
        modality: asked.hasSpeaker && isModality(first.cue.value) ? first.cue.value : 'possible',
        polarity,
        cues: [...hypothetical, ...negation],
        rule: 'a form of the verb that tells what would be',
      }
  }
  if (tagged !== undefined && isModality(tagged.cue.value))
    return {
      modality: tagged.cue.value,
      polarity,
      cues: [tagged, ...negation],
      rule: 'the certainty that the word of the event carries',
    }
  // "follows its programme and will finish": far from what made the event, but all that is said of time
  // "stopped deliveries because of works that *will* last": of the works, not of the stop.
  const isOfNext = (cue: CueMatch): boolean =>
    (asked.verbIsLast && isApart(marks, cue, asked)) || isOfCause(cue) || isOfNoun(cue)
  const later = PREDICATES.has(asked.event) ? [] : said('planned').filter((cue) => !isOfNext(cue))
  if (later.length > 0)
    return {
      modality: 'announced_or_planned',
      polarity,
      cues: [...later, ...negation],
      rule: "a cue of 'planned' further on",
    }
  // "gas is dear" tells a level, "gas is up 5 %" a move
  const isLevel = asked.event === 'price_move' && asked.eventCues.length === 1
  const isState =
    STATES.has(asked.event) || (isLevel && marks.quantities.countWithin(clause.start, clause.end) === 0)
  const states = said('state').filter(
    (cue) =>
      (isState ||
        (asked.event === 'supply_change' && asked.eventCues.some((one) => one.start === cue.start))) &&
      isOfClause(marks, clause, cue, asked) &&
      !isOfRelative(cue) &&
      !isOfCause(cue),
  )
  if (states.length > 0)
    return {
      modality: 'ongoing',
      polarity,
      cues: [...states, ...negation],
      rule: 'a verb that tells a state',
    }
  if (asked.event === 'transit' && isLevelByDash(marks, clause, asked.eventCues))
    return { modality: 'ongoing', polarity, cues: negation, rule: 'a dash in the place of "is"' }
  const modality = LASTING.has(asked.event) ? 'ongoing' : 'happened'
  return { modality, polarity, cues: negation, rule: 'nothing says otherwise' }
}

/** "haben sich .. *nicht* .. geeinigt": what stands in the gap of a phrase is none of its words. */
function isInGap(phrase: CueMatch, { cue }: CueMatch): boolean {
  const words = phrase.cue.pattern.split(' ')
  return words.includes('..') && !words.includes(cue.pattern.split(' ')[0] ?? '')
}

/** "was carrying": the form around the word says when. */
const holds = (cue: Span, other: Span): boolean => cue.start <= other.start && cue.end >= other.end
