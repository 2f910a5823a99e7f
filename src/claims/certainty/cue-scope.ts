import type { EventType } from '../claim.ts'
import type { CueMatch } from '../lexicon/cue.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Piece } from '../pieces/piece.ts'
import type { Span } from '../text/sentences.ts'

/** What is asked of the words of certainty in a clause. */
export interface Asked {
  readonly event: EventType
  /** Cues that made the event; one of them may carry a modality of its own. */
  readonly eventCues: readonly CueMatch[]
  /** The frame around it, for words of denial or doubt there. */
  readonly frame: Piece | null
  readonly hasSpeaker: boolean
  /** Of a clause that denies of something else what the one before told. */
  readonly deniesBefore: boolean
  /** In a language with the verb at the end, words of certainty follow. */
  readonly verbIsLast: boolean
  /** "not" may stand well behind what it negates, by no verb of a list ("переговоры … не завершены"). */
  readonly negationFollows: boolean
}

/** Events told by their predicate: what stands well after it speaks of what is agreed or discussed. */
export const PREDICATES = new Set<EventType>([
  'agreement',
  'negotiation',
  'visit_or_meeting',
  'policy_opposition',
  'outage_or_attack',
])

export function governs(marks: Marks, cue: CueMatch, asked: Asked): boolean {
  // "exports are banned, while the government has a plan": behind the join another verb closes.
  if (asked.verbIsLast) return !isApart(marks, cue, asked)
  if (asked.eventCues.length === 0) return true
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
export function isOfClause(marks: Marks, clause: Span, cue: CueMatch, asked: Asked): boolean {
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
export function isApart(marks: Marks, cue: CueMatch, { eventCues }: Asked): boolean {
  if (eventCues.length === 0 || eventCues.some((event) => event.end > cue.start)) return false
  const between = { start: Math.max(...eventCues.map((event) => event.end)), end: cue.end }
  // "stopped the intake, citing that the station is held by others": what is cited stands apart.
  const isCited = cuesIn(marks, between, 'that').some(
    (that) => that.start <= cue.start && /,\s*$/u.test(marks.text.slice(that.start - 2, that.start)),
  )
  if (isCited) return true
  return cuesIn(marks, between, 'join').some(
    (join) =>
      join.cue.value !== 'adverb' &&
      join.start <= cue.start &&
      /,\s*$/u.test(marks.text.slice(join.start - 2, join.start)),
  )
}

/** "They have signed, if only we could …": a condition behind what has been done already is of something else. */
export function isBehindPast(
  cue: CueMatch,
  past: readonly CueMatch[],
  { eventCues, verbIsLast }: Asked,
): boolean {
  if (verbIsLast || eventCues.length === 0) return false
  return (
    eventCues.every((event) => event.end <= cue.start) &&
    past.some((one) => one.end <= cue.start && eventCues.some((event) => isAuxiliaryOf(one, event)))
  )
}

/**
 * "The company *has* extended its *target*", "a *planned* outage *has been* extended": a noun or participle of planning
 * yields to an auxiliary before the event or behind it, but one right before it ("was first planned") is its own.
 */
export function yields(cue: CueMatch, past: readonly CueMatch[], { eventCues }: Asked): boolean {
  if (cue.cue.value !== 'happened') return false
  return past.some(
    (one) =>
      !isOwnAuxiliary(one, cue) &&
      !(one.start <= cue.start && one.end >= cue.end) &&
      eventCues.some((event) => isAuxiliaryOf(one, event) || event.end < one.start),
  )
}

function isOwnAuxiliary(one: CueMatch, cue: CueMatch): boolean {
  const gap = cue.firstToken - one.lastToken
  return gap === 1 || gap === 2
}

const AUXILIARY_WORDS = 3

/** Whether a word that tells what is done is the event's own verb, or stands just before it. */
export function isAuxiliaryOf(one: CueMatch, event: CueMatch): boolean {
  const gap = event.firstToken - one.lastToken
  return gap <= AUXILIARY_WORDS && one.firstToken <= event.lastToken
}

const CONDITION_WORDS = 3

/** "unless", "if they do not agree": what is negated is the condition. */
export function isOfCondition(cue: CueMatch, conditional: readonly CueMatch[]): boolean {
  return conditional.some(
    (one) =>
      (cue.start >= one.start && cue.end <= one.end) ||
      (cue.firstToken > one.lastToken && cue.firstToken - one.lastToken <= CONDITION_WORDS),
  )
}

/** "will not", "no ha sido": what is negated is the predicate, however far the noun of the event is. */
export function isOfPredicate(cue: CueMatch, auxiliaries: readonly CueMatch[]): boolean {
  return auxiliaries.some(
    (one) => cue.firstToken === one.lastToken + 1 || cue.lastToken === one.firstToken - 1,
  )
}

const PREDICATE_WORDS = 1
/** "Power cuts of two hours at most *could* come": an outage is mostly told by a noun, its verb stands behind. */
const OUTAGE_WORDS = 6
const FOLLOWING_WORDS = 7
const NEGATION_WORDS = 6
/** Where the verb is last its negation is of what stands well before: "the navy … any tanker … *did not* escort". */
const LAST_VERB_WORDS = 10

/** "imported oil *without* …", after the event: what is negated is something else, but by an auxiliary. */
const BEHIND_WORDS = 2

export function isNearEvent(
  cue: CueMatch,
  asked: Asked & { readonly absences: readonly CueMatch[] },
): boolean {
  const { eventCues, negationFollows, verbIsLast } = asked
  if (eventCues.length === 0) return true
  const reach = asked.absences.some((one) => one.start === cue.start) ? 0 : BEHIND_WORDS
  const behind = eventCues.every((event) => cue.firstToken - event.lastToken > reach)
  if (behind && !negationFollows) return false
  return eventCues.some(
    (event) =>
      Math.min(Math.abs(event.firstToken - cue.lastToken), Math.abs(cue.firstToken - event.lastToken)) <=
      (verbIsLast && event.end <= cue.start ? LAST_VERB_WORDS : NEGATION_WORDS),
  )
}

/** "stopped deliveries as *it* is getting less" */
export const isPronounBetween = (marks: Marks, join: CueMatch, cue: CueMatch): boolean =>
  cue.firstToken - join.lastToken === 2 &&
  cuesIn(marks, { start: join.end, end: cue.start }, 'anaphora:pronoun').length > 0

const HARM: ReadonlySet<string> = new Set(
  ['shortage', 'halt', 'attack', 'damage', 'outage'].map((one) => `event:${one}`),
)
const DANGER_WORDS = 3

/** "There is no danger of a shortage", «угрозы дефицита нет»: what is told is of the harm that the words lead to or hold. */
export function isDangerOf(normal: CueMatch, eventCues: readonly CueMatch[]): boolean {
  if (normal.cue.group !== 'event:normal') return false
  return eventCues.some(({ cue, start, end, firstToken }) => {
    const gap = firstToken - normal.lastToken
    return (
      HARM.has(cue.group) && ((start > normal.start && end < normal.end) || (gap > 0 && gap <= DANGER_WORDS))
    )
  })
}

/** "the licence remains in force" */
const PERMIT_WORDS = 2
const SUBJECT_WORDS = 3

/**
 * "extended a licence that lets the stations *keep* working": what lasts is what is permitted. A licence that the clause
 * begins with is its subject: "the licence, in force since May, *remains* so".
 */
export function isOfPermitted(
  marks: Marks,
  clause: Span,
  cue: CueMatch,
  { event, eventCues }: Asked,
): boolean {
  if (event !== 'sanction_relief') return false
  const [opening] = marks.tokens.within(clause.start, clause.end).slice(SUBJECT_WORDS)
  const from = opening?.start ?? clause.end
  return eventCues.every((one) => cue.firstToken - one.lastToken > PERMIT_WORDS && one.start >= from)
}
