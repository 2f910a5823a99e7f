import type { EntityType } from '../claim.ts'
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
  const told = [last, ...next.reverse()].find((to) => tellsWho(marks, { start: end, end: to }))
  return told ?? (tellsWhat(marks, rest) ? last : end)
}

const VERBS = ['predicate', 'speech:verbs', 'speech:before', 'speech:relay', 'relative', 'join'].concat(
  ['planned', 'happened', 'ongoing', 'state', 'possible', 'negation'].map((name) => `modality:${name}`),
)

/** "…, said X, *the largest producer of the country*": few words without a verb or a figure behind a name, to the end. */
function tellsWhat(marks: Marks, rest: Span): boolean {
  const isNamed = marks.mentions
    .within(Math.max(0, rest.start - NAME_REACH), rest.start)
    .some((one) => WHO.has(one.entity.type) && /^[,،，]\s*$/u.test(marks.text.slice(one.end, rest.start)))
  return (
    isNamed &&
    marks.tokens.countWithin(rest.start, rest.end) <= APPOSITION_WORDS &&
    marks.quantities.countWithin(rest.start, rest.end) === 0 &&
    VERBS.every((group) => cuesIn(marks, rest, group).length === 0) &&
    !isStrongIn(marks, rest)
  )
}

const NAME_REACH = 60
const WHO = new Set<EntityType>(['person', 'company', 'organisation'])

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
