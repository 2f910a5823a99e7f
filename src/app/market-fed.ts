import type { Atlas } from '../atlas/atlas.ts'
import type { Network } from '../atlas/network.ts'
import type { Question } from '../scenarios/question.ts'

export interface Market {
  readonly name: string
  /** Final demand, in model units a day. */
  readonly volume: number
  readonly because: readonly string[]
}

/**
 * The final demand that can be reached from where a line ends without passing through the country it comes from. What
 * goes by sea as LNG reaches the gas behind the terminals too. Null where nobody is reached.
 */
export function marketFedBy(question: Question, network: Network, atlas: Atlas): Market | null {
  const ways = waysOf(question, network)
  const own = network.links.filter((link) => question.links.includes(link.id))
  const zoneOf = (bus: string): string => bus.slice(0, bus.lastIndexOf(':'))
  const countryOf = (bus: string): string =>
    atlas.tables.zones.find((zone) => zone.id === zoneOf(bus))?.country ?? ''
  const isFrom = new Set(own.map((link) => countryOf(link.from)).filter((code) => code !== ''))
  const reached = new Set(own.map((link) => link.to))
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const way of ways) {
      if (isFrom.has(countryOf(way.from)) || isFrom.has(countryOf(way.to))) continue
      // What flows into the market or out of it belongs to it; a producer at the far end adds no demand of its own.
      if (reached.has(way.from)) reached.add(way.to)
    }
  }
  const demands = network.demands.filter((demand) => demand.kind === 'final' && reached.has(demand.bus))
  const volume = demands.reduce((sum, demand) => sum + demand.rate.value, 0)
  if (!(volume > 0)) return null
  const largest = [...demands].sort((a, b) => b.rate.value - a.rate.value).slice(0, 2)
  return {
    name: 'the market that it feeds',
    volume,
    because: largest.map((demand) => demand.rate.because),
  }
}

function waysOf(
  question: Question,
  network: Network,
): readonly { readonly from: string; readonly to: string }[] {
  if (question.carrier !== 'lng') return network.links.filter((link) => link.carrier === question.carrier)
  return [
    ...network.links.filter((link) => link.carrier === 'lng' || link.carrier === 'gas'),
    ...network.conversions.filter((plant) => plant.from.endsWith(':lng') && plant.to.endsWith(':gas')),
  ]
}
