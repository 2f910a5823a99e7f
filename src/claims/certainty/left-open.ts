import { modalityGroups } from '../lexicon/cue-groups.ts'
import { cuesIn } from '../marks.ts'
import type { Certainty, ToldOrNot } from './told.ts'

/** Letters before a clause within which the words that leave it open begin: "It was not yet *clear when* …". */
const OPENING_REACH = 60

/** "It is unclear when deliveries will resume": whether or when it comes nobody knows, whatever the form of the verb. */
export function leftOpen({ marks, clause, asked }: ToldOrNot): Certainty | null {
  const reach = { start: Math.max(0, clause.start - OPENING_REACH), end: clause.end }
  const cues = cuesIn(marks, reach, modalityGroups.unclear).filter(
    (cue) =>
      cue.end >= clause.start - 1 &&
      (asked.verbIsLast || asked.eventCues.every((event) => cue.start < event.start)),
  )
  if (cues.length === 0) return null
  return { modality: 'possible', polarity: 'positive', cues, rule: 'a question left open' }
}
