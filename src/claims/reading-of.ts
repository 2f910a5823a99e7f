import { type CalendarDate, parseCalendarDate } from '../core/time.ts'
import type { Report } from '../reports/report.ts'
import type { Claim, Quantity, Reading } from './claim.ts'
import { withDatesAhead } from './dates/date-ahead.ts'
import { findPublicationDate } from './dates/publication-date.ts'
import { readDates } from './dates/read-dates.ts'
import { type FoundClaims, findClaims } from './find-claims.ts'
import type { LandsOf } from './lands-of-bodies.ts'
import type { Outlets } from './marks.ts'
import { outsideOutlets } from './names/outside-outlets.ts'
import { type Successions, succeeded } from './names/succeeded.ts'
import type { LanguageReader } from './open-language.ts'
import { type ReadToken, readTokenForms } from './quantities/phrases.ts'
import { withRangesOfFalls } from './quantities/ranges-of-falls.ts'
import type { ReadNumbers } from './quantities/read-numbers.ts'
import { readQuantities } from './quantities/read-quantities.ts'
import { disagreements, MOST_CHARACTERS, tooLong } from './reading-problems.ts'
import { Layer } from './text/layer.ts'
import type { Span } from './text/sentences.ts'
import { asPrinted, inUsualLetters } from './text/usual-script.ts'
import { cutNames, cutWords } from './words.ts'

/** What the atlas says beside names. */
export interface Known {
  readonly outlets: ReadonlySet<string>
  readonly platforms: ReadonlySet<string>
  readonly landsOf: LandsOf
  readonly successions: Successions
}

export interface Found {
  readonly reading: Reading
  /** With the traces of the claims. */
  readonly found: FoundClaims
}

/** Everything that a report says, in a language that has a lexicon; `given` dates it where it does not date itself. */
export function readingOf(
  report: Report,
  language: LanguageReader,
  known: Known,
  given: CalendarDate | undefined,
): Found {
  // Evidence keeps its place: what is cut off is the end.
  const printed = report.text.slice(0, MOST_CHARACTERS)
  const text = inUsualLetters(printed, language.letters)
  const tokens = readTokenForms(text, language.dates.numbers.affixes)
  const dated = publicationOf({ report, text, tokens }, language, given)
  const day = dated.published === null ? null : parseCalendarDate(dated.published.slice(0, 10))
  const { of } = language.vocabulary
  const cut = cutWords(text, of)
  const names = language.names.read(text, report.lang, cutNames(text, of, cut))
  const outlets = withOutlets(known.outlets, names.outlets)
  const entities = outsideOutlets(succeeded(names.entities, known.successions, day), outlets)
  const { dates, quantities } = amountsIn({ text, tokens, day, entities }, language)
  const found = findClaims(
    {
      text,
      published: day,
      entities,
      implied: names.implied,
      quantities,
      dates,
      outlets,
      landsOf: known.landsOf,
      cut,
    },
    language.claims,
  )
  const claims = found.claims.map((claim) => withoutPlatforms(claim, known.platforms))
  const read = {
    entities,
    quantities: withRangesOfFalls(quantities, claims),
    dates: withDatesAhead(dates, claims, day),
    claims,
  }
  const asWritten = text === printed ? read : asPrinted(read, text, printed)
  // Written out: put together of spreads, each reading would get a hidden class of its own.
  const reading: Reading = {
    schema_version: '1',
    id: report.id,
    lang: report.lang,
    title: report.title,
    outlet: report.outlet,
    url: report.url,
    text: report.text,
    published: dated.published,
    published_from: dated.published_from,
    entities: asWritten.entities,
    quantities: asWritten.quantities,
    dates: asWritten.dates,
    claims: asWritten.claims,
    problems: [
      ...report.problems,
      ...(text.length < report.text.length ? [tooLong(report)] : []),
      ...disagreements({ ...report, text }, quantities, language.quantities.units.equals),
    ],
  }
  return { reading, found }
}

/** Days and amounts of a text, without those that are part of a name. */
function amountsIn(
  {
    text,
    tokens,
    day,
    entities,
  }: {
    text: string
    tokens: readonly ReadToken[]
    day: CalendarDate | null
    entities: Reading['entities']
  },
  language: LanguageReader,
): { dates: Reading['dates']; quantities: readonly Quantity[] } {
  const named = new Layer(entities.flatMap((entity) => entity.mentions))
  const longest = named.all.reduce((most, one) => Math.max(most, one.end - one.start), 0)
  const isOfName = (one: Span): boolean => named.encloses(one, longest)
  const numbers: ReadNumbers = new Map()
  const dates = readDates(text, language.dates, day, { tokens, numbers })
  const quantities = readQuantities(text, language.quantities, { tokens, dates, numbers })
  return {
    // The "2号" of a pipeline's name is no day,
    dates: dates.filter((date) => !isOfName(date)),
    // nor is the half of "Oriente Medio" an amount.
    quantities: quantities.filter((one) => !isOfName(one)),
  }
}

/**
 * A thousand are listed and a text shows one or two more: not copied for each text. The names of a text are asked for
 * many times, and few.
 */
function withOutlets(listed: ReadonlySet<string>, printed: readonly string[]): Outlets {
  const known = new Map<string, boolean>()
  return {
    has: (name) => {
      let isOutlet = known.get(name)
      if (isOutlet === undefined) {
        isOutlet = listed.has(name) || printed.includes(name)
        known.set(name, isOutlet)
      }
      return isOutlet
    },
  }
}

/** A claim that credits no network on which anybody writes. */
function withoutPlatforms(claim: Claim, platforms: ReadonlySet<string>): Claim {
  if (!claim.via.some((name) => platforms.has(name))) return claim
  return { ...claim, via: claim.via.filter((name) => !platforms.has(name)) }
}

/** A day given by the user or the file stands; else the one in the text; a given day also lends its year. */
function publicationOf(
  { report, text, tokens }: { report: Report; text: string; tokens: readonly ReadToken[] },
  language: LanguageReader,
  given: CalendarDate | undefined,
): Pick<Reading, 'published' | 'published_from'> {
  if (report.published !== null) return { published: report.published, published_from: report.published_from }
  const found = findPublicationDate(text, language.dates, given ?? null, tokens)
  if (found !== null) return { published: found.date, published_from: found.from }
  if (given !== undefined) return { published: given, published_from: 'option' }
  return { published: null, published_from: null }
}
