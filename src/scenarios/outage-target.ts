import type { Asset, Carrier } from '../atlas/tables.ts'
import { listed } from '../core/listed.ts'
import { aggregateOf } from './aggregate-of-asset.ts'
import { familyOf } from './carrier-families.ts'
import { type ClaimFacts, carriersOf, type EventFacts } from './event-facts.ts'
import { linksOfAsset, type Plant, plantsOfAsset, usableCapacity, zoneOf } from './network-parts.ts'
import type { World } from './story-context.ts'
import type { OutageTarget } from './target.ts'

/** Carriers to ask about, one of each family: those of the asset's links that the event names, else that of the first. */
function carriersAsked(facts: EventFacts, asset: string, { atlas, network }: World): readonly Carrier[] {
  const links = linksOfAsset(atlas, network, asset)
  // A gas leak on an oil field is no loss of gas: only what flows or stops names its carrier.
  const told = carriersOf(facts)
  const plants = plantsOfAsset(atlas, network, asset, facts.event.type === 'outage_or_attack' ? [] : told)
  const first = links[0]?.carrier ?? plants[0]?.carrier
  const named = links.map((link) => link.carrier).filter((carrier) => facts.refs.has(`carriers/${carrier}`))
  const asked = named.length > 0 || first === undefined ? named : [first]
  return asked.filter((carrier, at) => asked.findIndex((one) => familyOf(one) === familyOf(carrier)) === at)
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
    const whole = aggregateOf(asset, claims, world)
    return whole === null ? [] : [{ ...common, ...whole }]
  }
  return asked.flatMap((carrier) => {
    // A strait closes for all that passes it; what is solved apart is asked apart.
    const carrying = linksOfAsset(atlas, network, asset.id).filter((link) =>
      familyOf(carrier).includes(link.carrier),
    )
    const plants = carrying.length > 0 ? [] : plantsOfAsset(atlas, network, asset.id, [carrier])
    // What carried nothing before loses nothing now.
    if (plants.length === 0 && carrying.every((link) => usableCapacity(link) === 0)) return []
    return [{ ...common, carrier, carrying, plants }]
  })
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
