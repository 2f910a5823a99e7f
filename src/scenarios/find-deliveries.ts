import type { Atlas } from '../atlas/atlas.ts'
import type { NetworkLink } from '../atlas/network.ts'
import type { Carrier } from '../atlas/tables.ts'
import { borderTarget } from './border-target.ts'
import { statesAmount } from './claimed-numbers.ts'
import { assetsOf, carriersOf, countriesOf, type EventFacts } from './event-facts.ts'
import { flowOf, linksBetween, zoneOf } from './network-parts.ts'
import { targetOfOutput } from './outage-target.ts'
import type { StoryContext, World } from './story-context.ts'
import type { OutageTarget } from './target.ts'
import { mayBeOutput } from './topics.ts'

/** An event with the story and the network that it is read in. */
type DeliveryInput = Omit<StoryContext, 'start'>

/**
 * What is lost where reports name no asset: deliveries from a named supplier to the named buyers, over all links that
 * bring them; else the output of the named country. A supplier is the country of a named actor, or a named country.
 */
export function findDeliveries(input: DeliveryInput): OutageTarget | null {
  const { facts, story, atlas } = input
  const named = countriesOf(facts)
  // Where the event itself names nobody, whoever else the story names is not who stopped.
  if (named.length === 0 && actorCountries(facts, atlas).length === 0) return null
  const told = [
    ...new Set([...named, ...story.filter(({ event }) => event.type !== 'price_move').flatMap(countriesOf)]),
  ]
  // Whom the event does not name it does not say to supply: another buyer of the story is no supplier.
  const suppliers = [...new Set([...actorCountries(facts, atlas), ...named])]
  const buyers = named.length > 0 ? [...new Set([...named, ...actorCountries(facts, atlas)])] : told
  const wanted = carriersOfStory(input)
  const isDamage = facts.event.type === 'outage_or_attack'
  // Without a size nobody can say how much of a country's output is gone: "halts supplies" is not all of it, and a line
  // or a plant that the network lacks is no reason to stop all that its country brings up.
  const isTold = statesAmount(facts) || (assetsOf(facts).length === 0 && stopsOutput(facts))
  const givers = isTold && mayBeOutput(facts, named) ? (named.length > 0 ? named : suppliers) : []
  const output = () =>
    givers.flatMap((code) => wanted.flatMap((carrier) => targetOfOutput([code], carrier, input) ?? []))[0] ??
    null
  const deliveries = () => deliveriesLost(suppliers, buyers, wanted, input)
  return isDamage ? (output() ?? deliveries()) : (deliveries() ?? output())
}

/** It is production itself that halts, in one country. */
function stopsOutput(facts: EventFacts): boolean {
  return (
    countriesOf(facts).length === 1 &&
    facts.claims.some(
      ({ claim }) =>
        claim.event === 'supply_halt' && claim.cues.some((cue) => /^event:flow:(?:output|produc)/u.test(cue)),
    )
  )
}

function deliveriesLost(
  suppliers: readonly string[],
  buyers: readonly string[],
  wanted: readonly Carrier[],
  { atlas, network }: DeliveryInput,
): OutageTarget | null {
  for (const carrier of wanted) {
    for (const supplier of suppliers) {
      const found = buyers.flatMap((buyer) => {
        const links =
          buyer === supplier ? [] : bringing({ from: supplier, to: buyer, carrier }, { atlas, network })
        return links.length > 0 ? [{ buyer, links }] : []
      })
      if (found.length === 0) continue
      return borderTarget(
        {
          from: supplier,
          to: found.map(({ buyer }) => buyer),
          carrier,
          links: [...new Set(found.flatMap(({ links }) => links))],
        },
        atlas,
      )
    }
  }
  return null
}

/** Links with a flow from the supplier into the buyer; else, one country on, from one that the supplier feeds. */
function bringing(
  way: { readonly from: string; readonly to: string; readonly carrier: Carrier },
  { atlas, network }: World,
): readonly NetworkLink[] {
  const { carrier } = way
  const [supplier, buyer] = [new Set(atlas.zonesOf(way.from)), new Set(atlas.zonesOf(way.to))]
  const flowing = (from: ReadonlySet<string>, to: ReadonlySet<string>) =>
    linksBetween(network, carrier, from, to).filter(
      (link) => (link.flow?.value ?? 0) > 0 && link.closed_by === null,
    )
  const direct = flowing(supplier, buyer)
  if (direct.length > 0) return flowOf(flowing(buyer, supplier)) > flowOf(direct) ? [] : direct
  const between = network.links.filter(
    (link) =>
      link.carrier === carrier &&
      link.kind === 'pipeline' &&
      (link.flow?.value ?? 0) > 0 &&
      buyer.has(zoneOf(link.to)),
  )
  return between.filter((link) => {
    // Against the usual direction of a border comes whatever the neighbour has, not the supplier's own.
    const capacityOf = (from: string, to: string): number =>
      network.links
        .filter((one) => one.from === from && one.to === to)
        .reduce((total, one) => total + (one.capacity?.value ?? 0), 0)
    if (capacityOf(link.to, link.from) > capacityOf(link.from, link.to)) return false
    const through = atlas.tables.zones.find(({ id }) => id === zoneOf(link.from))
    return through !== undefined && flowing(supplier, new Set([through.id])).length > 0
  })
}

/** Carriers of the event; else those of its story. */
function carriersOfStory({ facts, story }: DeliveryInput): readonly Carrier[] {
  const own = carriersOf(facts)
  return own.length > 0 ? own : [...new Set(story.flatMap(carriersOf))]
}

function actorCountries(facts: EventFacts, atlas: Atlas): readonly string[] {
  return [...facts.refs]
    .filter((ref) => ref.startsWith('actors/'))
    .flatMap((ref) => {
      const row = atlas.row(ref)?.row
      if (row === undefined || !('country' in row) || row.country === '') return []
      // A body of states supplies nothing and buys nothing: its members do.
      return 'kind' in row && row.kind === 'organisation' && row.country.includes(' ')
        ? []
        : row.country.split(' ')
    })
}
