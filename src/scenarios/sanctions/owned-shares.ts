import type { Network } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import { flowOf, zoneOf } from '../network-parts.ts'

/** Rounds after which shares no longer move on the longest way of the atlas. */
const ROUNDS = 30

/**
 * Of what each zone has of a carrier, the part that is some owners': their shares of its sources, and of what comes in as
 * much as the zone before has. What is mixed is taken to leave in proportion; shares are 0 to 1.
 *
 * @param owned their share of each source or plant, by the id of its row
 */
export function ownedShares(
  network: Network,
  carrier: Carrier,
  owned: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const links = network.links.filter(
    (link) => link.carrier === carrier && link.closed_by === null && flowOf([link]) > 0,
  )
  const own = new Map<string, { all: number; theirs: number }>()
  for (const { id, bus, output } of network.supplies) {
    if (!bus.endsWith(`:${carrier}`)) continue
    const sum = own.get(zoneOf(bus)) ?? { all: 0, theirs: 0 }
    const value = output?.value ?? 0
    own.set(zoneOf(bus), {
      all: sum.all + value,
      theirs: sum.theirs + value * Math.min(1, owned.get(id) ?? 0),
    })
  }
  // What a plant makes is brought up there: products of a refinery, LNG of a liquefaction plant.
  for (const { id, to, flow, efficiency } of network.conversions) {
    if (!to.endsWith(`:${carrier}`)) continue
    const sum = own.get(zoneOf(to)) ?? { all: 0, theirs: 0 }
    const value = (flow?.value ?? 0) * efficiency
    own.set(zoneOf(to), {
      all: sum.all + value,
      theirs: sum.theirs + value * Math.min(1, owned.get(id) ?? 0),
    })
  }
  const zones = [...new Set([...own.keys(), ...links.map(({ to }) => zoneOf(to))])]
  const entering = new Map(zones.map((zone) => [zone, links.filter(({ to }) => zoneOf(to) === zone)]))
  const shares = new Map<string, number>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const zone of zones) {
      const { all, theirs } = own.get(zone) ?? { all: 0, theirs: 0 }
      const into = entering.get(zone) ?? []
      const brought = into.reduce(
        (sum, link) => sum + flowOf([link]) * (shares.get(zoneOf(link.from)) ?? 0),
        0,
      )
      const total = all + flowOf(into)
      shares.set(zone, total > 0 ? (theirs + brought) / total : 0)
    }
  }
  return shares
}
