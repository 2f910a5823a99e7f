import type { NetworkStore } from '../../atlas/network.ts'

/** Fill from which a store gives its full rate, `assumption:storage-full-rate-fill`. */
const FULL_RATE_FROM = 0.65
/** Rate of a nearly empty store over that at 30 %, `assumption:storage-empty-over-30`. */
const EMPTY_OVER_30 = 0.4

/**
 * Most that a store can give in a day with `level` of its volume in store, in the unit of its rate: w(f) through
 * (0, 0.4 w30), (0.3, w30), (0.65, W), constant above, linear between, with W its full rate and w30 that at 30 %. Where
 * no rate at 30 % is known, as of tanks, W at every level.
 */
export function deliverability(store: NetworkStore, level: number): number {
  const full = store.withdrawal.value
  const at30 = store.withdrawalAt30?.value
  if (at30 === undefined || at30 >= full || !(store.volume.value > 0)) return full
  const fill = Math.min(Math.max(level / store.volume.value, 0), 1)
  if (fill >= FULL_RATE_FROM) return full
  if (fill >= 0.3) return at30 + ((fill - 0.3) / (FULL_RATE_FROM - 0.3)) * (full - at30)
  return at30 * (EMPTY_OVER_30 + (fill / 0.3) * (1 - EMPTY_OVER_30))
}
