import type { Atlas } from '../atlas/atlas.ts'
import { rateUnits } from '../atlas/figures.ts'
import type { Network, NetworkConversion, NetworkLink } from '../atlas/network.ts'
import type { Asset, Carrier } from '../atlas/tables.ts'
import type { Because } from '../core/provenance.ts'
import { claimedCapacity } from './claimed-numbers.ts'
import { type ClaimFacts, refsOf } from './event-facts.ts'
import { linksBetween, type Plant } from './network-parts.ts'
import type { OutageTarget } from './target.ts'

type Part = Pick<OutageTarget, 'carrier' | 'carrying' | 'plants' | 'within'>

interface Whole {
  readonly carrier: Carrier
  readonly carrying: readonly NetworkLink[]
  readonly plants: readonly Plant[]
  readonly name: string
  /** What all of it can carry or gives a day, in the unit of the carrier. */
  readonly size: number
}

/**
 * An asset without a row of its own in the network as a part of what its zone, or its border, has of the kind: a
 * refinery of the zone's refining, a terminal of its liquefaction or regasification, a field or a gas plant of its
 * output, a power plant of its power, a cable of the interconnection. Its capacity stands in the atlas or in the
 * reports. Null where either is unknown.
 */
export function aggregateOf(
  asset: Asset,
  claims: readonly ClaimFacts[],
  { atlas, network }: { readonly atlas: Atlas; readonly network: Network },
): Part | null {
  const whole = wholeOf(asset, atlas, network)
  if (whole === null || !(whole.size > 0)) return null
  const unit = rateUnits[whole.carrier]
  const known = atlas.figure('assets', asset.id, 'capacity', network.as_of)
  const about = claims.filter((facts) => refsOf(facts, atlas).includes(`assets/${asset.id}`))
  const own: { value: number; because: Because } | null =
    known !== null && known.unit === unit ? known : claimedCapacity(about, { carrier: whole.carrier, unit })
  if (own === null || !(own.value > 0)) return null
  const share = Math.min(1, own.value / whole.size)
  return {
    carrier: whole.carrier,
    carrying: whole.carrying,
    plants: whole.plants,
    ...(share < 1 ? { within: { name: whole.name, share, because: [own.because] } } : {}),
  }
}

function wholeOf(asset: Asset, atlas: Atlas, network: Network): Whole | null {
  if (asset.kind === 'interconnector') return interconnection(asset, atlas, network)
  if (asset.kind === 'station' && asset.country.includes(' ')) return crossing(asset, atlas, network)
  const zone = zoneOfAsset(asset, atlas)
  if (zone === null) return null
  if (asset.kind === 'refinery') return conversionsOf(network, zone, [['crude', 'products']])
  if (asset.kind === 'terminal' && asset.carrier === 'lng')
    return conversionsOf(network, zone, [
      ['gas', 'lng'],
      ['lng', 'gas'],
    ])
  if (asset.kind === 'plant' && asset.carrier === 'power') return outputOf(network, zone, 'power', atlas)
  if (asset.carrier === '' || !['field', 'plant'].includes(asset.kind)) return null
  return outputOf(network, zone, asset.carrier, atlas)
}

/** Its own zone; else the only one of its country; else the nearest of its country to where it lies. */
function zoneOfAsset(asset: Asset, atlas: Atlas): string | null {
  if (asset.zone !== null) return asset.zone
  const zones = asset.country.split(' ').flatMap((code) => atlas.zonesOf(code))
  const [only, second] = zones
  if (only === undefined) return null
  if (second === undefined) return only
  const { lat, lon } = asset
  if (lat === null || lon === null) return null
  const distance = (id: string): number => {
    const row = atlas.tables.zones.find((zone) => zone.id === id)
    if (row === undefined) return Number.POSITIVE_INFINITY
    // Degrees of longitude shrink with latitude; near enough to tell one zone from the next.
    return Math.hypot(row.lat - lat, (row.lon - lon) * Math.cos((lat * Math.PI) / 180))
  }
  return [...zones].sort((a, b) => distance(a) - distance(b))[0] ?? null
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
  return {
    carrier,
    carrying: [],
    plants: rows.map(
      ({ id, bus }): Plant => ({ ref: `supplies/${id}`, field: 'supply', carrier, bus, isSource: true }),
    ),
    name: `${atlas.nameOf(`carriers/${carrier}`)} output of ${atlas.nameOf(`zones/${zone}`)}`,
    size: rows.reduce((sum, row) => sum + (row.output?.value ?? 0), 0),
  }
}

/** What flows over the border on which a metering station stands, by pipeline, in the direction in which more does. */
function crossing(asset: Asset, atlas: Atlas, network: Network): Whole | null {
  const whole = interconnection(asset, atlas, network)
  if (whole === null) return null
  const flowing = whole.carrying.filter((link) => link.kind === 'pipeline' && (link.flow?.value ?? 0) > 0)
  const [fullest] = [...flowing].sort((a, b) => (b.flow?.value ?? 0) - (a.flow?.value ?? 0))
  const carrying = flowing.filter(({ from, to }) => from === fullest?.from && to === fullest.to)
  return { ...whole, carrying, size: carrying.reduce((sum, { flow }) => sum + (flow?.value ?? 0), 0) }
}

/** Both directions between the countries of a cable. */
function interconnection(asset: Asset, atlas: Atlas, network: Network): Whole | null {
  const [a, b] = asset.country.split(' ')
  if (a === undefined || b === undefined) return null
  const zones = (code: string): ReadonlySet<string> => new Set(atlas.zonesOf(code))
  const carrier = asset.carrier === '' ? 'power' : asset.carrier
  const there = linksBetween(network, carrier, zones(a), zones(b))
  const back = linksBetween(network, carrier, zones(b), zones(a))
  const size = (links: readonly NetworkLink[]): number =>
    links.reduce((sum, link) => sum + (link.capacity?.value ?? link.flow?.value ?? 0), 0)
  const carrying = [...there, ...back]
  if (carrying.length === 0) return null
  return {
    carrier,
    carrying,
    plants: [],
    name: `${atlas.nameOf(`carriers/${carrier}`)} lines between ${atlas.nameOf(`countries/${a}`)} and ${atlas.nameOf(`countries/${b}`)}`,
    size: Math.max(size(there), size(back)),
  }
}
