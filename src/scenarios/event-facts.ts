import type { Atlas } from '../atlas/atlas.ts'
import { carriers } from '../atlas/tables/cells.ts'
import type { Carrier } from '../atlas/tables.ts'
import type { Claim, EventType, Quantity, Reading } from '../claims/claim.ts'
import type { Because } from '../core/provenance.ts'
import { type CalendarDate, isoBounds, parseCalendarDate } from '../core/time.ts'
import type { Event, Events } from '../events/event.ts'
import { carriersInWords } from './carriers-in-words.ts'

/** A claim with what it stands on, so that rules need not look anything up. */
export interface ClaimFacts {
  readonly claim: Claim
  readonly reading: Reading
  readonly because: Because
  readonly quantities: readonly Quantity[]
}

/** An event with its claims and the rows of the atlas that they name. */
export interface EventFacts {
  readonly event: Event
  readonly story: string
  readonly claims: readonly ClaimFacts[]
  /** `TABLE/ROW` of everything named, metonyms resolved to countries (`places/moscow` adds `countries/RU`). */
  readonly refs: ReadonlySet<string>
  /** First day of the event; else the earliest publication of a report that tells it; null when undated. */
  readonly day: CalendarDate | null
}

/** Joins events with the readings that tell them, in the order of `events.events`. */
export function factsOfEvents(
  events: Events,
  readings: readonly Reading[],
  atlas: Atlas,
): readonly EventFacts[] {
  const byId = new Map(readings.map((reading) => [reading.id, reading]))
  const storyOf = new Map(events.stories.flatMap((story) => story.events.map((event) => [event, story.id])))
  return events.events.map((event) => {
    const claims = event.claims.flatMap((ref): ClaimFacts[] => {
      const reading = byId.get(ref.report)
      const claim = reading?.claims.find((candidate) => candidate.id === ref.claim)
      if (!reading || !claim) return []
      const quantities = reading.quantities.filter((quantity) => claim.quantities.includes(quantity.id))
      return [{ claim, reading, because: `claim:${ref.report}/${ref.claim}`, quantities }]
    })
    const refs = claims.flatMap((facts) => refsOf(facts, atlas))
    const isBare = !refs.some((ref) => ref.startsWith('carriers/'))
    return {
      event,
      story: storyOf.get(event.id) ?? event.id,
      claims,
      refs: new Set([
        ...refs,
        ...(isBare ? claims.flatMap(carriersInWords).map((one) => `carriers/${one}`) : []),
      ]),
      day: firstDay(event, claims),
    }
  })
}

/** `TABLE/ROW` of everything that a claim names, metonyms with the countries that they stand for. */
export function refsOf({ claim, reading }: ClaimFacts, atlas: Atlas): string[] {
  return claim.assets.flatMap((canonical) => {
    const entity = reading.entities.find((candidate) => candidate.canonical === canonical)
    const ref = entity?.atlas ?? atlas.refOf(canonical)
    if (ref === null || ref === undefined) return []
    const row = atlas.row(ref)
    if (row?.table === 'actors' && DEALS.has(claim.event)) return [ref, ...countryOfLeader(row.row)]
    if (row?.table !== 'places') return [ref]
    const place = row.row as { metonym?: string | null; country?: string; zone?: string | null }
    // A capital may stand for a body of states: Brussels for the European Union.
    const body = place.metonym?.startsWith('actors/') ? [place.metonym] : []
    const country = body.length > 0 ? '' : (place.metonym?.replace(/^countries\//u, '') ?? place.country)
    return [
      ref,
      ...body,
      ...(country ? [`countries/${country}`] : []),
      ...(place.zone ? [`zones/${place.zone}`] : []),
    ]
  })
}

/** What is agreed or negotiated by who is named. */
const DEALS: ReadonlySet<EventType> = new Set(['agreement', 'negotiation', 'visit_or_meeting', 'transit'])

/** "The two presidents agree": who is in office deals for the country. */
function countryOfLeader(row: object): readonly string[] {
  const { kind, country } = row as { kind?: string; country?: string | null }
  return kind === 'person' && country ? [`countries/${country}`] : []
}

function firstDay(event: Event, claims: readonly ClaimFacts[]): CalendarDate | null {
  const told = event.time === null ? null : isoBounds(event.time)
  if (told?.first) return told.first
  const published = claims.flatMap(({ reading }) => parseCalendarDate(reading.published ?? '') ?? []).sort()
  return published[0] ?? null
}

/** The carriers that an event names, in the order of the atlas. */
export function carriersOf(facts: EventFacts): readonly Carrier[] {
  return carriers.filter((carrier) => facts.refs.has(`carriers/${carrier}`))
}

/** Codes of the countries that an event names. */
export function countriesOf(facts: EventFacts): readonly string[] {
  return [...facts.refs].filter((ref) => ref.startsWith('countries/')).map((ref) => ref.slice(10))
}

/** Codes of the countries of which a claim speaks without a noun for them: by an adjective, or as its text's subject. */
export function impliedCountries({ claim }: ClaimFacts, atlas: Atlas): readonly string[] {
  return claim.assets_implied.flatMap((name) => {
    const ref = atlas.refOf(name)
    return ref?.startsWith('countries/') ? [ref.slice(10)] : []
  })
}

/** Codes of the countries through which an event's words say that something passes to another. */
export function countriesThrough(facts: EventFacts, atlas: Atlas): readonly string[] {
  const names = facts.claims.flatMap(({ claim }) => claim.through ?? [])
  const refs = new Set(names.flatMap((name) => atlas.refOf(name) ?? []))
  return countriesOf(facts).filter((code) => refs.has(`countries/${code}`))
}

/**
 * The countries that an event names, and those of the bodies that tell it: a buyer need not name itself. Where that
 * leaves one alone, those of the headline too: "his country" is whoever stands there.
 */
export function countriesTold(facts: EventFacts, atlas: Atlas): readonly string[] {
  const speakers = facts.claims.flatMap((claim) => countriesOfSpeaker(claim, atlas))
  const told = [...new Set([...countriesOf(facts), ...speakers])]
  return told.length === 1 ? [...new Set([...told, ...facts.claims.flatMap(countriesOfHeadline)])] : told
}

function countriesOfHeadline(facts: ClaimFacts): readonly string[] {
  return refsOfHeadline(facts).flatMap((ref) => (ref.startsWith('countries/') ? [ref.slice(10)] : []))
}

/** The one country that the headlines of an event's reports name; null where they name none or several. */
export function countryOfHeadline(facts: EventFacts): string | null {
  const [first, second] = [...new Set(facts.claims.flatMap(countriesOfHeadline))]
  return first === undefined || second !== undefined ? null : first
}

/** `TABLE/ROW` of what the first line of the report names. */
function refsOfHeadline({ reading }: ClaimFacts): readonly string[] {
  const end = reading.text.indexOf('\n')
  return reading.entities.flatMap(({ atlas: ref, mentions }) =>
    ref !== null && mentions.some((mention) => mention.end <= end) ? [ref] : [],
  )
}

/** Carriers that the headlines of an event's reports name. */
export function carriersOfHeadline(facts: EventFacts): readonly Carrier[] {
  const refs = new Set(facts.claims.flatMap(refsOfHeadline))
  return carriers.filter((carrier) => refs.has(`carriers/${carrier}`))
}

/** The one asset that the headlines of an event's reports name; null where they name none or several. */
export function assetOfHeadline(facts: EventFacts): string | null {
  const refs = new Set(facts.claims.flatMap(refsOfHeadline))
  const [first, second] = [...refs].filter((ref) => ref.startsWith('assets/'))
  return first === undefined || second !== undefined ? null : first.slice(7)
}

/** By the row of the speaker; of an office that no row holds, the country in its name. */
function countriesOfSpeaker({ claim, reading }: ClaimFacts, atlas: Atlas): readonly string[] {
  const speaker = reading.entities.find(({ canonical }) => canonical === claim.speaker)
  if (speaker === undefined) return []
  const row = speaker.atlas === null ? undefined : atlas.row(speaker.atlas)?.row
  if (row !== undefined) {
    // A body of states that speaks names none of its members.
    if ('kind' in row && row.kind === 'organisation' && 'country' in row && row.country?.includes(' '))
      return []
    return 'country' in row && row.country ? row.country.split(' ') : []
  }
  return reading.entities.flatMap(({ type, atlas: ref, mentions }) => {
    const isInside = mentions.some((inner) =>
      speaker.mentions.some((outer) => inner.start >= outer.start && inner.end <= outer.end),
    )
    return type === 'country' && isInside && ref?.startsWith('countries/') ? [ref.slice(10)] : []
  })
}

/** Codes of the countries in which the companies that an event names are at home. */
export function homesOfCompanies(facts: EventFacts, atlas: Atlas): readonly string[] {
  return atlas.tables.actors.flatMap(({ id, kind, country }) =>
    kind === 'company' && country !== '' && facts.refs.has(`actors/${id}`) ? [country] : [],
  )
}

/** Ids of the assets that an event names, in the order of mention. */
export function assetsOf(facts: EventFacts): readonly string[] {
  return [...facts.refs].filter((ref) => ref.startsWith('assets/')).map((ref) => ref.slice(7))
}
