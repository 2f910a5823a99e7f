import type { Carrier } from '../../atlas/tables.ts'
import type { Claim, Quantity } from '../../claims/claim.ts'
import type { Because } from '../../core/provenance.ts'
import type { ClaimFacts } from '../event-facts.ts'
import { directionOf, isOf } from '../topics.ts'
import { perDay } from './amount-of-period.ts'
import { type ClaimedRange, dailyAmount, whoSays } from './claimed-range.ts'

/** An amount per day that is gone, in the unit of a carrier. */
export type ClaimedLoss = ClaimedRange

/** Cues under which an amount is what was lost or is left: "capacity of 12 Mt" beside an attack is neither. */
const losing: ReadonlySet<string> = new Set(['fall', 'halt', 'outage'])

/** What carried `flow` a day before, in `unit` of the model; without `capacity` nothing bounds it. */
interface Subject {
  readonly flow: number
  readonly capacity?: number
  readonly carrier: Carrier
  readonly unit: string
}

/** What a report calls the capacity may be this much more than what the atlas has. */
const BEYOND = 1.2

export function tellsLoss({ event, cues }: Claim): boolean {
  // "Raised by 100,000 barrels a day to make up for an outage": what stands beside is no loss of this.
  const isLosing = (cue: string): boolean =>
    !cue.startsWith('also:outage:') && losing.has(cue.split(':')[1] ?? '')
  // "The strike took 800 MW offline": so much stands still.
  const isOut = event === 'outage_or_attack' && cues.some((cue) => cue.startsWith('topic:standing:'))
  return event === 'supply_halt' || isOut || cues.some(isLosing)
}

/**
 * Amounts that the claims say no longer flow, of a subject that carried `flow` of a carrier, in `unit` of the model per
 * day. "Cut by 60 mcm/d" and "60 mcm/d affected" are lost; of "fell to 20 mcm/d" the rest of the flow is.
 */
export function claimedLosses(claims: readonly ClaimFacts[], subject: Subject): readonly ClaimedLoss[] {
  return claims.flatMap((facts) => {
    const { claim } = facts
    if (claim.modality === 'denied' || claim.polarity === 'negative') return []
    if (!['outage_or_attack', 'supply_change', 'supply_halt'].includes(claim.event)) return []
    if (isOf(facts, 'remaining') && facts.quantities.some((one) => dailyAmount(one, subject) !== null)) {
      const lost = lostBesideLeft(facts, subject)
      return lost === null ? [] : [{ low: lost, high: lost, because: facts.because, who: whoSays(facts) }]
    }
    return facts.quantities.flatMap((quantity): ClaimedLoss[] => {
      // "From 600 to 225": of what the claim says flowed, not of what the subject carried.
      const flow = levelBefore(facts, subject)
      // Two levels tell by themselves which way it goes.
      if (quantity.kind !== 'from_to' && !tellsLoss(claim)) return []
      const amount = dailyAmount(quantity, subject)
      if (amount === null || amount.high === flow) return []
      // Where more is told than flows on the mean, as on a cable at full load, the same share of what flows is gone.
      const fallen = (amount.first - amount.last) * Math.min(1, subject.flow / amount.first)
      const lost =
        quantity.kind === 'from_to'
          ? { low: fallen, high: fallen }
          : quantity.to_level
            ? { low: (flow ?? subject.flow) - amount.high, high: (flow ?? subject.flow) - amount.low }
            : { low: amount.low, high: amount.high }
      if (lost.high <= 0) return []
      return [{ low: Math.max(0, lost.low), high: lost.high, because: facts.because, who: whoSays(facts) }]
    })
  })
}

/**
 * "Leaves 400 MW of 1,000": of what flowed the share is gone that is not left; of one amount alone the rest of what flowed.
 * Null where more than two amounts are told, or one that the subject cannot carry: then it is of others with it.
 */
function lostBesideLeft({ quantities }: ClaimFacts, of: Subject): number | null {
  const amounts = quantities
    .flatMap((quantity) => dailyAmount(quantity, of)?.high ?? [])
    .sort((a, b) => a - b)
  const [left, whole, more] = amounts
  if (left === undefined || more !== undefined) return null
  const most = whole ?? left
  if (of.capacity !== undefined && most > BEYOND * of.capacity) return null
  return whole === undefined ? Math.max(0, of.flow - left) : of.flow * (1 - left / whole)
}

/** The larger amount beside one to which a claim says that it fell; null where it gives none. */
function levelBefore(
  { quantities }: ClaimFacts,
  of: { readonly carrier: Carrier; readonly unit: string },
): number | null {
  const level = quantities.find(({ to_level }) => to_level)
  const fell = level === undefined ? null : dailyAmount(level, of)
  if (fell === null) return null
  const others = quantities.flatMap((one) => (one === level ? [] : (dailyAmount(one, of)?.high ?? [])))
  const before = Math.max(...others, 0)
  return before > fell.high ? before : null
}

/**
 * The largest rate that claims give beside an asset without saying that it is lost: what it can carry. Of "fell by a
 * quarter to 1.1 Mt in October" it is what was carried before.
 */
export function claimedCapacity(
  claims: readonly ClaimFacts[],
  of: { readonly carrier: Carrier; readonly unit: string },
): { readonly value: number; readonly because: Because } | null {
  const sizes = claims.flatMap((facts) => {
    const { claim, quantities, because } = facts
    const fall = directionOf(facts) === 'down' ? onlyShare(quantities) : null
    return quantities.flatMap((quantity) => {
      const amount = quantity.kind === 'from_to' ? null : dailyAmount(perDay(quantity, claim.time), of)
      if (amount === null || (quantity.to_level && fall === null)) return []
      return [{ value: amount.high / (quantity.to_level ? 1 - (fall ?? 0) : 1), because }]
    })
  })
  return [...sizes].sort((a, b) => b.value - a.value)[0] ?? null
}

/** The one share among quantities, as a fraction below 1; null where there is none, or more than one. */
function onlyShare(quantities: readonly Quantity[]): number | null {
  const shares = quantities.filter(
    ({ unit, kind, to_level }) => unit === '%' && kind === 'value' && !to_level,
  )
  const [only] = shares
  const value = shares.length === 1 && typeof only?.value === 'number' ? Math.abs(only.value) / 100 : null
  return value !== null && value < 1 ? value : null
}
