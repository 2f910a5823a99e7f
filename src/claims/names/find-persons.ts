import { type DemonymIndex, demonymAt } from './demonyms.ts'
import { foldText } from './fold-text.ts'
import { capitalRun, capitalRunBefore, quotedRun, type Run } from './name-runs.ts'
import { joinsAt, type NameToken } from './name-tokens.ts'
import { nearestBySkeleton } from './nearest-by-skeleton.ts'
import { plainForm } from './plain-form.ts'
import type { NameContext, Spotting } from './spotting.ts'
import { formsOf } from './token-forms.ts'
import type { WordLists } from './word-lists.ts'

/** Names of people that no table has: a role word and a name behind it, or a common given name and a surname. */
export function findPersons(
  context: NameContext,
  lists: WordLists,
  demonyms: DemonymIndex,
  covered: (token: number) => Spotting | undefined,
): Spotting[] {
  const { tokens, forms } = context
  const found: Spotting[] = []
  const canJoin = joinsAt(tokens)
  const keep = (from: number, to: number, score: number): void => {
    const first = tokens[from]
    const last = tokens[to - 1]
    if (first === undefined || last === undefined) return
    for (let i = from; i < to; i++) {
      const other = covered(i)
      if (other !== undefined && !isNamesake(context, other, from, to)) return
      if (lists.organisationAfter.hitsAt(forms, i, () => false).length > 0) return
      if (demonymAt(tokens, i, demonyms, context.lexicon) !== null) return
    }
    const name = inEnglish(baseName(context, lists, from, to), context)
    const near = nearestBySkeleton(name, { index: context.index, types: ['person'] })
    const where = { start: first.start, end: last.end, from, to, type: 'person' as const }
    if (near === null) {
      found.push({ ...where, canonical: name, atlas: null, match: 'pattern', score, options: [] })
      return
    }
    const { entry } = near
    const atlas = `${entry.table}/${entry.row}`
    found.push({
      ...where,
      canonical: entry.canonical,
      atlas,
      match: 'skeleton',
      score: near.score,
      options: [entry],
    })
  }
  const keepAt = (at: number | null, score: number): void => {
    if (at === null) return
    const from = beginOfName(context, lists, at)
    const end = nameAt(context, lists, from)
    if (end !== null) keep(from, end, score)
  }
  for (let i = 0; i < tokens.length; i++) {
    const title = titleAt(context, lists, i, canJoin)
    if (title !== null) {
      keepAt(skipComplement(context, lists, demonyms, covered, title), 0.7)
      keepAt(behindComma(context, lists, title), 0.6)
      const before = beforeComma(context, lists, i)
      if (before !== null) keep(before, namedUpTo(tokens, i), 0.6)
    }
    for (const at of afterByline(context, lists, i, canJoin)) keepAt(at, 0.6)
    const saying = besideSaying(context, lists, i)
    if (saying !== null) keep(saying.from, saying.to, 0.55)
    const body = bodyBehindSaying(context, lists, i)
    if (body !== null && covered(body.from) === undefined) found.push(body)
    const token = tokens[i]
    if (token !== undefined && isGiven(context, lists, i) && covered(i) === undefined) {
      const name = nameAt(context, lists, i)
      if (name !== null && name - i >= 2) {
        keep(i, name, 0.65)
        i = name - 1
      }
    }
  }
  return found
}

/** "Abdulvahit Fidan" beside a listed Hakan Fidan: another given name before a surname that is listed alone. */
function isNamesake(context: NameContext, listed: Spotting, from: number, to: number): boolean {
  const given = context.tokens[from]
  return (
    listed.type === 'person' &&
    listed.from === to - 1 &&
    listed.to === to &&
    given !== undefined &&
    given.script === 'latin' &&
    context.lexicon?.data.given_names.some((name) => foldText(name) === given.fold) === true &&
    !foldText(listed.canonical).includes(given.fold)
  )
}

/** Where the words of a title that begins at token `i` end; null where none begins. */
function titleAt(
  context: NameContext,
  lists: WordLists,
  i: number,
  canJoin: (i: number) => boolean,
): number | null {
  const listed = lists.titles.hitsAt(context.forms, i, canJoin).at(-1)
  if (listed !== undefined) return listed.to
  const word = context.tokens[i]
  const isTitle =
    word?.isCapital === true &&
    lists.titleEndings.some((ending) => word.fold.length > ending.length + 1 && word.fold.endsWith(ending))
  return isTitle ? i + 1 : null
}

const COMPLEMENT_WORDS = 8

/** "the president of ABC, Name Surname, …": behind the comma that ends what somebody heads. */
function behindComma(context: NameContext, lists: WordLists, from: number): number | null {
  const { tokens } = context
  for (let at = from; at < Math.min(tokens.length, from + COMPLEMENT_WORDS); at++) {
    const gap = tokens[at]?.gap ?? ''
    if (/[.!?:;\n]/u.test(gap)) return null
    if (!/^["”»’]?[,،] $/u.test(gap)) continue
    const run = capitalRun(context, lists, at, LONGEST_NAME)
    // "…, Name Surname, said": a comma, a verb or the end of the sentence follows, no other name.
    const next = run === null ? undefined : tokens[run.to]
    const isParted = next === undefined || /^[,.،]/u.test(next.gap) || !next.isCapital
    return run !== null && run.to - run.from >= 2 && isParted ? at : null
  }
  return null
}

/** "Name Surname, head of ABC": the name that ends at the comma before the title at token `i`. */
function beforeComma(context: NameContext, lists: WordLists, i: number): number | null {
  const { tokens } = context
  const article = /^[,،] $/u.test(tokens[i]?.gap ?? '') ? i : i - 1
  if (article < 2 || !/^[,،] $/u.test(tokens[article]?.gap ?? '')) return null
  const run = capitalRunBefore(context, lists, article, LONGEST_NAME)
  return run !== null && run.to - run.from >= 2 && tokens[run.from - 1]?.isCapital !== true ? run.from : null
}

function namedUpTo(tokens: NameContext['tokens'], i: number): number {
  return /^[,،] $/u.test(tokens[i]?.gap ?? '') ? i : i - 1
}

/** Between a verb of saying and who says it: nothing but a space, or the comma after a quotation. */
const NEXT_TO = /^["”»“’]?,? $/u

/** "said Name Surname, …", "Name Surname has said": the name beside the verb of saying at token `i`. */
function besideSaying(context: NameContext, lists: WordLists, i: number): Run | null {
  const { tokens } = context
  // Where every noun is capitalised, capitals show no name.
  if (context.lexicon?.data.nouns_capital === true || !isSaying(lists, tokens[i]?.fold)) return null
  const behind = tokens[i + 1]?.gap === ' ' ? capitalRun(context, lists, i + 1, LONGEST_NAME) : null
  if (behind !== null && isFullName(context, behind)) return behind
  // "ha dichiarato", "has said": the name stands before the auxiliary.
  const auxiliary = tokens[i - 1]
  const isCompound = auxiliary !== undefined && /^\p{Ll}{1,4}$/u.test(auxiliary.raw)
  const to = isCompound && tokens[i]?.gap === ' ' ? i - 1 : i
  if (!NEXT_TO.test(tokens[to]?.gap ?? '')) return null
  const before = capitalRunBefore(context, lists, to, LONGEST_NAME)
  if (before === null || !isFullName(context, before)) return null
  // "in an interview with X Y said": who speaks is not whom a preposition leads to.
  const lead = tokens[before.from - 1]
  const isLed = lead !== undefined && tokens[before.from]?.gap === ' ' && lists.connectors.has(lead.fold)
  return isLed ? null : before
}

const SHORTEST_NAME = 3

/** "confirmed Xyz, a unit of …": a name of one word behind a verb of saying, before a comma or the end. */
function bodyBehindSaying(context: NameContext, lists: WordLists, i: number): Spotting | null {
  const { tokens, text } = context
  if (context.lexicon?.data.nouns_capital === true || !isSaying(lists, tokens[i]?.fold)) return null
  const [before, name, after] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]]
  if (name === undefined || name.gap !== ' ' || name.fold.length < SHORTEST_NAME) return null
  const isParted = after === undefined || /^(?:,|\.\s|\.\n|\n)/u.test(after.gap)
  const run = isParted ? capitalRun(context, lists, i + 1, 1) : null
  // "…, confirmó X": the verb begins its clause, so that X is who says it and not what is said.
  const opens = before === undefined || /^["”»’]?[,.] $/u.test(tokens[i]?.gap ?? '') || before.raw.length <= 3
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

function isSaying(lists: WordLists, fold: string | undefined): boolean {
  if (fold === undefined) return false
  const { words, beginnings, lengths } = lists.sayings
  return words.has(fold) || lengths.some((length) => beginnings.has(fold.slice(0, length)))
}

/** Two to four capitalised words, none all in capitals, that no other capitalised word goes on from. */
function isFullName({ tokens }: NameContext, run: Run): boolean {
  const words = tokens.slice(run.from, run.to)
  const [before, after] = [tokens[run.from - 1], tokens[run.to]]
  const goesOn =
    (after?.isCapital === true && after.gap === ' ') ||
    (before?.isCapital === true && tokens[run.from]?.gap === ' ')
  const isInitial = (word: NameToken): boolean => word.isUpper && word.fold.length === 1
  return words.length >= 2 && !goesOn && words.every((word) => !word.isUpper || isInitial(word))
}

const MOST_AUTHORS = 4

/** Where names of authors begin behind "By", "Reporting by": at the start of a line or in brackets. */
function afterByline(
  context: NameContext,
  lists: WordLists,
  i: number,
  canJoin: (i: number) => boolean,
): number[] {
  const { tokens } = context
  const hit = lists.bylines.hitsAt(context.forms, i, canJoin).at(-1)
  if (hit === undefined || !(i === 0 || /[\n(（;|·/]\s*$/u.test(tokens[i]?.gap ?? ''))) return []
  const starts: number[] = []
  for (let at = hit.to; at < tokens.length && starts.length < MOST_AUTHORS; at++) {
    if (/[\n.;]/u.test(tokens[at]?.gap ?? '') && at > hit.to) break
    const run = capitalRun(context, lists, at, LONGEST_NAME)
    if (run === null) continue
    starts.push(at)
    at = run.to - 1
  }
  return starts
}

const LONGEST_NAME = 4

function isGiven(context: NameContext, lists: WordLists, i: number): boolean {
  const token = context.tokens[i]
  if (token === undefined || token.script === 'han') return false
  if (token.script !== 'arabic' && !token.isCapital) return false
  return formsOf(token, context.lexicon).stems.some((stem) =>
    stem === token.fold
      ? lists.givenNames.has(stem) || lists.givenStems.has(stem)
      : lists.givenStems.has(stem),
  )
}

/** Over "of Kazakhstan", "الروسي", "'s": countries, demonyms and connectors; null past six of them. */
function skipComplement(
  context: NameContext,
  lists: WordLists,
  demonyms: DemonymIndex,
  covered: (token: number) => Spotting | undefined,
  from: number,
): number | null {
  let at = from
  for (let steps = 0; steps < 6; steps++) {
    const token = context.tokens[at]
    if (token === undefined || !/^[\s,«"“'’\-–]{0,3}$/u.test(token.gap) || /\n/u.test(token.gap)) return null
    const place = covered(at)
    const demonym = demonymAt(context.tokens, at, demonyms, context.lexicon)
    if (place !== undefined && ['country', 'place', 'company', 'organisation'].includes(place.type))
      at = Math.max(at + 1, place.to)
    else if (demonym !== null) at = demonym.to
    else if (
      lists.connectors.has(token.fold) ||
      lists.titleComplements.has(token.fold) ||
      /^\p{Ll}{1,3}$/u.test(token.raw)
    )
      at++
    else return at
  }
  return at
}

/** "the director of XYZ Name Surname": letters that stand for a body, and what stands before a given name, are none. */
function beginOfName(context: NameContext, lists: WordLists, at: number): number {
  const [first, second] = [context.tokens[at], context.tokens[at + 1]]
  if (first === undefined || second === undefined || nameAt(context, lists, at + 1) === null) return at
  const isAcronym = first.isUpper && first.raw.length > 1 && !second.isUpper
  const isOther = isGiven(context, lists, at + 1) && !isGiven(context, lists, at) && second.gap === ' '
  return isAcronym || isOther ? at + 1 : at
}

/** End of a personal name that begins at token `at`: two or three capitalised words, or two in Arabic. */
function nameAt(context: NameContext, lists: WordLists, at: number): number | null {
  const { tokens } = context
  const token = tokens[at]
  if (token === undefined || quotedRun(context, at) !== null) return null
  if (token.script === 'arabic') return arabicName(context, lists, at)
  const run = capitalRun(context, lists, at, LONGEST_NAME)
  if (run === null) return null
  // "AGENCY — Name Surname": a dash with spaces is in no name.
  const dash = tokens.slice(run.from + 1, run.to).findIndex((one) => /\s[-–—]\s/u.test(one.gap))
  const to = dash < 0 ? run.to : run.from + 1 + dash
  if (to - run.from < 2) return null
  return tokens.slice(run.from, to).some((one) => one.isUpper) && !token.isUpper ? null : to
}

const bound = new Set(['بن', 'ابن', 'عبد', 'ابو', 'ال', 'بنت'])

function arabicName(context: NameContext, lists: WordLists, at: number): number | null {
  const { tokens } = context
  let to = at
  let words = 0
  let isKnown = false
  while (to < tokens.length && words < 2) {
    const token = tokens[to]
    if (token === undefined || token.script !== 'arabic' || (to > at && !/^[\s-]{1,2}$/u.test(token.gap)))
      return null
    if (lists.notNames.has(token.fold) || (to > at && /^(?:بال|لل|وال|ولل)/u.test(token.fold))) return null
    if (lists.givenNames.has(token.fold)) isKnown = true
    if (!bound.has(token.fold)) words++
    to++
  }
  return isKnown && words === 2 ? to : null
}

/** The name with its case endings taken off, where a known given name shows that it stands in an oblique case. */
function baseName(context: NameContext, lists: WordLists, from: number, to: number): string {
  const { tokens, lexicon, text } = context
  const first = tokens[from]
  const last = tokens[to - 1]
  if (first === undefined || last === undefined) return ''
  const written = text.slice(first.start, last.end)
  if (lexicon === undefined || lists.givenNames.has(first.fold) || to - from < 2) return written
  const given = lists.givenStems.get(
    formsOf(first, lexicon).stems.find((stem) => lists.givenStems.has(stem)) ?? '',
  )
  if (given === undefined) return written
  const surname = last.raw.normalize('NFC')
  for (const { from: endings, to: base } of lexicon.data.oblique_names) {
    const ending = endings.find((one) => surname.endsWith(one) && surname.length - one.length >= 3)
    if (ending === undefined) continue
    const middle = text.slice(first.end, last.start)
    return `${given}${middle}${surname.slice(0, surname.length - ending.length)}${base}`
  }
  return written
}

/** Romanised, with given names as English spells them. */
function inEnglish(name: string, context: NameContext): string {
  const english = context.lexicon?.data.given_english ?? {}
  return name
    .split(' ')
    .map(
      (word) =>
        (Object.hasOwn(english, word) ? english[word] : undefined) ??
        plainForm(word, context.lexicon?.data.romanise),
    )
    .join(' ')
}
