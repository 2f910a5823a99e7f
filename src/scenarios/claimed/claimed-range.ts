import type { Carrier } from '../../atlas/tables.ts'
import type { Quantity } from '../../claims/claim.ts'
import type { Because } from '../../core/provenance.ts'
import { convert } from '../../core/units.ts'
import type { ClaimFacts } from '../event-facts.ts'

/** A range that a claim states; `low` is at most `high`. */
export interface ClaimedRange {
  readonly low: number
  readonly high: number
  readonly because: Because
  /** Claimed by whom, for people. */
  readonly who: string
  /** It is told as the least: "at least three weeks". */
  readonly isLeast?: boolean
  /** It is the new end of what was to end sooner. */
  readonly isNewEnd?: boolean
  /** It works again: it is no forecast. */
  readonly isOver?: boolean
}

/** The sizes of a value or of the two ends of a range, the smaller first. */
export function sizesOf(value: Quantity['value']): { low: number; high: number } {
  const [a, b] = Array.isArray(value) ? value : [value, value]
  return { low: Math.min(Math.abs(a), Math.abs(b)), high: Math.max(Math.abs(a), Math.abs(b)) }
}

export function whoSays({ claim, reading }: ClaimFacts): string {
  return claim.speaker ?? claim.via[0] ?? reading.outlet ?? `report ${reading.id}`
}

interface Amount {
  readonly low: number
  readonly high: number
  readonly first: number
  readonly last: number
}

/**
 * A rate in the unit of the model; null for what is no rate of this carrier. Megawatts are of power: what a plant cannot
 * make without its gas says how much power is missing, and not how much gas.
 */
export function dailyAmount(
  { value, unit }: Quantity,
  of: { readonly carrier: Carrier; readonly unit: string },
): Amount | null {
  const isPower = isPowerUnit(unit)
  if (isPower && of.carrier !== 'power') return null
  const named = isPower ? { unit: `${unit}h/d`, factor: 24 } : { unit, factor: 1 }
  if (!named.unit.includes('/')) return null
  const ends = [value].flat().map((one) => {
    const got = convert(Math.abs(one) * named.factor, named.unit, of.unit, { carrier: of.carrier })
    return got?.value ?? null
  })
  const [first, last = first] = ends
  if (first === undefined || first === null || last === undefined || last === null) return null
  return { first, last, low: Math.min(first, last), high: Math.max(first, last) }
}

/** An amount per time, power without a word of time; a price is money per amount. */
export function isRate(unit: string): boolean {
  return isPowerUnit(unit) || (unit.includes('/') && !/^(?:USD|EUR)/u.test(unit))
}

export function isPowerUnit(unit: string): boolean {
  return unit === 'MW' || unit === 'GW'
}
