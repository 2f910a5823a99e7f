import { rateUnits } from '../../atlas/figures.ts'
import { holdsOn } from '../../atlas/holds-on.ts'
import type { NetworkLink } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import type { Because } from '../../core/provenance.ts'
import { dailyAmount } from '../claimed/claimed-range.ts'
import type { ClaimFacts } from '../event-facts.ts'
import { flowOf, zoneOf } from '../network-parts.ts'
import type { World } from '../story-context.ts'
import { ownedShares } from './owned-shares.ts'

/** Who buys whose cargoes. */
interface SeaTrade {
  /** ISO codes of the countries. */
  readonly seller: string
  readonly buyer: string
  readonly carrier: Carrier
}

/** What a buyer has of a seller by sea, per day in the rate unit of the carrier. */
interface SeaPurchase {
  readonly low: number
  readonly central: number
  readonly high: number
  /** From the words of reports, from the table of trades, or by shares of what the sea brings. */
  readonly from: 'reports' | 'atlas' | 'shares'
  readonly because: readonly Because[]
}

/** By how much a share of a mixed sea may be off the trade of two countries. */
const SPREAD = 0.5

/**
 * What a buyer takes of a seller's cargoes: as the claims give it, else as the atlas has it, else the seller's share of what
 * the seas bring that the buyer draws on, half of it more or less. Null where nothing of the kind sails.
 */
export function seaPurchase(
  trade: SeaTrade,
  claims: readonly ClaimFacts[],
  world: World,
): SeaPurchase | null {
  return asTold(trade, claims) ?? asKnown(trade, world) ?? asMixed(trade, world)
}

function asTold({ carrier }: SeaTrade, claims: readonly ClaimFacts[]): SeaPurchase | null {
  const told = claims.flatMap((facts) =>
    facts.quantities.flatMap((quantity) => {
      const amount = dailyAmount(quantity, { carrier, unit: rateUnits[carrier] })
      if (amount === null || !(amount.high > 0)) return []
      const { low, high } = amount
      return [{ low, central: (low + high) / 2, high, from: 'reports' as const, because: [facts.because] }]
    }),
  )
  return told.sort((a, b) => b.high - a.high)[0] ?? null
}

/** The row of the atlas for the two countries, with its figure of the day. */
export function asKnown({ seller, buyer, carrier }: SeaTrade, { atlas, network }: World): SeaPurchase | null {
  const row = atlas.tables.sea_trades.find(
    (one) => one.seller === seller && one.buyer === buyer && one.carrier === carrier,
  )
  const rate = row === undefined ? null : atlas.figure('sea_trades', row.id, 'rate', network.as_of)
  if (rate === null) return null
  const { value, low, high, because } = rate
  return { low: low ?? value, central: value, high: high ?? value, from: 'atlas', because: [because] }
}

function asMixed(trade: SeaTrade, world: World): SeaPurchase | null {
  const { network } = world
  const sold = new Set(loadingLinks(trade, world).map(({ to }) => to))
  if (sold.size === 0 || isForbidden(trade, world)) return null
  const shares = ownedShares(network, trade.carrier, sourcesOf(trade.seller, trade.carrier, world))
  const landed = landingLinks(trade, world)
  const central = landed.reduce((sum, link) => sum + flowOf([link]) * (shares.get(zoneOf(link.from)) ?? 0), 0)
  if (!(central > 0)) return null
  return {
    low: central * (1 - SPREAD),
    central,
    high: Math.min(flowOf(landed), central * (1 + SPREAD)),
    from: 'shares',
    because: landed.flatMap(({ flow }) => (flow === null ? [] : [flow.because])).slice(0, 3),
  }
}

/** Whether the buyer, or a body that it is a member of, forbids the seller's cargoes already: what the sea is mixed of says nothing then. */
function isForbidden({ seller, buyer, carrier }: SeaTrade, { atlas, network }: World): boolean {
  const imposers = new Set([
    atlas.nameOf(`countries/${buyer}`),
    ...atlas.tables.actors.flatMap(({ name, kind, country }) =>
      kind === 'organisation' && country.split(' ').includes(buyer) ? [name] : [],
    ),
  ])
  return atlas.tables.measures.some(
    (measure) =>
      measure.carrier === carrier &&
      measure.effect !== 'price_cap' &&
      imposers.has(measure.imposed_by) &&
      measure.targets.split(/\s+/u).includes(`countries/${seller}`) &&
      holdsOn(measure, network.as_of),
  )
}

/** A link from which less than this is of the country is another's way to sea. */
const MOSTLY = 0.5

/** Links by which a country's own cargoes go to sea, and carry something: not those by which a neighbour's leave its ports. */
export function loadingLinks(
  { seller, carrier }: Pick<SeaTrade, 'seller' | 'carrier'>,
  world: World,
): readonly NetworkLink[] {
  const home = new Set(world.atlas.zonesOf(seller))
  const links = atSea(carrier, world, ({ from, to }, isSea) => home.has(from) && isSea(to))
  if (links.length === 0) return links
  const own = ownedShares(world.network, carrier, sourcesOf(seller, carrier, world))
  return links.filter(({ from }) => (own.get(zoneOf(from)) ?? 0) >= MOSTLY)
}

/** All that a country brings up or makes is its own: the ids of its sources, and of its plants, each with share 1. */
function sourcesOf(seller: string, carrier: Carrier, { atlas, network }: World): ReadonlyMap<string, number> {
  const home = new Set(atlas.zonesOf(seller))
  const supplies = network.supplies.filter(({ bus }) => home.has(zoneOf(bus)) && bus.endsWith(`:${carrier}`))
  const plants = network.conversions.filter(({ to }) => home.has(zoneOf(to)) && to.endsWith(`:${carrier}`))
  return new Map([...supplies, ...plants].map(({ id }) => [id, 1]))
}

/** Links by which cargoes come to a country, and carry something. */
export function landingLinks(
  { buyer, carrier }: Pick<SeaTrade, 'buyer' | 'carrier'>,
  world: World,
): readonly NetworkLink[] {
  const home = new Set(world.atlas.zonesOf(buyer))
  return atSea(carrier, world, ({ from, to }, isSea) => isSea(from) && home.has(to))
}

function atSea(
  carrier: Carrier,
  { atlas, network }: World,
  isWanted: (zones: { from: string; to: string }, isSea: (zone: string) => boolean) => boolean,
): readonly NetworkLink[] {
  const seas = new Set(atlas.tables.zones.flatMap(({ id, country }) => (country === '' ? [id] : [])))
  return network.links.filter(
    (link) =>
      link.carrier === carrier &&
      flowOf([link]) > 0 &&
      link.closed_by === null &&
      isWanted({ from: zoneOf(link.from), to: zoneOf(link.to) }, (zone) => seas.has(zone)),
  )
}
