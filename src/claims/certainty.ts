import type { EventType, Modality } from './claim.ts'
import type { CueMatch } from './lexicon/cue.ts'
import { isModality, type ModalityCue } from './lexicon/lexicon.ts'
import { cuesIn, type Marks } from './marks.ts'
import { negatesStemOf } from './negated-stem.ts'
import type { Piece } from './pieces/piece.ts'
import type { Span } from './text/sentences.ts'

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
  'military',
])
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

interface Asked {
  readonly event: EventType
  /** Cues that made the event; one of them may carry a modality of its own. */
  readonly eventCues: readonly CueMatch[]
  /** The frame around it, for words of denial or doubt there. */
  readonly frame: Piece | null
  readonly hasSpeaker: boolean
  /** In a language with the verb at the end, words of certainty follow. */
  readonly verbIsLast: boolean
  /** "not" may stand well behind what it negates, by no verb of a list ("переговоры … не завершены"). */
  readonly negationFollows: boolean
}

/** How certain a clause is. The first of denied, conditional, possible, planned, ongoing that is said. */
export function certaintyOf(marks: Marks, clause: Span, asked: Asked): Certainty {
  const said = (name: ModalityCue): readonly CueMatch[] => cuesIn(marks, clause, `modality:${name}`)
  const denied = [
    ...said('denied'),
    ...(asked.frame === null
      ? []
      : [...deniedReports(marks, asked.frame, clause), ...deniedBefore(marks, asked.frame, clause)]),
  ]
  if (denied.length > 0)
    return { modality: 'denied', polarity: 'negative', cues: denied, rule: 'a word of denial' }
  const conditional = said('conditional').filter((cue) => !isBehindPast(cue, said('happened'), asked))
  const wider = cuesIn(marks, clause, 'event:').filter((one) => one.lastToken > one.firstToken)
  const phrases = [
    ...asked.eventCues,
    ...said('possible'),
    // "has not been interrupted" goes on
    ...said('ongoing'),
    ...cuesIn(marks, clause, 'event:normal'),
    ...wider,
  ]
  const auxiliaries = [...said('planned'), ...said('happened'), ...cuesIn(marks, clause, 'predicate')]
  const absences = cuesIn(marks, clause, 'without')
  const reasons = asked.verbIsLast ? [] : cuesIn(marks, clause, 'cause')
  const negation = said('negation').filter(
    (cue) =>
      // "stopped deliveries because they did not pay": what is negated is the reason
      !reasons.some(
        (one) => one.end <= cue.start && asked.eventCues.some((event) => event.end <= one.start),
      ) &&
      !isApart(marks, cue, asked) &&
      (cue.start === clause.start ||
        isNearEvent(cue, { ...asked, absences }) ||
        isOfPredicate(cue, auxiliaries)) &&
      // "without changes", "does not rule out": the phrase as a whole says something positive
      !phrases.some((one) => one.start <= cue.start && one.end >= cue.end && !negatesStemOf(one, cue)) &&
      !isOfCondition(cue, conditional),
  )
  const unexpected = asked.frame === null ? [] : negatedStance(marks, asked.frame)
  const isNegative = negation.length > 0 && asked.event !== 'policy_opposition'
  const polarity = isNegative || unexpected.length > 0 ? 'negative' : 'positive'
  if (conditional.length > 0)
    return { modality: 'conditional', polarity, cues: conditional, rule: 'a condition' }
  if (polarity === 'negative' && asked.hasSpeaker && DENIABLE.has(asked.event))
    return { modality: 'denied', polarity, cues: negation, rule: 'somebody says that it did not happen' }
  // "prices rose on fears that X could": what is feared is not what happened.
  const isOfCause = (cue: CueMatch): boolean =>
    reasons.some((cause) => cause.start < cue.start && asked.eventCues.some((one) => one.end <= cause.start))
  // "closed the field, which yields …": what lasts is told of the field.
  const joins = asked.verbIsLast ? [] : cuesIn(marks, clause, 'join')
  const isOfRelative = (cue: CueMatch): boolean =>
    joins.some(
      (join) =>
        cue.firstToken - join.lastToken === 1 &&
        !/[,،]/u.test(marks.text.slice(join.end, cue.start)) &&
        asked.eventCues.some((event) => event.end <= join.start),
    )
  const tagged = asked.eventCues.find((cue) => isModality(cue.cue.value))
  for (const [name, modality] of [
    ['possible', 'possible'],
    ['planned', 'announced_or_planned'],
    ['ongoing', 'ongoing'],
    ['happened', 'happened'],
  ] as const) {
    // "exports already": the form of the verb says more than the adverb
    if (name === 'happened' && tagged?.cue.value === 'ongoing') continue
    const inFrame = asked.frame === null ? [] : saidInFrame(marks, asked.frame, name)
    const own = said(name).filter((cue) =>
      name === 'ongoing'
        ? !isApart(marks, cue, asked) && !isOfRelative(cue) && !isOfCause(cue)
        : governs(cue, asked) && !isOfCause(cue),
    )
    const cues = [...own, ...inFrame]
    if (cues.length > 0)
      return { modality, polarity, cues: [...cues, ...negation], rule: `a cue of '${name}'` }
    if (name !== 'planned') continue
    // "X said that it *would*": to come, where somebody says it; else what may be.
    const hypothetical = said('hypothetical').filter((cue) => governs(cue, asked) && !isOfCause(cue))
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
  const later = PREDICATES.has(asked.event) ? [] : said('planned')
  if (later.length > 0)
    return {
      modality: 'announced_or_planned',
      polarity,
      cues: [...later, ...negation],
      rule: "a cue of 'planned' further on",
    }
  const isState = STATES.has(asked.event)
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
  const modality = LASTING.has(asked.event) ? 'ongoing' : 'happened'
  return { modality, polarity, cues: negation, rule: 'nothing says otherwise' }
}

/** "It may be that …"; "X expects that …", "it was expected that …": what is expected is to come. */
function saidInFrame(marks: Marks, frame: Span, name: ModalityCue): readonly CueMatch[] {
  if (name === 'possible') return cuesIn(marks, frame, 'modality:possible')
  if (name !== 'planned') return []
  const expectations = ['speech:stance', 'speech:passive'].flatMap((group) => cuesIn(marks, frame, group))
  return cuesIn(marks, frame, 'modality:planned').filter((cue) =>
    expectations.some((one) => one.start <= cue.start && one.end >= cue.end),
  )
}

/** Words between a denial and what is denied: "denied media reports that". */
const DENIED_WITHIN = 2
/** Characters between a frame and the clause right behind it. */
const RIGHT_BEHIND = 3

/** "X denied reports that …": what the reports are said to tell, right behind them, is denied. */
function deniedReports(marks: Marks, frame: Span, clause: Span): CueMatch[] {
  if (frame.end > clause.start || clause.start - frame.end > RIGHT_BEHIND) return []
  const last = cuesIn(marks, frame, 'speech:').at(-1)
  if (last === undefined) return []
  // "neither confirmed nor denied": nothing is said of it.
  const silent = cuesIn(marks, frame, 'event:silent')
  return cuesIn(marks, frame, 'modality:denied').filter((cue) => {
    const gap = last.firstToken - cue.lastToken
    const isSilent = silent.some((one) => one.start <= cue.start && one.end >= cue.end)
    return last.lastToken >= cue.lastToken && gap <= DENIED_WITHIN && !isSilent
  })
}

/** Words between a denial and the verb of what is denied: "denied the latest media reports which say that". */
const REPORTS_WITHIN = 16
const REPORTS_REACH = 160

/** "X denied … reports which say that …": the frame before the clause only tells what is denied. */
function deniedBefore(marks: Marks, frame: Piece, clause: Span): CueMatch[] {
  if (frame.cue?.cue.group !== 'speech:verbs' || frame.end > clause.start) return []
  const words = marks.tokens.within(Math.max(0, frame.cue.start - REPORTS_REACH), frame.cue.start)
  const from = words.slice(-REPORTS_WITHIN)[0]?.start ?? frame.cue.start
  const reports = cuesIn(marks, { start: from, end: frame.cue.start }, 'speech:reports')[0]
  if (reports === undefined || /[.!?;؛،,]\s/u.test(marks.text.slice(reports.end, frame.cue.start))) return []
  const before = { start: from, end: reports.start }
  const silent = cuesIn(marks, before, 'event:silent')
  return cuesIn(marks, before, 'modality:denied').filter(
    (cue) =>
      !silent.some((one) => one.start <= cue.start && one.end >= cue.end) &&
      !/[.!?\n]/u.test(marks.text.slice(cue.end, reports.start)),
  )
}

/** "X does not expect that …": what is not expected is said not to come. */
function negatedStance(marks: Marks, frame: Span): CueMatch[] {
  const stances = cuesIn(marks, frame, 'speech:stance')
  if (stances.length === 0) return []
  return cuesIn(marks, frame, 'modality:negation').filter((cue) =>
    stances.some((stance) => stance.firstToken - cue.lastToken === 1),
  )
}

/** Events told by their predicate: what stands well after it speaks of what is agreed or discussed. */
const PREDICATES = new Set<EventType>([
  'agreement',
  'negotiation',
  'visit_or_meeting',
  'policy_opposition',
  'outage_or_attack',
])

function governs(cue: CueMatch, asked: Asked): boolean {
  if (asked.verbIsLast || asked.eventCues.length === 0) return true
  const reach =
    asked.event === 'outage_or_attack'
      ? OUTAGE_WORDS
      : PREDICATES.has(asked.event)
        ? PREDICATE_WORDS
        : FOLLOWING_WORDS
  return asked.eventCues.some((event) => cue.firstToken - event.lastToken <= reach)
}

/** Words behind the event within which its own verb stands. */
const VERB_WORDS = 3

/** Whether a verb is the clause's own: not behind "which", nor well behind what made the event. */
function isOfClause(marks: Marks, clause: Span, cue: CueMatch, asked: Asked): boolean {
  if (isApart(marks, cue, asked)) return false
  const isNear =
    asked.eventCues.length === 0 ||
    asked.eventCues.some((event) => cue.firstToken - event.lastToken <= VERB_WORDS)
  const second = marks.tokens.within(clause.start, clause.end)[1]
  return (
    isNear &&
    !cuesIn(marks, clause, 'join').some(
      (join) =>
        join.cue.value !== 'adverb' &&
        cue.firstToken - join.lastToken === 1 &&
        join.start > (second?.start ?? clause.start),
    )
  )
}

/** "The outage came at nine, *though* the causes are still looked into": a clause of its own behind the event. */
function isApart(marks: Marks, cue: CueMatch, { eventCues }: Asked): boolean {
  if (eventCues.length === 0 || eventCues.some((event) => event.end > cue.start)) return false
  const between = { start: Math.max(...eventCues.map((event) => event.end)), end: cue.end }
  return cuesIn(marks, between, 'join').some(
    (join) =>
      join.cue.value !== 'adverb' &&
      join.start <= cue.start &&
      /,\s*$/u.test(marks.text.slice(join.start - 2, join.start)),
  )
}

/** "They have signed, if only we could …": a condition behind what has been done already is of something else. */
function isBehindPast(cue: CueMatch, past: readonly CueMatch[], { eventCues, verbIsLast }: Asked): boolean {
  if (verbIsLast || eventCues.length === 0) return false
  return (
    eventCues.every((event) => event.end <= cue.start) &&
    past.some((one) => one.end <= cue.start && eventCues.some((event) => isAuxiliaryOf(one, event)))
  )
}

const AUXILIARY_WORDS = 2

function isAuxiliaryOf(one: CueMatch, event: CueMatch): boolean {
  const gap = event.firstToken - one.lastToken
  return gap <= AUXILIARY_WORDS && one.firstToken <= event.lastToken
}

const CONDITION_WORDS = 3

/** "unless", "if they do not agree": what is negated is the condition. */
function isOfCondition(cue: CueMatch, conditional: readonly CueMatch[]): boolean {
  return conditional.some(
    (one) =>
      (cue.start >= one.start && cue.end <= one.end) ||
      (cue.firstToken > one.lastToken && cue.firstToken - one.lastToken <= CONDITION_WORDS),
  )
}

/** "will not", "no ha sido": what is negated is the predicate, however far the noun of the event is. */
function isOfPredicate(cue: CueMatch, auxiliaries: readonly CueMatch[]): boolean {
  return auxiliaries.some(
    (one) => cue.firstToken === one.lastToken + 1 || cue.lastToken === one.firstToken - 1,
  )
}

const PREDICATE_WORDS = 1
/** "Power cuts of two hours at most *could* come": an outage is mostly told by a noun, its verb stands behind. */
const OUTAGE_WORDS = 6
const FOLLOWING_WORDS = 7
const NEGATION_WORDS = 6

/** "imported oil *without* …", after the event: what is negated is something else, but by an auxiliary. */
const BEHIND_WORDS = 2

function isNearEvent(cue: CueMatch, asked: Asked & { readonly absences: readonly CueMatch[] }): boolean {
  const { eventCues, negationFollows } = asked
  if (eventCues.length === 0) return true
  const reach = asked.absences.some((one) => one.start === cue.start) ? 0 : BEHIND_WORDS
  const behind = eventCues.every((event) => cue.firstToken - event.lastToken > reach)
  if (behind && !negationFollows) return false
  return eventCues.some(
    (event) =>
      Math.min(Math.abs(event.firstToken - cue.lastToken), Math.abs(cue.firstToken - event.lastToken)) <=
      NEGATION_WORDS,
  )
}
