import { isSaying } from '../persons/beside-saying.ts'
import type { NameContext } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'

/** Longest name of a paper, in words. */
const MOST = 5
const OPENS = /^ ?[«"“„‹]\s?$/u
const CLOSES = /^\s?[»"”“›]/u
const cased = new Set(['latin', 'cyrillic', 'greek'])

/**
 * «Балтийской ведомости» beside a word of saying: where names stand in quotation marks only their first word has a
 * capital, so the word of papers may be small. A comma between makes it somebody's words, and no name.
 */
export function quotedOutlet(
  context: NameContext,
  lists: WordLists,
  i: number,
): { readonly from: number; readonly to: number } | null {
  const { tokens, forms, text } = context
  const first = tokens[i]
  if (first === undefined || !first.isCapital || !cased.has(first.script) || !OPENS.test(first.gap))
    return null
  let to = i + 1
  while (to < tokens.length && to - i < MOST && tokens[to]?.gap === ' ') to++
  const last = tokens[to - 1]
  if (last === undefined || !CLOSES.test(text.slice(last.end, last.end + 2))) return null
  const isPaper = (at: number): boolean => {
    const form = forms[at]
    return form !== undefined && lists.outletWords.of(form)
  }
  if (!tokens.slice(i, to).some((_, at) => isPaper(i + at))) return null
  const before = tokens[i - 1]
  const isTold = before !== undefined && isSaying(context, lists, i - 1)
  const tells = /^\s?[»"”“›] $/u.test(tokens[to]?.gap ?? '') && isSaying(context, lists, to)
  // "a déclaré le porte-parole au « Courrier du matin »": who is told stands behind who says it.
  const isToward = before !== undefined && lists.toward.has(before.fold) && isPaper(i)
  return isTold || tells || isToward ? { from: i, to } : null
}
