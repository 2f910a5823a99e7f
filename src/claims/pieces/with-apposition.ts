import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import { isStrongIn } from './is-strong-in.ts'

export const APPOSITION_WORDS = 14

/** "…, said X, head of the board of Y": what follows the speaker up to the end tells who that is. */
export function withApposition(marks: Marks, end: number, cuts: readonly number[]): number {
  const last = cuts.at(-1) ?? end
  const rest = { start: end, end: last }
  const words = marks.tokens.within(rest.start, rest.end)
  const [first] = words
  if (first === undefined) return end
  // "the minister of energy and chief executive of Y, X"
  const isJoined = cuesIn(marks, first, 'join').length > 0
  if (!isJoined && !/[,،，]\s*$/u.test(marks.text.slice(0, end).slice(-3))) return end
  const isUnnamed = cuesIn(marks, rest, 'qualifier').some((cue) => cue.cue.value === 'unnamed')
  if (isUnnamed) return last
  const next = cuts.filter((cut) => cut > end).slice(0, isJoined ? 2 : 1)
  return [last, ...next.reverse()].find((to) => tellsWho(marks, { start: end, end: to })) ?? end
}

const ROLE_WITHIN = 3
const PERSON_WITHIN = 8

/** "head of the board of Y", "in charge of energy, X": a role or a person at the head of a few words without an event. */
function tellsWho(marks: Marks, rest: Span): boolean {
  const words = marks.tokens.within(rest.start, rest.end)
  const head = (count: number): Span => ({ start: rest.start, end: words[count - 1]?.end ?? rest.end })
  const named = head(PERSON_WITHIN)
  const isWho =
    cuesIn(marks, head(ROLE_WITHIN), 'role').length > 0 ||
    marks.mentions.within(named.start, named.end).some((one) => one.entity.type === 'person')
  if (!isWho || words.length > APPOSITION_WORDS) return false
  // "…, X, as the agency Y reports": who hands it on says it anew.
  const isSaid = ['speech:verbs', 'speech:before'].some((group) => cuesIn(marks, rest, group).length > 0)
  return !isSaid && !isStrongIn(marks, rest)
}
