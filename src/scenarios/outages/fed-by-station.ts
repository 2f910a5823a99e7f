import type { Asset } from '../../atlas/tables.ts'
import { familyOf } from '../carrier-families.ts'
import { isPowerUnit, isRate } from '../claimed/claimed-range.ts'
import { assetsOf, carriersOf, countriesOf, type EventFacts } from '../event-facts.ts'
import { areNear } from '../near-in-time.ts'
import { assetRow, flowOf, linksOfAsset, zoneOf } from '../network-parts.ts'
import type { StoryContext, World } from '../story-context.ts'
import { standing } from '../topics.ts'

/** Days within which something stops because of what struck the station that feeds it. */
const AT_ONCE_DAYS = 7

const TOLD = new Set(['happened', 'ongoing'])

function isHaltNow({ event }: EventFacts): boolean {
  return event.type === 'supply_halt' && TOLD.has(event.modality)
}

/** Whether an asset lies behind a station: its links begin where the line of the station runs. */
function feeds(station: Asset, id: string, { atlas, network }: World): boolean {
  const own = new Set([station.id, ...atlas.ancestors(station.id).map((above) => above.id)])
  if (own.has(id) || atlas.ancestors(id).some((above) => own.has(above.id))) return false
  const line = linksOfAsset(atlas, network, station.id).filter((link) => flowOf([link]) > 0)
  const behind = new Set(line.map(({ to }) => to))
  return linksOfAsset(atlas, network, id).some(
    (link) =>
      flowOf([link]) > 0 &&
      behind.has(link.from) &&
      line.some(({ carrier }) => familyOf(carrier).includes(link.carrier)),
  )
}

/** Whether the line of a station leads on to a country, with a flow. */
function leadsTo(station: Asset, codes: readonly string[], { atlas, network }: World): boolean {
  const zones = new Set(codes.flatMap((code) => atlas.zonesOf(code)))
  return linksOfAsset(atlas, network, station.id).some(
    (link) => flowOf([link]) > 0 && zones.has(zoneOf(link.to)) && !zones.has(zoneOf(link.from)),
  )
}

/**
 * What a struck station feeds and the reports say has stopped: "shipments to the port were halted after a hit at the
 * station". The port is then what is lost, and not all that the station pumps. Null where nothing of the kind is told.
 */
export function haltedBehind(station: Asset, context: StoryContext): string | null {
  const { facts, story } = context
  if (station.kind !== 'station') return null
  const halts = [facts, ...story].filter(
    (told) => isHaltNow(told) && standing(told).length > 0 && areNear(facts.day, told.day, AT_ONCE_DAYS),
  )
  return halts.flatMap(assetsOf).find((id) => feeds(station, id, context)) ?? null
}

/** Stations of an event that are struck and feed an asset. */
export function isStruckBefore(asset: string, told: EventFacts, context: StoryContext): boolean {
  return (
    told.event.type === 'outage_or_attack' &&
    areNear(context.facts.day, told.day, AT_ONCE_DAYS) &&
    stationsOf(told, context).some((station) => feeds(station, asset, context))
  )
}

/**
 * Whether a halt of deliveries to a country, told without an asset, is of the line of a station that the story says is
 * struck: then the station's question answers it.
 */
export function isOfStruckLine(halt: EventFacts, struck: EventFacts, world: World): boolean {
  if (!isHaltNow(halt) || struck.event.type !== 'outage_or_attack' || assetsOf(halt).length > 0) return false
  if (!areNear(halt.day, struck.day, AT_ONCE_DAYS) || struck.event.modality === 'denied') return false
  const carriers = carriersOf(halt)
  return stationsOf(struck, world).some(
    (station) =>
      leadsTo(station, countriesOf(halt), world) &&
      linksOfAsset(world.atlas, world.network, station.id).some(({ carrier }) => carriers.includes(carrier)),
  )
}

function stationsOf(told: EventFacts, { atlas }: World): readonly Asset[] {
  return assetsOf(told).flatMap((id) => {
    const row = assetRow(atlas, id)
    return row?.kind === 'station' ? [row] : []
  })
}

/**
 * Whether a fall of what a country sends or brings up, of a stated size, is the size of an outage told beside it: "the
 * country's deliveries, to a buyer or through its line, fell by so much after a fault at the plant".
 */
export function isSizeOf(change: EventFacts, outage: EventFacts, world: World): boolean {
  const { atlas } = world
  if (change.event.type !== 'supply_change' || outage.event.type !== 'outage_or_attack') return false
  if (outage.event.modality === 'denied' || !areNear(change.day, outage.day, SAME_TELLING_DAYS)) return false
  const [id, other] = assetsOf(outage)
  const asset = id === undefined || other !== undefined ? null : assetRow(atlas, id)
  if (asset?.kind === 'interconnector') return isOfCable(change, asset)
  if (asset === null || asset.carrier === '' || !isSentFrom(change, asset, world)) return false
  const isAlike = carriersOf(change).some((carrier) => familyOf(carrier).some((one) => one === asset.carrier))
  return isAlike && standing(change).some((claim) => claim.quantities.some(({ unit }) => isRate(unit)))
}

/** "The cable failed, and 800 MW of imports were lost": megawatts of its own countries, or of none, and of nothing else. */
function isOfCable(change: EventFacts, { country }: Asset): boolean {
  const ends = country.split(' ')
  return (
    assetsOf(change).length === 0 &&
    countriesOf(change).every((code) => ends.includes(code)) &&
    standing(change).some(({ quantities }) => quantities.some(({ unit }) => isPowerUnit(unit)))
  )
}

/**
 * Whether what a change tells of is sent from where an asset stands: the change names its country, and beside it at most
 * lines that lead out of it and whom they lead to; or such lines alone.
 */
function isSentFrom(change: EventFacts, asset: Asset, { atlas, network }: World): boolean {
  const home = new Set(asset.country.split(' '))
  const zones = new Set([...home].flatMap((code) => atlas.zonesOf(code)))
  const leaving = network.links.filter(
    (link) =>
      familyOf(link.carrier).some((carrier) => carrier === asset.carrier) &&
      zones.has(zoneOf(link.from)) &&
      !zones.has(zoneOf(link.to)) &&
      flowOf([link]) > 0,
  )
  const lines = assetsOf(change)
  const buyers = countriesOf(change).filter((code) => !home.has(code))
  if (lines.length === 0 && buyers.length === countriesOf(change).length) return false
  const ends = new Set(leaving.map(({ to }) => zoneOf(to)))
  return (
    lines.every((id) => id !== asset.id && leaving.some((link) => isLinkOf(atlas, id, link.asset))) &&
    buyers.every((code) => atlas.zonesOf(code).some((zone) => ends.has(zone)))
  )
}

/** Whether a link is of an asset, or of a part of it. */
function isLinkOf(atlas: World['atlas'], id: string, of: string | null): boolean {
  return of !== null && (of === id || atlas.ancestors(of).some((above) => above.id === id))
}

/** Days within which an outage and what it takes away are one telling. */
const SAME_TELLING_DAYS = 3
