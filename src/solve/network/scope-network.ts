import type { Network } from '../../atlas/network.ts'
import type { ConcreteShock } from '../../scenarios/scenario.ts'
import { carrierScales } from './network-index.ts'

/**
 * Buses that can feel each other, as the index of their part by bus: two buses are in one part when a link or a
 * conversion joins them, however far apart and whatever its capacity on the day, since a scenario may open it.
 * Parts are numbered in the order of the network's buses.
 */
function partsOf(network: Network): ReadonlyMap<string, number> {
  const above = new Map(network.buses.map((bus) => [bus.id, bus.id]))
  const root = (bus: string): string => {
    let at = bus
    for (let next = above.get(at) ?? at; next !== at; next = above.get(at) ?? at) {
      above.set(at, above.get(next) ?? next)
      at = next
    }
    return at
  }
  for (const { from, to } of [...network.links, ...network.conversions]) above.set(root(from), root(to))
  const numbers = new Map<string, number>()
  return new Map(
    network.buses.map((bus) => {
      const top = root(bus.id)
      const part = numbers.get(top) ?? numbers.size
      numbers.set(top, part)
      return [bus.id, part]
    }),
  )
}

/**
 * Buses that shocks touch, by the rows that they name; null where one names a row that the network does not have,
 * which only the whole can tell of.
 */
export function busesOfShocks(
  network: Network,
  shocks: readonly Pick<ConcreteShock, 'asset' | 'field'>[],
  measureTargets: (measure: string) => readonly string[],
): ReadonlySet<string> | null {
  const found = new Set<string>()
  for (const shock of shocks) {
    const refs = new Set([shock.asset])
    if (shock.field === 'measure') {
      for (const target of measureTargets(shock.asset.replace(/^measures\//u, ''))) refs.add(target)
    }
    const own = busesOfRows(network, refs)
    if (own.length === 0) return null
    for (const bus of own) found.add(bus)
  }
  return found
}

function busesOfRows(network: Network, refs: ReadonlySet<string>): readonly string[] {
  const named = (table: string, row: { readonly id: string; readonly asset?: string | null }): boolean =>
    refs.has(`${table}/${row.id}`) || (row.asset != null && refs.has(`assets/${row.asset}`))
  const ends = (of: { readonly from: string; readonly to: string }) => [of.from, of.to]
  return [
    ...network.links.filter((row) => named('links', row)).flatMap(ends),
    ...network.conversions.filter((row) => named('conversions', row)).flatMap(ends),
    ...network.supplies.filter((row) => named('supplies', row)).map((row) => row.bus),
    ...network.stores.filter((row) => named('stores', row)).map((row) => row.bus),
    ...network.demands.filter((row) => named('demands', row)).map((row) => row.bus),
    ...network.buses.filter((bus) => refs.has(`zones/${bus.zone}`)).map((bus) => bus.id),
  ]
}

/**
 * The part of a network that a change at the buses given can reach; the rest keeps its base whatever happens there,
 * because no balance joins the two. Solving it gives what solving the whole gives: sizes that weights are relative
 * to stay those of the whole network.
 */
export function scopeNetwork(network: Network, buses: Iterable<string>): Network {
  const parts = partsOf(network)
  const asked = new Set(buses)
  const busOf = new Map(network.supplies.map((supply) => [supply.id, supply.bus]))
  // A by-product that has no way out holds back the main product; what follows from less oil for gas is not asked.
  const mains = (network.jointProducts ?? []).filter(({ by }) => asked.has(busOf.get(by) ?? ''))
  const reached = new Set(
    [...asked, ...mains.map(({ main }) => busOf.get(main) ?? '')].map((bus) => parts.get(bus)),
  )
  const isKept = (bus: string): boolean => reached.has(parts.get(bus) ?? -1)
  const kept = network.buses.filter((bus) => isKept(bus.id))
  const supplies = network.supplies.filter((supply) => isKept(supply.bus))
  const carriers = new Set(kept.map((bus) => bus.carrier))
  return {
    ...network,
    buses: kept,
    links: network.links.filter((link) => isKept(link.from)),
    supplies,
    demands: network.demands.filter((demand) => isKept(demand.bus)),
    stores: network.stores.filter((store) => isKept(store.bus)),
    conversions: network.conversions.filter((conversion) => isKept(conversion.from)),
    contracts: (network.contracts ?? []).filter(({ carrier }) => carriers.has(carrier)),
    refusals: (network.refusals ?? []).filter(({ shares }) => supplies.some(({ id }) => shares.has(id))),
    jointProducts: (network.jointProducts ?? []).filter(({ main }) => supplies.some(({ id }) => id === main)),
    tiers: network.tiers.filter((tier) => carriers.has(tier.carrier)),
    scales: carrierScales(network),
  }
}
