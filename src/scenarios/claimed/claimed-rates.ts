import type { ClaimFacts } from '../event-facts.ts'
import { perDay } from './amount-of-period.ts'
import { type ClaimedRange, sizesOf, whoSays } from './claimed-range.ts'

const rated: ReadonlySet<string> = new Set([
  'supply_change',
  'transit',
  'supply_start',
  'agreement',
  'negotiation',
  'construction',
  'discovery_or_drilling',
])

export interface ClaimedRate extends ClaimedRange {
  readonly unit: string
  /** The words say that a change is to end there. */
  readonly isLevel: boolean
}

/** Amounts of oil or gas per year that the claims state, in the published unit. */
export function claimedRates(claims: readonly ClaimFacts[]): readonly ClaimedRate[] {
  return claims.flatMap((facts) => {
    if (!rated.has(facts.claim.event)) return []
    return facts.quantities.flatMap((told) => {
      const quantity = perDay(told, facts.claim.time)
      const unit = yearlyUnit(quantity.unit)
      if (unit === null) return []
      const { low, high } = sizesOf(quantity.value)
      const isLevel = quantity.to_level === true
      return [{ low, high, because: facts.because, who: whoSays(facts), unit, isLevel }]
    })
  })
}

/** A volume without a time is read as a yearly one where the claim speaks of a year: told by the caller. */
function yearlyUnit(unit: string): string | null {
  switch (unit) {
    case 't/yr':
    case 't':
      return 't/y'
    case 'bcm/yr':
    case 'bcm':
      return 'bcm/y'
    case 'bbl/d':
      return 'b/d'
    case 'm3/d':
      return 'm3/d'
    case 't/d':
      return 't/d'
    default:
      return null
  }
}
