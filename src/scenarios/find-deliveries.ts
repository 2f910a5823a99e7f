import type { Atlas } from '../atlas/atlas.ts'
import type { Carrier } from '../atlas/tables.ts'
import { assumptionOf } from './assumptions.ts'
import { familyOf } from './carrier-families.ts'
import { isPowerTheCause } from './carriers-told.ts'
import { statesAmount } from './claimed/claimed-falls.ts'
import {
  assetsOf,
  carriersOf,
  countriesOf,
  type EventFacts,
  homesOfCompanies,
  impliedCountries,
} from './event-facts.ts'
import { flowOf } from './network-parts.ts'
import type { StoryContext, World } from './story-context.ts'
import type { OutageTarget } from './target.ts'
import { borderTarget } from './targets/border-target.ts'
import { contractsOf, keptOf, linksOfContracts, type RouteInto, routeInto } from './targets/buyers-part.ts'
import { targetOfOutput } from './targets/outage-target.ts'
import { wayTold } from './targets/way-told.ts'
import { isOf, mayBeOutput } from './topics.ts'

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
  // Two companies of two countries are seller and buyer, whoever else the story names.
  const parties = [...new Set([...named, ...actorCountries(facts, atlas)])]
  const origins = originsOfTransit(facts, atlas)
  const buyers = (named.length > 0 || parties.length > 1 ? parties : told).filter(
    (code) => !origins.has(code),
  )
  const wanted = carriersOfStory(input)
  const isDamage = facts.event.type === 'outage_or_attack'
  // Without a size nobody can say how much of a country's output is gone: "halts supplies" is not all of it, and a line
  // or a plant that the network lacks is no reason to stop all that its country brings up.
  const isTold = statesAmount(facts) || (assetsOf(facts).length === 0 && stopsOutput(facts))
  const givers = isTold && mayBeOutput(facts, named) ? whoseOutput(facts, atlas, suppliers) : []
  const output = () =>
    givers.flatMap((code) => wanted.flatMap((carrier) => targetOfOutput([code], carrier, input) ?? []))[0] ??
    null
  const deliveries = () => deliveriesLost(suppliers, buyers, wanted, input)
  return isDamage ? (output() ?? deliveries()) : (deliveries() ?? output())
}

/**
 * Whose output is lost: that of whom the words name, of `others` where they name nobody; where the text's subject alone is
 * meant, which may be who struck it, that of the country of the company that tells it.
 */
export function whoseOutput(facts: EventFacts, atlas: Atlas, others: readonly string[]): readonly string[] {
  const named = countriesOf(facts)
  if (named.length === 0) return others
  const implied = new Set(facts.claims.flatMap((claim) => impliedCountries(claim, atlas)))
  const homes = named.every((code) => implied.has(code)) ? homesOfCompanies(facts, atlas) : []
  return homes.length > 0 ? homes : named
}

/** "The transit of Russian coal has stopped": whose it is does not buy it. */
function originsOfTransit(facts: EventFacts, atlas: Atlas): ReadonlySet<string> {
  const told = facts.claims.filter((claim) => isOf(claim, 'transit'))
  return new Set(told.flatMap((claim) => impliedCountries(claim, atlas)))
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

/** Deliveries from the first supplier that sends any buyer some of the first carrier; of a single buyer its part. */
export function deliveriesLost(
  suppliers: readonly string[],
  buyers: readonly string[],
  wanted: readonly Carrier[],
  { facts, atlas, network }: DeliveryInput,
): OutageTarget | null {
  const sent = wayTold(facts, facts.claims)
  for (const carrier of wanted) {
    const senders = carrier === 'power' && sent !== null ? [sent.from] : suppliers
    for (const supplier of senders) {
      const found = buyers.flatMap((buyer) => {
        const way = { from: supplier, to: buyer, carrier }
        const route = buyer === supplier ? null : routeInto(way, { atlas, network })
        return route === null ? [] : [{ way, route }]
      })
      const [only, second] = found
      if (only === undefined) continue
      const target = borderTarget(
        {
          from: supplier,
          to: found.map(({ way }) => way.to),
          carrier,
          links: [...new Set(found.flatMap(({ route }) => route.links))],
        },
        atlas,
      )
      return second === undefined
        ? partOfBuyer(target, only.way, { facts, atlas, network }, only.route)
        : target
    }
  }
  return null
}

/**
 * What one buyer has of what comes the same way: by its contract, else what it keeps and does not pass on. Where the
 * border's capacity is sold by the day to whoever asks, others may take what it leaves.
 */
function partOfBuyer(
  target: OutageTarget,
  way: { readonly from: string; readonly to: string; readonly carrier: Carrier },
  { facts, ...world }: World & { readonly facts: EventFacts },
  { between }: RouteInto,
): OutageTarget {
  const { atlas } = world
  const contracts = contractsOf(way, facts.refs, world)
  const isCompany =
    contracts !== null &&
    atlas.tables.actors.some(
      ({ id, kind, country }) => kind === 'company' && country === way.to && facts.refs.has(`actors/${id}`),
    )
  if (between === 0 && !isCompany) return target
  const carrying = linksOfContracts(target.carrying, contracts)
  const flow = flowOf(carrying)
  const take = contracts ?? keptOf(carrying, way, world)
  const share = flow > 0 ? take.rate / flow : 1
  const isGas = familyOf('gas').includes(way.carrier)
  return {
    ...target,
    carrying,
    ...(share > 0 && share < WHOLE
      ? {
          within: {
            name: `all ${atlas.nameOf(`carriers/${way.carrier}`)} that enters ${atlas.nameOf(`countries/${way.to}`)} this way`,
            share,
            because: take.because,
          },
        }
      : {}),
    ...(between > 0 && isGas && carrying.every(({ isAuctioned }) => isAuctioned === true)
      ? { released: assumptionOf(atlas, 'released-to-others') }
      : {}),
  }
}

/** From this share on it is all of it: figures of flows and of contracts do not agree so well. */
const WHOLE = 0.95

/** Carriers of the event; else those of its story. */
function carriersOfStory({ facts, story }: DeliveryInput): readonly Carrier[] {
  const own = carriersOf(facts).filter((carrier) => carrier !== 'power' || !isPowerTheCause(facts))
  // Uranium is no carrier of the programme: what else the story names is another matter.
  if (facts.refs.has('carriers/uranium') || facts.refs.has('carriers/nuclear')) return own
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
