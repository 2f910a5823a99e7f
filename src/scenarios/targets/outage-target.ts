import type { NetworkLink } from '../../atlas/network.ts'
import type { Asset, Carrier } from '../../atlas/tables.ts'
import { listed } from '../../core/listed.ts'
import { familyOf } from '../carrier-families.ts'
import { type ClaimFacts, carriersOf, type EventFacts, refsOf } from '../event-facts.ts'
import {
  assetRow,
  flowOf,
  linksOfAsset,
  type Plant,
  plantsOfAsset,
  usableCapacity,
  zoneOf,
} from '../network-parts.ts'
import type { World } from '../story-context.ts'
import type { OutageTarget } from '../target.ts'
import { speaksOf } from '../topics.ts'
import { aggregateOf } from './aggregate-of-asset.ts'
import { contractsOf, linksOfContracts } from './buyers-part.ts'
import { unitsTold } from './units-told.ts'

/** Carriers to ask about, one of each family: those of the asset's links that the event names, else that of the first. */
function carriersAsked(facts: EventFacts, asset: string, { atlas, network }: World): readonly Carrier[] {
  const links = linksOfAsset(atlas, network, asset)
  // A gas leak on an oil field is no loss of gas: only what flows or stops names its carrier.
  const told = carriersOf(facts)
  const plants = plantsOfAsset(atlas, network, asset, facts.event.type === 'outage_or_attack' ? [] : told)
  const first = links[0]?.carrier ?? plants[0]?.carrier
  const named = links.map((link) => link.carrier).filter((carrier) => facts.refs.has(`carriers/${carrier}`))
  const isOther = first !== undefined && otherCargo(atlas, asset, { told, own: first }) !== null
  const asked = named.length > 0 || first === undefined || isOther ? named : [first]
  return asked.filter((carrier, at) => asked.findIndex((one) => familyOf(one) === familyOf(carrier)) === at)
}

/** Kinds of asset that handle whatever is loaded: of what cargo an event is, its words say. */
const HANDLING: ReadonlySet<string> = new Set(['port', 'terminal', 'railway'])

/** "Coal from the port of X", where the atlas knows X for oil: the cargo that is told; null where it is X's own, or none. */
function otherCargo(
  atlas: World['atlas'],
  asset: string,
  { told, own }: { readonly told: readonly Carrier[]; readonly own: Carrier },
): Carrier | null {
  const cargoes = told.filter((carrier) => carrier !== 'power')
  if (!HANDLING.has(assetRow(atlas, asset)?.kind ?? '') || cargoes.some((one) => familyOf(own).includes(one)))
    return null
  return cargoes[0] ?? null
}

/**
 * The links, plants or sources that an asset is, for each family of carriers that is asked about; else its share of
 * what its zone has of the kind. Empty where the network has neither, or it carried nothing.
 */
export function targetsOfAsset(
  asset: Asset,
  { facts, claims }: { readonly facts: EventFacts; readonly claims: readonly ClaimFacts[] },
  world: World,
): readonly OutageTarget[] {
  const { atlas, network } = world
  const common = { subject: `assets/${asset.id}`, name: asset.name, kind: 'asset' as const, asset }
  const asked = carriersAsked(facts, asset.id, world)
  if (asked.length === 0) {
    const own = asset.carrier === '' ? null : asset.carrier
    const other = own && otherCargo(atlas, asset.id, { told: carriersOf(facts), own })
    const told = destinationsTold(claims, asset, atlas)
    const onward = own && onwardFrom(asset, told, { carrier: own, ...world })
    if (own && onward) return [{ ...common, ...onward, carrier: own, plants: [] }]
    const whole = aggregateOf(other ? { ...asset, carrier: other } : asset, claims, world)
    return whole === null ? [] : [{ ...common, ...whole }]
  }
  return asked.flatMap((carrier) => {
    // A strait closes for all that passes it; what is solved apart is asked apart.
    const all = linksOfAsset(atlas, network, asset.id).filter((link) =>
      familyOf(carrier).includes(link.carrier),
    )
    const part = partTold(destinationsTold(claims, asset, atlas), all, { asset, carrier, ...world })
    const { carrying } = part
    const plants = carrying.length > 0 ? [] : plantsOfAsset(atlas, network, asset.id, [carrier])
    // What carried nothing before loses nothing now.
    if (plants.length === 0 && carrying.every((link) => usableCapacity(link) === 0)) return []
    const isPart = part.to !== undefined && part.carrying.length < all.length && asset.kind === 'pipeline'
    const whom = listed((part.to ?? []).map((code) => atlas.nameOf(`countries/${code}`)))
    const target = {
      ...common,
      ...part,
      name: isPart ? `${asset.name} to ${whom}` : asset.name,
      carrier,
      plants,
    }
    const units = isPart ? null : unitsTold(asset, claims, { atlas, day: network.as_of })
    if (units === null || units.share >= 1) return [target]
    // "One train of Ras Laffan stands still": one of its units.
    const { name, share, because } = units
    return [{ ...target, name, isUnit: true, within: { name: asset.name, share, because } }]
  })
}

/** Countries whose deliveries claims say stop or change, of the asset or its line, or of no asset. */
function destinationsTold(
  claims: readonly ClaimFacts[],
  asset: Asset,
  atlas: World['atlas'],
): ReadonlySet<string> {
  const line = new Set(
    [asset.id, ...atlas.ancestors(asset.id).map(({ id }) => id)].map((id) => `assets/${id}`),
  )
  // "A fire at the station stopped the flow to Y": the country of a station is where it burnt.
  const isBeyond = (code: string): boolean =>
    asset.kind !== 'station' || !asset.country.split(' ').includes(code)
  return new Set(
    claims
      .filter(
        (told) =>
          (['supply_halt', 'supply_change'].includes(told.claim.event) ||
            (asset.kind === 'station' &&
              told.claim.event === 'outage_or_attack' &&
              speaksOf(told, 'halt'))) &&
          told.claim.polarity === 'positive',
      )
      .flatMap((told) => {
        const refs = refsOf(told, atlas)
        const named = refs.filter((ref) => ref.startsWith('assets/'))
        const isOwn = named.length === 0 || named.some((ref) => line.has(ref))
        return isOwn
          ? refs.flatMap((ref) => (ref.startsWith('countries/') ? [ref.slice(10)] : [])).filter(isBeyond)
          : []
      }),
  )
}

/**
 * "The flow from the hub to X is interrupted", where the hub is on no line of the network: what goes to X from a country
 * in which it stands. Null where it is no station, or nothing of the kind is told or known.
 */
function onwardFrom(
  asset: Asset,
  told: ReadonlySet<string>,
  { atlas, network, carrier }: World & { readonly carrier: Carrier },
): Pick<OutageTarget, 'carrying' | 'to'> | null {
  if (asset.kind !== 'station' || told.size === 0) return null
  const codeOf = new Map(atlas.tables.zones.map(({ id, country }) => [id, country]))
  const leadsTo = (link: NetworkLink): string => codeOf.get(zoneOf(link.to)) ?? ''
  const at = new Set(asset.country.split(' '))
  const onward = network.links.filter(
    (link) =>
      link.carrier === carrier &&
      link.kind === 'pipeline' &&
      told.has(leadsTo(link)) &&
      at.has(codeOf.get(zoneOf(link.from)) ?? '') &&
      !at.has(leadsTo(link)),
  )
  return flowOf(onward) > 0 ? { carrying: onward, to: [...new Set(onward.map(leadsTo))] } : null
}

/**
 * Of a line those links that lead to the countries that are named, by a contract's where one names its own; where none
 * leads there, the branches that pass them; all of it where nobody is named, or all are.
 */
function partTold(
  countries: ReadonlySet<string>,
  links: readonly NetworkLink[],
  { asset, carrier, ...world }: World & { readonly asset: Asset; readonly carrier: Carrier },
): Pick<OutageTarget, 'carrying' | 'to'> {
  const { atlas } = world
  // Whoever is named beside a strait is not the only one whose ships pass it.
  if (asset.kind === 'strait') return { carrying: links }
  const codeOf = new Map(atlas.tables.zones.map(({ id, country }) => [id, country]))
  const leadsTo = (link: NetworkLink): string => codeOf.get(zoneOf(link.to)) ?? ''
  const comesFrom = (link: NetworkLink): string => codeOf.get(zoneOf(link.from)) ?? ''
  const foreign = links.filter((link) => leadsTo(link) !== comesFrom(link))
  const ends = foreign.filter((link) => countries.has(leadsTo(link)))
  const to = [...new Set(ends.map(leadsTo))]
  if (ends.length > 0) {
    const [from, second] = [...new Set(ends.map(comesFrom))]
    const [only, other] = to
    const contracts =
      from !== undefined && only !== undefined && second === undefined && other === undefined
        ? contractsOf({ from, to: only, carrier }, new Set(), world)
        : null
    // Where a country beyond is named too, it is not what that buyer keeps.
    const beyond = [...countries].filter((code) => !to.includes(code) && code !== from)
    const transit = ends.filter((link) => contracts !== null && !contracts.links.includes(link.id))
    if (beyond.length > 0 && flowOf(transit) > 0) return { carrying: transit, to: beyond }
    const carrying = linksOfContracts(ends, contracts)
    return carrying.length < links.length ? { carrying, to } : { carrying: links }
  }
  const passing = links.filter((link) => {
    const row = link.asset === null || link.asset === asset.id ? null : assetRow(atlas, link.asset)
    return row?.country.split(' ').some((code) => countries.has(code) && code !== comesFrom(link))
  })
  return { carrying: passing.length > 0 ? passing : links }
}

/** Refining of some countries, where reports tell how much of it is out; null where the network has none. */
export function targetOfRefining(
  countries: readonly string[],
  { atlas, network }: World,
): OutageTarget | null {
  const zones = new Set(countries.flatMap((code) => atlas.zonesOf(code)))
  const plants = network.conversions
    .filter(
      ({ from, to, flow }) =>
        from.endsWith(':crude') &&
        to.endsWith(':products') &&
        zones.has(zoneOf(from)) &&
        (flow?.value ?? 0) > 0,
    )
    .map((one): Plant => {
      return {
        ref: `conversions/${one.id}`,
        field: 'capacity',
        carrier: 'crude',
        bus: one.from,
        isSource: false,
      }
    })
  if (plants.length === 0) return null
  const names = listed(countries.map((code) => atlas.nameOf(`countries/${code}`)))
  return {
    subject: `countries/${countries.join('-')}-refining`,
    name: `refining of ${names}`,
    kind: 'output',
    asset: null,
    carrier: 'crude',
    carrying: [],
    plants,
  }
}

/** What some countries bring up of a carrier, told by the name of their body where given; null where the network has no such source. */
export function targetOfOutput(
  countries: readonly string[],
  carrier: Carrier,
  { atlas, network }: World,
  body?: string,
): OutageTarget | null {
  const giving = countries.flatMap((code) => {
    const zones = new Set(atlas.zonesOf(code))
    const plants = network.supplies
      .filter((one) => one.kind === 'production' && (one.output?.value ?? 0) > 0)
      .filter((one) => zones.has(zoneOf(one.bus)) && one.bus.endsWith(`:${carrier}`))
      .map((one): Plant => {
        return { ref: `supplies/${one.id}`, field: 'supply', carrier, bus: one.bus, isSource: true }
      })
    return plants.length === 0 ? [] : [{ code, plants }]
  })
  const [first] = giving
  if (first === undefined) return null
  const names = giving.map(({ code }) => atlas.nameOf(`countries/${code}`))
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} others`] : names
  return {
    subject: `countries/${giving.map(({ code }) => code).join('-')}-${carrier}`,
    name: `${atlas.nameOf(`carriers/${carrier}`)} output of ${body ?? listed(shown)}`,
    kind: 'output',
    asset: null,
    carrier,
    carrying: [],
    plants: giving.flatMap(({ plants }) => plants),
  }
}
