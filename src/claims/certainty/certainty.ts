import type { EventType } from '../claim.ts'
import type { Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import { type Asked, isApart, isOfClause, PREDICATES } from './cue-scope.ts'
import { deniedBySpeaker, deniesBefore, wordOfDenial } from './denial.ts'
import { formOfVerb, isOfNounBefore, scopeOf, tagOfEvent } from './form-of-verb.ts'
import { leftOpen } from './left-open.ts'
import { isLevelByDash } from './level-by-dash.ts'
import { withNegation } from './negation.ts'
import { stillToCome } from './to-come.ts'
import { type Certainty, isOfCause, said, type ToldOrNot, toldBy } from './told.ts'

export type { Certainty } from './told.ts'

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

/** What is wanting stands so, though a change of supply came before. */
const WANTS: ReadonlySet<string> = new Set(['event:shortage', 'event:limit'])

/** Words of a price that do not move it. */
const LEVELS: ReadonlySet<string> = new Set(['event:price', 'event:level', 'event:cost', 'event:normal'])

/** Asked in this order: the first that has an answer decides. */
const RULES: readonly ((told: ToldOrNot) => Certainty | null)[] = [
  leftOpen,
  condition,
  stillToCome,
  deniedBySpeaker,
  formOfVerb,
  tagOfEvent,
  planFurtherOn,
  stateOfThings,
  levelByDash,
]

/** How certain a clause is. The first of denied, conditional, possible, planned, ongoing that is said. */
export function certaintyOf(marks: Marks, clause: Span, asked: Asked): Certainty {
  const told = toldBy(marks, clause, asked)
  const denied = deniesBefore(told) ?? wordOfDenial(told)
  if (denied !== null) return denied
  const toldOrNot = withNegation(told)
  for (const rule of RULES) {
    const certainty = rule(toldOrNot)
    if (certainty !== null) return certainty
  }
  const { polarity, negation } = toldOrNot
  const modality = LASTING.has(asked.event) ? 'ongoing' : 'happened'
  return { modality, polarity, cues: negation, rule: 'nothing says otherwise' }
}

function condition({ conditions, polarity }: ToldOrNot): Certainty | null {
  if (conditions.length === 0) return null
  return { modality: 'conditional', polarity, cues: conditions, rule: 'a condition' }
}

/** "follows its programme and will finish": far from what made the event, but all that is said of time. */
function planFurtherOn(told: ToldOrNot): Certainty | null {
  const { marks, asked, polarity, negation } = told
  if (PREDICATES.has(asked.event)) return null
  const cues = said(told, 'planned').filter(
    (cue) =>
      // "stopped deliveries because of works that *will* last": of the works, not of the stop
      !(asked.verbIsLast && isApart(marks, cue, asked)) &&
      !isOfCause(told, cue) &&
      !isOfNounBefore(told, cue),
  )
  if (cues.length === 0) return null
  return {
    modality: 'announced_or_planned',
    polarity,
    cues: [...cues, ...negation],
    rule: "a cue of 'planned' further on",
  }
}

/** "The line is shut": a verb of being or having in the present. */
function stateOfThings(told: ToldOrNot): Certainty | null {
  const { marks, clause, asked, polarity, negation } = told
  const { event, eventCues } = asked
  // "gas is dear", "Brent trades around 90 dollars" tell a level, "gas is up 5 %" a move
  const isLevel =
    event === 'price_move' &&
    eventCues.every(({ cue }) => LEVELS.has(cue.group)) &&
    !marks.quantities.within(clause.start, clause.end).some(({ unit }) => unit === '%')
  // "there is a shortage", "supplies are limited"
  const isWant = eventCues.length > 0 && eventCues.every(({ cue }) => WANTS.has(cue.group))
  const isState = STATES.has(event) || isLevel || isWant
  const isVerbOfChange = (start: number): boolean =>
    event === 'supply_change' && eventCues.some((one) => one.start === start)
  const near = said(told, 'state').filter(
    (cue) =>
      (isState || isVerbOfChange(cue.start)) &&
      isOfClause(marks, clause, cue, asked) &&
      !isOfCause(told, cue),
  )
  if (near.length === 0) return null
  const { isOfRelative } = scopeOf(told)
  const cues = near.filter((cue) => !isOfRelative(cue))
  if (cues.length === 0) return null
  return { modality: 'ongoing', polarity, cues: [...cues, ...negation], rule: 'a verb that tells a state' }
}

function levelByDash({ marks, clause, asked, polarity, negation }: ToldOrNot): Certainty | null {
  if (asked.event !== 'transit' || !isLevelByDash(marks, clause, asked.eventCues)) return null
  return { modality: 'ongoing', polarity, cues: negation, rule: 'a dash in the place of "is"' }
}
