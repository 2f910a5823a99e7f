import type { Entity } from '../claim.ts'
import { cutNames, type Word, type WordCut } from '../words.ts'
import { findBodies } from './bodies/find-bodies.ts'
import { findCued } from './bodies/find-cued.ts'
import { findOffices, isDateline, type OfficeData } from './bodies/find-offices.ts'
import { findOutlets } from './bodies/find-outlets.ts'
import { findRegionalOffices } from './bodies/find-regional-offices.ts'
import { isBesideWords } from './bodies/speaking-acronym.ts'
import { findListed } from './find-listed.ts'
import { glossedInLatin } from './glossed-in-latin.ts'
import { buildNameIndex } from './name-index.ts'
import { joinsAt, tokensAndWords } from './name-tokens.ts'
import type { FormedWord } from './name-word.ts'
import type { NamesLexicon } from './names-lexicon.ts'
import { echoes, outletEchoes } from './persons/echoes.ts'
import { findHanPersons } from './persons/find-han-persons.ts'
import { findPersons } from './persons/find-persons.ts'
import { findSurnames } from './persons/find-surnames.ts'
import { inFull } from './persons/in-full.ts'
import { findDemonyms, type Implied } from './places/demonyms.ts'
import { findHeaded } from './places/find-headed.ts'
import { findRegions } from './places/find-regions.ts'
import { findPaired } from './places/paired-countries.ts'
import { isPlantByCapital } from './places/plant-by-capital.ts'
import { prepareName } from './prepare-name.ts'
import { resolveOverlaps } from './resolve-overlaps.ts'
import type { SharedNames } from './shared-names.ts'
import type { NameContext, Spotting } from './spotting.ts'
import { toEntities } from './to-entities.ts'
import { formedWord } from './token-forms.ts'
import { buildWordLists, type SpeechWords, type WordLists } from './word-lists.ts'

export interface NamesRead {
  /** Named things, in order of first mention. */
  readonly entities: Entity[]
  /** Countries that adjectives imply; what stands in a name (Turkish Stream) is left out. */
  readonly implied: readonly Implied[]
  /** Canonical names of what the text shows to be papers or agencies, listed or not. */
  readonly outlets: readonly string[]
}

export interface NameMatcher {
  /** The names of a text; `lang` is its two-letter code. `cut`: its words, where they are known; always of one language. */
  read(text: string, lang: string, cut?: WordCut): NamesRead
}

interface LanguageData {
  readonly lexicon: NamesLexicon | undefined
  readonly lists: WordLists
  readonly offices: OfficeData
  readonly wordOf: (word: Word, raw: string) => FormedWord
}

/**
 * Builds one matcher over all names in all scripts. Pure; building is the cost, finding is linear in the text.
 * `speech` by language, as the lexicon of speech lists it: who stands beside a verb of saying is a person or a body.
 */
export function createNameMatcher(
  names: SharedNames,
  lexicons: ReadonlyMap<string, NamesLexicon>,
  speech: ReadonlyMap<string, SpeechWords> = new Map(),
): NameMatcher {
  const borrowed = new Set([...lexicons.values()].flatMap((lexicon) => lexicon.data.names_from))
  // Only names of the languages to be read, and English ones, which stand in texts of every language.
  const used = names.entries.flatMap((entry) => {
    const { lang } = entry
    if (lang === 'en') return names.english.get(entry) ?? []
    return lexicons.has(lang) || borrowed.has(lang) ? (prepareName(entry, lexicons.get(lang)) ?? []) : []
  })
  const index = buildNameIndex(used, names.bases)
  const byLanguage = new Map<string, LanguageData>()
  const dataOf = (lang: string): LanguageData => {
    let data = byLanguage.get(lang)
    if (data === undefined) {
      const lexicon = lexicons.get(lang)
      const lists = buildWordLists(lexicon, lang, speech.get(lang))
      const offices = { demonyms: lists.demonyms, ...names.offices }
      data = { lexicon, lists, offices, wordOf: formedWords(lexicon) }
      byLanguage.set(lang, data)
    }
    return data
  }
  // A pipeline in its company's name (Caspian Pipeline Consortium) is no mention of its own.
  const isNamesake = (inner: string, outer: string): boolean =>
    index.namesakes.get(outer)?.some((entry) => entry.canonical === inner) ?? false

  const withMore = (known: Spotting[], more: readonly Spotting[]): Spotting[] =>
    more.length === 0 ? known : resolveOverlaps([...known, ...more], isNamesake)

  const spot = (context: NameContext, { lists, offices }: LanguageData): Spotting[] => {
    const all = withoutPhrases(context, lists, findListed(context, lists.ordinary))
    const headed = findHeaded(context, lists, all)
    // "The Daily wrote", "according to the Daily": beside words of saying an ordinary word is who says it.
    const listed = all.filter(
      (one) =>
        one.isOrdinary !== true ||
        (one.type === 'organisation' && isBesideWords(context, lists, one.from, one.to, true)) ||
        (isPlantByCapital(context, lists, one) && !headed.some((other) => contains(other, one))),
    )
    const stated = findOffices(context, lists, listed, offices)
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
    const covered = coverOf(context, first)
    const persons = [
      ...findPersons(context, lists, lists.demonyms, covered),
      ...findHanPersons(context, lists, covered),
    ]
    const regions = findRegions(context, lists, covered)
    const cued = findCued(
      context,
      lists,
      covered,
      listed.find((one) => isDateline(context, one)),
    )
    const bodies = findBodies(context, lists, covered)
    const resolved = withMore(first, [...persons, ...regions, ...cued, ...bodies])
    const echoed = withMore(resolved, [
      ...echoes(context, resolved, lists),
      ...outletEchoes(context, resolved),
    ])
    const named = inFull(withMore(echoed, findSurnames(context, lists, echoed)))
    return context.lang === 'zh' ? glossedInLatin(context.text, named) : named
  }

  return {
    read: (text, lang, cut = cutNames(text)) => {
      const data = dataOf(lang)
      const { lexicon, lists, wordOf } = data
      const { tokens, words } = tokensAndWords(text, cut, wordOf)
      const forms = words.map((word) => word.forms)
      const adjectives = findDemonyms({ tokens, forms }, lists.demonyms)
      const spottings = spot({ text, lang, lexicon, tokens, forms, index, adjectives }, data)
      const named = spottings.filter((one) => one.type !== 'organisation')
      const isNamed = (start: number, end: number): boolean =>
        named.some((thing) => thing.start < end && start < thing.end)
      const paired = findPaired(tokens, lists.paired, isNamed)
      const single = adjectives.filter(
        (one) => !isNamed(one.start, one.end) && !paired.some(({ start }) => start === one.start),
      )
      return {
        entities: toEntities(text, spottings),
        implied: [...single, ...paired].sort((a, b) => a.start - b.start),
        outlets: [...new Set(spottings.flatMap((one) => (one.isOutlet === true ? [one.canonical] : [])))],
      }
    },
  }
}

/** What of the names stands at each token. */
function coverOf({ tokens }: NameContext, names: readonly Spotting[]): (i: number) => Spotting | undefined {
  const cover: (Spotting | undefined)[] = tokens.map(() => undefined)
  for (const one of names) for (let i = one.from; i < one.to; i++) cover[i] ??= one
  return (i) => cover[i]
}

const contains = (outer: Spotting, inner: Spotting): boolean =>
  outer.from <= inner.from && outer.to >= inner.to

/** What a word of the language may stand for, kept with the word; with a plus sign behind it (OPEC+) it is another. */
const formedWords =
  (lexicon: NamesLexicon | undefined) =>
  (word: Word, raw: string): FormedWord => {
    if (raw !== word.printed) return formedWord(raw, lexicon)
    word.named ??= formedWord(raw, lexicon)
    return word.named
  }

/** Names inside set phrases of the language that name nothing. */
function withoutPhrases(context: NameContext, lists: WordLists, spottings: readonly Spotting[]): Spotting[] {
  const { tokens, forms } = context
  const taken = new Set<number>()
  const canJoin = joinsAt(tokens)
  tokens.forEach((_, i) => {
    const hit = lists.phrasesWithoutNames.longestAt(forms, i, canJoin)
    for (let at = i; hit !== undefined && at < hit.to; at++) taken.add(at)
  })
  return taken.size === 0 ? [...spottings] : spottings.filter((one) => !taken.has(one.from))
}
