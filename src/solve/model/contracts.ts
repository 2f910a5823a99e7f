import type { IndexedContract } from '../network/index-contracts.ts'
import type { Frame, Limits } from './frame.ts'

/** What must be paid for over the horizon, in units: force majeure leaves what the links can carry. */
export function owed(frame: Frame, limits: Limits, of: IndexedContract): number {
  const width = frame.periods.length
  const rate = of.contract.takeOrPay.value * of.contract.quantity.value
  return frame.periods.reduce((sum, period, p) => {
    const room = of.links.reduce((total, link) => {
      const limit = limits.pairs.link[link * width + p] ?? Number.NaN
      return total + (Number.isNaN(limit) ? rate : limit)
    }, 0)
    return sum + period.days * Math.min(rate, room)
  }, 0)
}

/** What the base takes over the horizon, in units. */
export function takenInBase(frame: Frame, of: IndexedContract): number {
  const width = frame.periods.length
  return of.links.reduce(
    (sum, link) =>
      sum +
      frame.periods.reduce(
        (total, period, p) => total + period.days * (frame.base.link[link * width + p] ?? 0),
        0,
      ),
    0,
  )
}

/** `contract-take` in changes from the base: Σ h Δf + d is at least this, which is 0 or less. */
export function leastChange(frame: Frame, limits: Limits, of: IndexedContract): number {
  return Math.min(0, owed(frame, limits, of) - takenInBase(frame, of))
}
