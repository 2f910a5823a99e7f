import type { EntityType } from '../claim.ts'
import { tokeniseNames } from './name-tokens.ts'
import type { NamesLexicon } from './names-lexicon.ts'
import { PhraseIndex } from './phrase-index.ts'
import { buildDemonymIndex, type DemonymIndex } from './places/demonyms.ts'
import { foldText } from './spelling/fold-text.ts'
import { stemOfName } from './token-forms.ts'
import { WordFlag } from './word-flag.ts'

export interface Head {
  readonly english: string
  readonly type: EntityType
  readonly isListedOnly: boolean
}

export interface Office {
  readonly english: string
  readonly needsCountry: boolean
  readonly country: string | null
}

/** The word lists of one language's lexicon, as phrases that may be bent. Built once a language. */
export interface WordLists {
  readonly heads: PhraseIndex<Head>
  readonly offices: PhraseIndex<Office>
  /** First words of offices of several words. */
  readonly officeStarts: ReadonlySet<string>
  readonly titles: PhraseIndex<true>
  readonly titleEndings: readonly string[]
  /** Words beside which persons and those who speak are named: titles, verbs of saying, given names. */
  readonly besidePersons: WordFlag
  /** Words beside which companies, outlets and ships are named. */
  readonly besideBodies: WordFlag
  /** Those of titles and of common nouns. */
  readonly nounEndings: readonly string[]
  readonly honorifics: ReadonlySet<string>
  readonly bylines: PhraseIndex<true>
  readonly phrasesWithoutNames: PhraseIndex<true>
  readonly organisationAfter: PhraseIndex<true>
  readonly companyBefore: PhraseIndex<true>
  readonly bodyHeads: PhraseIndex<true>
  readonly bodyBefore: PhraseIndex<true>
  readonly bodyLinks: ReadonlySet<string>
  readonly companyAfter: PhraseIndex<true>
  readonly outletBefore: PhraseIndex<true>
  readonly outletAfter: PhraseIndex<true>
  readonly outletVerbs: PhraseIndex<true>
  readonly outletRelays: PhraseIndex<true>
  /** Verbs of saying: words as they stand, and the beginnings of words. */
  readonly sayings: WordFlag
  /** Phrases before a speaker: according to, selon. */
  readonly wordsBefore: PhraseIndex<true>
  /** Single words for those who speak by what they are; `*` stands for any ending. */
  readonly roleWords: readonly string[]
  /** Words that names of outlets are made of. */
  readonly outletWords: WordFlag
  /** Given names, with and without endings. */
  readonly given: WordFlag
  readonly outletEndings: readonly string[]
  readonly outletArticles: ReadonlySet<string>
  readonly titleComplements: ReadonlySet<string>
  readonly toward: ReadonlySet<string>
  readonly possessives: ReadonlySet<string>
  readonly vesselBefore: PhraseIndex<true>
  readonly regions: PhraseIndex<string>
  readonly regionalOffices: PhraseIndex<string>
  /** Of these, the ones that only a region has: without its name, that of the region named last. */
  readonly officesAlone: PhraseIndex<string>
  readonly regionalWords: ReadonlySet<string>
  readonly demonyms: DemonymIndex
  /** Letters for countries that stand side by side. */
  readonly paired: ReadonlyMap<string, string>
  /** Listed names, folded, that are words of the language too. */
  readonly ordinary: ReadonlySet<string>
  readonly connectors: ReadonlySet<string>
  /** Words of place: at, from, à, desde. */
  readonly placeLeads: ReadonlySet<string>
  readonly connectingArticles: ReadonlySet<string>
  readonly givenNames: ReadonlySet<string>
  /** Stem of a given name -> the name as listed; empty where names take no endings. */
  readonly givenStems: ReadonlyMap<string, string>
  /** Small words within a person's name. */
  readonly nameParticles: ReadonlySet<string>
  readonly givenLinks: ReadonlySet<string>
  readonly givenSecond: ReadonlySet<string>
  /** Names of months and weekdays, and words that begin sentences: capitalised, never names. */
  readonly notNames: ReadonlySet<string>
}

function phraseIndex<T>(
  rows: ReadonlyArray<{ phrase: string; payload: T }>,
  lexicon: NamesLexicon | undefined,
  place: number,
): PhraseIndex<T> {
  const index = new PhraseIndex<T>(place)
  for (const { phrase, payload } of rows) {
    const folds = tokeniseNames(phrase).map((token) => token.fold)
    if (folds.length > 0)
      index.add(
        folds,
        folds.map((fold) => stemOfName(fold, lexicon)),
        payload,
      )
  }
  return index
}

/** Month and weekday names of a language from CLDR, folded. */
function calendarWords(lang: string): string[] {
  const words: string[] = []
  for (let i = 0; i < 12; i++) {
    const day = new Date(Date.UTC(2024, i, 1 + i))
    for (const style of ['long', 'short'] as const) {
      words.push(new Intl.DateTimeFormat(lang, { month: style, timeZone: 'UTC' }).format(day))
      words.push(new Intl.DateTimeFormat(lang, { weekday: style, timeZone: 'UTC' }).format(day))
    }
  }
  return words.map((word) => foldText(word.replace(/\.$/u, '')))
}

const SHORTEST_BEGINNING = 4

/** The last word of each verb of saying: "ha dichiarato" is told by its participle. */
function sayingsOf(verbs: readonly string[], place: number): WordFlag {
  const words = new Set<string>()
  const beginnings = new Set<string>()
  for (const verb of verbs) {
    const last = verb.split(' ').at(-1) ?? ''
    const bare = foldText(last.replace(/\*$/u, ''))
    if (verb.startsWith('~') || last.startsWith('*') || bare === '') continue
    if (!last.endsWith('*')) words.add(bare)
    else if (bare.length >= SHORTEST_BEGINNING) beginnings.add(bare)
  }
  const lengths = [...new Set([...beginnings].map((one) => one.length))]
  return new WordFlag(
    place,
    ({ exact }) =>
      words.has(exact) ||
      // Arabic writes "and" onto the verb.
      (exact.startsWith('و') && words.has(exact.slice(1))) ||
      lengths.some((length) => beginnings.has(exact.slice(0, length))),
  )
}

/** Names of papers, by the language's list: the word as it stands, by its stem, or by the end of a longer word. */
function outletWordsOf(
  listed: readonly string[],
  lexicon: NamesLexicon | undefined,
  place: number,
): WordFlag {
  const words = new Set(listed.map((word) => foldText(word.replace(/^\*/u, ''))))
  const stemmed = new Set(
    [...words].map((word) => stemOfName(word, lexicon)).filter((stem) => stem.length >= 4),
  )
  const endings = endingsOf(listed)
  return new WordFlag(
    place,
    ({ exact, stems }) =>
      endings.some((ending) => exact.length > ending.length + 2 && exact.endsWith(ending)) ||
      words.has(exact) ||
      stems.some((stem) => stemmed.has(stem)),
  )
}

const endingsOf = (listed: readonly string[]): string[] =>
  listed.filter((word) => word.startsWith('*')).map((word) => foldText(word.slice(1)))

/** What the lexicon of speech lends to the finding of names. */
export interface SpeechWords {
  readonly verbs?: readonly string[] | undefined
  readonly before?: readonly string[] | undefined
  /** Those who speak by what they are: officials, sources. */
  readonly roles?: readonly string[] | undefined
}

export function buildWordLists(
  lexicon: NamesLexicon | undefined,
  lang: string,
  speech: SpeechWords = {},
): WordLists {
  const data = lexicon?.data
  // The index of all names has the first place.
  let place = 0
  const flags = (phrases: readonly string[] | undefined): PhraseIndex<true> =>
    phraseIndex(
      (phrases ?? []).map((phrase) => ({ phrase, payload: true as const })),
      lexicon,
      ++place,
    )
  const labelled = (
    rows: ReadonlyArray<{ english: string; phrases: string[] }> | undefined,
  ): PhraseIndex<string> =>
    phraseIndex(
      (rows ?? []).flatMap(({ english, phrases }) => phrases.map((phrase) => ({ phrase, payload: english }))),
      lexicon,
      ++place,
    )
  const folded = (list: readonly string[] | undefined): Set<string> => new Set((list ?? []).map(foldText))
  const outletWords = data?.outlet_words ?? []
  const givenNames = folded(data?.given_names)
  const stems =
    (lexicon?.data.oblique_names ?? []).length === 0
      ? []
      : (data?.given_names ?? []).map((name) => [stemOfName(foldText(name), lexicon), name] as const)
  // "Марка" is of Марк before it is of Марко: a name without an ending wins.
  const givenStems = new Map([...stems, ...stems.filter(([stem, name]) => stem === foldText(name))])
  const titleWords = (data?.titles ?? []).flatMap((title) => tokeniseNames(title).map((token) => token.fold))
  const lists: WordLists = {
    heads: phraseIndex(
      (data?.heads ?? []).flatMap(({ english, type, phrases, listed_only }) =>
        phrases.map((phrase) => ({ phrase, payload: { english, type, isListedOnly: listed_only } })),
      ),
      lexicon,
      ++place,
    ),
    offices: phraseIndex(
      (data?.offices ?? []).flatMap(({ english, phrases, needs_country, country }) =>
        phrases.map((phrase) => ({ phrase, payload: { english, needsCountry: needs_country, country } })),
      ),
      lexicon,
      ++place,
    ),
    officeStarts: new Set(
      (data?.offices ?? []).flatMap(({ phrases }) =>
        phrases.flatMap((phrase) => {
          const folds = tokeniseNames(phrase).map((token) => token.fold)
          return folds.length > 1 && folds[0] !== undefined ? [folds[0]] : []
        }),
      ),
    ),
    titles: flags(data?.titles),
    honorifics: folded(data?.honorifics),
    titleEndings: (data?.title_endings ?? []).map(foldText),
    besidePersons: new WordFlag(++place, (word) => {
      const { titles, bylines, wordsBefore, titleEndings, sayings, given } = lists
      return (
        [titles, bylines, wordsBefore].some((list) => list.mayBeginWith(word)) ||
        [sayings, given].some((flag) => flag.of(word)) ||
        titleEndings.some((ending) => word.exact.endsWith(ending))
      )
    }),
    besideBodies: new WordFlag(++place, (word) => {
      const { companyBefore, companyAfter, vesselBefore, outletBefore, outletVerbs, outletAfter } = lists
      const cues = [companyBefore, companyAfter, vesselBefore, outletBefore, outletVerbs, outletAfter]
      return cues.some((list) => list.mayBeginWith(word))
    }),
    nounEndings: [...(data?.noun_endings ?? []), ...(data?.title_endings ?? [])].map(foldText),
    bylines: flags(data?.bylines),
    phrasesWithoutNames: flags(data?.phrases_without_names),
    organisationAfter: flags(data?.organisation_after),
    companyBefore: flags(data?.company_before),
    bodyHeads: flags(data?.body_heads),
    bodyBefore: flags(data?.body_before),
    bodyLinks: folded(data?.body_links),
    companyAfter: flags(data?.company_after),
    outletBefore: flags(data?.outlet_before),
    outletAfter: flags(data?.outlet_after),
    outletVerbs: flags(data?.outlet_verbs),
    outletRelays: flags(data?.outlet_relays),
    sayings: sayingsOf(speech.verbs ?? [], ++place),
    wordsBefore: flags((speech.before ?? []).filter((phrase) => !/[~*.]/u.test(phrase))),
    roleWords: (speech.roles ?? [])
      .filter((role) => !/[~. ]/u.test(role))
      .map((role) => foldText(role.replace(/\*$/u, '')) + (role.endsWith('*') ? '*' : '')),
    outletWords: outletWordsOf(outletWords, lexicon, ++place),
    outletEndings: endingsOf(outletWords),
    given: new WordFlag(++place, ({ exact, stems }) =>
      stems.some((stem) => givenStems.has(stem) || (stem === exact && givenNames.has(stem))),
    ),
    outletArticles: folded(data?.outlet_articles),
    titleComplements: folded(data?.title_complements),
    toward: folded(data?.toward),
    possessives: folded(data?.possessives),
    vesselBefore: flags(data?.vessel_before),
    regions: labelled(data?.regions),
    regionalOffices: labelled(data?.regional_offices),
    officesAlone: labelled(data?.regional_offices.map(({ english, alone }) => ({ english, phrases: alone }))),
    regionalWords: folded(data?.regional_words),
    demonyms: buildDemonymIndex(lexicon),
    paired: new Map(Object.entries(lexicon?.data.paired ?? {})),
    ordinary: folded(data?.ordinary_words),
    connectingArticles: folded(data?.connecting_articles),
    placeLeads: folded(data?.place_leads),
    connectors: new Set((data?.connectors ?? []).map(foldText)),
    givenNames,
    givenStems,
    nameParticles: folded(data?.name_particles),
    givenLinks: folded(data?.given_links),
    givenSecond: folded(data?.given_second),
    notNames: new Set([...calendarWords(lang), ...(data?.not_names ?? []).map(foldText), ...titleWords]),
  }
  return lists
}
