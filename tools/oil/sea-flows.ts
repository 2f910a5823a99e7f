import { gravityPrior } from '../../src/atlas/gravity-prior.ts'
import { routeChoice } from '../../src/atlas/route-choice.ts'
import { readAffinities, readSeaLegs } from './read-tables.ts'

export interface Port {
  readonly zone: string
  readonly basin: string
  readonly volume: number
}

/** Decay of trade with distance and of a route's share with its length, per km; set once against the chokepoints of 2023. */
const DETERRENCE = 0.00012
const ROUTE_THETA = 0.0002
/** A voyage inside one basin, km. */
const INSIDE = 1500

const legs = readSeaLegs()
const affinities = readAffinities()

/**
 * Flow by leg: pairs by the gravity prior over the margins of the ports, spread over sea routes by their length.
 * The side with the larger sum is scaled down to the other, which moves margins by less than a thousandth.
 */
export function seaFlows(
  carrier: string,
  year: number,
  exports: readonly Port[],
  imports: readonly Port[],
): ReadonlyMap<string, number> {
  const open = legs.filter((leg) => leg.carriers.includes(carrier))
  const choice = cached((from, to) =>
    routeChoice(
      open.map((leg) => ({ ...leg, hindrance: leg.hindrance(year, carrier) })),
      from,
      to,
      ROUTE_THETA,
    ),
  )
  const weights = affinities.filter((row) => row.carriers.includes(carrier))
  const [sent, taken] = [total(exports), total(imports)]
  const pairs = gravityPrior({
    supply: exports.map((port) => port.volume),
    demand: imports.map((port) => (port.volume * sent) / taken),
    distance: (i, j) => {
      const routes = choice(exports[i]?.basin ?? '', imports[j]?.basin ?? '')
      return Math.min(...routes.map((route) => route.distance)) + INSIDE
    },
    affinity: (i, j) => {
      const [from, to] = [exports[i]?.zone ?? '', imports[j]?.zone ?? '']
      return weights.reduce(
        (weight, row) => (row.from.has(from) && row.to.has(to) ? weight * row.weight : weight),
        1,
      )
    },
    deterrence: DETERRENCE,
  })
  const flows = new Map(open.map((leg) => [leg.id, 0]))
  pairs.forEach((row, i) => {
    row.forEach((volume, j) => {
      for (const route of choice(exports[i]?.basin ?? '', imports[j]?.basin ?? ''))
        for (const leg of route.legs) flows.set(leg, (flows.get(leg) ?? 0) + volume * route.share)
    })
  })
  return flows
}

function total(ports: readonly Port[]): number {
  return ports.reduce((sum, port) => sum + port.volume, 0)
}

function cached<T>(of: (from: string, to: string) => T): (from: string, to: string) => T {
  const known = new Map<string, T>()
  return (from, to) => {
    const key = `${from}>${to}`
    const before = known.get(key)
    if (before !== undefined) return before
    const value = of(from, to)
    known.set(key, value)
    return value
  }
}
