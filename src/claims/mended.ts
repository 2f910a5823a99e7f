import type { CueMatch } from './lexicon/cue.ts'
import { cuesIn, type Marks } from './marks.ts'

const OBJECT_WORDS = 6

/**
 * "repairing the *damaged* section": the word of damage tells what is repaired. Where the verb is last, its form has to
 * show that it is one: «hasarlı bölümü onarıyor».
 */
export function isMended(marks: Marks, cue: CueMatch, cues: readonly CueMatch[]): boolean {
  if (cue.cue.group !== 'event:damage') return false
  if (isOfRestarted(marks, cue, cues)) return true
  return cues.some((mend) => {
    if (mend.cue.group !== 'event:maintain') return false
    const isBehind = mend.start > cue.end
    const words = isBehind ? mend.firstToken - cue.lastToken : cue.firstToken - mend.lastToken
    if (words < 1 || words > OBJECT_WORDS || isParted(marks, cue, mend)) return false
    return !isBehind || isVerbToCome(marks, mend)
  })
}

/** "the *damaged* line resumed work": of what runs again, where no other clause begins between the two. */
function isOfRestarted(marks: Marks, cue: CueMatch, cues: readonly CueMatch[]): boolean {
  return cues.some((restart) => {
    if (restart.cue.group !== 'event:resume' || (restart.start < cue.end && cue.start < restart.end))
      return false
    const between = { start: Math.min(cue.end, restart.end), end: Math.max(cue.start, restart.start) }
    return !isParted(marks, cue, restart) && cuesIn(marks, between, 'join').length === 0
  })
}

const isParted = (marks: Marks, one: CueMatch, other: CueMatch): boolean =>
  /[,;.،؛，。；]/u.test(marks.text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)))

/** Letters of an auxiliary behind the verb: «жөндеп жатыр». */
const AUXILIARY_REACH = 12

function isVerbToCome(marks: Marks, verb: CueMatch): boolean {
  const form = { start: verb.start, end: verb.end + AUXILIARY_REACH }
  return ['modality:ongoing', 'modality:planned'].some((group) =>
    cuesIn(marks, form, group).some((one) => one.start <= verb.end + 1),
  )
}
