import { rateUnits } from '../../atlas/figures.ts'
import type { NetworkLink } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import { capitalised } from '../../core/listed.ts'
import { assumptionOf, rangeOf } from '../assumptions.ts'
import { familyOf } from '../carrier-families.ts'
import { countriesThrough } from '../event-facts.ts'
import { netExport } from '../net-export.ts'
import { flowOf, usableCapacity, zoneOf } from '../network-parts.ts'
import { ofOneScenario } from '../of-one-scenario.ts'
import type { AddedRow, Question } from '../question.ts'
import { spread } from '../rises/draft-line-rise.ts'
import type { Assumption, Scenario, Shock } from '../scenario.ts'
import type { StoryContext, World } from '../story-context.ts'
import { routeInto } from '../targets/buyers-part.ts'
import { type ContractTerms, contractTerms } from './contract-terms.ts'

/** A year: a contract lasts, and storage is filled and emptied once. */
const DAYS = 365

/**
 * A contract of supply that is signed or talked about: what it adds, or moves from others to its buyer. It says who sells to whom before it
 * says that more is brought up: between nothing new and all of it is added at the seller, and where a line leads to the
 * buyer so much is nominated on it, as far as it can carry. Null where the terms are not told.
 */
export function contractQuestion(context: StoryContext): Question | null {
  const terms = contractTerms(context)
  const bus = terms === null ? null : sendingBus(terms, context)
  if (terms === null || bus === null) return null
  const way = terms.buyer === null ? [] : wayInto(terms, terms.buyer, context)
  // "Through Iran", where the atlas has nothing that way: it says so.
  const isElsewhere = way.length === 0 && countriesThrough(context.facts, context.atlas).length > 0
  return isElsewhere ? null : draftContract({ ...terms, bus, way }, context)
}

interface RoutedTerms extends ContractTerms {
  /** Where the seller's country sends most of it from. */
  readonly bus: string
  /** The links by which it comes to the buyer; empty where none lead there. */
  readonly way: readonly NetworkLink[]
}

function draftContract(terms: RoutedTerms, context: StoryContext): Question {
  const { facts, atlas, network } = context
  const { carrier, seller, buyer, bus, way } = terms
  const nameOf = (code: string): string => atlas.nameOf(`countries/${code}`)
  const what = atlas.nameOf(`carriers/${carrier}`)
  const name = `${what} from ${nameOf(seller)}${buyer === null ? '' : ` to ${nameOf(buyer)}`}`
  const size: Assumption = {
    id: 'contract-size',
    statement: `The contract is for so much ${name}, as the reports tell it`,
    low: terms.low,
    central: (terms.low + terms.high) / 2,
    high: terms.high,
    unit: rateUnits[carrier],
    status: 'reported',
    because: [terms.because],
  }
  const part = assumptionOf(atlas, 'contract-new-supply')
  const because = [...new Set([terms.because, ...facts.claims.map((claim) => claim.because)])]
  const stem = [seller, buyer ?? 'all', carrier, 'contract'].join('-').toLowerCase()
  const added: AddedRow = {
    table: 'supplies',
    id: stem,
    name: `What the contract adds in ${nameOf(seller)}`,
    bus,
    to: null,
    efficiency: 1,
    because: 'assumption:contract-new-supply',
  }
  const scenario: Scenario = {
    id: stem,
    title: `The contract for ${name} is delivered`,
    network_date: network.as_of,
    start: terms.from,
    days: DAYS,
    belief_days: DAYS,
    shocks: [newSupply(added, size, part, terms.from), ...nominated(way, size, terms.from)],
    assumptions: [size, part, ...(terms.odds === null ? [] : [terms.odds])],
    watch: [...new Set(way.map(({ to }) => to))],
  }
  return {
    id: `${facts.event.id}-contract-${carrier}`,
    kind: 'rise',
    title: `${capitalised(name)}: what a contract adds, and what it only moves`,
    ...ofOneScenario(facts, scenario, network.as_of),
    because,
    subject: `countries/${stem}`,
    subjectName: name,
    carrier,
    links: [],
    plants: [`supplies/${added.id}`],
    cause: 'cut',
    added: [added],
    contract: {
      low: terms.low,
      high: terms.high,
      odds: terms.odds === null ? null : rangeOf(terms.odds),
      isTalked: facts.event.type === 'negotiation',
      buyer: buyer === null ? null : { name: nameOf(buyer), uses: usedIn(buyer, carrier, context) },
      way: way.length === 0 ? null : { name: wayName(way), free: freeOn(way) },
      isPooled: buyer !== null && landsCargoes(buyer, carrier, context),
    },
  }
}

/** Nothing of it is new, by the premise a part, or all. */
function newSupply(row: AddedRow, size: Assumption, part: Assumption, from: Shock['from']): Shock {
  const [sizes, parts] = [rangeOf(size), rangeOf(part)]
  return {
    asset: `supplies/${row.id}`,
    field: 'supply',
    low: sizes.low * parts.low,
    central: sizes.central * parts.central,
    high: sizes.high * parts.high,
    unit: size.unit ?? '1',
    from,
    to: null,
    status: 'estimated',
    because: [...size.because, ...part.because],
  }
}

/** In the lowest case the buyer gets under a new name what came before; else as much more comes its way. */
function nominated(way: readonly NetworkLink[], size: Assumption, from: Shock['from']): readonly Shock[] {
  const { central, high } = rangeOf(size)
  const [middle, most] = [central, high].map((more) => spread(way, flowOf(way) + more))
  return way.map((link, at): Shock => {
    return {
      asset: `links/${link.id}`,
      field: 'flow',
      low: flowOf([link]),
      central: middle?.[at] ?? 0,
      high: most?.[at] ?? 0,
      unit: link.flow?.unit ?? size.unit ?? '1',
      from,
      to: null,
      status: 'estimated',
      because: size.because,
    }
  })
}

/** The links by which the seller's energy comes to the buyer, the one with most room first; of cargoes none. */
function wayInto({ seller, carrier }: ContractTerms, buyer: string, world: World): readonly NetworkLink[] {
  const links = routeInto({ from: seller, to: buyer, carrier }, world)?.links ?? []
  return links.filter((link) => !isAtSea(link)).sort((a, b) => freeOf(b) - freeOf(a))
}

function isAtSea({ kind }: NetworkLink): boolean {
  return kind === 'sea' || kind === 'market'
}

/** Whether a country takes cargoes of a carrier from a sea, on which nobody's are known from another's. */
function landsCargoes(code: string, carrier: Carrier, { atlas, network }: World): boolean {
  const own = new Set(atlas.zonesOf(code))
  return network.links.some(
    (link) => isAtSea(link) && link.carrier === carrier && own.has(zoneOf(link.to)) && flowOf([link]) > 0,
  )
}

function freeOf(link: NetworkLink): number {
  return Math.max(0, (usableCapacity(link) ?? Number.POSITIVE_INFINITY) - flowOf([link]))
}

/** What links have free together; null where one of them has no known limit. */
function freeOn(way: readonly NetworkLink[]): number | null {
  const free = way.reduce((sum, link) => sum + freeOf(link), 0)
  return Number.isFinite(free) ? free : null
}

function wayName(way: readonly NetworkLink[]): string {
  return way.length === 1 ? (way[0]?.name ?? '') : `the ${way.length} ways into it`
}

/** The bus of the seller's country from which most of the carrier leaves. */
function sendingBus({ seller, carrier }: ContractTerms, { atlas, network }: World): string | null {
  const own = new Set(atlas.zonesOf(seller))
  const sent = new Map<string, number>()
  for (const link of network.links) {
    if (link.carrier !== carrier || !own.has(zoneOf(link.from)) || own.has(zoneOf(link.to))) continue
    sent.set(link.from, (sent.get(link.from) ?? 0) + flowOf([link]))
  }
  const [first] = [...sent].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return first?.[0] ?? null
}

/** What a country uses of a carrier by the day, LNG with the gas that it becomes: its own and what comes in over what leaves. */
function usedIn(code: string, carrier: Carrier, world: World): number {
  const zones = new Set(world.atlas.zonesOf(code))
  const family = carrier === 'lng' || carrier === 'gas' ? familyOf('gas') : [carrier]
  return family.reduce((sum, one) => {
    const made = world.network.supplies
      .filter(({ kind, bus }) => kind === 'production' && zones.has(zoneOf(bus)) && bus.endsWith(`:${one}`))
      .reduce((all, { output }) => all + (output?.value ?? 0), 0)
    return sum + made - netExport(code, one, world)
  }, 0)
}
