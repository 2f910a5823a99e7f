import type { Network } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import { CorridorError } from '../../core/errors.ts'
import type { Sourced } from '../../core/provenance.ts'
import { freeConversionCycle } from './free-conversion.ts'

/** Throws `network_invalid` with one message that names the row and the mend, where no programme can be made of it. */
export function refuseBadNetwork(network: Network): void {
  const carrierAt = new Map(network.buses.map((bus) => [bus.id, bus.carrier]))
  const rate = (id: string, field: string, value: Sourced | null, bus: string, stock = false): void => {
    if (value === null) return
    const carrier = carrierAt.get(bus)
    if (!(value.value >= 0 && value.value < Number.POSITIVE_INFINITY)) {
      throw invalid(`Row ${id} has ${field} ${value.value}; it must be a number of at least 0.`)
    }
    if (carrier !== undefined) refuseUnit(network, id, field, value, carrier, stock)
  }
  const cost = (id: string, value: Sourced | null): void => {
    if (value !== null && !Number.isFinite(value.value)) {
      throw invalid(`Row ${id} has cost ${value.value}; give a number, or leave it out.`)
    }
  }
  for (const link of network.links) {
    rate(link.id, 'capacity', link.capacity, link.from)
    rate(link.id, 'flow', link.flow, link.from)
    cost(link.id, link.cost)
    if (!(link.loss >= 0 && link.loss < 1)) {
      throw invalid(`Link ${link.id} has loss ${link.loss}; give a share of at least 0 and under 1.`)
    }
    if (link.from === link.to) throw invalid(`Link ${link.id} leads from ${link.from} to itself; drop it.`)
  }
  for (const supply of network.supplies) {
    rate(supply.id, 'capacity', supply.capacity, supply.bus)
    rate(supply.id, 'output', supply.output, supply.bus)
    cost(supply.id, supply.cost)
  }
  for (const demand of network.demands) rate(demand.id, 'rate', demand.rate, demand.bus)
  for (const store of network.stores) {
    rate(store.id, 'volume', store.volume, store.bus, true)
    rate(store.id, 'level', store.level, store.bus, true)
    rate(store.id, 'injection', store.injection, store.bus)
    rate(store.id, 'withdrawal', store.withdrawal, store.bus)
  }
  for (const conversion of network.conversions) {
    rate(conversion.id, 'capacity', conversion.capacity, conversion.from)
    rate(conversion.id, 'flow', conversion.flow, conversion.from)
    if (!(conversion.efficiency > 0 && conversion.efficiency < Number.POSITIVE_INFINITY)) {
      throw invalid(
        `Conversion ${conversion.id} has efficiency ${conversion.efficiency}; give units of output per unit of input, above 0.`,
      )
    }
  }
  for (const tier of network.tiers) {
    if (!(tier.share >= 0 && Number.isFinite(tier.price.value))) {
      throw invalid(
        `Step ${tier.tier} of ${tier.carrier} has share ${tier.share} and price ${tier.price.value}; give a share of at least 0 and a price.`,
      )
    }
  }
  for (const bus of named(network)) {
    if (!carrierAt.has(bus)) {
      throw invalid(`Bus ${bus} is named by a row but is not in the network; add its zone.`)
    }
  }
  const cycle = freeConversionCycle(network)
  if (cycle !== null) {
    throw invalid(
      `Conversion ${cycle} is part of a cycle that gives back all that it takes, or more; lower an efficiency on it.`,
    )
  }
}

function named(network: Network): readonly string[] {
  return [
    ...[...network.links, ...network.conversions].flatMap((row) => [row.from, row.to]),
    ...[...network.supplies, ...network.demands, ...network.stores].map((row) => row.bus),
  ]
}

/** Unit `1` stands for the unit of the carrier in networks that are made by hand. */
function refuseUnit(
  network: Network,
  id: string,
  field: string,
  value: Sourced,
  carrier: Carrier,
  stock: boolean,
): void {
  const expected = stock ? network.units[carrier].replace(/_d$/u, '') : network.units[carrier]
  if (value.unit === '1' || value.unit === expected) return
  throw invalid(`Row ${id} has ${field} in ${value.unit}, where ${carrier} is in ${expected}; convert it.`)
}

function invalid(message: string): CorridorError {
  return new CorridorError('network_invalid', message)
}
