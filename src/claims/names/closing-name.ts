import type { Run } from './name-runs.ts'
import type { NameToken } from './name-tokens.ts'
import { isNoName } from './personal-name.ts'
import type { NameContext, Spotting } from './spotting.ts'
import type { WordLists } from './word-lists.ts'

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
