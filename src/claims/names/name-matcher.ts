import type { Entity } from '../claim.ts'
import { buildDemonymIndex, type DemonymIndex, findDemonyms, type Implied } from './demonyms.ts'
import { findCued } from './find-cued.ts'
import { findHanPersons } from './find-han-persons.ts'
import { findHeaded } from './find-headed.ts'
import { findListed } from './find-listed.ts'
import { findOffices, isDateline, type OfficeData } from './find-offices.ts'
import { findOutlets } from './find-outlets.ts'
import { findPersons } from './find-persons.ts'
import { findRegionalOffices } from './find-regional-offices.ts'
import { findRegions } from './find-regions.ts'
import { foldText } from './fold-text.ts'
import type { NameEntry } from './name-entry.ts'
import { buildNameIndex } from './name-index.ts'
import { joinsAt, type NameToken, tokeniseNames } from './name-tokens.ts'
import type { NamesLexicon } from './names-lexicon.ts'
import { resolveOverlaps } from './resolve-overlaps.ts'
import type { NameContext, Spotting } from './spotting.ts'
import { formsOf } from './token-forms.ts'
import { buildWordLists, type WordLists } from './word-lists.ts'

export interface NameMatcher {
  /** Named things of a text, in order of first mention; `lang` is the text's two-letter code. */
  find(text: string, lang: string): Entity[]
  /** Countries that adjectives imply; what stands in a name (Turkish Stream) is left out. */
  findImplied(text: string, lang: string): Implied[]
  /** Canonical names of what the text shows to be papers or agencies, listed or not. */
  findOutlets(text: string, lang: string): string[]
}

interface LanguageData {
  readonly lexicon: NamesLexicon | undefined
  readonly lists: WordLists
  readonly demonyms: DemonymIndex
}

/**
 * Builds one matcher over all names in all scripts. Pure; building is the cost, finding is linear in the text.
 * `verbsOfSaying` by language, as the lexicon of speech lists them: who stands beside one is a person. `wordsBefore`:
 * its phrases before a speaker ("according to").
 */
export function createNameMatcher(
  entries: readonly NameEntry[],
  lexicons: ReadonlyMap<string, NamesLexicon>,
  verbsOfSaying: ReadonlyMap<string, readonly string[]> = new Map(),
  wordsBefore: ReadonlyMap<string, readonly string[]> = new Map(),
): NameMatcher {
  const borrowed = new Set([...lexicons.values()].flatMap((lexicon) => lexicon.data.names_from))
  // Only names of the languages to be read, and English ones, which stand in texts of every language.
  const used = entries.filter(({ lang }) => lang === 'en' || lexicons.has(lang) || borrowed.has(lang))
  const index = buildNameIndex(used, lexicons)
  const byLanguage = new Map<string, LanguageData>()
  const dataOf = (lang: string): LanguageData => {
    let data = byLanguage.get(lang)
    if (data === undefined) {
      const lexicon = lexicons.get(lang)
      data = {
        lexicon,
        lists: buildWordLists(lexicon, lang, {
          verbs: verbsOfSaying.get(lang),
          before: wordsBefore.get(lang),
        }),
        demonyms: buildDemonymIndex(lexicon),
      }
      byLanguage.set(lang, data)
    }
    return data
  }
  const offices = officeData(entries, lexicons)
  // A pipeline in its company's name (Caspian Pipeline Consortium) is no mention of its own.
  const isNamesake = (inner: string, outer: string): boolean =>
    index.namesakes.get(outer)?.some((entry) => entry.canonical === inner) ?? false

  let cut: { readonly text: string; readonly tokens: readonly NameToken[] } | null = null
  const tokensOf = (text: string): readonly NameToken[] => {
    if (cut === null || cut.text !== text) cut = { text, tokens: tokeniseNames(text) }
    return cut.tokens
  }

  const spot = (text: string, lang: string): Spotting[] => {
    const { lexicon, lists, demonyms } = dataOf(lang)
    const tokens = tokensOf(text)
    const context: NameContext = {
      text,
      lang,
      lexicon,
      tokens,
      forms: tokens.map((token) => formsOf(token, lexicon)),
      index,
    }
    const all = withoutPhrases(context, lists, findListed(context))
    const listed = all.filter((one) => one.isOrdinary !== true)
    const headed = findHeaded(context, lists, all)
    const stated = findOffices(context, lists, listed, { ...offices, demonyms })
    const first = resolveOverlaps(
      [
        ...listed,
        ...headed,
        ...stated,
        ...findRegionalOffices(context, lists, listed),
        ...findOutlets(context, lists),
      ],
      isNamesake,
    )
    const cover = new Map<number, Spotting>()
    for (const one of first) for (let i = one.from; i < one.to; i++) if (!cover.has(i)) cover.set(i, one)
    const covered = (i: number): Spotting | undefined => cover.get(i)
    const persons = [
      ...findPersons(context, lists, demonyms, covered),
      ...findHanPersons(context, lists, covered),
    ]
    const regions = findRegions(context, lists, covered)
    const cued = findCued(
      context,
      lists,
      covered,
      listed.find((one) => isDateline(context, one)),
    )
    const resolved = resolveOverlaps([...first, ...persons, ...regions, ...cued], isNamesake)
    return resolveOverlaps(
      [...resolved, ...echoes(context, resolved), ...outletEchoes(context, resolved)],
      isNamesake,
    )
  }

  // A text is asked for its names, its adjectives and its outlets in turn.
  let last: { readonly text: string; readonly lang: string; readonly spottings: Spotting[] } | null = null
  const spotOnce = (text: string, lang: string): Spotting[] => {
    if (last === null || last.text !== text || last.lang !== lang)
      last = { text, lang, spottings: spot(text, lang) }
    return last.spottings
  }

  return {
    find: (text, lang) => toEntities(text, spotOnce(text, lang)),
    findOutlets: (text, lang) => [
      ...new Set(spotOnce(text, lang).flatMap((one) => (one.isOutlet === true ? [one.canonical] : []))),
    ],
    findImplied: (text, lang) => {
      const { lexicon, demonyms } = dataOf(lang)
      const implied = findDemonyms(tokensOf(text), demonyms, lexicon)
      if (implied.length === 0) return implied
      const named = spotOnce(text, lang).filter((one) => one.type !== 'organisation')
      return implied.filter((one) => !named.some((thing) => thing.start < one.end && one.start < thing.end))
    },
  }
}

/** Names inside set phrases of the language that name nothing. */
function withoutPhrases(context: NameContext, lists: WordLists, spottings: readonly Spotting[]): Spotting[] {
  const { tokens, forms } = context
  const taken = new Set<number>()
  const canJoin = joinsAt(tokens)
  tokens.forEach((_, i) => {
    const hit = lists.phrasesWithoutNames.hitsAt(forms, i, canJoin).at(-1)
    for (let at = i; hit !== undefined && at < hit.to; at++) taken.add(at)
  })
  return taken.size === 0 ? [...spottings] : spottings.filter((one) => !taken.has(one.from))
}

function officeData(
  entries: readonly NameEntry[],
  lexicons: ReadonlyMap<string, NamesLexicon>,
): Omit<OfficeData, 'demonyms'> {
  const adjectives = new Map<string, string>()
  for (const [word, code] of Object.entries(lexicons.get('en')?.data.demonyms ?? {})) {
    if (!adjectives.has(code)) adjectives.set(code, word)
  }
  const seats = new Map<string, string>()
  const organisations = new Map<string, { canonical: string; atlas: string }>()
  for (const entry of entries) {
    if (entry.table === 'places' && entry.seat !== undefined && entry.seat !== '')
      seats.set(entry.canonical, entry.seat)
    if (entry.type === 'organisation')
      organisations.set(entry.canonical.toLowerCase(), {
        canonical: entry.canonical,
        atlas: `${entry.table}/${entry.row}`,
      })
  }
  return { adjectives, seats, organisations }
}

/** Later short forms of what the text itself introduced: "(ABC)" after a name, the surname of a person. */
function echoes(context: NameContext, spottings: readonly Spotting[]): Spotting[] {
  const { text, tokens } = context
  const short = new Map<string, Spotting>()
  for (const one of spottings) {
    if (one.match !== 'pattern') continue
    const bracket = /^\s?[(（]\s?([\p{Lu}][\p{Lu}\p{N}&-]{1,9})\s?[)）]/u.exec(
      text.slice(one.end, one.end + 16),
    )
    if (bracket?.[1] !== undefined) short.set(foldText(bracket[1]), one)
    if (one.type !== 'person') continue
    const surname = tokens[one.to - 1]
    if (surname !== undefined && surname.fold.length >= 4) short.set(surname.fold, one)
  }
  if (short.size === 0) return []
  const found: Spotting[] = []
  tokens.forEach((token, i) => {
    const shift = context.forms[i]?.withoutClitics.find(({ key }) => short.has(key))
    const stem = context.forms[i]?.stems.find((key) => short.has(key))
    const one = short.get(stem ?? shift?.key ?? '')
    if (one === undefined || (!token.isCapital && token.script !== 'arabic')) return
    const start = token.start + (stem === undefined ? (token.offsets[shift?.shift ?? 0] ?? 0) : 0)
    found.push({ ...one, start, end: token.end, from: i, to: i + 1, score: one.score - 0.05 })
  })
  return found
}

/** A text that names more is hostile: each is looked for in the whole of it. */
const MOST_OUTLETS = 40

/** Later mentions of an outlet that the text itself introduced, in whatever case they stand. */
function outletEchoes(context: NameContext, spottings: readonly Spotting[]): Spotting[] {
  const { tokens, forms } = context
  const stemAt = (i: number): string => forms[i]?.stems.at(-1) ?? ''
  const unlisted = spottings.filter((one) => one.isOutlet === true && one.match === 'pattern')
  const found: Spotting[] = []
  const seen = new Set<string>()
  for (const one of unlisted) {
    if (seen.has(one.canonical) || seen.size >= MOST_OUTLETS) continue
    seen.add(one.canonical)
    for (let i = 0; i + one.to - one.from <= tokens.length; i++) {
      const size = one.to - one.from
      const isSame = Array.from({ length: size }, (_, k) => k).every((k) => {
        const [a, b] = [tokens[one.from + k], tokens[i + k]]
        return (
          a !== undefined &&
          b !== undefined &&
          a.isCapital === b.isCapital &&
          (a.fold === b.fold || (stemAt(one.from + k) === stemAt(i + k) && stemAt(i + k).length > 2))
        )
      })
      const first = tokens[i]
      const end = tokens[i + size - 1]
      if (isSame && first !== undefined && end !== undefined)
        found.push({
          ...one,
          start: first.start,
          end: end.end,
          from: i,
          to: i + size,
          score: one.score - 0.05,
        })
    }
  }
  return found
}

function toEntities(text: string, spottings: readonly Spotting[]): Entity[] {
  const entities = new Map<string, Entity>()
  for (const one of spottings) {
    const key = `${one.canonical}|${one.type}`
    const mention = { surface: text.slice(one.start, one.end), start: one.start, end: one.end }
    const entity = entities.get(key)
    if (entity === undefined) {
      entities.set(key, {
        canonical: one.canonical,
        type: one.type,
        surfaces: [mention.surface],
        mentions: [mention],
        atlas: one.atlas,
        match: one.match,
        score: one.score,
      })
      continue
    }
    entity.mentions.push(mention)
    if (!entity.surfaces.includes(mention.surface)) entity.surfaces.push(mention.surface)
    if (one.score > entity.score)
      Object.assign(entity, { match: one.match, score: one.score, atlas: one.atlas ?? entity.atlas })
  }
  return [...entities.values()]
}
