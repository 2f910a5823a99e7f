import type { NetworkContract } from '../atlas/network.ts'
import type { Frame, Limits } from './frame.ts'
import type { NetworkIndex } from './network-index.ts'

/** Share of the price that the right to take paid energy later is worth; assumed. */
const MAKE_UP_WORTH = 0.7

/** A contract with the indices of its links in the network. */
export interface IndexedContract {
  readonly contract: NetworkContract
  readonly links: readonly number[]
  /** EUR per unit paid for. */
  readonly price: number
  /** EUR per unit that a deficiency costs beyond the right to make it up. */
  readonly deficiencyCost: number
}

/** Those with a link in the network; without a known price the value of a market outlet stands for it. */
export function indexContracts(index: NetworkIndex): readonly IndexedContract[] {
  const linkAt = new Map(index.network.links.map((link, at) => [link.id, at]))
  return (index.network.contracts ?? []).flatMap((contract): IndexedContract[] => {
    const links = contract.links.flatMap((id) => linkAt.get(id) ?? [])
    const [first] = links
    if (first === undefined) return []
    const bus = index.busOf(index.network.links[first]?.to ?? '')
    const price = contract.price?.value ?? index.marketValue(bus)
    return [{ contract, links, price, deficiencyCost: (1 - MAKE_UP_WORTH) * price }]
  })
}

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
