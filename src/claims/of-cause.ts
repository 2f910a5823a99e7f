import type { CueMatch } from './lexicon/cue.ts'
import { cuesIn, type Marks } from './marks.ts'
import type { Span } from './text/sentences.ts'

const CAUSE_WORDS = 4
export const CAUSING = groupsOf(
  ...['attack', 'damage', 'outage', 'halt', 'maintain', 'resume', 'sanction', 'limit', 'military'],
  ...['price', 'rise', 'fall', 'shortage', 'talk'],
)

/** Asked of every cue of a text: a set answers sooner than a pattern. */
export function groupsOf(...classes: readonly string[]): ReadonlySet<string> {
  return new Set(classes.map((name) => `event:${name}`))
}

export function isCause(cue: CueMatch, causes: readonly CueMatch[]): boolean {
  if (causes.length === 0 || !CAUSING.has(cue.cue.group)) return false
  // "durch den Ausfall": the cause is of the phrase.
  if (causes.some((cause) => cause.start <= cue.start && cause.end >= cue.end)) return true
  return causes.some((cause) =>
    cause.cue.value === 'after'
      ? cause.firstToken > cue.lastToken && cause.firstToken - cue.lastToken <= CAUSE_WORDS
      : cue.firstToken > cause.lastToken && cue.firstToken - cause.lastToken <= CAUSE_WORDS,
  )
}

/** Words and marks behind which another cause is named, or another clause begins. */
const BESIDE_HAN = /[和及与或\p{P}]/u

/**
 * Chinese tells the cause before the verb with nothing between, 因停电停产: of two the second is what came of it. German puts
 * the verb, in small letters, behind the noun of the cause: "wegen eines Lecks eingestellt". Elsewhere a verb that stands
 * between tells the second: «после атаки *начался* пожар».
 */
export function isAfterItsCause(
  marks: Marks,
  cue: CueMatch,
  cues: readonly CueMatch[],
  causes: readonly CueMatch[],
): boolean {
  const isHan = /^\p{Script=Han}/u.test(marks.text.slice(cue.start))
  const isVerb = /^\p{Ll}/u.test(marks.text.slice(cue.start))
  return cues.some((other) => {
    if (other.end > cue.start || !isCause(other, causes)) return false
    if (isVerbBetween(marks, other, cue)) return true
    if (!isHan && !(isVerb && isCapitalWithin(marks, other))) return false
    return !BESIDE_HAN.test(marks.text.slice(other.end, cue.start))
  })
}

/** A word with a capital letter that opens no sentence, as German nouns have it. */
const isCapitalWithin = (marks: Marks, { start }: Span): boolean =>
  /^\p{Ll} \p{Lu}/u.test(marks.text.slice(Math.max(0, start - 2), start + 1))

const isVerbBetween = (marks: Marks, one: Span, other: Span): boolean =>
  ['event:start', 'modality:happened'].some((group) =>
    cuesIn(marks, { start: one.end, end: other.start }, group).some((verb) => verb.end <= other.start),
  )
