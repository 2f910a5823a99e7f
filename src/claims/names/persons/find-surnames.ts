import { joinsAt, type NameToken } from '../name-tokens.ts'
import { nearestBySkeleton } from '../nearest-by-skeleton.ts'
import { demonymAt } from '../places/demonyms.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'
import { baseSurname, inEnglish } from './base-name.ts'
import { isSaying } from './beside-saying.ts'
import { titleAt } from './person-titles.ts'
import { isSurname } from './surname.ts'

/**
 * "сказал Пересветов на брифинге", "według Kowalewskiego, …", "Първанов каза": beside a verb of saying or behind a phrase
 * like "according to", one word that ends as surnames of the language do and is no name found before.
 */
export function findSurnames(context: NameContext, lists: WordLists, named: readonly Spotting[]): Spotting[] {
  const { surname_endings: plain = [], surname_genitives: bent = [] } = context.lexicon?.data ?? {}
  if (plain.length === 0) return []
  const taken = new Set<number>()
  for (const one of named) for (let i = one.from; i < one.to; i++) taken.add(i)
  return context.tokens.flatMap((token, at) => {
    if (taken.has(at) || !token.isCapital || lists.notNames.has(token.fold)) return []
    const isBent = isSurname(context, bent, at) && isBehindPhrase(context, lists, at)
    const says = isBesideVerb(context, lists, at) || isBehindTitle(context, lists, at)
    if (!isBent && !(isSurname(context, plain, at) && says)) return []
    if (demonymAt(context, at, lists.demonyms) !== null) return []
    const name = inEnglish((isBent ? baseSurname(context, at) : null) ?? token.raw, context)
    const near = nearestBySkeleton(name, { index: context.index, types: ['person'] })
    return [
      {
        start: token.start,
        end: token.end,
        from: at,
        to: at + 1,
        canonical: near?.entry.canonical ?? inFull(named, name) ?? name,
        type: 'person' as const,
        atlas: near === null ? null : `${near.entry.table}/${near.entry.row}`,
        match: near === null ? ('pattern' as const) : ('skeleton' as const),
        score: near?.score ?? 0.5,
        options: near === null ? [] : [near.entry],
      },
    ]
  })
}

/** The person of that surname who is named in full in the text. */
function inFull(named: readonly Spotting[], surname: string): string | undefined {
  return named.find((one) => one.type === 'person' && one.canonical.endsWith(` ${surname}`))?.canonical
}

/** "said Surname", "Surname said", the latter with nothing before that the surname could end the name of. */
function isBesideVerb(context: NameContext, lists: WordLists, at: number): boolean {
  const [before, word, after] = [at - 1, at, at + 1].map((one) => context.tokens[one])
  if (word === undefined) return false
  if (before !== undefined && word.gap === ' ' && isSaying(context, lists, at - 1)) return true
  if (isFurtherBehindVerb(context, lists, at)) return true
  const isAlone = before === undefined || !isBeside(before, word)
  return isAlone && after?.gap === ' ' && isSaying(context, lists, at + 1)
}

const BETWEEN_WORDS = 4
const CLOSES = /^["”»]?[.,:;\n)]/u

/** "said to reporters on Wednesday Surname.": small words between, and none of a case that a man's name shares with a woman's. */
function isFurtherBehindVerb(context: NameContext, lists: WordLists, at: number): boolean {
  const { tokens } = context
  const [word, after] = [tokens[at], tokens[at + 1]]
  if (word === undefined || /[аa]$/iu.test(word.raw) || !(after === undefined || CLOSES.test(after.gap)))
    return false
  for (let from = at - 1; from >= 0 && at - from <= BETWEEN_WORDS; from--) {
    const [before, next] = [tokens[from], tokens[from + 1]]
    if (next?.gap !== ' ') return false
    if (isSaying(context, lists, from)) return true
    if (before?.isCapital !== false) return false
  }
  return false
}

/** "министр Пересветов": right behind a title. */
function isBehindTitle(context: NameContext, lists: WordLists, at: number): boolean {
  const canJoin = joinsAt(context.tokens)
  return (
    context.tokens[at]?.gap === ' ' &&
    [at - 1, at - 2].some((from) => from >= 0 && titleAt(context, lists, from, canJoin) === at)
  )
}

const LONGEST_PHRASE = 3

/** "По словам Пересветова": the phrase ends right before the word. */
function isBehindPhrase(context: NameContext, lists: WordLists, at: number): boolean {
  if (context.tokens[at]?.gap !== ' ') return false
  for (let from = Math.max(0, at - LONGEST_PHRASE); from < at; from++)
    if (lists.wordsBefore.longestAt(context.forms, from, joinsAt(context.tokens))?.to === at) return true
  return false
}

/** Two capitalised words with nothing but a space between: the one is a part of the other's name. */
const isBeside = (one: NameToken, other: NameToken): boolean =>
  one.isCapital && other.isCapital && other.gap === ' '
