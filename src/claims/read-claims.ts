import type { CalendarDate } from '../core/time.ts'
import type { Report } from '../reports/report.ts'
import { type EntityType, entityTypes, type Reading } from './claim.ts'
import { type BodyCountries, type LandsOf, landsOfBodies } from './lands-of-bodies.ts'
import type { NameEntry } from './names/name-entry.ts'
import type { Successions } from './names/succeeded.ts'
import { type LanguageReader, type Lexicons, openLanguage, type Shared, share } from './open-language.ts'
import { type Found, readingOf } from './reading-of.ts'
import { languageUnknown } from './reading-problems.ts'
import type { ClaimTrace } from './trace.ts'

export interface ReaderOptions {
  /** By language; a language is parsed when its first report comes. */
  readonly lexicons: Lexicons
  readonly names: readonly (Omit<NameEntry, 'type'> & { readonly type: string })[]
  /** Canonical names of outlets and agencies: ways by which a claim came (`via`), never its subject. */
  readonly outlets: readonly string[]
  /** Canonical names of networks on which anybody writes: neither a subject nor an outlet that is credited. */
  readonly platforms?: readonly string[]
  /** The countries for which bodies and persons act. */
  readonly bodies?: BodyCountries
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

/** The embedded reader: no network, no key; what it knows stands in the lexicons and in the names of the atlas. */
export function createReader(options: ReaderOptions): Reader {
  const entries = options.names.filter(isReadable)
  const platforms = new Set(options.platforms)
  const outlets = new Set([...options.outlets, ...platforms])
  const successions = options.successions ?? new Map()
  const languages = new Map<string, LanguageReader | null>()
  let shared: Shared | undefined
  let landsOf: LandsOf = () => []
  const open = (lang: string): LanguageReader | null => {
    const known = languages.get(lang)
    if (known !== undefined) return known
    if (shared === undefined) {
      shared = share(entries, options.lexicons)
      landsOf = landsOfBodies(options.bodies ?? new Map(), shared.english)
    }
    const opened = openLanguage(lang, options.lexicons, shared)
    languages.set(lang, opened)
    return opened
  }
  const readOne = (
    report: Report,
    { published }: ReadOptions = {},
  ): Pick<Found, 'reading'> & Partial<Found> => {
    const language = open(report.lang)
    return language === null
      ? { reading: unread(report, Object.keys(options.lexicons).sort(), published) }
      : readingOf(report, language, { outlets, platforms, successions, landsOf }, published)
  }
  return {
    read: (report, given) => readOne(report, given).reading,
    explain: (report, given) => {
      const { reading, found } = readOne(report, given)
      return { reading, traces: found?.explain() ?? [] }
    },
  }
}

/** A text whose language is not read: kept as it is, with the reason. */
function unread(report: Report, known: readonly string[], given: CalendarDate | undefined): Reading {
  return {
    schema_version: '1',
    id: report.id,
    lang: report.lang,
    title: report.title,
    outlet: report.outlet,
    url: report.url,
    text: report.text,
    published: report.published ?? given ?? null,
    published_from: report.published_from ?? (given === undefined ? null : 'option'),
    entities: [],
    quantities: [],
    dates: [],
    claims: [],
    problems: [...report.problems, languageUnknown(report, known)],
  }
}

const TYPES = new Set<string>(entityTypes)

function isReadable(entry: ReaderOptions['names'][number]): entry is NameEntry & { type: EntityType } {
  return TYPES.has(entry.type)
}
