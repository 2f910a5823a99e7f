import type { Atlas } from '../atlas/atlas.ts'
import type { Claim, EventType, Quantity, Reading } from '../claims/claim.ts'
import { type CalendarDate, isoBounds } from '../core/time.ts'
import type { Commitment, Event, Events } from './event.ts'

/** Types of events that can bind somebody to do something, and the types that tell that it was done. */
const keptBy: Partial<Readonly<Record<EventType, readonly EventType[]>>> = {
  agreement: ['supply_start', 'supply_change', 'construction', 'transit', 'repair_or_restart'],
  investment_or_loan: ['investment_or_loan', 'construction', 'supply_start', 'discovery_or_drilling'],
  construction: ['construction', 'supply_start'],
  discovery_or_drilling: ['discovery_or_drilling', 'supply_start'],
  supply_start: ['supply_start', 'transit'],
  supply_change: ['supply_change', 'supply_start'],
  repair_or_restart: ['repair_or_restart', 'supply_start'],
  transit: ['transit'],
  military: ['military'],
}

/** Signing binds, and so does a loan once decided; of everything else only what is announced is still owed. */
const bindsOnceDone: ReadonlySet<EventType> = new Set(['agreement', 'investment_or_loan'])

const partyTypes: ReadonlySet<string> = new Set(['country', 'company', 'organisation'])
/** Shares and stretches of time say how much of, or how long: no amount that is owed. */
const isNoAmount = /^(%|hour|day|week|month|quarter|year)$/u
const money = /^(USD|EUR|RUB|GBP|CNY|KZT|TRY|UAH|JPY|CHF)$/u

/**
 * The register of commitments: who undertook what, for how much, by when, and whether the reports at hand tell that
 * it was kept. A commitment needs two parties, an amount or a day; what is denied, conditional or merely possible is
 * none. `overdue` means that the day has passed and no report at hand tells of its being kept: no more than that.
 */
export function registerCommitments(
  events: Events,
  readings: readonly Reading[],
  atlas: Atlas,
  today: CalendarDate,
): Commitment[] {
  const told = new Map(events.events.map((event) => [event.id, tellingOf(event, readings, atlas)]))
  return events.events.flatMap((event) => {
    const own = told.get(event.id)
    if (own === undefined || !isBinding(event, own)) return []
    const amounts = amountsOf(own)
    const due = dueOf(own)
    const { parties, subjects } = own
    if (parties.length < 2 && amounts.length === 0 && due === null) return []
    const made = isPlanned(own) ? own.reported : (event.time ?? own.reported)
    const denials = events.events.filter((other) =>
      other.links.some((link) => link.kind === 'denies' && link.event === event.id),
    )
    const keeping = events.events.filter((other) => {
      const tale = told.get(other.id)
      if (other.id === event.id) return isPlanThatCameTrue(own)
      return tale !== undefined && isKeptBy({ event, own, made }, other, tale)
    })
    const dueEnd = due === null ? null : (isoBounds(due)?.last ?? null)
    const state: Commitment['state'] =
      keeping.length > 0
        ? 'kept'
        : denials.length > 0
          ? 'denied'
          : dueEnd === null
            ? 'undated'
            : dueEnd < today
              ? 'overdue'
              : 'open'
    const evidence = (state === 'kept' ? keeping : denials).map(({ id }) => id)
    return [{ event: event.id, type: event.type, parties, subjects, amounts, made, due, state, evidence }]
  })
}

/** What the claims of an event name, and when it was first reported. */
interface Telling {
  readonly claims: readonly { readonly claim: Claim; readonly reading: Reading }[]
  readonly parties: string[]
  readonly subjects: string[]
  /** Of the subjects, those that are one thing: a line, a field, a plant. */
  readonly things: ReadonlySet<string>
  /** Earliest publication. */
  readonly reported: string | null
}

function tellingOf(event: Event, readings: readonly Reading[], atlas: Atlas): Telling {
  const claims = event.claims.flatMap((ref) => {
    const reading = readings.find(({ id }) => id === ref.report)
    const claim = reading?.claims.find(({ id }) => id === ref.claim)
    return reading === undefined || claim === undefined ? [] : [{ claim, reading }]
  })
  const typeOf = (name: string): string | undefined =>
    claims.flatMap(({ reading }) => reading.entities).find(({ canonical }) => canonical === name)?.type
  const told = claims.flatMap(({ claim }) => claim.assets)
  const governments = new Set(told.flatMap((name) => governmentBehind(name, atlas) ?? []))
  const isParty = (name: string): boolean => governments.has(name) || partyTypes.has(typeOf(name) ?? '')
  const named = [...new Set(told.map((name) => governmentBehind(name, atlas) ?? name))].sort()
  const subjects = named.filter((name) => !isParty(name) && typeOf(name) !== 'person')
  return {
    claims,
    parties: named.filter(isParty),
    subjects,
    things: new Set(subjects.filter((name) => !['commodity', 'place'].includes(typeOf(name) ?? 'place'))),
    reported: claims.flatMap(({ reading }) => reading.published ?? []).sort()[0] ?? null,
  }
}

function isPlanned({ claims }: Telling): boolean {
  return claims.some(({ claim }) => claim.modality === 'announced_or_planned')
}

/** The day by which the plan is to be carried out, as the first claim that names one has it. */
function dueOf({ claims }: Telling): string | null {
  return (
    claims.find(({ claim }) => claim.modality === 'announced_or_planned' && claim.time)?.claim.time ?? null
  )
}

/** A later report tells, as having happened, what an earlier one told as a plan: both are one event. */
function isPlanThatCameTrue({ claims }: Telling): boolean {
  const planned = claims.filter(({ claim }) => claim.modality === 'announced_or_planned')
  return claims.some(
    ({ claim, reading }) =>
      (claim.modality === 'happened' || claim.modality === 'ongoing') &&
      planned.some((plan) => (plan.reading.published ?? '~') < (reading.published ?? '')),
  )
}

/** The country whose government a place stands for in the news; null for a place that stands for none. */
function governmentBehind(name: string, atlas: Atlas): string | null {
  const ref = atlas.refOf(name)
  const found = ref === null ? null : atlas.row(ref)
  if (found?.table !== 'places') return null
  const { metonym } = found.row as { metonym: string | null }
  const code = /^(?:countries\/)?([a-z]{2})$/iu.exec(metonym ?? '')?.[1]
  return code === undefined ? null : atlas.nameOf(`countries/${code.toUpperCase()}`)
}

function isBinding(event: Event, own: Telling): boolean {
  const { claims } = own
  if (keptBy[event.type] === undefined || claims.every(({ claim }) => claim.polarity === 'negative'))
    return false
  if (isPlanned(own)) return true
  const isDone = event.modality === 'happened' || event.modality === 'ongoing'
  // Arms delivered for a price, a line built for a sum: what is done binds only where a payment is told with it.
  return isDone && (bindsOnceDone.has(event.type) || (event.type === 'military' && hasMoney(claims)))
}

function hasMoney(claims: Telling['claims']): boolean {
  return claims.some(({ claim, reading }) =>
    reading.quantities.some(({ id, unit }) => claim.quantities.includes(id) && money.test(unit)),
  )
}

function amountsOf({ claims }: Telling): Commitment['amounts'] {
  const all = claims.flatMap(({ claim, reading }) =>
    reading.quantities
      .filter(({ id, unit }) => claim.quantities.includes(id) && !isNoAmount.test(unit))
      .map((quantity: Quantity) => ({
        value: quantity.value,
        unit: quantity.unit,
        as_written: quantity.surface,
        claim: { report: reading.id, claim: claim.id },
      })),
  )
  const seen = new Set<string>()
  return all
    .filter(({ value, unit }) => {
      const key = `${String(value)} ${unit}`
      return !seen.has(key) && seen.add(key) !== undefined
    })
    .sort((a, b) => Number(money.test(b.unit)) - Number(money.test(a.unit)))
}

interface Owed {
  readonly event: Event
  readonly own: Telling
  readonly made: string | null
}

/** A later, real event of a type that fulfils it, on the same thing, or between the same two parties about the same. */
function isKeptBy({ event, own, made }: Owed, other: Event, tale: Telling): boolean {
  if (!keptBy[event.type]?.includes(other.type)) return false
  if (other.modality !== 'happened' && other.modality !== 'ongoing') return false
  if (tale.claims.every(({ claim }) => claim.polarity === 'negative')) return false
  const when = dayOf(other.time ?? tale.reported)
  const since = dayOf(made)
  if (when === null || since === null || when <= since) return false
  const parties = own.parties.filter((name) => tale.parties.includes(name)).length
  const things = own.subjects.filter((name) => tale.subjects.includes(name))
  // Gas, or a capital, is in half of all reports: only a thing of its own ties two of them together.
  return things.some((name) => own.things.has(name)) ? parties >= 1 : parties >= 2 && things.length > 0
}

function dayOf(iso: string | null): CalendarDate | null {
  return iso === null ? null : (isoBounds(iso)?.first ?? null)
}
