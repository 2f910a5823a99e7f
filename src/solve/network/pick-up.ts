import type { NetworkLink, NetworkSupply } from '../../atlas/network.ts'

/** How re-routing takes up: nothing before `delayDays`, then evenly to `fraction` of the spare room at `fullDays`. */
export interface PickUp {
  readonly delayDays: number
  readonly fullDays: number
  /** Share of the spare room (capacity less base flow) that is ever reached, 0 to 1. */
  readonly fraction: number
}
export type PickUpOf = (link: NetworkLink) => PickUp

/** Assumed; a caller with sourced ranges passes its own. */
const byKind: Readonly<Record<string, PickUp>> = {
  pipeline: { delayDays: 2, fullDays: 45, fraction: 0.5 },
  power: { delayDays: 0, fullDays: 1, fraction: 1 },
  sea: { delayDays: 35, fullDays: 90, fraction: 0.5 },
  rail: { delayDays: 14, fullDays: 90, fraction: 0.25 },
  swap: { delayDays: 30, fullDays: 90, fraction: 0.25 },
  market: { delayDays: 0, fullDays: 1, fraction: 1 },
}
const slowest: PickUp = { delayDays: 30, fullDays: 90, fraction: 0.25 }

/** What is auctioned by the day is taken up on the day: in May 2022 Finland lived on it from the first. */
const auctioned: PickUp = { delayDays: 0, fullDays: 0, fraction: 0.9 }

export function defaultPickUp(link: NetworkLink): PickUp {
  if (link.isAuctioned) return auctioned
  return byKind[link.kind] ?? slowest
}

/** Share of the spare room open on `day` (0 = first day of the shock), 0 to `fraction`. */
export function pickUpShare(of: PickUp, day: number): number {
  if (day < of.delayDays) return 0
  if (day >= of.fullDays) return of.fraction
  return (of.fraction * (day + 1 - of.delayDays)) / (of.fullDays + 1 - of.delayDays)
}

export type SupplyPickUpOf = (supply: NetworkSupply) => PickUp
const atOnce: PickUp = { delayDays: 0, fullDays: 0, fraction: 1 }
const gasSwing: PickUp = { delayDays: 1, fullDays: 14, fraction: 1 }
const newWells: PickUp = { delayDays: 30, fullDays: 180, fraction: 0.5 }

/**
 * How soon a source gives more than before: markets and called emergency sources at once, gas fields by their swing,
 * oil and coal only with new wells and crews. A source that was shut comes back to its base at once. Assumed.
 */
export function defaultSupplyPickUp(supply: NetworkSupply): PickUp {
  if (supply.kind !== 'production') return atOnce
  return supply.bus.endsWith(':gas') || supply.bus.endsWith(':power') ? gasSwing : newWells
}
