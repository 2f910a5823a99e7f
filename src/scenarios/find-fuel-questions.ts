import type { Atlas } from '../atlas/atlas.ts'
import type { EventType } from '../claims/claim.ts'
import type { CalendarDate } from '../core/time.ts'
import { assetsOf, countriesOf, countryOfHeadline, type EventFacts } from './event-facts.ts'
import { assetRow } from './network-parts.ts'
import type { FuelQuestion } from './question.ts'
import { isOf } from './topics.ts'

/** One question a story and supplier, from every event that speaks of nuclear energy and is not denied. */
export function findFuelQuestions(
  facts: readonly EventFacts[],
  atlas: Atlas,
  fallbackDay: CalendarDate,
): readonly FuelQuestion[] {
  const { reactors, nuclear_supply: supply } = atlas.tables
  const suppliers = new Set(
    supply.filter((row) => row.country !== 'XX' && row.country !== row.supplier).map((row) => row.supplier),
  )
  const miners = new Set(
    supply.filter((row) => row.stage === 'u3o8' && row.country !== row.supplier).map((row) => row.supplier),
  )
  const found = new Map<string, FuelQuestion>()
  for (const one of facts) {
    if (!isOfNuclearFuel(one, atlas) || one.event.modality === 'denied') continue
    const seller = sellerOf(one)
    const named = [
      ...new Set([
        ...(seller === null ? [] : [seller]),
        ...countriesOf(one),
        ...homesOfCompanies(one, atlas),
      ]),
    ]
    // Of several suppliers that a report names, the one with most customers is in question.
    const customers = (code: string): number =>
      new Set(supply.filter((row) => row.supplier === code && row.country !== code).map((row) => row.country))
        .size
    // Exports of uranium are of who mines it, and not of who enriches it for others.
    const isOfMines = one.refs.has('carriers/uranium') && one.claims.some((claim) => isOf(claim, 'abroad'))
    const rank = (code: string): number =>
      code === seller
        ? Number.POSITIVE_INFINITY
        : customers(code) + (isOfMines && miners.has(code) ? supply.length : 0)
    const [supplier] = named
      .filter((code) => suppliers.has(code))
      .sort((a, b) => (rank(a) === rank(b) ? (a < b ? -1 : 1) : rank(b) - rank(a)))
    if (supplier === undefined) continue
    const others = named.filter((code) => code !== supplier)
    const hasReactors = (code: string): boolean => reactors.some((row) => row.country === code)
    const id = `${one.story}-fuel-${supplier.toLowerCase()}`
    const known = found.get(id)
    found.set(id, {
      id,
      story: one.story,
      events: [...new Set([...(known?.events ?? []), one.event.id])],
      because: [...new Set([...(known?.because ?? []), ...one.claims.map((claim) => claim.because)])],
      supplier,
      countries: [...new Set([...(known?.countries ?? []), ...others.filter(hasReactors)])],
      withoutReactors: [
        ...new Set([...(known?.withoutReactors ?? []), ...others.filter((code) => !hasReactors(code))]),
      ],
      day: known?.day ?? one.day ?? fallbackDay,
    })
  }
  return [...found.values()]
}

/** "Stops its exports of uranium to Y": who tells of its own exports sells, whom the words name buys. Null where nobody does. */
function sellerOf(facts: EventFacts): string | null {
  if (!facts.claims.some((claim) => isOf(claim, 'abroad') && !isOf(claim, 'buying'))) return null
  const named = new Set(countriesOf(facts))
  const speakers = facts.claims.flatMap(({ claim, reading }) => {
    const ref = reading.entities.find(({ canonical }) => canonical === claim.speaker)?.atlas
    return ref?.startsWith('countries/') ? [ref.slice(10)] : []
  })
  const told = speakers[0] ?? countryOfHeadline(facts)
  return told === null || named.has(told) ? null : told
}

const OPERATION: ReadonlySet<EventType> = new Set([
  'outage_or_attack',
  'supply_halt',
  'supply_change',
  'repair_or_restart',
])

function isOfNuclearFuel(facts: EventFacts, atlas: Atlas): boolean {
  if (facts.refs.has('carriers/nuclear') || facts.refs.has('carriers/uranium')) return true
  // A plant that trips, or comes back, says nothing of its fuel.
  if (OPERATION.has(facts.event.type)) return false
  return assetsOf(facts).some((id) => /\bnuclear\b/iu.test(assetRow(atlas, id)?.name ?? ''))
}

/** A report that names Rosatom names a supplier, whether or not it names the country. */
function homesOfCompanies(facts: EventFacts, atlas: Atlas): readonly string[] {
  return atlas.tables.actors.flatMap((actor) =>
    actor.kind === 'company' && actor.country !== '' && facts.refs.has(`actors/${actor.id}`)
      ? [actor.country]
      : [],
  )
}
