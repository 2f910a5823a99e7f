import { romanise } from './romanise.ts'
import type { NameContext, Spotting } from './spotting.ts'
import type { WordLists } from './word-lists.ts'

const longest = 14

/**
 * Persons in Chinese: a role word, then a name that ends where a listed following word or a mark begins: a surname
 * and one or two characters, or parts joined by a middle dot. The name stays as written: characters have no one sound.
 */
export function findHanPersons(
  context: NameContext,
  lists: WordLists,
  covered: (token: number) => Spotting | undefined,
): Spotting[] {
  const { tokens, forms, text } = context
  const found: Spotting[] = []
  if (context.lexicon?.script !== 'han') return found
  const surnames = context.lexicon.data.given_names
  const following = context.lexicon.data.person_before
  for (let i = 0; i < tokens.length; i++) {
    const title = lists.titles.longestAt(forms, i, (at) => tokens[at]?.gap === '')
    const first = title === undefined ? undefined : tokens[title.to]
    if (title === undefined || first === undefined || first.gap !== '' || covered(title.to) !== undefined)
      continue
    const rest = text.slice(first.start, first.start + longest + 4)
    const end = endOfName(rest, surnames, following)
    if (end === 0) continue
    const canonical = romanise(rest.slice(0, end))
    const to = tokens.findIndex((token) => token.start >= first.start + end)
    found.push({
      start: first.start,
      end: first.start + end,
      from: title.to,
      to: to < 0 ? tokens.length : to,
      canonical,
      type: 'person',
      atlas: null,
      match: 'pattern',
      score: 0.55,
      options: [],
    })
    i = title.to
  }
  return found
}

/** Length of the name at the start of `rest`; 0 where none ends properly. */
function endOfName(rest: string, surnames: readonly string[], following: readonly string[]): number {
  const isEnd = (at: number): boolean =>
    at >= rest.length ||
    !/^[\p{Script=Han}·]/u.test(rest.slice(at)) ||
    following.some((word) => rest.startsWith(word, at))
  if (rest.slice(0, 8).includes('·')) {
    for (let at = rest.indexOf('·') + 2; at <= longest; at++) if (isEnd(at)) return at
    return 0
  }
  if (!surnames.some((surname) => rest.startsWith(surname))) return foreignName(rest)
  for (const length of [3, 2, 4]) if (isEnd(length)) return length
  return 0
}

const SAYS = /^(?:表示|称|说|指出|透露|宣布|强调|认为|呼吁|警告|回应|证实|否认|日前|近日|周|在接受|曾|\d)/u
const NO_NAME = /[的和与及或在对将已了并等是就向从以也都会要不]/u

/** A foreign name in Chinese letters, behind its title and before a word of saying: 副部长巴卡耶夫表示. */
function foreignName(rest: string): number {
  for (let length = 2; length <= 6; length++) {
    const name = rest.slice(0, length)
    if (!/^\p{Script=Han}+$/u.test(name) || NO_NAME.test(name)) return 0
    if (SAYS.test(rest.slice(length))) return length
  }
  return 0
}
