import { joinsAt, type NameToken } from '../name-tokens.ts'
import { inEnglish } from '../persons/base-name.ts'
import { isSaying } from '../persons/beside-saying.ts'
import { titleAt } from '../persons/person-titles.ts'
import { isSurname } from '../persons/surname.ts'
import { demonymAt } from '../places/demonyms.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'

const LONGEST = 3
const SHORTEST_NAME = 4
/** What stands before the first word of a sentence. */
const BEGINS = /[.!?:;\n—–]|^$| - /u

/**
 * "Northrail said", "Spirit Energy has said": a body that no table has, right before a verb of saying. Where a sentence
 * may begin with anything else, a word at its head shows nothing by its capital.
 */
export function bodyThatSays(context: NameContext, lists: WordLists, i: number): Spotting | null {
  const { tokens, text, lexicon } = context
  if (!isSaying(context, lists, i) || lexicon?.data.nouns_capital === true) return null
  // "Made clear on Tuesday that": the verb lies before.
  if (lists.notNames.has(tokens[i]?.fold ?? '')) return null
  const auxiliary = tokens[i - 1]
  const isCompound = auxiliary !== undefined && /^\p{Ll}{1,4}$/u.test(auxiliary.raw)
  const to = isCompound && tokens[i]?.gap === ' ' ? i - 1 : i
  if (tokens[to]?.gap !== ' ') return null
  let from = to
  while (
    from > 0 &&
    to - from < LONGEST &&
    mayStand(tokens[from - 1]) &&
    (from === to || tokens[from]?.gap === ' ')
  )
    from--
  // "Prezes Surname said": the title at the head of a sentence is no part of the name.
  if (to - from > 1 && isBehindTitle(context, lists, to - 1)) from = to - 1
  const words = tokens.slice(from, to)
  const [first] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined) return null
  // A longer name that goes on before, and the surname of somebody: both are found elsewhere.
  const own = words.filter(({ fold }) => !lists.notNames.has(fold))
  if (own.length === 0 || lists.notNames.has(first.fold) || (words.length > 1 && own.length === words.length))
    return null
  if (words.length === 1 && isSurname(context, lexicon?.data.surname_endings ?? [], from)) return null
  if (words.length === 1 && (first.raw.length < SHORTEST_NAME || isNoBody(context, lists, from))) return null
  const isHead = from === 0 || BEGINS.test(first.gap)
  if (isHead && (lexicon?.data.subject_first !== true || isPlural(words) || isSmallElsewhere(context, first)))
    return null
  // "prezes Surname said": what stands right behind a title is who bears it.
  const isPerson = words.length === 1 && isBehindTitle(context, lists, from)
  const written = text.slice(first.start, last.end)
  return {
    start: first.start,
    end: last.end,
    from,
    to,
    canonical: isPerson ? inEnglish(written, context) : written,
    type: isPerson ? 'person' : 'company',
    atlas: null,
    match: 'pattern',
    score: 0.5,
    options: [],
  }
}

const cased = new Set(['latin', 'cyrillic', 'greek'])

function mayStand(token: NameToken | undefined): boolean {
  return token?.isCapital === true && cased.has(token.script) && !token.isUpper
}

/** A role, a title, a kind of plant, somebody of a nation: "Governor said", "Refinery said". */
function isNoBody(context: NameContext, lists: WordLists, at: number): boolean {
  const { forms, tokens } = context
  const fold = tokens[at]?.fold ?? ''
  return (
    lists.roleWords.some((word) =>
      word.endsWith('*') ? fold.startsWith(word.slice(0, -1)) : fold === word,
    ) ||
    lists.titles.hitsAt(forms, at, () => false).length > 0 ||
    lists.heads.hitsAt(forms, at, () => false).length > 0 ||
    demonymAt(context, at, lists.demonyms) !== null
  )
}

/** "Investors said": several, and no name. */
function isPlural(words: readonly NameToken[]): boolean {
  return words.length === 1 && /\p{Ll}s$/u.test(words[0]?.raw ?? '')
}

function isSmallElsewhere({ tokens }: NameContext, word: NameToken): boolean {
  return tokens.some((one) => !one.isCapital && one.fold === word.fold)
}

const TITLE_WORDS = 3

function isBehindTitle(context: NameContext, lists: WordLists, at: number): boolean {
  if (context.tokens[at]?.gap !== ' ') return false
  const canJoin = joinsAt(context.tokens)
  for (let from = Math.max(0, at - TITLE_WORDS); from < at; from++)
    if (titleAt(context, lists, from, canJoin) === at) return true
  return false
}
