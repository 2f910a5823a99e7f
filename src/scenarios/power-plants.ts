import { isPowerUnit } from './claimed/claimed-range.ts'
import type { ClaimFacts, EventFacts } from './event-facts.ts'
import { isOf, LOSING, standing } from './topics.ts'

/** Names of power plants that the atlas does not list, as the reader composes them: "Opole power plant". */
export function unlistedPlants({ claim, reading }: ClaimFacts): readonly string[] {
  return reading.entities.flatMap(({ canonical, type, atlas }) =>
    type === 'plant' &&
    atlas === null &&
    /\b(?:power|hydropower) plant$/u.test(canonical) &&
    claim.assets.includes(canonical)
      ? [canonical]
      : [],
  )
}

/**
 * Whether an event tells of what befell plants that make power: coal or gas beside them is what they burn. Where it speaks
 * of deliveries, purchases or stocks and of no megawatts, it is the fuel that is lost.
 */
export function isOfPowerPlants(facts: EventFacts): boolean {
  if (!LOSING.has(facts.event.type)) return false
  const told = standing(facts)
  if (!told.some((claim) => isOf(claim, 'power_plant') || unlistedPlants(claim).length > 0)) return false
  const isMade = told.some(({ quantities }) => quantities.some(({ unit }) => isPowerUnit(unit)))
  return isMade || !told.some((claim) => FUEL.some((topic) => isOf(claim, topic)))
}

const FUEL = ['delivery', 'buying', 'storage', 'abroad'] as const
