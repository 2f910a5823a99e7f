import type { CalendarDate } from '../core/time.ts'
import { parseCalendarDate } from '../core/time.ts'
import type { Report } from '../reports/report.ts'
import { type Claim, type EntityType, entityTypes, type Quantity, type Reading } from './claim.ts'
import { withDatesAhead } from './dates/date-ahead.ts'
import type { DateLexicon } from './dates/date-lexicon.ts'
import { findPublicationDate } from './dates/publication-date.ts'
import { readDates } from './dates/read-dates.ts'
import { type FoundClaims, findClaims } from './find-claims.ts'
import { type Lexicon, parseLexicon } from './lexicon/lexicon.ts'
import { speechSchema } from './lexicon/lexicon-files.ts'
import type { Outlets } from './marks.ts'
import type { NameEntry } from './names/name-entry.ts'
import { createNameMatcher, type NameMatcher } from './names/name-matcher.ts'
import { type NamesLexicon, parseNamesLexicon } from './names/names-lexicon.ts'
import { type SharedNames, shareNames } from './names/shared-names.ts'
import { type Successions, succeeded } from './names/succeeded.ts'
import type { SpeechWords } from './names/word-lists.ts'
import { findDisagreements } from './quantities/find-disagreements.ts'
import { type ReadToken, readTokenForms } from './quantities/phrases.ts'
import { withRangesOfFalls } from './quantities/ranges-of-falls.ts'
import type { ReadNumbers } from './quantities/read-numbers.ts'
import { parseQuantityLexicon, readQuantities } from './quantities/read-quantities.ts'
import type { QuantityLexicon } from './quantities/unit-lexicon.ts'
import { Layer } from './text/layer.ts'
import type { Span } from './text/sentences.ts'
import { asPrinted, inUsualLetters, parseUsualLetters, type UsualLetters } from './text/usual-script.ts'
import type { ClaimTrace } from './trace.ts'
import { cutNames, cutWords, Vocabulary } from './words.ts'

/** Contents of the lexicon files of one language, by file name without ending. */
type LexiconFiles = Readonly<Record<string, unknown>>

export interface ReaderOptions {
  /** By language; a language is parsed when its first report comes. */
  readonly lexicons: Readonly<Record<string, LexiconFiles>>
  readonly names: readonly (Omit<NameEntry, 'type'> & { readonly type: string })[]
  /** Canonical names of outlets and agencies: ways by which a claim came (`via`), never its subject. */
  readonly outlets: readonly string[]
  /** Canonical names of networks on which anybody writes: neither a subject nor an outlet that is credited. */
  readonly platforms?: readonly string[]
  /** Which firms stand for others from a day on. */
  readonly successions?: Successions
}

export interface ReadOptions {
  /** Day of publication, where the report itself does not say. */
  readonly published?: CalendarDate
}

export interface Reader {
  /** Everything that a report says. A language without a lexicon is a problem of the reading, not an exception. */
  read(report: Report, options?: ReadOptions): Reading
  /** The same reading with the traces of its claims: which cues and rules made each. */
  explain(report: Report, options?: ReadOptions): ExplainedReading
}

export interface ExplainedReading {
  readonly reading: Reading
  /** One for each claim, in their order. */
  readonly traces: readonly ClaimTrace[]
}

interface LanguageReader {
  readonly claims: Lexicon
  readonly quantities: QuantityLexicon
  readonly dates: DateLexicon
  readonly names: NameMatcher
  readonly vocabulary: Vocabulary
  /** Letters of another script of the language, and the ones that its lexicon is written in. */
  readonly letters: UsualLetters
}

/** The embedded reader: no network, no key; what it knows stands in the lexicons and in the names of the atlas. */
export function createReader(options: ReaderOptions): Reader {
  const entries = options.names.filter(isReadable)
  const platforms = new Set(options.platforms)
  const outlets = new Set([...options.outlets, ...platforms])
  const successions = options.successions ?? new Map()
  const languages = new Map<string, LanguageReader | null>()
  let shared: Shared | undefined
  const open = (lang: string): LanguageReader | null => {
    const known = languages.get(lang)
    if (known !== undefined) return known
    shared ??= share(entries, options.lexicons)
    const opened = openLanguage(lang, options.lexicons, shared)
    languages.set(lang, opened)
    return opened
  }
  const readOne = (report: Report, given: ReadOptions = {}): Read =>
    readReport(report, open(report.lang), { outlets, platforms, successions }, given)
  return {
    read: (report, given) => readOne(report, given).reading,
    explain: (report, given) => {
      const { reading, found } = readOne(report, given)
      return { reading, traces: found?.explain() ?? [] }
    },
  }
}

const FILES = ['language', 'events', 'modality', 'speech', 'numbers', 'units', 'dates']

/** English beside every language: names in Latin letters stand in texts of any script. */
interface Shared {
  readonly english: NamesLexicon | null
  readonly names: SharedNames
}

function share(entries: readonly NameEntry[], lexicons: ReaderOptions['lexicons']): Shared {
  const english = namesLexiconOf('en', lexicons)
  return { english, names: shareNames(entries, new Map(english === null ? [] : [['en', english]])) }
}

function namesLexiconOf(lang: string, lexicons: ReaderOptions['lexicons']): NamesLexicon | null {
  const names = Object.hasOwn(lexicons, lang) ? lexicons[lang]?.names : undefined
  return names === undefined ? null : parseNamesLexicon(names)
}

function openLanguage(
  lang: string,
  lexicons: ReaderOptions['lexicons'],
  shared: Shared,
): LanguageReader | null {
  const files = Object.hasOwn(lexicons, lang) ? lexicons[lang] : undefined
  if (files === undefined || FILES.some((name) => files[name] === undefined)) return null
  const own = lang === 'en' ? shared.english : namesLexiconOf(lang, lexicons)
  const byLanguage = new Map<string, NamesLexicon>()
  if (own !== null) byLanguage.set(lang, own)
  if (shared.english !== null) byLanguage.set('en', shared.english)
  const quantities = parseQuantityLexicon(lang, files)
  return {
    claims: parseLexicon(lang, files),
    quantities,
    dates: quantities.dates,
    names: createNameMatcher(shared.names, byLanguage, new Map([[lang, speechOf(files)]])),
    vocabulary: new Vocabulary(),
    letters: parseUsualLetters(files.script),
  }
}

/** The words of saying and the roles of a language as its file lists them; `parseLexicon` has checked their form. */
function speechOf(files: LexiconFiles): SpeechWords {
  const { verbs, before, roles = {} } = speechSchema.safeParse(files.speech).data ?? {}
  return { verbs, before, roles: Object.values(roles).flat() }
}

const TYPES = new Set<string>(entityTypes)

function isReadable(entry: ReaderOptions['names'][number]): entry is NameEntry & { type: EntityType } {
  return TYPES.has(entry.type)
}

interface Read {
  readonly reading: Reading
  /** Null where the language is not known. */
  readonly found: FoundClaims | null
}

/** A claim that credits no network on which anybody writes. */
function withoutPlatforms(claim: Claim, platforms: ReadonlySet<string>): Claim {
  if (!claim.via.some((name) => platforms.has(name))) return claim
  return { ...claim, via: claim.via.filter((name) => !platforms.has(name)) }
}

/** What the atlas says beside names. */
interface Known {
  readonly outlets: ReadonlySet<string>
  readonly platforms: ReadonlySet<string>
  readonly successions: Successions
}

function readReport(
  report: Report,
  language: LanguageReader | null,
  { outlets, platforms, successions }: Known,
  given: ReadOptions,
): Read {
  // Evidence keeps its place: what is cut off is the end.
  const printed = report.text.slice(0, MOST_CHARACTERS)
  const empty = { entities: [], quantities: [], dates: [], claims: [] }
  const head = {
    schema_version: '1' as const,
    id: report.id,
    lang: report.lang,
    title: report.title,
    outlet: report.outlet,
    url: report.url,
    text: report.text,
  }
  if (language === null) {
    const problem = {
      code: 'language_unknown',
      where: report.id,
      message: `${report.id}: no lexicon for language '${report.lang}'; add lexicons/${report.lang}/ to read it.`,
    }
    const published = report.published ?? given.published ?? null
    const from = report.published_from ?? (given.published === undefined ? null : 'option')
    const problems = [...report.problems, problem]
    return { reading: { ...head, published, published_from: from, ...empty, problems }, found: null }
  }
  const text = inUsualLetters(printed, language.letters)
  const tokens = readTokenForms(text, language.dates.numbers.affixes)
  const dated = publicationOf({ report, text, tokens }, language, given)
  const day = dated.published === null ? null : parseCalendarDate(dated.published.slice(0, 10))
  const { of } = language.vocabulary
  const cut = cutWords(text, of)
  const {
    entities: spotted,
    implied,
    outlets: printedOutlets,
  } = language.names.read(text, report.lang, cutNames(text, of, cut))
  const entities = succeeded(spotted, successions, day)
  const named = new Layer(entities.flatMap((entity) => entity.mentions))
  const longest = named.all.reduce((most, one) => Math.max(most, one.end - one.start), 0)
  const isOfName = (one: Span): boolean => named.encloses(one, longest)
  // The "2号" of a pipeline's name is no day.
  const numbers: ReadNumbers = []
  const written = readDates(text, language.dates, day, { tokens, numbers })
  const dates = written.filter((date) => !isOfName(date))
  // Nor is the half of "Oriente Medio" an amount.
  const quantities: Quantity[] = readQuantities(text, language.quantities, {
    tokens,
    dates: written,
    numbers,
  }).filter((one) => !isOfName(one))
  const found = findClaims(
    {
      text,
      published: day,
      entities,
      implied,
      quantities,
      dates,
      outlets: withOutlets(outlets, printedOutlets),
      cut,
    },
    language.claims,
  )
  const claims = found.claims.map((claim) => withoutPlatforms(claim, platforms))
  const read = {
    entities,
    quantities: withRangesOfFalls(quantities, claims),
    dates: withDatesAhead(dates, claims, day),
    claims,
  }
  const problems = [
    ...report.problems,
    ...(text.length < report.text.length ? [tooLong(report)] : []),
    ...disagreements({ ...report, text }, quantities, language),
  ]
  const asWritten = text === printed ? read : asPrinted(read, text, printed)
  // Written out: put together of spreads, each reading would get a hidden class of its own.
  const reading: Reading = {
    schema_version: head.schema_version,
    id: head.id,
    lang: head.lang,
    title: head.title,
    outlet: head.outlet,
    url: head.url,
    text: head.text,
    published: dated.published,
    published_from: dated.published_from,
    entities: asWritten.entities,
    quantities: asWritten.quantities,
    dates: asWritten.dates,
    claims: asWritten.claims,
    problems,
  }
  return { reading, found }
}

/** A thousand are listed and a text shows one or two more: not copied for each text. */
function withOutlets(listed: ReadonlySet<string>, printed: readonly string[]): Outlets {
  return { has: (name) => listed.has(name) || printed.includes(name) }
}

/**
 * The limit of one report. Time grows with length, so a bound on length is a bound on time, and the same text
 * always gives the same reading, which no clock could promise.
 */
const MOST_CHARACTERS = 300_000

function tooLong(report: Report): Reading['problems'][number] {
  const message = `${report.id}: ${report.text.length} characters are more than one report holds; the first ${MOST_CHARACTERS} were read: split the file into its reports.`
  return { code: 'report_too_long', where: report.id, message }
}

/** One line for each pair of amounts that the report gives for one thing and that cannot both be true. */
function disagreements(
  report: Report,
  quantities: readonly Quantity[],
  language: LanguageReader,
): Reading['problems'] {
  return findDisagreements(report.text, quantities, language.quantities.units.equals).map(
    ({ first, second }) => ({
      code: 'quantities_disagree',
      where: report.id,
      message: `${report.id}: "${first.surface}" and "${second.surface}" are given for one amount and cannot both be true: check the report before using either.`,
    }),
  )
}

/** A day given by the user or the file stands; else the one in the text; a given day also lends its year. */
function publicationOf(
  { report, text, tokens }: { report: Report; text: string; tokens: readonly ReadToken[] },
  language: LanguageReader,
  given: ReadOptions,
): Pick<Reading, 'published' | 'published_from'> {
  if (report.published !== null) return { published: report.published, published_from: report.published_from }
  const found = findPublicationDate(text, language.dates, given.published ?? null, tokens)
  if (found !== null) return { published: found.date, published_from: found.from }
  if (given.published !== undefined) return { published: given.published, published_from: 'option' }
  return { published: null, published_from: null }
}
