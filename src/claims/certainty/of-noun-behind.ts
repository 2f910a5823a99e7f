import type { CueMatch } from '../lexicon/cue.ts'
import { cuesIn, type Marks } from '../marks.ts'

/** "signed an agreement that *will be valid* for five years" where it stands before its noun: it tells of the noun. */
export function isOfNounBehind(marks: Marks, cue: CueMatch, eventCues: readonly CueMatch[]): boolean {
  if (eventCues.length === 0 || eventCues.some((event) => event.start < cue.end)) return false
  if (!cuesIn(marks, cue, 'participle').some(({ end }) => end === cue.end)) return false
  // "next month", which is a participle too
  if (marks.dates.countWithin(cue.start, cue.start + 1) > 0) return false
  const next = marks.tokens.within(cue.end, cue.end + NOUN_REACH)[0]
  if (next === undefined || !/^\s$/u.test(marks.text.slice(cue.end, next.start))) return false
  return ['join', 'particle'].every((group) => cuesIn(marks, next, group).length === 0)
}
const NOUN_REACH = 30
