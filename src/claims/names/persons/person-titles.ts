import { capitalRun, capitalRunBefore, type Run } from '../name-runs.ts'
import { type DemonymIndex, demonymAt } from '../places/demonyms.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'
import { isNoName, LONGEST_NAME } from './personal-name.ts'

/** Where the words of a title that begins at token `i` end; null where none begins. */
export function titleAt(
  context: NameContext,
  lists: WordLists,
  i: number,
  canJoin: (i: number) => boolean,
): number | null {
  const listed = lists.titles.longestAt(context.forms, i, canJoin)
  if (listed !== undefined) return listed.to
  const word = context.tokens[i]
  const isTitle =
    word?.isCapital === true &&
    lists.titleEndings.some((ending) => word.fold.length > ending.length + 1 && word.fold.endsWith(ending))
  return isTitle ? i + 1 : null
}

const COMPLEMENT_WORDS = 8

/** "the president of ABC, Name Surname, …": behind the comma that ends what somebody heads. */
export function behindComma(context: NameContext, lists: WordLists, from: number): number | null {
  const { tokens } = context
  for (let at = from; at < Math.min(tokens.length, from + COMPLEMENT_WORDS); at++) {
    const gap = tokens[at]?.gap ?? ''
    if (/[.!?:;\n]/u.test(gap)) return null
    if (!/^["”»’]?[,،] $/u.test(gap)) continue
    if (tokens[at]?.script === 'arabic') return isBetweenCommas(context, lists, at) ? at : null
    const run = capitalRun(context, lists, at, LONGEST_NAME)
    // "…, Name Surname, said": a comma, a verb or the end of the sentence follows, no other name.
    const next = run === null ? undefined : tokens[run.to]
    const isParted = next === undefined || /^[,.،]/u.test(next.gap) || !next.isCapital
    return run !== null && run.to - run.from >= 2 && isParted ? at : null
  }
  return null
}

const QUOTED_BODY_WORDS = 18

/** "director of the department of JSC «Body» Name Surname": right behind the quotation mark that closes the body. */
export function behindQuotedBody(context: NameContext, lists: WordLists, from: number): Run | null {
  const { tokens } = context
  for (let at = from; at < Math.min(tokens.length, from + QUOTED_BODY_WORDS); at++) {
    const gap = tokens[at]?.gap ?? ''
    if (/[.!?:;\n,]/u.test(gap)) return null
    if (!/^["»”] $/u.test(gap)) continue
    const run = capitalRun(context, lists, at, LONGEST_NAME)
    const next = run === null ? undefined : tokens[run.to]
    const isName = run !== null && run.to - run.from >= 2 && !(next?.isCapital === true && next.gap === ' ')
    return isName ? run : null
  }
  return null
}

const ARABIC_NAME_WORDS = [2, 4] as const

/** Where no capitals tell: two to four words between commas, none of which an ordinary sentence goes on with. */
function isBetweenCommas(context: NameContext, lists: WordLists, at: number): boolean {
  const { tokens } = context
  const end = tokens.findIndex((token, i) => i > at && /^["”»]?[,،:]/u.test(token.gap))
  const count = end - at
  if (end < 0 || count < ARABIC_NAME_WORDS[0] || count > ARABIC_NAME_WORDS[1]) return false
  return areNames(context, lists, at, end)
}

function areNames({ tokens, forms }: NameContext, lists: WordLists, from: number, to: number): boolean {
  return tokens.slice(from, to).every((word, i) => {
    const form = forms[from + i]
    return (
      word.script === 'arabic' &&
      (i === 0 || word.gap === ' ') &&
      !isNoName(word, lists) &&
      !(i === 0 && word.fold.startsWith('ال')) &&
      form !== undefined &&
      !lists.sayings.of(form)
    )
  })
}

/**
 * "said Najat Hussein, member of …", "said Rim Haddad the spokeswoman of …": two to four Arabic words between the
 * verb and the title at `i`, which begins behind a comma or with an article.
 */
export function betweenSayingAndTitle(context: NameContext, lists: WordLists, i: number): number | null {
  const { tokens, forms } = context
  const title = tokens[i]
  const isApposed = title?.gap === ' ' && title.fold.startsWith('ال')
  if (title?.script !== 'arabic' || !(isApposed || /^[,،] $/u.test(title.gap))) return null
  for (let from = i - ARABIC_NAME_WORDS[0]; from >= Math.max(1, i - ARABIC_NAME_WORDS[1]); from--) {
    const verb = forms[from - 1]
    if (verb === undefined || !lists.sayings.of(verb)) continue
    return areNames(context, lists, from, i) && !(isApposed && isOffice(context, lists, from)) ? from : null
  }
  return null
}

/** "said an official in the ministry the spokesman …": a title or a word with an article begins no name. */
function isOffice({ forms }: NameContext, lists: WordLists, at: number): boolean {
  return lists.titles.hitsAt(forms, at, () => false).length > 0
}

/**
 * "the spokesman of the Oil Ministry Rafid Nasir said that": where a listed body ends the title, the two words between
 * it and a comma, a colon or a word like "that".
 */
export function behindBody(context: NameContext, lists: WordLists, at: number): number | null {
  const { tokens } = context
  const to = at + ARABIC_NAME_WORDS[0]
  const next = tokens[to]
  if (tokens[at]?.script !== 'arabic' || tokens[at].gap !== ' ') return null
  const isParted = next === undefined || /^["”»]?[,،:]/u.test(next.gap) || THAT.has(next.fold)
  return isParted && areNames(context, lists, at, to) ? to : null
}

const THAT = new Set(['ان', 'بان'])

/** "Name Surname, head of ABC": the name that ends at the comma before the title at token `i`. */
export function beforeComma(context: NameContext, lists: WordLists, i: number): number | null {
  const { tokens } = context
  const article = /^[,،] $/u.test(tokens[i]?.gap ?? '') ? i : i - 1
  if (article < 2 || !/^[,،] $/u.test(tokens[article]?.gap ?? '')) return null
  const run = capitalRunBefore(context, lists, article, LONGEST_NAME, true)
  if (run === null || run.to - run.from < 2) return null
  // "On Monday, Name Surname, head of": behind a comma another name has ended; "Selon" is none.
  const other = tokens[run.from - 1]
  const isBesideName =
    other?.isCapital === true &&
    !lists.notNames.has(other.fold) &&
    !/^[,،] $/u.test(tokens[run.from]?.gap ?? '')
  return isBesideName ? null : run.from
}

export function namedUpTo(tokens: NameContext['tokens'], i: number): number {
  return /^[,،] $/u.test(tokens[i]?.gap ?? '') ? i : i - 1
}

/** "minister for ecological transition and the demographic challenge X" */
const COMPLEMENT_STEPS = 9

/** Over "of Kazakhstan", "الروسي", "'s": countries, demonyms and connectors; null past nine of them. */
export function skipComplement(
  context: NameContext,
  lists: WordLists,
  demonyms: DemonymIndex,
  covered: (token: number) => Spotting | undefined,
  from: number,
): number | null {
  let at = from
  for (let steps = 0; steps < COMPLEMENT_STEPS; steps++) {
    const token = context.tokens[at]
    if (token === undefined || !/^[\s,«"“'’\-–]{0,3}$/u.test(token.gap) || /\n/u.test(token.gap)) return null
    const place = covered(at)
    const demonym = demonymAt(context, at, demonyms)
    if (place !== undefined && ['country', 'place', 'company', 'organisation'].includes(place.type))
      at = Math.max(at + 1, place.to)
    else if (demonym !== null) at = demonym.to
    else if (
      (lists.connectors.has(token.fold) && isNoName(token, lists)) ||
      lists.titleComplements.has(token.fold) ||
      /^\p{Ll}{1,3}$/u.test(token.raw)
    )
      at++
    else return at
  }
  return at
}

const SHORTEST_SURNAME = 4

/** Whether the word at token `i`, right behind a title, is a surname alone: no other name goes on from it. */
export function surnameBehind({ tokens, lexicon }: NameContext, i: number): boolean {
  if (lexicon?.data.surname_behind_title !== true) return false
  const [word, next] = [tokens[i], tokens[i + 1]]
  if (word === undefined || word.gap !== ' ' || !word.isCapital || word.isUpper) return false
  const isListed = lexicon.data.titles.some((title) => title.split(' ').includes(word.raw))
  const goesOn = next?.isCapital === true && next.gap === ' '
  return (
    !goesOn && !isListed && word.fold.length >= SHORTEST_SURNAME && /^[,.:;]? ?["“«]?$/u.test(next?.gap ?? '')
  )
}
