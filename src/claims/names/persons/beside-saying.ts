import { capitalRun, capitalRunBefore, type Run } from '../name-runs.ts'
import { joinsAt, type NameToken } from '../name-tokens.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'
import { LONGEST_NAME } from './personal-name.ts'
import { isSurname } from './surname.ts'

/** Between a verb of saying and who says it: nothing but a space, or the comma after a quotation. */
const NEXT_TO = /^["”»“’]?,? $/u

/** "said Name Surname, …", "Name Surname has said": the name beside the verb of saying at token `i`. */
export function besideSaying(context: NameContext, lists: WordLists, i: number): Run | null {
  const { tokens } = context
  if (!isSaying(context, lists, i)) return null
  if (context.lexicon?.data.nouns_capital === true) return namedBehind(context, lists, i)
  const behind = tokens[i + 1]?.gap === ' ' ? capitalRun(context, lists, i + 1, LONGEST_NAME) : null
  if (behind !== null && isFullName(context, behind)) return behind
  // "ha dichiarato", "has said": the name stands before the auxiliary.
  const auxiliary = tokens[i - 1]
  const isCompound = auxiliary !== undefined && /^\p{Ll}{1,4}$/u.test(auxiliary.raw)
  const to = isCompound && tokens[i]?.gap === ' ' ? i - 1 : i
  if (!NEXT_TO.test(tokens[to]?.gap ?? '')) return null
  // "The head of X (Y), Name Surname, said": between two commas.
  const isParted = /^, $/u.test(tokens[to]?.gap ?? '')
  const before = capitalRunBefore(context, lists, to, LONGEST_NAME, isParted)
  if (before === null || !isFullName(context, before)) return null
  if (isParted && !/, $/u.test(tokens[before.from]?.gap ?? '')) return null
  // "in an interview with X Y said": who speaks is not whom a preposition leads to.
  const lead = tokens[before.from - 1]
  const isLed = lead !== undefined && tokens[before.from]?.gap === ' ' && lists.connectors.has(lead.fold)
  return isLed ? null : before
}

const LONGEST_PHRASE = 3

/** "selon Name Surname, …", "según Name Surname": a full name right behind a phrase like "according to" that begins at `i`. */
export function behindPhrase(context: NameContext, lists: WordLists, i: number): Run | null {
  const { tokens, forms } = context
  if (context.lexicon?.data.nouns_capital === true || tokens[i]?.script !== 'latin') return null
  const phrase = lists.wordsBefore.longestAt(forms, i, joinsAt(tokens))
  if (phrase === undefined || phrase.to - i > LONGEST_PHRASE || tokens[phrase.to]?.gap !== ' ') return null
  const run = capitalRun(context, lists, phrase.to, LONGEST_NAME)
  return run !== null && run.from === phrase.to && isWholeName(context, run) ? run : null
}

/**
 * "sagte Name Surname von der …": where every noun is capitalised, two such words and no more right behind the verb, with
 * no article between, up to a mark or a small word.
 */
function namedBehind(context: NameContext, lists: WordLists, i: number): Run | null {
  const { tokens, forms } = context
  const [first, after] = [tokens[i + 1], tokens[i + 3]]
  if (
    first?.gap !== ' ' ||
    lists.nounEndings.some((ending) => first.fold.endsWith(ending)) ||
    (after !== undefined && !/^(?:[,.:] ?| )$/u.test(after.gap))
  )
    return null
  if (lists.titles.hitsAt(forms, i + 1, () => false).length > 0) return null
  const run = capitalRun(context, lists, i + 1, LONGEST_NAME)
  return run !== null && run.to === i + 3 && isFullName(context, run) ? run : null
}

const SHORTEST_NAME = 3

/** "confirmed Xyz, a unit of …": a name of one word behind a verb of saying, before a comma or the end. */
export function bodyBehindSaying(context: NameContext, lists: WordLists, i: number): Spotting | null {
  const { tokens, text } = context
  if (!isSaying(context, lists, i) || context.lexicon?.data.nouns_capital === true) return null
  const [before, name, after] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]]
  if (name === undefined || name.gap !== ' ' || name.fold.length < SHORTEST_NAME) return null
  // "said Surname.": somebody, and no body.
  if (isSurname(context, context.lexicon?.data.surname_endings ?? [], i + 1)) return null
  const isParted = after === undefined || /^(?:,|\.\s|\.\n|\n)/u.test(after.gap)
  const run = isParted ? capitalRun(context, lists, i + 1, 1) : null
  // "…, confirmó X": the verb begins its clause, so that X is who says it and not what is said.
  const opens =
    before === undefined ||
    /^(?:["”»’]?[,.]|[,.?!]["”»’]) $/u.test(tokens[i]?.gap ?? '') ||
    before.raw.length <= 3
  if (run === null || !opens) return null
  return {
    start: run.start,
    end: run.end,
    from: run.from,
    to: run.to,
    canonical: text.slice(run.start, run.end),
    type: 'company',
    atlas: null,
    match: 'pattern',
    score: 0.5,
    options: [],
  }
}

export function isSaying(context: NameContext, lists: WordLists, i: number): boolean {
  const word = context.forms[i]
  return word !== undefined && lists.sayings.of(word)
}

/** Two to four capitalised words, none all in capitals, that no other capitalised word goes on from. */
function isFullName(context: NameContext, run: Run): boolean {
  const [before, first] = [context.tokens[run.from - 1], context.tokens[run.from]]
  return isWholeName(context, run) && !(before?.isCapital === true && first?.gap === ' ')
}

/** The same, whatever stands before. */
function isWholeName({ tokens }: NameContext, run: Run): boolean {
  const words = tokens.slice(run.from, run.to)
  const after = tokens[run.to]
  const isInitial = (word: NameToken): boolean => word.isUpper && word.fold.length === 1
  if (words.length < 2 || (after?.isCapital === true && after.gap === ' ')) return false
  return words.every((word) => !word.isUpper || isInitial(word))
}
