import { capacityTogether, enteringLinks } from '../atlas/entering-links.ts'
import type { Network, NetworkLink } from '../atlas/network.ts'
import type { Plant } from './network-parts.ts'

/** What the subject of an outage carried and could carry before, per day in the unit of its carrier. */
export interface BeforeOutage {
  readonly flow: number
  readonly capacity: number
}

/** Flow and capacity of links by which something enters, or of plants; null where no flow is known. */
export function beforeOutage(
  network: Network,
  links: readonly NetworkLink[],
  plants: readonly Plant[],
): BeforeOutage | null {
  // Of parallel links those that carry something count: what stood idle before loses nothing.
  const used = links.filter((link) => (link.flow?.value ?? 0) > 0)
  const entering = enteringLinks(used.length > 0 ? used : links)
  const parts =
    plants.length > 0
      ? plants.map(({ ref }) => plantRates(network, ref))
      : entering.map(({ flow, capacity }) => ({
          flow: flow?.value ?? null,
          capacity: capacity?.value ?? null,
        }))
  const flow = parts.reduce((sum, part) => sum + (part.flow ?? 0), 0)
  const known = plants.length > 0 ? null : capacityTogether(entering)
  const capacity = known ?? parts.reduce((sum, part) => sum + (part.capacity ?? part.flow ?? 0), 0)
  // A flow of the month may be from before the line was cut to what it can carry on the day.
  return flow > 0 && capacity > 0 ? { flow: Math.min(flow, capacity), capacity } : null
}

function plantRates(network: Network, ref: string): { flow: number | null; capacity: number | null } {
  const id = ref.slice(ref.indexOf('/') + 1)
  if (ref.startsWith('supplies/')) {
    const supply = network.supplies.find((row) => row.id === id)
    // A factor on a source multiplies what it gives.
    return { flow: supply?.output?.value ?? null, capacity: supply?.output?.value ?? null }
  }
  if (ref.startsWith('stores/')) {
    const rate = network.stores.find((row) => row.id === id)?.withdrawal.value ?? null
    return { flow: rate, capacity: rate }
  }
  const plant = network.conversions.find((row) => row.id === id)
  return { flow: plant?.flow?.value ?? null, capacity: plant?.capacity?.value ?? null }
}
