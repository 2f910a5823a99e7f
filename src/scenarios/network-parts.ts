import type { Atlas } from '../atlas/atlas.ts'
import type { Network, NetworkLink } from '../atlas/network.ts'
import type { Asset, Carrier } from '../atlas/tables.ts'

export function assetRow(atlas: Atlas, id: string): Asset | null {
  const found = atlas.row(`assets/${id}`)
  return found?.table === 'assets' ? (found.row as Asset) : null
}

/** Zone of a bus id `zone:carrier`. */
export function zoneOf(bus: string): string {
  return bus.slice(0, bus.lastIndexOf(':'))
}

/** Links that an asset carries: its own, those of its parts, and for a station or mooring those of its line. */
export function linksOfAsset(atlas: Atlas, network: Network, id: string): readonly NetworkLink[] {
  const inside = new Set([id, ...atlas.partsOf(id).map((asset) => asset.id)])
  const own = network.links.filter((link) => link.asset !== null && inside.has(link.asset))
  if (own.length > 0) return own
  for (const above of atlas.ancestors(id)) {
    // What stands on the trunk of a line feeds its branches too.
    const line = new Set([
      above.id,
      ...atlas.partsOf(above.id).flatMap((part) => (part.kind === 'pipeline' ? [part.id] : [])),
    ])
    const carried = network.links.filter((link) => link.asset !== null && line.has(link.asset))
    if (carried.length > 0) return nearest(atlas, carried, assetRow(atlas, id))
  }
  return []
}

/** Of the sections of a line, those that touch the zone where the part lies; all of them where none does. */
function nearest(atlas: Atlas, links: readonly NetworkLink[], part: Asset | null): readonly NetworkLink[] {
  if (part?.zone == null) return links
  const zones = new Set([part.zone])
  const touching = links.filter((link) => zones.has(zoneOf(link.from)) || zones.has(zoneOf(link.to)))
  if (touching.length > 0) return touching
  const inCountry = new Set(atlas.zonesOf(part.country))
  const near = links.filter((link) => inCountry.has(zoneOf(link.from)) || inCountry.has(zoneOf(link.to)))
  return near.length > 0 ? near : links
}

/** Capacity that may be used on the day: none where a measure closes the link. Null where no limit is known. */
export function usableCapacity(link: NetworkLink): number | null {
  if (link.closed_by !== null) return 0
  return link.capacity?.value ?? null
}

/** What links carry together in the base, by the day. */
export function flowOf(links: readonly NetworkLink[]): number {
  return links.reduce((total, link) => total + (link.flow?.value ?? 0), 0)
}

/** Directed links of a carrier from one set of zones to another. */
export function linksBetween(
  network: Network,
  carrier: Carrier,
  from: ReadonlySet<string>,
  to: ReadonlySet<string>,
): readonly NetworkLink[] {
  return network.links.filter(
    (link) => link.carrier === carrier && from.has(zoneOf(link.from)) && to.has(zoneOf(link.to)),
  )
}

/** A plant, a field or a store that an asset is: a conversion, a source where it converts nothing, or what is drawn from. */
export interface Plant {
  readonly ref: string
  readonly field: 'capacity' | 'supply' | 'withdrawal'
  readonly carrier: Carrier
  /** Bus that it draws on (a conversion) or feeds (a source). */
  readonly bus: string
  readonly isSource: boolean
}

/**
 * Plants of an asset and its parts that work on the day; its sources only where it has no plant. Emergency sources are
 * no plants. Of a field that gives oil and gas, the carrier that is named, else what the atlas lists first: one question
 * has one carrier.
 */
export function plantsOfAsset(
  atlas: Atlas,
  network: Network,
  id: string,
  named: readonly Carrier[] = [],
): readonly Plant[] {
  const all = allPlants(atlas, network, id)
  const chosen = all.find((plant) => named.includes(plant.carrier)) ?? all[0]
  return all.filter((plant) => plant.carrier === chosen?.carrier)
}

function allPlants(atlas: Atlas, network: Network, id: string): readonly Plant[] {
  const inside = new Set([id, ...atlas.partsOf(id).map((asset) => asset.id)])
  const holds = (asset: string | null): boolean => asset !== null && inside.has(asset)
  const plants = network.conversions
    .filter((one) => holds(one.asset) && one.flow?.value !== 0)
    .map(({ id: row, from }): Plant => {
      return {
        ref: `conversions/${row}`,
        field: 'capacity',
        carrier: carrierOf(from),
        bus: from,
        isSource: false,
      }
    })
  if (plants.length > 0) return plants
  const sources = network.supplies
    .filter((one) => holds(one.asset) && one.kind === 'production' && one.output?.value !== 0)
    .map(({ id: row, bus }): Plant => {
      return { ref: `supplies/${row}`, field: 'supply', carrier: carrierOf(bus), bus, isSource: true }
    })
  if (sources.length > 0) return sources
  // The tanks of a refinery or a field are not what it works.
  if (['refinery', 'field', 'plant'].includes(assetRow(atlas, id)?.kind ?? '')) return []
  // A reservoir is only what its plant can give beyond the mean, which stands in the power of the zone.
  return storesOf(network.stores.filter((one) => holds(one.asset) && one.kind !== 'reservoir'))
}

/** Stores as what is drawn from; a shock on one closes it for filling too. */
export function storesOf(stores: Network['stores']): readonly Plant[] {
  return stores.map(({ id, bus }) => ({
    ref: `stores/${id}`,
    field: 'withdrawal',
    carrier: carrierOf(bus),
    bus,
    isSource: true,
  }))
}

/** Links beside a plant, the fullest first: what feeds a conversion, what takes away from a source. */
export function linksBeside(network: Network, plants: readonly Plant[]): readonly NetworkLink[] {
  return network.links
    .filter((link) => plants.some((plant) => (plant.isSource ? link.from : link.to) === plant.bus))
    .sort((a, b) => (b.flow?.value ?? 0) - (a.flow?.value ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, 3)
}

function carrierOf(bus: string): Carrier {
  return bus.slice(bus.lastIndexOf(':') + 1) as Carrier
}

const MAIN_LINKS = 4

/** Ids of the links that carry most to these buses from elsewhere, at most four. */
export function mainLinksInto(network: Network, buses: ReadonlySet<string>): readonly string[] {
  const flow = (link: NetworkLink): number => link.flow?.value ?? 0
  return network.links
    .filter((link) => buses.has(link.to) && !buses.has(link.from) && flow(link) > 0)
    .sort((a, b) => flow(b) - flow(a) || (a.id < b.id ? -1 : 1))
    .slice(0, MAIN_LINKS)
    .map(({ id }) => id)
}
