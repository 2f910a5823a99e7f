import type { Atlas } from '../../atlas/atlas.ts'
import type { Network, NetworkConversion, NetworkLink } from '../../atlas/network.ts'
import type { Asset, Carrier } from '../../atlas/tables.ts'
import { flowOf, linksBetween, type Plant, storesOf, zoneOf } from '../network-parts.ts'
import { zoneOfAsset } from './zone-of-asset.ts'

/** What the network has of the kind of an asset where no row is the asset's own. */
export interface Whole {
  readonly carrier: Carrier
  readonly carrying: readonly NetworkLink[]
  readonly plants: readonly Plant[]
  readonly name: string
  /** What all of it can carry or gives a day, in the unit of the carrier. */
  readonly size: number
  /** What it is itself a part of, where a share of that says more to people: all power of a zone. */
  readonly partOf?: { readonly name: string; readonly size: number }
}

/** What the network has of the asset's kind in its zone or on its border; null where it has nothing of it. */
export function wholeOf(asset: Asset, atlas: Atlas, network: Network): Whole | null {
  const isBetween = asset.country.includes(' ')
  if (asset.kind === 'interconnector') return interconnection(asset, atlas, network)
  if (isBetween && (asset.kind === 'station' || asset.kind === 'pipeline'))
    return crossing(asset, atlas, network)
  const zone = zoneOfAsset(asset, atlas)
  const { carrier } = asset
  if (zone === null || carrier === '') return null
  switch (asset.kind) {
    case 'refinery':
      return conversionsOf(network, zone, [['crude', 'products']])
    case 'terminal':
    case 'port':
      return carrier === 'lng' && asset.kind === 'terminal'
        ? conversionsOf(network, zone, [
            ['gas', 'lng'],
            ['lng', 'gas'],
          ])
        : shippingOf(network, zone, carrier, atlas)
    case 'field':
    case 'plant':
      return outputOf(network, zone, carrier, atlas)
    case 'storage':
      return storageOf(network, zone, carrier, atlas)
    case 'pipeline':
      return isExporter(network, `${zone}:${carrier}`) ? outputOf(network, zone, carrier, atlas) : null
    default:
      return null
  }
}

/** Whether more of the carrier leaves the zone than enters it: a line within it then leads from the fields out. */
function isExporter({ links }: Network, bus: string): boolean {
  return flowOf(links.filter(({ from }) => from === bus)) > flowOf(links.filter(({ to }) => to === bus))
}

/** What a zone ships, or lands where that is more, over the sea and by no port that has a row of its own. */
function shippingOf(network: Network, zone: string, carrier: Carrier, atlas: Atlas): Whole | null {
  const seas = new Set(atlas.tables.zones.filter(({ kind }) => kind === 'market').map(({ id }) => id))
  const bus = `${zone}:${carrier}`
  const own = network.links.filter((link) => link.asset === null && (link.flow?.value ?? 0) > 0)
  const shipped = own.filter((link) => link.from === bus && seas.has(zoneOf(link.to)))
  const landed = own.filter((link) => link.to === bus && seas.has(zoneOf(link.from)))
  const isShipped = flowOf(shipped) >= flowOf(landed)
  const carrying = isShipped ? shipped : landed
  if (carrying.length === 0) return null
  const what = isShipped ? 'shipped from' : 'landed in'
  return {
    carrier,
    carrying,
    plants: [],
    name: `${atlas.nameOf(`carriers/${carrier}`)} ${what} ${atlas.nameOf(`zones/${zone}`)}`,
    size: flowOf(carrying),
  }
}

/** What a zone turns from one carrier into another and no smaller row holds; of two ways the one that works harder. */
function conversionsOf(
  network: Network,
  zone: string,
  ways: readonly (readonly [Carrier, Carrier])[],
): Whole | null {
  const groups = ways.map(([from, to]) =>
    network.conversions.filter(
      (one) => one.asset === null && one.from === `${zone}:${from}` && one.to === `${zone}:${to}`,
    ),
  )
  const flow = (rows: readonly NetworkConversion[]): number =>
    rows.reduce((sum, row) => sum + (row.flow?.value ?? row.capacity?.value ?? 0), 0)
  const [rows] = [...groups].sort((a, b) => flow(b) - flow(a))
  const [first] = rows ?? []
  if (rows === undefined || first === undefined) return null
  const carrier = first.from.slice(first.from.lastIndexOf(':') + 1) as Carrier
  return {
    carrier,
    carrying: [],
    plants: rows.map(
      ({ id, from }): Plant => ({
        ref: `conversions/${id}`,
        field: 'capacity',
        carrier,
        bus: from,
        isSource: false,
      }),
    ),
    name: first.name,
    size: rows.reduce((sum, row) => sum + (row.capacity?.value ?? row.flow?.value ?? 0), 0),
  }
}

/** What a zone brings up of a carrier, emergency sources apart. */
function outputOf(network: Network, zone: string, carrier: Carrier, atlas: Atlas): Whole | null {
  const rows = network.supplies.filter(
    (one) =>
      one.kind === 'production' &&
      one.asset === null &&
      one.bus === `${zone}:${carrier}` &&
      (one.output?.value ?? 0) > 0,
  )
  if (rows.length === 0) return null
  const name = `${atlas.nameOf(`carriers/${carrier}`)} output of ${atlas.nameOf(`zones/${zone}`)}`
  const size = rows.reduce((sum, row) => sum + (row.output?.value ?? 0), 0)
  const burnt = carrier === 'power' ? burntFor(network, `${zone}:${carrier}`) : 0
  return {
    carrier,
    carrying: [],
    plants: rows.map(
      ({ id, bus }): Plant => ({ ref: `supplies/${id}`, field: 'supply', carrier, bus, isSource: true }),
    ),
    name: burnt > 0 ? besideBurnt(name) : name,
    size,
    ...(burnt > 0 ? { partOf: { name: `all ${name}`, size: size + burnt } } : {}),
  }
}

/** What the network follows from fuels to power at a bus, in the unit of power: gas and coal that plants burn. */
export function burntFor({ conversions }: Network, bus: string): number {
  return conversions
    .filter(({ to }) => to === bus)
    .reduce((sum, { flow, efficiency }) => sum + (flow?.value ?? 0) * efficiency, 0)
}

/** Power of a zone or country without what the network follows from fuels. */
export const besideBurnt = (name: string): string => `${name} besides that from gas and coal`

/** What can be drawn in a day from the stores of a zone that are no asset's own. */
function storageOf(network: Network, zone: string, carrier: Carrier, atlas: Atlas): Whole | null {
  const stores = network.stores.filter((one) => one.asset === null && one.bus === `${zone}:${carrier}`)
  if (stores.length === 0) return null
  return {
    carrier,
    carrying: [],
    plants: storesOf(stores),
    name: `${atlas.nameOf(`carriers/${carrier}`)} storage of ${atlas.nameOf(`zones/${zone}`)}`,
    size: stores.reduce((sum, { withdrawal }) => sum + withdrawal.value, 0),
  }
}

/**
 * What flows by pipeline over the border on which a metering station stands, or that a line without a row of its own
 * crosses, in the direction in which more does. Of a line through several countries the border that most crosses.
 */
function crossing(asset: Asset, atlas: Atlas, network: Network): Whole | null {
  const codes = asset.country.split(' ')
  const pairs = codes.flatMap((from) => codes.filter((to) => to !== from).map((to) => [from, to] as const))
  const { carrier } = asset
  if (carrier === '') return null
  const ways = pairs.map(([from, to]) => ({
    from,
    to,
    links: linksBetween(network, carrier, new Set(atlas.zonesOf(from)), new Set(atlas.zonesOf(to))).filter(
      (link) => ['pipeline', 'power'].includes(link.kind) && (link.flow?.value ?? 0) > 0,
    ),
  }))
  const [fullest] = ways.sort((a, b) => flowOf(b.links) - flowOf(a.links))
  if (fullest === undefined || fullest.links.length === 0) return null
  const nameOf = (code: string): string => atlas.nameOf(`countries/${code}`)
  return {
    carrier,
    carrying: fullest.links,
    plants: [],
    name: `${atlas.nameOf(`carriers/${carrier}`)} from ${nameOf(fullest.from)} to ${nameOf(fullest.to)}`,
    // A station is told by what it meters, a line by what it can carry.
    size: asset.kind === 'station' ? flowOf(fullest.links) : widthOf(fullest.links),
  }
}

/** Both directions between the countries of a cable. */
function interconnection(asset: Asset, atlas: Atlas, network: Network): Whole | null {
  const [a, b] = asset.country.split(' ')
  if (a === undefined || b === undefined) return null
  const zones = (code: string): ReadonlySet<string> => new Set(atlas.zonesOf(code))
  const carrier = asset.carrier === '' ? 'power' : asset.carrier
  const there = linksBetween(network, carrier, zones(a), zones(b))
  const back = linksBetween(network, carrier, zones(b), zones(a))
  const carrying = [...there, ...back]
  if (carrying.length === 0) return null
  return {
    carrier,
    carrying,
    plants: [],
    name: `${atlas.nameOf(`carriers/${carrier}`)} lines between ${atlas.nameOf(`countries/${a}`)} and ${atlas.nameOf(`countries/${b}`)}`,
    size: Math.max(widthOf(there), widthOf(back)),
  }
}

/** What links can carry together by the day; of one without a known limit what it carries. */
function widthOf(links: readonly NetworkLink[]): number {
  return links.reduce((sum, link) => sum + (link.capacity?.value ?? link.flow?.value ?? 0), 0)
}
