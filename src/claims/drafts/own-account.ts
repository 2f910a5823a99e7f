import { cuesIn, type EntityMention, type Marks } from '../marks.ts'
import type { Speaker } from '../speakers/speaker.ts'
import type { Span } from '../text/sentences.ts'

const TELLERS = new Set(['person', 'company', 'organisation', 'country'])

export const tellsOfItself = (marks: Marks, frame: Span): boolean =>
  cuesIn(marks, frame, 'speech:own').length > 0

/** "Deliveries from Y by X go on *by its own account*": the last that could tell it before the phrase, else the first behind. */
export function nearestTeller(marks: Marks, sentence: Span, frame: Span): Speaker | null {
  const isTeller = ({ entity }: EntityMention): boolean =>
    TELLERS.has(entity.type) && !marks.outlets.has(entity.canonical)
  const found =
    marks.mentions.within(sentence.start, frame.start).findLast(isTeller) ??
    marks.mentions.within(frame.end, sentence.end).find(isTeller)
  return found === undefined ? null : { label: found.entity.canonical, isNamed: true }
}
