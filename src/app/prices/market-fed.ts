import type { Atlas } from '../../atlas/atlas.ts'
import type { Network, NetworkConversion } from '../../atlas/network.ts'
import type { Question } from '../../scenarios/question.ts'

export interface Market {
  readonly name: string
  /** Final demand, in model units a day. */
  readonly volume: number
  readonly because: readonly string[]
}

/**
 * The final demand that can be reached from where a line ends without passing through the country it comes from. What
 * goes by sea as LNG, or is made into it by a struck plant, reaches the gas behind the terminals too. Null where nobody is reached.
 */
export function marketFedBy(question: Question, network: Network, atlas: Atlas): Market | null {
  const liquefying = liquefactionOf(question, network)
  const ways = waysOf(question.carrier === 'lng' || liquefying.length > 0, question, network)
  const links = network.links.filter((link) => question.links.includes(link.id))
  // LNG made in a country leaves it by sea.
  const shipped = network.links.filter(({ from }) => liquefying.some((plant) => plant.to === from))
  const own: readonly Way[] = liquefying.length > 0 ? shipped : links
  const zoneOf = (bus: string): string => bus.slice(0, bus.lastIndexOf(':'))
  const countryOf = (bus: string): string =>
    atlas.tables.zones.find((zone) => zone.id === zoneOf(bus))?.country ?? ''
  // Of a line that can run both ways the way that it runs; sections in a row come from where the first begins.
  const flowing = links.filter(({ flow }) => (flow?.value ?? 0) > 0)
  const carrying: readonly Way[] = own === links && flowing.length > 0 ? flowing : own
  const isInner = (way: Way): boolean => carrying.some(({ to }) => to === way.from)
  const isFrom = new Set(carrying.filter((way) => !isInner(way)).flatMap((way) => countryOf(way.from) || []))
  const reached = new Set(carrying.map((way) => way.to))
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const way of ways) {
      if (isFrom.has(countryOf(way.from)) || isFrom.has(countryOf(way.to))) continue
      // What flows into the market or out of it belongs to it; a producer at the far end adds no demand of its own.
      if (reached.has(way.from)) reached.add(way.to)
    }
  }
  return marketOf(
    liquefying.length > 0 ? 'the markets that it sends LNG to' : 'the market that it feeds',
    reached,
    network,
  )
}

/** The final demand that is joined to some buses by links of their carrier that carry something, either way. */
export function marketAround(buses: readonly string[], network: Network): Market | null {
  const reached = new Set(buses)
  const flowing = network.links.filter(
    ({ carrier, flow }) => buses.some((bus) => bus.endsWith(`:${carrier}`)) && (flow?.value ?? 0) > 0,
  )
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const { from, to } of flowing) {
      if (reached.has(from)) reached.add(to)
      if (reached.has(to)) reached.add(from)
    }
  }
  return marketOf('the market that it is part of', reached, network)
}

function marketOf(name: string, reached: ReadonlySet<string>, network: Network): Market | null {
  const demands = network.demands.filter((demand) => demand.kind === 'final' && reached.has(demand.bus))
  const volume = demands.reduce((sum, demand) => sum + demand.rate.value, 0)
  if (!(volume > 0)) return null
  const largest = [...demands].sort((a, b) => b.rate.value - a.rate.value).slice(0, 2)
  return { name, volume, because: largest.map((demand) => demand.rate.because) }
}

interface Way {
  readonly from: string
  readonly to: string
}

/** The plants of a question that make LNG for others: their market is where cargoes go. */
export function liquefactionOf({ plants }: Question, network: Network): readonly NetworkConversion[] {
  return network.conversions.filter(
    ({ id, from, to }) =>
      plants.includes(`conversions/${id}`) && from.endsWith(':gas') && to.endsWith(':lng'),
  )
}

function waysOf(isBySea: boolean, { carrier }: Question, network: Network): readonly Way[] {
  if (!isBySea) return network.links.filter((link) => link.carrier === carrier)
  return [
    ...network.links.filter((link) => link.carrier === 'lng' || link.carrier === 'gas'),
    ...network.conversions.filter((plant) => plant.from.endsWith(':lng') && plant.to.endsWith(':gas')),
  ]
}
