import type { Carrier } from '../../atlas/tables.ts'
import type { ClaimFacts } from '../event-facts.ts'
import { directionOf, timesTold } from '../topics.ts'
import { perDay } from './amount-of-period.ts'
import { type ClaimedRange, dailyAmount, sizesOf, whoSays } from './claimed-range.ts'

/**
 * By how much claims say that something changes which was `flow` of a carrier, per day in `unit`, as positive amounts.
 * Percent are of what was; of a level that it is to reach the difference counts; an amount is by the month, quarter or
 * year that the claim names.
 */
export function claimedChanges(
  claims: readonly ClaimFacts[],
  of: { readonly flow: number; readonly carrier: Carrier; readonly unit: string },
): readonly ClaimedRange[] {
  return claims.flatMap((facts) => {
    const range = (low: number, high: number): ClaimedRange[] =>
      high > 0 ? [{ low: Math.max(0, low), high, because: facts.because, who: whoSays(facts) }] : []
    const times = directionOf(facts) === 'up' ? timesTold(facts) : null
    if (times !== null) return range((times - 1) * of.flow, (times - 1) * of.flow)
    const gap = gapOfLevels(facts, of)
    if (gap !== null) return range(gap, gap)
    return facts.quantities.flatMap((quantity): ClaimedRange[] => {
      if (quantity.unit === '%') {
        if (quantity.to_level || quantity.kind === 'from_to') return []
        const { low, high } = sizesOf(quantity.value)
        return range((low / 100) * of.flow, (high / 100) * of.flow)
      }
      const amount = dailyAmount(perDay(quantity, facts.claim.time), of)
      if (amount === null) return []
      if (quantity.kind === 'from_to') {
        const change = Math.abs(amount.last - amount.first)
        return range(change, change)
      }
      if (!quantity.to_level) return range(amount.low, amount.high)
      const gaps = [Math.abs(amount.low - of.flow), Math.abs(amount.high - of.flow)]
      return range(Math.min(...gaps), Math.max(...gaps))
    })
  })
}

/** "To 900 MW from 600": of two amounts one is where the change ended, and the other where it began; null for any others. */
function gapOfLevels(
  { quantities }: ClaimFacts,
  of: { readonly carrier: Carrier; readonly unit: string },
): number | null {
  const levels = quantities.flatMap((quantity) => {
    const amount = quantity.kind === 'value' ? dailyAmount(quantity, of) : null
    return amount === null ? [] : [{ rate: amount.high, isEnd: quantity.to_level === true }]
  })
  const [one, other, third] = levels
  if (one === undefined || other === undefined || third !== undefined || one.isEnd === other.isEnd)
    return null
  return Math.abs(one.rate - other.rate)
}

/** The widest range that several claims span, its middle, and what it rests on; null where none is given. */
export function spanOf(ranges: readonly ClaimedRange[]): {
  readonly low: number
  readonly central: number
  readonly high: number
  readonly because: readonly ClaimedRange['because'][]
} | null {
  if (ranges.length === 0) return null
  const low = Math.min(...ranges.map((range) => range.low))
  const high = Math.max(...ranges.map((range) => range.high))
  return { low, central: (low + high) / 2, high, because: ranges.map(({ because }) => because) }
}
