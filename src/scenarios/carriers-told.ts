import { carriers } from '../atlas/tables/cells.ts'
import type { Carrier } from '../atlas/tables.ts'
import { type ClaimFacts, carriersOf, carriersOfHeadline, type EventFacts } from './event-facts.ts'
import { isOfPowerPlants } from './power-plants.ts'
import { isOf, standing } from './topics.ts'

/** Units in which one carrier alone is told. */
const carrierOfUnit: Readonly<Record<string, Carrier>> = {
  'bbl/d': 'crude',
  bbl: 'crude',
  'm3/d': 'gas',
  'm3/yr': 'gas',
  'bcm/yr': 'gas',
  'cf/d': 'gas',
  MW: 'power',
  GW: 'power',
}

/** "A power trip stopped the field": power is why something else stopped, be it known to the atlas or not. */
export function isPowerTheCause(facts: EventFacts): boolean {
  return standing(facts).some((told) => isOf(told, 'trip') && isOfAnother(told))
}

/** Whether a claim is about another carrier than power, or about a plant, field, port or line. */
function isOfAnother({ claim, reading }: ClaimFacts): boolean {
  return reading.entities.some(
    ({ canonical, type, atlas }) =>
      claim.assets.includes(canonical) &&
      (SITES.has(type) || (type === 'commodity' && atlas !== 'carriers/power')),
  )
}

const SITES: ReadonlySet<string> = new Set([
  'field',
  'plant',
  'refinery',
  'terminal',
  'port',
  'pipeline',
  'station',
])

/** The carriers that an event names; where it names none, those of its units ("500,000 barrels a day" are of crude) or its lines. */
export function carriersTold(facts: EventFacts): readonly Carrier[] {
  if (isOfPowerPlants(facts)) return ['power']
  const isWhy = isPowerTheCause(facts)
  const named = carriersOf(facts).filter((carrier) => carrier !== 'power' || !isWhy)
  if (named.length > 0 || isWhy) return named
  // Uranium is no carrier of the programme, and the fuel beside it no oil product.
  if (facts.refs.has('carriers/uranium') || facts.refs.has('carriers/nuclear')) return []
  const units = facts.claims.flatMap(({ quantities }) => quantities.map(({ unit }) => carrierOfUnit[unit]))
  const inUnits = carriers.filter((carrier) => units.includes(carrier))
  // "The country's exports fell": of what, the headline says.
  if (inUnits.length > 0) return inUnits
  const ofLines = linesTold(facts)
  return ofLines.length > 0 ? ofLines : carriersOfHeadline(facts)
}

/** What lines without a name carry, by the one word for them: "los gasoductos de Argelia a España". */
function linesTold(facts: EventFacts): readonly Carrier[] {
  const has = (topic: 'gas_line' | 'oil_line'): boolean => standing(facts).some((told) => isOf(told, topic))
  return carriers.filter((one) => (one === 'gas' && has('gas_line')) || (one === 'crude' && has('oil_line')))
}
