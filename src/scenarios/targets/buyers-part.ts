import { holdsOn } from '../../atlas/holds-on.ts'
import type { NetworkLink } from '../../atlas/network.ts'
import type { Carrier, Row } from '../../atlas/tables.ts'
import type { Because } from '../../core/provenance.ts'
import { familyOf } from '../carrier-families.ts'
import { flowOf, usableCapacity, zoneOf } from '../network-parts.ts'
import type { World } from '../story-context.ts'
import { isPassedOn } from './ways-into.ts'

/** Zones that gas or oil may pass between a supplier and a buyer. */
const MOST_BETWEEN = 3

interface Way {
  /** Code of the country that sends. */
  readonly from: string
  /** Code of the country that takes. */
  readonly to: string
  readonly carrier: Carrier
}

/** The links into a buyer by which a supplier's energy comes, and how many zones of others lie between the two. */
export interface RouteInto {
  readonly links: readonly NetworkLink[]
  readonly between: number
}

/**
 * The links with a flow into the buyer: from the supplier itself; else by pipeline through as few zones of others as
 * there are, against the usual direction of no border, since there comes whatever the neighbour has. Null where none lead there.
 */
export function routeInto(way: Way, { atlas, network }: World): RouteInto | null {
  const { carrier } = way
  const [supplier, buyer] = [new Set(atlas.zonesOf(way.from)), new Set(atlas.zonesOf(way.to))]
  const flowing = network.links.filter(
    (link) => link.carrier === carrier && flowOf([link]) > 0 && link.closed_by === null,
  )
  const between = (from: ReadonlySet<string>, to: ReadonlySet<string>) =>
    flowing.filter((link) => from.has(zoneOf(link.from)) && to.has(zoneOf(link.to)))
  const direct = between(supplier, buyer)
  if (direct.length > 0)
    return flowOf(between(buyer, supplier)) > flowOf(direct) ? null : { links: direct, between: 0 }
  const capacities = new Map<string, number>()
  for (const { from, to, capacity } of network.links)
    capacities.set(`${from} ${to}`, (capacities.get(`${from} ${to}`) ?? 0) + (capacity?.value ?? 0))
  const along = flowing.filter(
    ({ kind, from, to }) =>
      kind === 'pipeline' && (capacities.get(`${to} ${from}`) ?? 0) <= (capacities.get(`${from} ${to}`) ?? 0),
  )
  /** Zones whose gas comes from the supplier, and through how many others. */
  const reached = new Map<string, number>()
  for (const zone of supplier) reached.set(zone, -1)
  for (let step = 0; step < MOST_BETWEEN; step++) {
    for (const { from, to } of along) {
      if (reached.get(zoneOf(from)) !== step - 1 || buyer.has(zoneOf(to))) continue
      if (!reached.has(zoneOf(to))) reached.set(zoneOf(to), step)
    }
    const isTheirs = isPassedOn(supplier, new Set(reached.keys()), carrier, network)
    const links = along.filter(
      ({ from, to }) => buyer.has(zoneOf(to)) && reached.get(zoneOf(from)) === step && isTheirs(zoneOf(from)),
    )
    if (links.length > 0) return { links, between: step + 1 }
  }
  return null
}

/** A rate per day in the unit of the carrier, with what it rests on. */
export interface Take {
  readonly rate: number
  readonly because: readonly Because[]
}

/** What a buyer keeps of what some links bring it: as much of it as of all that enters the country by pipeline. */
export function keptOf(links: readonly NetworkLink[], { to, carrier }: Way, { atlas, network }: World): Take {
  const own = new Set(atlas.zonesOf(to))
  const lines = network.links.filter((link) => link.carrier === carrier && link.kind === 'pipeline')
  const entering = lines.filter((link) => own.has(zoneOf(link.to)) && !own.has(zoneOf(link.from)))
  const leaving = lines.filter((link) => own.has(zoneOf(link.from)) && !own.has(zoneOf(link.to)))
  const all = Math.max(flowOf(entering), flowOf(links))
  const kept = all > 0 ? Math.max(0, all - flowOf(leaving)) / all : 1
  return {
    rate: flowOf(links) * kept,
    because: links.flatMap(({ flow }) => (flow === null ? [] : [flow.because])),
  }
}

type Contract = Row<'contracts'>

/** A buyer's contracts with a supplier that are in force, what they come to a day, and the links that they name. */
export interface BuyersContracts extends Take {
  readonly links: readonly string[]
  readonly names: readonly string[]
}

/**
 * The contracts between a named buyer, or all companies of its country, and companies of the supplier's country that are
 * in force on the day of the network; null where the atlas has none with a quantity.
 */
export function contractsOf(
  { from, to, carrier }: Way,
  refs: ReadonlySet<string>,
  { atlas, network }: World,
): BuyersContracts | null {
  const homeOf = (actor: string): string => atlas.tables.actors.find(({ id }) => id === actor)?.country ?? ''
  const own = new Set(atlas.zonesOf(to))
  const rated = atlas.tables.contracts.flatMap((row) => {
    const isBetween =
      familyOf(carrier).includes(row.carrier) &&
      homeOf(row.seller) === from &&
      (homeOf(row.buyer) === to || (row.to_zone !== null && own.has(row.to_zone)))
    if (!isBetween || !holdsOn(row, network.as_of)) return []
    const rate = atlas.figure('contracts', row.id, 'rate', network.as_of)
    return rate === null ? [] : [{ row, rate }]
  })
  const isNamed = ({ row }: { row: Contract }): boolean => refs.has(`actors/${row.buyer}`)
  const chosen = rated.some(isNamed) ? rated.filter(isNamed) : rated
  // A company of the country that has no contract in the atlas is not the one that has.
  const isOther = [...refs].some(
    (ref) =>
      ref.startsWith('actors/') &&
      homeOf(ref.slice(7)) === to &&
      atlas.tables.actors.some(({ id, kind }) => id === ref.slice(7) && kind === 'company'),
  )
  if (chosen.length === 0 || (isOther && !rated.some(isNamed))) return null
  return {
    rate: chosen.reduce((sum, { rate }) => sum + rate.value, 0),
    because: chosen.map(({ rate }) => rate.because),
    links: chosen.flatMap(({ row }) => row.links.split(/\s+/u).filter((id) => id !== '')),
    names: chosen.map(({ row }) => row.name),
  }
}

/** Of links into a country those by which its contracts are delivered, with idle ones beside them; all where none are named. */
export function linksOfContracts(
  links: readonly NetworkLink[],
  contracts: BuyersContracts | null,
): readonly NetworkLink[] {
  const named = links.filter(({ id }) => contracts?.links.includes(id))
  if (named.length === 0) return links
  return links.filter((link) => named.includes(link) || (flowOf([link]) === 0 && usableCapacity(link) !== 0))
}
