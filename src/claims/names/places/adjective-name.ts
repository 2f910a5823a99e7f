import type { EntityType } from '../../claim.ts'
import { tokeniseNames } from '../name-tokens.ts'
import { nearestBySkeleton } from '../nearest-by-skeleton.ts'
import { plainForm } from '../spelling/plain-form.ts'
import type { NameContext, Spotting } from '../spotting.ts'
import type { WordLists } from '../word-lists.ts'
import { demonymAt } from './demonyms.ts'
import { lentByPlace } from './lent-by-place.ts'

/** What a capitalised adjective of a place before a type word names. */
export type AdjectiveName = Pick<Spotting, 'canonical' | 'atlas' | 'match' | 'score' | 'options'>

const SHORTEST_STEM = 2

/**
 * "Ильского НПЗ": the adjective at token `at` in its base form, or the place it is made of, among the listed things
 * of this type by sound; an unknown one stays the adjective, romanised. Null: no such adjective.
 */
export function adjectiveName(
  context: NameContext,
  lists: WordLists,
  at: number,
  head: { readonly type: EntityType; readonly english: string; readonly isListedOnly: boolean },
): AdjectiveName | null {
  const rule = context.lexicon?.data.adjective_names
  const token = context.tokens[at]
  if (rule === undefined || token === undefined || token.isUpper) return null
  const listed = listedBeside(context, at, head)
  if (listed !== null) return listed
  if (!token.isCapital) return null
  if (demonymAt(context, at, lists.demonyms) !== null) return null
  const word = token.raw.normalize('NFC')
  const ending = rule.endings.find((one) => rule.stems.some((stem) => word.endsWith(stem + one)))
  if (ending === undefined) return null
  const stem = word.slice(0, word.length - ending.length)
  const suffix = rule.stems.find((one) => stem.endsWith(one)) ?? ''
  const place = stem.slice(0, stem.length - suffix.length)
  if (place.length < SHORTEST_STEM) return null
  const spelling = context.lexicon?.data.romanise
  for (const name of [stem + rule.base, stem, place]) {
    const near =
      lentByPlace(context.index, [name], { type: head.type, spelling }) ??
      nearestBySkeleton(name, { spelling, index: context.index, types: [head.type] })
    if (near === null) continue
    const { entry, score } = near
    const atlas = `${entry.table}/${entry.row}`
    return { canonical: entry.canonical, atlas, match: 'skeleton', score, options: [entry] }
  }
  if (head.isListedOnly) return null
  const canonical = `${plainForm(stem + rule.base, spelling)} ${head.english}`
  return { canonical, atlas: null, match: 'pattern', score: 0.55, options: [] }
}

/**
 * "Кременчуцький нафтопереробний завод", "на туапсинском НПЗ": the thing that is listed by the same adjective before this
 * or another phrase for the type word, in small letters too.
 */
function listedBeside(
  context: NameContext,
  at: number,
  head: { readonly type: EntityType; readonly english: string },
): AdjectiveName | null {
  const adjective = context.forms[at]
  if (adjective === undefined || !context.index.phrases.mayBeginWith(adjective)) return null
  const entries = (context.lexicon?.data.heads ?? [])
    .filter((one) => one.english === head.english)
    .flatMap((one) => one.phrases)
    .flatMap((phrase) => {
      const words = tokeniseNames(phrase).map(({ fold }) => ({
        exact: fold,
        stems: [fold],
        withoutClitics: [],
      }))
      const hits = context.index.phrases.hitsAt([adjective, ...words], 0, () => true)
      return hits.filter((hit) => hit.to === words.length + 1).flatMap((hit) => hit.payloads)
    })
    .map((name) => name.entry)
    .filter((one) => one.type === head.type && one.lang === context.lang)
  const entry = entries[0]
  if (entry === undefined || entries.some((other) => other.canonical !== entry.canonical)) return null
  return {
    canonical: entry.canonical,
    atlas: `${entry.table}/${entry.row}`,
    match: 'inflected',
    score: 0.9,
    options: [entry],
  }
}
