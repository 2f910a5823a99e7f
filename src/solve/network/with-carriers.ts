import type { Network, NetworkConversion, NetworkDemand, NetworkSupply } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'

/**
 * The part of a network whose buses hold one of the carriers. Conversions stay where both ends do; of a plant that
 * turns a carrier of the part into another, or another into one of the part, the base draw or output stays as it is, as
 * a demand or a supply: what the other carriers would do in turn is not asked. Plants without a flow figure fall away.
 */
export function withCarriers(network: Network, wanted: ReadonlySet<Carrier>): Network {
  const buses = network.buses.filter((bus) => wanted.has(bus.carrier))
  const ids = new Set(buses.map((bus) => bus.id))
  const cut = network.conversions.filter((plant) => ids.has(plant.from) !== ids.has(plant.to))
  return {
    ...network,
    buses,
    links: network.links.filter((link) => ids.has(link.from) && ids.has(link.to)),
    supplies: [
      ...network.supplies.filter((supply) => ids.has(supply.bus)),
      ...cut.flatMap((plant) => (ids.has(plant.to) ? outputOf(plant) : [])),
    ],
    demands: [
      ...network.demands.filter((demand) => ids.has(demand.bus)),
      ...cut.flatMap((plant) => (ids.has(plant.from) ? drawOf(plant) : [])),
    ],
    stores: network.stores.filter((store) => ids.has(store.bus)),
    conversions: network.conversions.filter((plant) => ids.has(plant.from) && ids.has(plant.to)),
    tiers: network.tiers.filter((tier) => wanted.has(tier.carrier)),
  }
}

function drawOf(plant: NetworkConversion): readonly NetworkDemand[] {
  if (plant.flow === null) return []
  return [{ id: plant.id, name: plant.name, bus: plant.from, kind: 'final', rate: plant.flow, profile: [] }]
}

function outputOf(plant: NetworkConversion): readonly NetworkSupply[] {
  if (plant.flow === null) return []
  const scaled = (value: number | null): number | null => (value === null ? null : value * plant.efficiency)
  const output = {
    ...plant.flow,
    value: plant.flow.value * plant.efficiency,
    low: scaled(plant.flow.low),
    high: scaled(plant.flow.high),
  }
  return [
    {
      id: plant.id,
      name: plant.name,
      bus: plant.to,
      asset: plant.asset,
      kind: 'production',
      capacity: output,
      output,
      cost: null,
      duration_days: null,
      profile: [],
      closed_by: null,
    },
  ]
}
