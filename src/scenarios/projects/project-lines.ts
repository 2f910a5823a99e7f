import type { Atlas } from '../../atlas/atlas.ts'
import type { Network } from '../../atlas/network.ts'
import type { Asset, Carrier } from '../../atlas/tables.ts'
import { carriersTold } from '../carriers-told.ts'
import { assetsOf, countriesOf, type EventFacts } from '../event-facts.ts'
import { assetRow, linksOfAsset, plantsOfAsset, usableCapacity, zoneOf } from '../network-parts.ts'
import { isOf, speaksOf, standing } from '../topics.ts'

interface Way {
  readonly from: string
  readonly to: string | null
}

/** A line, cable or terminal that is to be built, and between which buses. */
export interface LineTarget {
  readonly kind:
    | 'pipeline'
    | 'interconnector'
    | 'lng export'
    | 'lng import'
    | 'enlarged line'
    | 'enlarged cable'
    | 'enlarged lng export'
    | 'enlarged lng import'
    | 'enlarged refinery'
  readonly carrier: Carrier
  readonly name: string
  /** Country where it begins, or where the terminal stands. */
  readonly country: string
  /** Bus pairs: one direction of a pipeline, both of a cable; of an enlarged line its fullest section, then those behind and before it; a source of LNG has nothing that it draws on. */
  readonly ways: readonly [Way, ...Way[]]
  /** Of a plant: units of output for one of input; absent: one. */
  readonly efficiency?: number
}

/** Whether the words of an event speak of something that is to be built, begun or agreed on, and not of what works. */
export function isBuilding(facts: EventFacts): boolean {
  const { type } = facts.event
  if (type === 'construction') return true
  return standing(facts).some(
    (claim) => speaksOf(claim, 'build') || isOf(claim, 'decided') || isOf(claim, 'memorandum'),
  )
}

/**
 * The line or terminal that an event speaks of: a named one that the network does not have, or has without capacity; else a
 * new one between two named countries, or in one, that its words call a pipeline, a cable or a terminal. Null where none
 * is spoken of, or the network has no bus at an end.
 */
export function findLineTarget(facts: EventFacts, atlas: Atlas, network: Network): LineTarget | null {
  for (const id of assetsOf(facts)) {
    const asset = assetRow(atlas, id)
    if (asset === null || !isUnbuilt(asset, atlas, network)) continue
    const found = ofAsset(asset, facts, atlas, network)
    if (found !== null) return found
  }
  // "From the port of A to B": a port that is named says where a line is to end.
  const isOfOther = assetsOf(facts).some((id) => assetRow(atlas, id)?.kind !== 'port')
  const isStart = standing(facts).some((claim) => speaksOf(claim, 'start') && isOf(claim, 'terminal'))
  if (!(isBuilding(facts) || isStart) || isOfOther) return null
  return ofWords(facts, atlas, network)
}

/** Whether an event names something that is not there yet, and says nothing of what works. */
export function namesUnbuilt(facts: EventFacts, atlas: Atlas, network: Network): boolean {
  const named = assetsOf(facts).flatMap((id) => assetRow(atlas, id) ?? [])
  return named.length > 0 && named.every((asset) => isUnbuilt(asset, atlas, network))
}

/** Whether an asset is named that is not there yet: nothing of the network answers to it, or nothing with a capacity. */
function isUnbuilt(asset: Asset, atlas: Atlas, network: Network): boolean {
  const links = linksOfAsset(atlas, network, asset.id)
  if (links.some((link) => link.closed_by !== null)) return false
  const plants = plantsOfAsset(atlas, network, asset.id)
  return plants.length === 0 && links.every((link) => usableCapacity(link) === 0)
}

function ofAsset(asset: Asset, facts: EventFacts, atlas: Atlas, network: Network): LineTarget | null {
  const codes = asset.country.split(' ').filter((code) => code !== '')
  const [first, last] = [codes[0], codes.at(-1)]
  if (first === undefined || last === undefined) return null
  if (asset.kind === 'pipeline' || asset.kind === 'interconnector') {
    const carrier: Carrier = asset.kind === 'interconnector' ? 'power' : (asset.carrier as Carrier) || 'gas'
    return between([first, last], { carrier, name: asset.name, isOrdered: true }, atlas, network)
  }
  const isLng = asset.kind === 'terminal' && (asset.carrier === 'lng' || asset.carrier === 'gas')
  return isLng ? terminalIn(first, { name: asset.name, zone: asset.zone, facts }, atlas, network) : null
}

function ofWords(facts: EventFacts, atlas: Atlas, network: Network): LineTarget | null {
  const codes = countriesOf(facts)
  const says = (topic: 'pipeline' | 'interconnector' | 'terminal'): boolean =>
    standing(facts).some((claim) => isOf(claim, topic))
  const told = carriersTold(facts)
  const [first, second, more] = codes
  if (first !== undefined && second !== undefined && more === undefined) {
    const names = `${atlas.nameOf(`countries/${first}`)} and ${atlas.nameOf(`countries/${second}`)}`
    if (says('interconnector') && told.every((carrier) => carrier === 'power'))
      return between(
        [first, second],
        { carrier: 'power', name: `New power line between ${names}`, isOrdered: false },
        atlas,
        network,
      )
    if (says('pipeline')) {
      const carrier = told.find((one) => one === 'gas' || one === 'crude' || one === 'products') ?? 'gas'
      const name = `New pipeline between ${names}`
      return between([first, second], { carrier, name, isOrdered: false }, atlas, network)
    }
  }
  if (
    first !== undefined &&
    second === undefined &&
    says('terminal') &&
    told.some((one) => one === 'lng' || one === 'gas')
  ) {
    const name = `New LNG terminal in ${atlas.nameOf(`countries/${first}`)}`
    return terminalIn(first, { name, zone: null, facts }, atlas, network)
  }
  return null
}

/** From the one of two countries that has more of the carrier to the other; of a cable both ways. */
function between(
  [a, b]: readonly [string, string],
  of: { readonly carrier: Carrier; readonly name: string; readonly isOrdered: boolean },
  atlas: Atlas,
  network: Network,
): LineTarget | null {
  const { carrier, name, isOrdered } = of
  if (a === b) return null
  const isTurned =
    !isOrdered &&
    carrier !== 'power' &&
    surplus(b, carrier, atlas, network) > surplus(a, carrier, atlas, network)
  const [sender, taker] = isTurned ? [b, a] : [a, b]
  const from = largestBus(sender, carrier, atlas, network, 'gives')
  const to = largestBus(taker, carrier, atlas, network, 'takes')
  if (from === null || to === null) return null
  const isCable = carrier === 'power'
  return {
    kind: isCable ? 'interconnector' : 'pipeline',
    carrier,
    name,
    country: sender,
    ways: [{ from, to }, ...(isCable ? [{ from: to, to: from }] : [])],
  }
}

/** A terminal that sends abroad where its words say so, or its country makes more LNG than it lands; else one that lands. */
function terminalIn(
  country: string,
  of: { readonly name: string; readonly zone: string | null; readonly facts: EventFacts },
  atlas: Atlas,
  network: Network,
): LineTarget | null {
  const zones = of.zone === null ? atlas.zonesOf(country) : [of.zone]
  const isAt = (bus: string): boolean => zones.includes(zoneOf(bus))
  const plants = network.conversions.filter(({ from, to }) => isAt(from) && isAt(to))
  const makes = plants.filter(({ to }) => to.endsWith(':lng'))
  const lands = plants.filter(({ from }) => from.endsWith(':lng'))
  const flowOf = (of: typeof plants): number => of.reduce((sum, { flow }) => sum + (flow?.value ?? 0), 0)
  const isExport =
    standing(of.facts).some((claim) => isOf(claim, 'export_plant')) || flowOf(makes) > flowOf(lands)
  const [lng] = (isExport ? makes.map(({ to }) => to) : lands.map(({ from }) => from)).slice(0, 1)
  const gas = lands[0]?.to
  if (lng === undefined || (!isExport && gas === undefined)) return null
  return {
    kind: isExport ? 'lng export' : 'lng import',
    carrier: 'lng',
    name: of.name,
    country,
    // The gas that liquefaction draws is not asked about: LNG is what its buyers wait for.
    ways: [isExport ? { from: lng, to: null } : { from: lng, to: gas ?? null }],
  }
}

/** What a country brings up of a carrier, per day. */
function surplus(code: string, carrier: Carrier, atlas: Atlas, network: Network): number {
  const zones = new Set(atlas.zonesOf(code))
  return network.supplies.reduce(
    (sum, one) =>
      sum +
      (one.kind === 'production' && one.bus.endsWith(`:${carrier}`) && zones.has(zoneOf(one.bus))
        ? (one.output?.value ?? 0)
        : 0),
    0,
  )
}

/** The bus of a country where most is brought up, or used; null where it has none of the carrier. */
function largestBus(
  code: string,
  carrier: Carrier,
  atlas: Atlas,
  network: Network,
  what: 'gives' | 'takes',
): string | null {
  const zones = new Set(atlas.zonesOf(code))
  const sizes = new Map<string, number>()
  for (const { id, zone, carrier: own } of network.buses)
    if (own === carrier && zones.has(zone)) sizes.set(id, 0)
  const rows: readonly (readonly [string, number])[] =
    what === 'gives'
      ? network.supplies.map(({ bus, output }) => [bus, output?.value ?? 0])
      : network.demands.map(({ bus, rate }) => [bus, rate.value])
  for (const [bus, size] of rows) if (sizes.has(bus)) sizes.set(bus, (sizes.get(bus) ?? 0) + size)
  const [largest] = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return largest?.[0] ?? null
}
