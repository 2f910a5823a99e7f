import type { Atlas } from '../atlas/atlas.ts'
import type { EventType } from '../claims/claim.ts'
import type { CalendarDate } from '../core/time.ts'
import { assetsOf, countriesOf, type EventFacts } from './event-facts.ts'
import { assetRow } from './network-parts.ts'
import type { FuelQuestion } from './question.ts'

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
  const found = new Map<string, FuelQuestion>()
  for (const one of facts) {
    if (!isOfNuclearFuel(one, atlas) || one.event.modality === 'denied') continue
    const named = [...new Set([...countriesOf(one), ...homesOfCompanies(one, atlas)])]
    // Of several suppliers that a report names, the one with most customers is in question.
    const customers = (code: string): number =>
      new Set(supply.filter((row) => row.supplier === code && row.country !== code).map((row) => row.country))
        .size
    const [supplier] = named
      .filter((code) => suppliers.has(code))
      .sort((a, b) => customers(b) - customers(a) || (a < b ? -1 : 1))
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
