import { joins, type NameToken } from '../name-tokens.ts'
import { nearestBySkeleton } from '../nearest-by-skeleton.ts'
import { plainForm } from '../spelling/plain-form.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'
import { outletInEnglish } from './outlet-in-english.ts'
import { quotedOutlet } from './quoted-outlet.ts'
import { isBesideWords } from './speaking-acronym.ts'

const MOST = 5
const HAN_MOST = 8
const cased = new Set(['latin', 'cyrillic', 'greek'])

/**
 * Papers and agencies that no table has, by a word that names of papers are made of: "the Harbour Gazette",
 * "Le Courrier du Port", «Портовый вестник», 港口日报. The word ends the name (English, Turkish, Chinese) or
 * stands anywhere in it, as the language's `name_side` says; alone it is no name.
 */
export function findOutlets(context: NameContext, lists: WordLists): Spotting[] {
  const { tokens } = context
  const found: Spotting[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) continue
    const run =
      token.script === 'han'
        ? hanRun(context, lists, i)
        : (quotedOutlet(context, lists, i) ?? siteRun(context, lists, i) ?? casedRun(context, lists, i))
    const first = run === null ? undefined : tokens[run.from]
    const last = run === null ? undefined : tokens[run.to - 1]
    if (run === null || first === undefined || last === undefined) continue
    found.push(outletSpotting(context, { start: first.start, end: last.end, ...run }))
    i = run.to - 1
  }
  return found
}

/** An outlet at a place of the text: the listed one that is written nearly so, else a name of its own. */
export function outletSpotting(
  context: NameContext,
  run: { readonly from: number; readonly to: number; readonly start: number; readonly end: number },
): Spotting {
  const { text, index } = context
  const spelling = context.lexicon?.data.romanise
  const written = text.slice(run.start, run.end)
  const near = nearestBySkeleton(written, { spelling, index, types: ['organisation'] })
  return {
    start: run.start,
    end: run.end,
    from: run.from,
    to: run.to,
    canonical:
      near?.entry.canonical ?? outletInEnglish(written, context.lexicon) ?? plainForm(written, spelling),
    type: 'organisation',
    atlas: near === null ? null : `${near.entry.table}/${near.entry.row}`,
    match: near === null ? 'pattern' : 'skeleton',
    score: near?.score ?? 0.75,
    options: near === null ? [] : [near.entry],
    isOutlet: true,
  }
}

function isOutletWord(context: NameContext, lists: WordLists, i: number): boolean {
  const [token, word] = [context.tokens[i], context.forms[i]]
  if (token === undefined || word === undefined || !token.isCapital) return false
  return cased.has(token.script) && lists.outletWords.of(word)
}

function casedRun(context: NameContext, lists: WordLists, i: number): { from: number; to: number } | null {
  const { tokens, lexicon, text } = context
  const word = tokens[i]
  if (word === undefined || !isOutletWord(context, lists, i)) return null
  let from = i
  while (from > 0 && i - from < MOST) {
    const before = tokens[from - 1]
    const here = tokens[from]
    if (before === undefined || here === undefined || !joins(before, here) || isQuoted(here.gap)) break
    if (!mayStand(before)) break
    from--
    if (lists.outletArticles.has(before.fold)) break
  }
  // "The Harbour Gazette", "On Friday Gulf News": what only begins a sentence begins no name.
  while (from < i && isFiller(lists, tokens[from])) from++
  let to = i + 1
  while (to < tokens.length && to - from <= MOST) {
    const before = tokens[to - 1]
    const here = tokens[to]
    if (before === undefined || here === undefined || !joins(before, here) || isQuoted(here.gap)) break
    const next = tokens[to + 1]
    const isLink =
      lists.connectors.has(here.fold) &&
      next !== undefined &&
      mayStand(next) &&
      joins(here, next) &&
      !isQuoted(next.gap)
    if (!isLink && !mayStand(here)) break
    // "Le Courrier du Gaz": in the midst of a name a capitalised word is part of it, whatever it is elsewhere.
    to += isLink ? 2 : 1
  }
  // "Zeitung X": a word before the name, not one of it.
  const isBare = from === i && to > i + 1 && tokens[i + 1]?.gap === ' '
  if (
    isBare &&
    lists.outletBefore.hitsAt(context.forms, i, () => false).length > 0 &&
    !lists.connectors.has(tokens[i + 1]?.fold ?? '')
  )
    return null
  // "White House Press Secretary": where the word ends names, it is none in the midst of one.
  if (lexicon?.data.name_side === 'before' && to > i + 1) return null
  const inQuotes =
    /[«"“„‹]\s?$/u.test(text.slice(Math.max(0, (tokens[from]?.start ?? 0) - 2), tokens[from]?.start ?? 0)) &&
    /^\s?[»"”“›]/u.test(text.slice(tokens[to - 1]?.end ?? 0, (tokens[to - 1]?.end ?? 0) + 2))
  return to - from > 1 || inQuotes ? { from, to } : null
}

/** "Sakh.online reported": the name of a site beside words of saying. */
function siteRun(context: NameContext, lists: WordLists, i: number): { from: number; to: number } | null {
  const [name, ending] = [context.tokens[i], context.tokens[i + 1]]
  if (name?.script !== 'latin' || ending?.gap !== '.' || !SITE_ENDING.test(ending.raw)) return null
  return name.raw.length > 1 && isBesideWords(context, lists, i, i + 2) ? { from: i, to: i + 2 } : null
}

/** Of two letters, a land's, it may begin with a capital as names of sites do ("Oil.Az"). */
const SITE_ENDING = /^(?:[a-z]{2,6}|[A-Z]{2,6}|[A-Z][a-z])$/u

const isFiller = (lists: WordLists, token: NameToken | undefined): boolean =>
  token !== undefined && lists.notNames.has(token.fold) && !lists.outletArticles.has(token.fold)
const isQuoted = (gap: string): boolean => /[«»"“”„‹›()（）,]|\s[-–—]\s/u.test(gap)
const mayStand = (token: NameToken): boolean => cased.has(token.script) && token.isCapital

/** 《港口日报》 with a word of papers at its end, between brackets of titles. */
function hanRun(context: NameContext, lists: WordLists, i: number): { from: number; to: number } | null {
  const { tokens, text } = context
  const first = tokens[i]
  if (first === undefined || !/[《「（(“]$/u.test(first.gap)) return null
  for (let to = i + 2; to <= Math.min(tokens.length, i + HAN_MOST); to++) {
    const last = tokens[to - 1]
    if (last === undefined || last.script !== 'han' || (to - 1 > i && last.gap !== '')) return null
    if (!/[》」）)”]/u.test(text.charAt(last.end))) continue
    const name = text.slice(first.start, last.end)
    return lists.outletEndings.some((ending) => name.endsWith(ending)) ? { from: i, to } : null
  }
  return null
}
