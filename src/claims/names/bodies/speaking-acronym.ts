import type { NameToken } from '../name-tokens.ts'
import { isSaying } from '../persons/beside-saying.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'

const SHORTEST = 3
const LONGEST = 6
/** An article before the letters: "selon la CGT". */
const ARTICLE_LETTERS = 3

/** A body that no table has, by the letters of its name at token `i` beside words of saying: "selon la CGT", "XYZ said". */
export function speakingAcronym(context: NameContext, lists: WordLists, i: number): Spotting | null {
  const { tokens, forms, text } = context
  const name = tokens[i]
  if (name === undefined || name.script !== 'latin' || !name.isUpper || /\p{N}/u.test(name.raw)) return null
  if (name.raw.length < SHORTEST || name.raw.length > LONGEST || lists.notNames.has(name.fold)) return null
  const says = isBesideWords(context, lists, i, i + 1) || isBracketedBeforeSaying(context, lists, i)
  if (!says || /^[-–/&]/u.test(text.charAt(name.end))) return null
  if (lists.heads.hitsAt(forms, i, () => false).length > 0) return null
  return {
    start: name.start,
    end: name.end,
    from: i,
    to: i + 1,
    canonical: name.raw,
    type: 'organisation',
    atlas: null,
    match: 'pattern',
    score: 0.5,
    options: [],
  }
}

/** "the regional grid company (XYZ) said": the letters in brackets behind a long name are who says it. */
function isBracketedBeforeSaying(context: NameContext, lists: WordLists, i: number): boolean {
  const { tokens } = context
  if (!/ [(]$/u.test(tokens[i]?.gap ?? '') || !/^[)] $/u.test(tokens[i + 1]?.gap ?? '')) return false
  const isAuxiliary = /^\p{Ll}{1,4}$/u.test(tokens[i + 1]?.raw ?? '') && tokens[i + 2]?.gap === ' '
  return isSaying(context, lists, i + 1) || (isAuxiliary && isSaying(context, lists, i + 2))
}

/** Whether words of saying stand right before the tokens from `from` to `to`, or a verb of saying right behind. */
export function isBesideWords(
  context: NameContext,
  lists: WordLists,
  from: number,
  to: number,
  isListed = false,
): boolean {
  const { tokens, forms } = context
  const [name, next] = [tokens[from], tokens[to]]
  // In a line of capitals nothing is told by them.
  const isShouted = (token: NameToken | undefined): boolean => token?.isUpper === true
  if (name === undefined || isShouted(tokens[from - 1]) || isShouted(next)) return false
  if (next !== undefined && next.gap === ' ' && isSaying(context, lists, to)) return true
  // "La CGT a indiqué", "XYZ has said"
  const isAuxiliary =
    next !== undefined && next.gap === ' ' && /^\p{Ll}{1,4}$/u.test(next.raw) && tokens[to + 1]?.gap === ' '
  if (isAuxiliary && isSaying(context, lists, to + 1)) return true
  const article = tokens[from - 1]
  const skips =
    article !== undefined && /^\p{Ll}+$/u.test(article.raw) && article.raw.length <= ARTICLE_LETTERS
  for (const end of skips ? [from - 1, from] : [from]) {
    if (!/^[ '’]$/u.test(tokens[end]?.gap ?? '')) continue
    if ((end < from || isListed) && isSaying(context, lists, end - 1)) return true
    for (let start = Math.max(0, end - PHRASE_WORDS); start < end; start++)
      if (lists.wordsBefore.hitsAt(forms, start, () => true).some((hit) => hit.to === end)) return true
  }
  return false
}

const PHRASE_WORDS = 3
