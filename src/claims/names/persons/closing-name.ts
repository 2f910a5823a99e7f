import type { Run } from '../name-runs.ts'
import type { NameToken } from '../name-tokens.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'
import { isNoName } from './personal-name.ts'

const TITLE_WORDS = 16
const NAME_WORDS = 2

/**
 * "…, said the head of the energy group of DBS Bank Name Surname.": right behind a verb of saying and a title, however
 * long what is headed, the two capitalised Cyrillic words that stand before the next mark. Where nouns take capitals,
 * or the run is longer than a name, nothing tells which words are the name: null.
 *
 * `title`: the first word of the title; `from`: the first behind it.
 */
export function closingName(
  context: NameContext,
  lists: WordLists,
  covered: (token: number) => Spotting | undefined,
  title: number,
  from: number,
): Run | null {
  const { tokens, forms } = context
  const verb = forms[title - 1]
  if (verb === undefined || tokens[title]?.gap !== ' ' || !lists.sayings.of(verb)) return null
  const to = markBehind(tokens, from)
  if (to === null) return null
  const isPart = (i: number): boolean => {
    const token = tokens[i]
    return (
      i >= from &&
      token?.script === 'cyrillic' &&
      token.isCapital &&
      !token.isUpper &&
      covered(i) === undefined &&
      !isNoName(token, lists)
    )
  }
  const begin = to - NAME_WORDS
  const [first, last] = [tokens[begin], tokens[to - 1]]
  if (first === undefined || last === undefined || !isPart(begin) || !isPart(to - 1) || last.gap !== ' ')
    return null
  return isPart(begin - 1) && first.gap === ' '
    ? null
    : { from: begin, to, start: first.start, end: last.end }
}

/** The token behind the first mark from a token on that parts or ends; null past the words of a title. */
function markBehind(tokens: readonly NameToken[], from: number): number | null {
  for (let at = from; at <= Math.min(tokens.length, from + TITLE_WORDS); at++)
    if (at === tokens.length || /[,.;:!?\n]/u.test(tokens[at]?.gap ?? '')) return at
  return null
}

/**
 * "…, said the regional coordinator of the X association, Name Surname – …": two or three capitalised words between
 * the comma that closes a title and the next mark, where a verb of saying opens what is before. `from`: the token behind
 * the verb.
 */
export function apposedName(
  context: NameContext,
  lists: WordLists,
  covered: (token: number) => Spotting | undefined,
  from: number,
): Run | null {
  const { tokens, lexicon } = context
  if (lexicon?.data.nouns_capital === true || !/^\p{Ll}/u.test(tokens[from]?.raw ?? '')) return null
  let begin = from + 1
  while (begin < from + TITLE_WORDS && /^['’ -]*$/u.test(tokens[begin]?.gap ?? '.')) begin++
  if (!/^, $/u.test(tokens[begin]?.gap ?? '')) return null
  let to = begin
  while (
    to - begin <= APPOSED_WORDS &&
    isNameWord(tokens[to], lists) &&
    (to === begin || tokens[to]?.gap === ' ')
  )
    to++
  const [first, last] = [tokens[begin], tokens[to - 1]]
  const isWhole = to - begin >= NAME_WORDS && to - begin <= APPOSED_WORDS
  if (!isWhole || first === undefined || last === undefined) return null
  if (!/^(?:$|[,.;:!?»"”]| [–—-] )/u.test(tokens[to]?.gap ?? '')) return null
  for (let at = begin; at < to; at++) if (covered(at) !== undefined) return null
  return { from: begin, to, start: first.start, end: last.end }
}

const APPOSED_WORDS = 3

function isNameWord(token: NameToken | undefined, lists: WordLists): boolean {
  return token?.isCapital === true && !token.isUpper && token.script !== 'han' && !isNoName(token, lists)
}
