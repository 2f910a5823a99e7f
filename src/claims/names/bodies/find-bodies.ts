import { capitalRun, type Run } from '../name-runs.ts'
import { joinsAt, type NameToken } from '../name-tokens.ts'
import { isGiven } from '../persons/personal-name.ts'
import { demonymAt } from '../places/demonyms.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'

type Covered = (token: number) => Spotting | undefined

const MOST_WORDS = 10
/** A word of that length behind "of" is what the body is of, be it without a capital. */
const LONG_WORD = 6
const WITHIN = /^(?:[ '’]| & |-)$/u

/**
 * Associations, unions and offices that no table has: a capitalised word that names of bodies begin with and what it is
 * of ("Federación de Empresas del Gas", "Verband der französischen Ölindustrie"), or a word for them and the name right
 * behind ("l'associazione di consumatori Codacons").
 */
export function findBodies(context: NameContext, lists: WordLists, covered: Covered): Spotting[] {
  const { tokens, forms, text } = context
  const found: Spotting[] = []
  const canJoin = joinsAt(tokens)
  const keep = (run: Run | null): number | null => {
    if (run === null) return null
    for (let i = run.from; i < run.to; i++) {
      const other = covered(i)
      if (other !== undefined && other.type !== 'commodity') return null
    }
    found.push({
      ...run,
      canonical: text.slice(run.start, run.end),
      type: 'organisation',
      atlas: null,
      match: 'pattern',
      score: 0.6,
      options: [],
    })
    return run.to
  }
  for (let i = 0; i < tokens.length; i++) {
    const head = lists.bodyHeads.longestAt(forms, i, canJoin)
    const whole = head === undefined ? null : keep(wholeName(context, lists, covered, i, head.to))
    const cue = whole === null ? lists.bodyBefore.longestAt(forms, i, canJoin) : undefined
    const to = whole ?? (cue === undefined ? null : keep(nameBehind(context, lists, cue.to)))
    if (to !== null) i = to - 1
  }
  return found
}

/** From a capitalised head on over links, adjectives of countries and what it is of. */
function wholeName(
  context: NameContext,
  lists: WordLists,
  covered: Covered,
  from: number,
  behind: number,
): Run | null {
  const { tokens } = context
  const first = tokens[from]
  if (first?.isCapital !== true || first.isUpper) return null
  let to = from
  for (let at = behind; at < from + MOST_WORDS; at++) {
    const token = tokens[at]
    if (token === undefined || !WITHIN.test(token.gap) || covered(at)?.type === 'country') break
    // "the head of the Association of Engineers Name Surname": who heads it is no part of its name.
    if (at > behind && isGiven(context, lists, at) && tokens[at + 1]?.isCapital === true) break
    const isLink = lists.bodyLinks.has(token.fold)
    if (isLink && !token.isCapital) continue
    const demonym = demonymAt(context, at, lists.demonyms)
    if (demonym !== null && !token.isCapital) continue
    const isOf = lists.bodyLinks.has(tokens[at - 1]?.fold ?? '') || at === behind
    const isName = token.isCapital && !token.isUpper && !lists.notNames.has(token.fold)
    if (!isName && !(isOf && at > behind && isLong(token) && !opensSentence(first))) break
    to = at + 1
  }
  if (to > behind && isBeforeLetters(context, to)) to++
  const last = tokens[to - 1]
  if (to <= behind || last === undefined) return null
  // "des Verbands Ines": one word right behind is the name by itself.
  const isAlone = context.lexicon?.data.nouns_capital === true && to === behind + 1
  return isAlone
    ? { from: behind, to, start: last.start, end: last.end }
    : { from, to, start: first.start, end: last.end }
}

/** "Institut de sûreté *nucléaire* (ISN)": an adjective between the name and its letters in brackets is of the name. */
function isBeforeLetters({ tokens }: NameContext, at: number): boolean {
  const [word, letters] = [tokens[at], tokens[at + 1]]
  if (word === undefined || letters === undefined || !isLong(word) || word.gap !== ' ') return false
  return letters.isUpper && /^ \($/u.test(letters.gap)
}

const isLong = (token: NameToken): boolean => token.raw.length >= LONG_WORD && /^\p{Ll}+$/u.test(token.raw)
const opensSentence = (token: NameToken): boolean => /^$|[.!?:\n]/u.test(token.gap)

/** "the association Name", "l'associazione di consumatori Name": up to three capitalised words. */
function nameBehind(context: NameContext, lists: WordLists, behind: number): Run | null {
  const { tokens } = context
  const [next, noun] = [tokens[behind], tokens[behind + 1]]
  if (next === undefined) return null
  const skips = lists.bodyLinks.has(next.fold) && noun !== undefined && isLong(noun) && noun.gap === ' '
  const at = skips ? behind + 2 : behind
  if (!/^ ["«“„]?$/u.test(tokens[at]?.gap ?? '') || (skips && next.gap !== ' ')) return null
  const run = capitalRun(context, lists, at)
  // Where every noun has a capital only letters of a name show one.
  if (run === null || (context.lexicon?.data.nouns_capital === true && tokens[at]?.isUpper !== true))
    return null
  const isOther =
    isGiven(context, lists, at) ||
    demonymAt(context, at, lists.demonyms) !== null ||
    lists.heads.hitsAt(context.forms, at, () => false).length > 0 ||
    lists.titles.hitsAt(context.forms, at, () => false).length > 0
  return isOther ? null : run
}
