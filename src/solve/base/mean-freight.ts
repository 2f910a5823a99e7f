import type { Network } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'

const SWEEPS = 200

/**
 * Mean cost of carriage, EUR per unit, of what leaves each bus of a carrier by its links until it is used, over flows
 * `flow` (rates by link). With v the mean over all that a bus passes on or uses itself, what leaves by link l costs
 * c_l + v of where it goes: v_b = Σ_out f (c + v) / (Σ_out f + used), solved by sweeps; buses that send nothing have none.
 */
export function meanFreight(
  network: Network,
  carrier: Carrier,
  flow: (link: string) => number,
): ReadonlyMap<string, number> {
  const links = network.links.filter((link) => link.carrier === carrier && flow(link.id) > 0)
  const into = new Map<string, number>()
  for (const link of links) {
    into.set(link.to, (into.get(link.to) ?? 0) + flow(link.id) * (1 - link.loss))
  }
  const out = new Map<string, typeof links>()
  for (const link of links) out.set(link.from, [...(out.get(link.from) ?? []), link])
  const sentBy = (bus: string): number => (out.get(bus) ?? []).reduce((sum, link) => sum + flow(link.id), 0)
  const onward = new Map<string, number>()
  const leaving = new Map<string, number>()
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const [bus, own] of out) {
      const sent = sentBy(bus)
      const cost = own.reduce(
        (sum, link) => sum + flow(link.id) * ((link.cost?.value ?? 0) + (onward.get(link.to) ?? 0)),
        0,
      )
      leaving.set(bus, cost / sent)
      // What came in beyond what leaves was used here and went no further.
      onward.set(bus, cost / Math.max(sent, into.get(bus) ?? 0))
    }
  }
  return leaving
}
