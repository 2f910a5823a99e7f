import type { Frame } from './frame.ts'

/** Steps of a priced shortfall of stock at the end of the horizon, each a quarter of the base level. */
export const SHORTFALL_STEPS = 4

/** Part of the first step's price by which a unit of strategic stock is dearer than one of other stock; assumed. */
const STRATEGIC_SHARE = 0.05

/** Stock above the base at the end is worth less than what it cost to keep; assumed. */
const SURPLUS_SHARE = 0.8

/**
 * What a unit of stock missing at the end of the horizon costs, by quarter of the base level: never under the value
 * of a stored unit, and half way between the demand steps, so that each quarter is drawn before the next step is cut; of strategic stores after the same quarter of others.
 */
export function shortfallPrices(frame: Frame, store: number): readonly number[] {
  const row = frame.index.network.stores[store]
  const value = frame.storeValue[store] ?? 0
  if (row === undefined) return []
  const steps = frame.index.tiers.get(frame.index.carrierOf(frame.index.busOf(row.bus))) ?? []
  const prices = [value, ...steps.map((step) => step.price)]
  const later = row.kind === 'strategic' ? STRATEGIC_SHARE * (steps[0]?.price ?? 0) : 0
  return Array.from({ length: SHORTFALL_STEPS }, (_, step) => {
    const [low = value, high = low] = prices.slice(Math.min(step, prices.length - 1))
    return Math.max(value, (low + high) / 2) + later
  })
}

/** EUR that a unit of stock above the base brings at the end of the horizon. */
export function surplusValue(frame: Frame, store: number): number {
  return SURPLUS_SHARE * (frame.storeValue[store] ?? 0)
}
