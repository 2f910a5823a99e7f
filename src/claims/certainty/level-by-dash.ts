import type { CueMatch } from '../lexicon/cue.ts'
import type { Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

const COPULA = /\s[—–]\s+(?:\p{L}+\s+){0,2}$/u

/** «Объем поставок — около 40 млн кубометров»: a noun of flow and its figure, without a verb and without a day. */
export function isLevelByDash(marks: Marks, clause: Span, eventCues: readonly CueMatch[]): boolean {
  if (!eventCues.every((cue) => cue.cue.group === 'event:flow')) return false
  if (marks.dates.countWithin(clause.start, clause.end) > 0) return false
  return marks.quantities
    .within(clause.start, clause.end)
    .some((one) => COPULA.test(marks.text.slice(clause.start, one.start)))
}
