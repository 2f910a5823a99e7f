import { joins } from '../name-tokens.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'

/** Tokens of a type word: "refinery". */
interface TypeWord {
  readonly from: number
  readonly to: number
}

/** "Ryazan'daki rafineri", 布尔加斯的炼油厂: the place that one joining word parts from the type word behind it. */
export function placeBeforeJoint(
  { tokens }: NameContext,
  lists: WordLists,
  { from }: TypeWord,
  endsAt: ReadonlyMap<number, Spotting>,
): Spotting | null {
  const [before, joint, word] = [tokens[from - 2], tokens[from - 1], tokens[from]]
  const place = endsAt.get(from - 1)
  if (before === undefined || joint === undefined || word === undefined || place === undefined) return null
  const isJoined = lists.connectors.has(joint.fold) && joins(before, joint) && joins(joint, word)
  return isJoined && isPlace(place) ? place : null
}

/** "the refinery of X in Burgas": the place behind the company that the plant belongs to. */
export function placeBehindOwner(
  context: NameContext,
  lists: WordLists,
  { to }: TypeWord,
  startsAt: ReadonlyMap<number, Spotting>,
): Spotting | null {
  const owner = startsAt.get(behindConnectors(context, lists, to))
  if (owner?.type !== 'company') return null
  const at = behindConnectors(context, lists, owner.to)
  const place = at === owner.to ? undefined : startsAt.get(at)
  return place !== undefined && isPlace(place) ? place : null
}

const isPlace = ({ type }: Spotting): boolean => type === 'place' || type === 'port'

const MOST_CONNECTORS = 2
const WITHIN_PHRASE = /^[»"”“›'’«„‹-]{0,1}[\s\u00a0]?[«"“„‹'‘-]{0,1}$/u

/** First token that is no connector, from `at` on; `at` where something parts it from the word before. */
function behindConnectors({ tokens }: NameContext, lists: WordLists, at: number): number {
  for (let next = at; next <= at + MOST_CONNECTORS; next++) {
    const token = tokens[next]
    if (token === undefined || !WITHIN_PHRASE.test(token.gap)) return at
    if (!lists.connectors.has(token.fold)) return next
  }
  return at
}
