import { capitalRun, quotedRun } from '../name-runs.ts'
import { joinsAt, type NameToken } from '../name-tokens.ts'
import type { NameContext } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'

export const LONGEST_NAME = 4

export function isGiven(context: NameContext, lists: WordLists, i: number): boolean {
  const token = context.tokens[i]
  if (token === undefined || token.script === 'han') return false
  if (token.script !== 'arabic' && !token.isCapital) return false
  const word = context.forms[i]
  return word !== undefined && lists.given.of(word)
}

const BODY_WORDS = 8

/** "the head of the Association of Engineers Name Surname": where the given name stands behind the name of a body. */
export function behindBodyName(context: NameContext, lists: WordLists, at: number): number | null {
  const { tokens, forms } = context
  const head = lists.bodyHeads.longestAt(forms, at, joinsAt(tokens))
  if (head === undefined || tokens[at]?.isCapital !== true) return at
  for (let i = head.to; i < Math.min(tokens.length, at + BODY_WORDS); i++) {
    if (!/^ $/u.test(tokens[i]?.gap ?? '')) return null
    if (isGiven(context, lists, i) && tokens[i + 1]?.isCapital === true) return i
  }
  return null
}

/** "the director of XYZ Name Surname": letters that stand for a body, and what stands before a given name, are none. */
export function beginOfName(context: NameContext, lists: WordLists, at: number): number {
  const [first, second] = [context.tokens[at], context.tokens[at + 1]]
  if (first === undefined || second === undefined || nameAt(context, lists, at + 1) === null) return at
  const isAcronym = first.isUpper && first.raw.length > 1 && !second.isUpper
  const isAddressed = lists.honorifics.has(context.tokens[at - 1]?.fold ?? '')
  const isOther =
    !isAddressed && isGiven(context, lists, at + 1) && !isGiven(context, lists, at) && second.gap === ' '
  return isAcronym || isOther ? at + 1 : at
}

/** End of a personal name that begins at token `at`: two or three capitalised words, or two in Arabic. */
export function nameAt(context: NameContext, lists: WordLists, at: number): number | null {
  const { tokens } = context
  const token = tokens[at]
  if (token === undefined || quotedRun(context, at) !== null) return null
  if (token.script === 'arabic') return arabicName(context, lists, at)
  const run = capitalRun(context, lists, at, LONGEST_NAME)
  if (run === null) return null
  const further = beyondSmallWords(context, lists, run.to)
  if (further !== null) return further
  // "AGENCY — Name Surname": a dash with spaces is in no name.
  const dash = tokens.slice(run.from + 1, run.to).findIndex((one) => /\s[-–—]\s/u.test(one.gap))
  const parted = dash < 0 ? run.to : run.from + 1 + dash
  const to = upToOther(tokens, run.from, parted)
  if (to - run.from < 2) return null
  return tokens.slice(run.from, to).some((one) => one.isUpper) && !token.isUpper ? null : to
}

const NAME_WORDS = 2

/** "Марк Риннер Reuters", "Mark Rinner CNBC'ye": no name goes on in other letters, nor behind two words in capitals alone. */
function upToOther(tokens: readonly NameToken[], from: number, to: number): number {
  const first = tokens[from]
  for (let at = from + 1; at < to; at++) {
    const isAcronym = at - from >= NAME_WORDS && tokens[at]?.isUpper === true && first?.isUpper === false
    if (tokens[at]?.script !== first?.script || isAcronym) return at
  }
  return to
}

const SMALL_WORDS = 2
const NICKNAME = /^\s["«“„'‘]$/u
const BEHIND_NICKNAME = /^["»”“'’]\s$/u

/** "Mohammed al-Sudani", "Robert “Madyar” Brovdi": where a name goes on behind small words or a nickname; else null. */
function beyondSmallWords(context: NameContext, lists: WordLists, from: number): number | null {
  const { tokens } = context
  const nickname = tokens[from]
  const isNicknamed =
    nickname?.isCapital === true &&
    NICKNAME.test(nickname.gap) &&
    BEHIND_NICKNAME.test(tokens[from + 1]?.gap ?? '')
  const at = from + (isNicknamed ? 1 : smallWordsAt(context, lists, from))
  if (at === from) return null
  const next = tokens[at]
  const isJoined = isNicknamed || /^[ \-‑]$/u.test(next?.gap ?? '')
  const rest = isJoined ? capitalRun(context, lists, at, LONGEST_NAME) : null
  return rest === null ? null : rest.to
}

const ARTICLE_LETTERS = 3

/** How many small words of a name stand from a token on: two of "von der", one of "al", else none. */
function smallWordsAt({ tokens }: NameContext, lists: WordLists, from: number): number {
  const words = tokens.slice(from, from + SMALL_WORDS)
  if (words[0]?.gap !== ' ' || words.some((word) => word.isUpper)) return 0
  // "Bruno Le Maire": an article with a capital is of the name.
  const isArticle = words[0].isCapital && words[0].raw.length <= ARTICLE_LETTERS
  if (isArticle && words[1]?.isCapital === true && words[1].gap === ' ') return 1
  for (let count = words.length; count > 0; count--) {
    const phrase = words
      .slice(0, count)
      .map((word) => word.fold)
      .join(' ')
    if (lists.nameParticles.has(phrase)) return count
  }
  return 0
}

/** A word that is in no name; Arabic "Ali" is folded into the same letters as "on" and told by how it is printed. */
export function isNoName({ fold, raw }: NameToken, lists: WordLists): boolean {
  return (
    (lists.notNames.has(fold) || lists.connectors.has(fold)) && !(raw === 'علي' && lists.givenNames.has(fold))
  )
}

function arabicName(context: NameContext, lists: WordLists, at: number): number | null {
  const { tokens } = context
  let to = at
  let words = 0
  // Behind "engineer" or "Dr" whatever stands is a name.
  let isKnown = lists.honorifics.has(tokens[at - 1]?.fold ?? '') && tokens[at]?.gap === ' '
  while (to < tokens.length && words < 2) {
    const token = tokens[to]
    if (token === undefined || token.script !== 'arabic' || (to > at && !/^[\s-]{1,2}$/u.test(token.gap)))
      return null
    if (isNoName(token, lists) || (to > at && /^(?:بال|لل|وال|ولل)/u.test(token.fold))) return null
    if (lists.givenNames.has(token.fold)) isKnown = true
    // "Kamal al-Din" is one given name in two words.
    if (!lists.givenLinks.has(token.fold) && !(to > at && lists.givenSecond.has(token.fold))) words++
    to++
  }
  if (!isKnown || words !== 2) return null
  return to + (goesOnToSurname(context, lists, to) ? 1 : 0)
}

/** "Samer Walid Hamdan,": behind a given name and a father's, a surname that a comma or a word like "that" parts. */
function goesOnToSurname({ tokens, forms }: NameContext, lists: WordLists, to: number): boolean {
  const [father, surname, next] = [tokens[to - 1], tokens[to], tokens[to + 1]]
  const word = forms[to]
  if (father === undefined || surname === undefined || word === undefined) return false
  if (!lists.givenNames.has(father.fold) || lists.givenLinks.has(tokens[to - 2]?.fold ?? '')) return false
  if (surname.script !== 'arabic' || surname.gap !== ' ' || lists.sayings.of(word)) return false
  if (isNoName(surname, lists)) return false
  return next === undefined || /^["”»]?[,،:.\n]/u.test(next.gap) || lists.notNames.has(next.fold)
}
