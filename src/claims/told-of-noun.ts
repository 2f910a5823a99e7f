import type { CueMatch } from './lexicon/cue.ts'
import { cuesIn, type Marks } from './marks.ts'

const TOLD_OF_NOUN: ReadonlySet<string> = new Set(['event:carry', 'event:produce'])
const HAPPENS: ReadonlySet<string> = new Set(
  ['attack', 'damage', 'outage', 'halt', 'maintain', 'resume', 'agree', 'build'].map(
    (name) => `event:${name}`,
  ),
)

/** "The line *that carries* gas to X was damaged": what a noun is said to do, with no comma before, is not what happens to it. */
export function isOfNounBefore(marks: Marks, cue: CueMatch, cues: readonly CueMatch[]): boolean {
  if (!TOLD_OF_NOUN.has(cue.cue.group)) return false
  const before = marks.tokens.all[cue.firstToken - 1]
  if (before === undefined || cuesIn(marks, before, 'relative').length === 0) return false
  return cues.some((one) => HAPPENS.has(one.cue.group) && one.start > cue.end)
}
