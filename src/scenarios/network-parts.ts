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
    const carried = network.links.filter((link) => link.asset === above.id)
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
