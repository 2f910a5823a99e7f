import type { Quantity } from '../claims/claim.ts'
import type { Because } from '../core/provenance.ts'
import type { ClaimFacts } from './event-facts.ts'

/** A range that a claim states; `low` is at most `high`. */
export interface ClaimedRange {
  readonly low: number
  readonly high: number
  readonly because: Because
  /** Claimed by whom, for people. */
  readonly who: string
}

function range(value: Quantity['value']): { low: number; high: number } {
  const [a, b] = Array.isArray(value) ? value : [value, value]
  return { low: Math.min(Math.abs(a), Math.abs(b)), high: Math.max(Math.abs(a), Math.abs(b)) }
}

function whoSays({ claim, reading }: ClaimFacts): string {
  return claim.speaker ?? claim.via[0] ?? reading.outlet ?? `report ${reading.id}`
}

/** Falls of capacity or flow in percent that the claims state, as fractions of 1; shares of a total are left out. */
export function claimedFalls(claims: readonly ClaimFacts[]): readonly ClaimedRange[] {
  return claims.flatMap((facts) => {
    const { claim } = facts
    if (claim.modality === 'denied' || claim.polarity === 'negative') return []
    if (!['outage_or_attack', 'supply_change', 'supply_halt'].includes(claim.event)) return []
    return facts.quantities
      .filter((quantity) => quantity.unit === '%' && quantity.kind !== 'from_to')
      .map((quantity) => range(quantity.value))
      .filter(({ low, high }) => low > 0 && high <= 100)
      .map(({ low, high }) => ({
        low: low / 100,
        high: high / 100,
        because: facts.because,
        who: whoSays(facts),
      }))
  })
}

const daysIn: Readonly<Record<string, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30.4, year: 365 }

/** Durations of repair or outage that the claims state, in days. */
export function claimedDurations(claims: readonly ClaimFacts[]): readonly ClaimedRange[] {
  return claims.flatMap((facts) => {
    if (
      !['repair_or_restart', 'outage_or_attack', 'supply_halt', 'supply_change'].includes(facts.claim.event)
    )
      return []
    return facts.quantities.flatMap((quantity) => {
      const days = daysIn[quantity.unit]
      if (days === undefined || days < 1) return []
      const { low, high } = range(quantity.value)
      return low > 0
        ? [{ low: low * days, high: high * days, because: facts.because, who: whoSays(facts) }]
        : []
    })
  })
}

const rated: ReadonlySet<string> = new Set([
  'supply_change',
  'transit',
  'supply_start',
  'agreement',
  'negotiation',
  'construction',
  'discovery_or_drilling',
])

/** Amounts of oil or gas per year that the claims state, in the published unit. */
export function claimedRates(
  claims: readonly ClaimFacts[],
): readonly (ClaimedRange & { readonly unit: string })[] {
  return claims.flatMap((facts) => {
    if (!rated.has(facts.claim.event)) return []
    return facts.quantities.flatMap((quantity) => {
      const unit = yearlyUnit(quantity.unit)
      if (unit === null) return []
      const { low, high } = range(quantity.value)
      return [{ low, high, because: facts.because, who: whoSays(facts), unit }]
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
