import type { CueMatch } from './lexicon/cue.ts'
import { cuesIn, type Marks } from './marks.ts'

/** Participles of what is to come, which a noun follows (Turkish, Kazakh). */
const PARTICIPLE = /(?:[ae]c[ae]k|[аеій]т[ыі]н)$/iu

/** "signed an agreement that *will be valid* for five years" where it stands before its noun: it tells of the noun. */
export function isOfNounBehind(marks: Marks, cue: CueMatch, eventCues: readonly CueMatch[]): boolean {
  if (eventCues.length === 0 || eventCues.some((event) => event.start < cue.end)) return false
  if (!PARTICIPLE.test(marks.text.slice(cue.start, cue.end))) return false
  // "next month", which is a participle too
  if (marks.dates.countWithin(cue.start, cue.start + 1) > 0) return false
  const next = marks.tokens.within(cue.end, cue.end + NOUN_REACH)[0]
  if (next === undefined || !/^\s$/u.test(marks.text.slice(cue.end, next.start))) return false
  return cuesIn(marks, next, 'join').length === 0 && !/^(?:ve|da|de|mi|mı|және)$/u.test(next.printed)
}
const NOUN_REACH = 30
