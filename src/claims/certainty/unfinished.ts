import type { CueMatch } from '../lexicon/cue.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

/** Words for completing and stopping. */
const ENDS = ['event:build', 'event:halt', 'event:cease']

/** "the talks are *still* not *finished*", "have not *stopped*": they go on; "talks are not under way" is a denial. */
export function isUnfinished(marks: Marks, clause: Span, negation: readonly CueMatch[]): boolean {
  const isRightBehind = (cue: CueMatch): boolean =>
    negation.some((not) => cue.firstToken - not.lastToken === 1)
  return (
    cuesIn(marks, clause, 'modality:ongoing').some((cue) => !isRightBehind(cue)) ||
    ENDS.some((group) => cuesIn(marks, clause, group).some(isRightBehind))
  )
}
