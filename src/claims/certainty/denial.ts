import type { EventType } from '../claim.ts'
import { cuesIn } from '../marks.ts'
import { deniedBefore, deniedReports } from './denied-in-frame.ts'
import { type Certainty, holds, isOfPeople, said, type Told, type ToldOrNot } from './told.ts'
import { isUnfinished } from './unfinished.ts'

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

/** "Gas went to Austria, *but not* to Hungary": of Hungary it is denied where somebody says it, else it did not happen. */
export function deniesBefore({ marks, clause, asked }: Told): Certainty | null {
  if (!asked.deniesBefore) return null
  return {
    modality: asked.hasSpeaker ? 'denied' : 'happened',
    polarity: 'negative',
    cues: cuesIn(marks, clause, 'but_not'),
    rule: "'but not' behind what was told",
  }
}

/** A word of denial in the clause, or in the frame around it: "denied reports that". */
export function wordOfDenial(told: Told): Certainty | null {
  const { marks, clause, asked } = told
  // "cannot be denied" says something else as a whole.
  const isOfPhrase = (cue: { readonly start: number; readonly end: number }): boolean =>
    said(told, 'possible').some((one) => holds(one, cue) && one.lastToken > one.firstToken)
  const cues = [
    ...said(told, 'denied').filter((cue) => !isOfPeople(told, cue) && !isOfPhrase(cue)),
    ...(asked.frame === null
      ? []
      : [...deniedReports(marks, asked.frame, clause), ...deniedBefore(marks, asked.frame, clause)]),
  ]
  if (cues.length === 0) return null
  return { modality: 'denied', polarity: 'negative', cues, rule: 'a word of denial' }
}

/** "The line was not hit, the operator said": what somebody says did not happen. */
export function deniedBySpeaker(told: ToldOrNot): Certainty | null {
  const { asked, polarity, negation } = told
  if (polarity !== 'negative' || !asked.hasSpeaker || !DENIABLE.has(asked.event)) return null
  if (TALKS.has(asked.event) && isUnfinished(told)) return null
  return { modality: 'denied', polarity, cues: negation, rule: 'somebody says that it did not happen' }
}
