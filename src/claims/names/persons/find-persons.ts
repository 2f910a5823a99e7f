import { bodyThatSays } from '../bodies/body-that-says.ts'
import { speakingAcronym } from '../bodies/speaking-acronym.ts'
import { joinsAt } from '../name-tokens.ts'
import { nearestBySkeleton } from '../nearest-by-skeleton.ts'
import { type DemonymIndex, demonymAt } from '../places/demonyms.ts'
import { foldText } from '../spelling/fold-text.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'
import { afterByline } from './after-byline.ts'
import { baseName, inEnglish } from './base-name.ts'
import { behindPhrase, besideSaying, bodyBehindSaying, isSaying } from './beside-saying.ts'
import { apposedName, closingName } from './closing-name.ts'
import {
  beforeComma,
  behindBody,
  behindComma,
  behindQuotedBody,
  betweenSayingAndTitle,
  namedUpTo,
  skipComplement,
  surnameBehind,
  titleAt,
} from './person-titles.ts'
import { beginOfName, behindBodyName, isGiven, nameAt } from './personal-name.ts'

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
  const keep = (from: number, end: number, score: number): void => {
    const to = upToListed(covered, from, end)
    const first = tokens[from]
    const last = tokens[to - 1]
    if (first === undefined || last === undefined) return
    for (let i = from; i < to; i++) {
      const other = covered(i)
      if (other !== undefined && !isNamesake(context, other, from, to)) return
      if (lists.organisationAfter.hitsAt(forms, i, () => false).length > 0) return
      if (demonymAt(context, i, demonyms) !== null) return
    }
    if (goesOnToListed(context, covered(to), from, to)) return
    const name = inEnglish(baseName(context, lists, from, to), context)
    const near = nearestBySkeleton(name, { index: context.index, types: ['person'] })
    found.push({
      start: first.start,
      end: last.end,
      from,
      to,
      canonical: near?.entry.canonical ?? name,
      // "Maurel & Prom": two surnames so joined are a firm.
      type: near === null && /\p{L} & \p{L}/u.test(name) ? 'company' : 'person',
      atlas: near === null ? null : `${near.entry.table}/${near.entry.row}`,
      match: near === null ? 'pattern' : 'skeleton',
      score: near?.score ?? score,
      options: near === null ? [] : [near.entry],
    })
  }
  const keepAt = (at: number | null, score: number): void => {
    const begin = at === null ? null : behindBodyName(context, lists, at)
    if (begin === null) return
    const from = beginOfName(context, lists, begin)
    const end = nameAt(context, lists, from)
    if (end !== null) keep(from, end, score)
  }
  for (let i = 0; i < tokens.length; i++) {
    const [token, word] = [tokens[i], forms[i]]
    if (token === undefined || word === undefined) continue
    // Most words stand beside nobody. Letters alone may be a body that speaks.
    if (!token.isUpper && !lists.besidePersons.of(word)) continue
    const title = titleAt(context, lists, i, canJoin)
    if (title !== null) {
      const behind = skipComplement(context, lists, demonyms, covered, title)
      keepAt(behind, 0.7)
      const body = behind === null ? undefined : covered(behind - 1)
      const bodied =
        body?.type === 'organisation' && behind !== null ? behindBody(context, lists, behind) : null
      if (bodied !== null && behind !== null) keep(behind, bodied, 0.55)
      keepAt(behindComma(context, lists, title), 0.6)
      const headed = behindQuotedBody(context, lists, title)
      if (headed !== null) keep(headed.from, headed.to, 0.6)
      const closing = closingName(context, lists, covered, i, title)
      if (closing !== null) keep(closing.from, closing.to, 0.6)
      const surname = surnameBehind(context, title)
      if (surname) keep(title, title + 1, 0.5)
      const before = beforeComma(context, lists, i)
      if (before !== null) keep(before, namedUpTo(tokens, i), 0.6)
      const said = betweenSayingAndTitle(context, lists, i)
      if (said !== null) keep(said, i, 0.55)
    }
    for (const at of afterByline(context, lists, i, canJoin)) keepAt(at, 0.6)
    const saying = besideSaying(context, lists, i) ?? behindPhrase(context, lists, i)
    if (saying !== null) keep(saying.from, saying.to, 0.55)
    const apposed = isSaying(context, lists, i) ? apposedName(context, lists, covered, i + 1) : null
    if (apposed !== null) keep(apposed.from, apposed.to, 0.55)
    const bare =
      bodyBehindSaying(context, lists, i) ??
      bodyThatSays(context, lists, i) ??
      speakingAcronym(context, lists, i)
    if (bare !== null && covered(bare.from) === undefined) found.push(bare)
    if (isGiven(context, lists, i) && covered(i) === undefined) {
      const name = nameAt(context, lists, i)
      if (name !== null && name - i >= 2) {
        keep(i, name, 0.65)
        i = name - 1
      }
    }
  }
  return withoutSurnames(found)
}

/** "said Surname, …" is no body where the text names somebody in full whose surname it is. */
function withoutSurnames(found: readonly Spotting[]): Spotting[] {
  const surnames = new Set(
    found.flatMap((one) => (one.type === 'person' ? (foldText(one.canonical).split(' ').at(-1) ?? []) : [])),
  )
  return found.filter((one) => one.type === 'person' || !surnames.has(foldText(one.canonical)))
}

const NAME_WORDS = 2

const NO_PART: ReadonlySet<string> = new Set([
  ...['country', 'place', 'field', 'refinery', 'plant', 'pipeline', 'port', 'terminal', 'station', 'strait'],
  ...['organisation', 'company'],
])

/** "Name Surname Azerbaijan arqyly": a country, a place, a body or plant right behind two words of a name is no part of it. */
function upToListed(covered: (token: number) => Spotting | undefined, from: number, to: number): number {
  for (let at = from + NAME_WORDS; at < to; at++) {
    const other = covered(at)
    if (other?.from === at && NO_PART.has(other.type)) return at
  }
  return to
}

/** "Khalid bin Abdulaziz al-Falih": the father's name stands within that of somebody listed, who is found alone. */
function goesOnToListed(
  context: NameContext,
  listed: Spotting | undefined,
  from: number,
  to: number,
): boolean {
  if (listed?.type !== 'person' || listed.from !== to || context.tokens[to]?.gap !== ' ') return false
  const given = foldText(inEnglish(context.tokens[from]?.raw ?? '', context))
  return given !== '' && foldText(listed.canonical).split(' ').includes(given)
}

/** "Abdulvahit Fidan" beside a listed Hakan Fidan: another given name before a surname that is listed alone. */
function isNamesake(context: NameContext, listed: Spotting, from: number, to: number): boolean {
  const given = context.tokens[from]
  // "Anna London" beside the town.
  if (listed.type === 'place' && listed.from === to - 1 && listed.to === to && to - from === 2)
    return given?.script === 'latin' && isGivenName(context, given.fold)
  return (
    listed.type === 'person' &&
    listed.from === to - 1 &&
    listed.to === to &&
    given !== undefined &&
    given.script === 'latin' &&
    isGivenName(context, given.fold) &&
    !foldText(listed.canonical).includes(given.fold)
  )
}

function isGivenName(context: NameContext, fold: string): boolean {
  return context.lexicon?.data.given_names.some((name) => foldText(name) === fold) === true
}
