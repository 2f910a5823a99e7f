import type { Network } from '../../atlas/network.ts'
import { CorridorError } from '../../core/errors.ts'
import type { Infrastructure, NMinusOneInputs } from './n-minus-one.ts'

export interface NMinusOneAssumptions {
  /** Share of storage deliverability left at 30 % of working volume, 0 to 1, for stores without a figure of their own. */
  readonly deliverabilityAt30: number
  /** D_eff, GWh/d. */
  readonly demandSide: number
  /**
   * D_max, GWh/d; default: the highest day as published (`peak` of a demand), else demand of the highest month with
   * what power plants then burn, which is under that of a day once in twenty years.
   */
  readonly peakDemand?: number
}

/**
 * The terms of N-1 for the gas of an area, from the rows of a network in GWh/d: entries are links that cross its
 * border inwards with a known capacity and stand open on the day, those of one asset being one infrastructure.
 * Throws `network_invalid` where the area uses no gas.
 */
export function inputsOf(
  network: Network,
  zones: ReadonlySet<string>,
  assumed: NMinusOneAssumptions,
): NMinusOneInputs & { readonly peakIsPublished: boolean } {
  const inside = new Set(network.buses.filter((bus) => zones.has(bus.zone)).map((bus) => bus.id))
  const gas = new Set(network.buses.filter((bus) => bus.carrier === 'gas').map((bus) => bus.id))
  const power = new Set(network.buses.filter((bus) => bus.carrier === 'power').map((bus) => bus.id))
  const isOwn = (bus: string) => inside.has(bus) && gas.has(bus)
  const thing = (
    row: { readonly id: string; readonly name: string; readonly asset: string | null },
    capacity: number,
    isSum = row.asset === null,
  ): Infrastructure => ({ id: row.id, name: row.name, capacity, shares: row.asset, isSum })
  const uses = network.demands.filter((demand) => demand.kind === 'final' && isOwn(demand.bus))
  const plants = new Map<string, number>()
  for (const { from, to, flow } of network.conversions) {
    if (isOwn(from) && power.has(to)) plants.set(from, (plants.get(from) ?? 0) + (flow?.value ?? 0))
  }
  const published = new Set(uses.filter((demand) => demand.peak).map((demand) => demand.bus))
  const peak = uses.reduce((sum, demand) => {
    if (demand.peak) return sum + demand.peak.value
    const month = demand.rate.value * (demand.profile.length === 0 ? 1 : Math.max(...demand.profile))
    // A published highest day is that of the zone: its other rows and its plants are in it.
    return published.has(demand.bus) ? sum : sum + month
  }, 0)
  const burnt = [...plants].reduce((sum, [bus, rate]) => (published.has(bus) ? sum : sum + rate), 0)
  const peakDemand = assumed.peakDemand ?? peak + burnt
  if (!(peakDemand > 0)) {
    throw new CorridorError(
      'network_invalid',
      `${[...zones].join(', ')}: no demand for gas in the network of ${network.as_of}; N-1 needs an area that uses gas`,
    )
  }
  return {
    entryPoints: network.links
      .filter((link) => isOwn(link.to) && !isOwn(link.from) && gas.has(link.from) && link.closed_by === null)
      .flatMap((link) => (link.capacity === null ? [] : [thing(link, link.capacity.value, false)])),
    production: network.supplies
      .filter((supply) => isOwn(supply.bus) && supply.kind === 'production' && supply.closed_by === null)
      .map((supply) => thing(supply, (supply.capacity ?? supply.output)?.value ?? 0)),
    storage: network.stores
      .filter((store) => isOwn(store.bus))
      .map((store) => ({
        ...thing(store, store.withdrawal.value),
        ...(store.withdrawalAt30 && { capacityAt30: store.withdrawalAt30.value }),
      })),
    lng: network.conversions
      .filter((conversion) => isOwn(conversion.to) && !gas.has(conversion.from))
      .flatMap((conversion) =>
        conversion.capacity === null ? [] : [thing(conversion, conversion.capacity.value)],
      ),
    peakDemand,
    peakIsPublished: published.size > 0,
    demandSide: assumed.demandSide,
    deliverabilityAt30: assumed.deliverabilityAt30,
  }
}
