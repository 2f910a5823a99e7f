import type { Atlas } from '../../atlas/atlas.ts'
import type { Network } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import type { Question } from '../question.ts'
import type { Scenario, Shock } from '../scenario.ts'
import {
  type Among,
  draftIncrease,
  type IncreaseInput,
  type Route,
  roomOf,
  routeThrough,
} from './draft-increase.ts'

/**
 * Ways onward: from one of the named countries through another to a third, where all links carry something: to any
 * third where two are named, as reports that speak of transit seldom say to whom; else to those named.
 */
export function findOnwardRoutes(input: Among, countries: readonly string[]): readonly Route[] {
  const { atlas, through } = input
  const all = countries.length > 2 ? countries : atlas.tables.zones.map((zone) => zone.country)
  const pairs = countries
    .flatMap((a) => countries.filter((b) => b !== a).map((b) => [a, b] as const))
    .filter(([, b]) => through.length === 0 || through.includes(b))
  for (const carrier of input.carriers) {
    const output = (code: string): number => outputOf(input, carrier, code)
    // What passes through comes from the larger producer of the two.
    for (const [a, b] of [...pairs].sort((x, y) => output(y[0]) - output(x[0]))) {
      const thirds = [...new Set(all)].filter(
        (c) => c !== '' && (countries.length > 2 ? c !== a && c !== b : !countries.includes(c)),
      )
      const routes = thirds.flatMap((c) => routeThrough(input, carrier, [a, b, c]) ?? [])
      if (routes.length > 0) {
        return routes
          .sort((x, y) => (y.exit.flow?.value ?? 0) - (x.exit.flow?.value ?? 0))
          .slice(0, MOST_ROUTES)
      }
    }
  }
  return []
}

function outputOf(
  { atlas, network }: Pick<Among, 'atlas' | 'network'>,
  carrier: Carrier,
  code: string,
): number {
  const buses = new Set(atlas.zonesOf(code).map((zone) => `${zone}:${carrier}`))
  return network.supplies
    .filter((supply) => buses.has(supply.bus))
    .reduce((sum, supply) => sum + (supply.output?.value ?? 0), 0)
}

/** Onward routes that a reader can take in. */
const MOST_ROUTES = 4

/** More through a country to whoever is next: one scenario a third country, the roomiest first. */
export function draftOnward(
  input: Omit<IncreaseInput, 'route'> & { readonly routes: readonly Route[]; readonly atlas: Atlas },
): Question | null {
  const { routes, atlas, facts } = input
  const drafted = routes
    .flatMap((route) => {
      const question = draftIncrease({ ...input, route })
      const scenario = question?.scenarios[0]
      const room = roomOf(route)?.central ?? 0
      return question && scenario ? [{ route, question, scenario, room }] : []
    })
    .sort((x, y) => y.room - x.room)
  const [best] = drafted
  if (best === undefined) return null
  const nameOf = (code: string): string => atlas.nameOf(`countries/${code}`)
  const [from, through] = best.route.countries
  const idOf = (route: Route): string => `${route.entry.id}-to-${route.countries[2].toLowerCase()}`
  return {
    ...best.question,
    id: `${facts.event.id}-onward`,
    title: `More ${atlas.nameOf(`carriers/${best.route.carrier}`)} from ${nameOf(from)} through ${nameOf(through)}: how far each way onward goes`,
    subject: `links/${best.route.entry.id}`,
    links: [...new Set(drafted.flatMap(({ route }) => [route.entry.id, route.exit.id]))],
    scenarios: drafted.map(({ route, scenario }) => ({
      ...scenario,
      id: idOf(route),
      title: `More through ${nameOf(through)} to ${nameOf(route.countries[2])}`,
      shocks: [
        ...scenario.shocks.map((shock) => asFactor(shock, route)),
        ...takenBy(route, scenario, input.network),
      ],
    })),
    main: idOf(best.route),
  }
}

/** A nomination as a factor on the base flow of each season, so that the buyer's seasons stay those of the base. */
function asFactor(shock: Shock, { entry, exit }: Route): Shock {
  const base = [entry, exit].find((link) => shock.asset === `links/${link.id}`)?.flow?.value ?? 0
  if (shock.field !== 'flow' || base <= 0) return shock
  return {
    ...shock,
    low: shock.low / base,
    central: shock.central / base,
    high: shock.high / base,
    unit: '1',
  }
}

/** The buyer takes what comes: nobody says so, but without it there is no question. */
function takenBy(route: Route, scenario: Scenario, network: Network): readonly Shock[] {
  const nominated = scenario.shocks.find(
    ({ asset, field }) => field === 'flow' && asset === `links/${route.exit.id}`,
  )
  const buyers = network.demands.filter((demand) => demand.bus === route.exit.to && demand.rate.value > 0)
  const [buyer] = [...buyers].sort((a, b) => b.rate.value - a.rate.value)
  if (nominated === undefined || buyer === undefined) return []
  const base = route.exit.flow?.value ?? 0
  // A season's flow is at most its demand: by the share that the flow grows, what comes always finds use.
  const size = buyer.kind === 'final' ? Math.max(base, 1e-6) : buyer.rate.value
  const factor = (flow: number): number => 1 + Math.max(0, flow - base) / size
  return [
    {
      ...nominated,
      asset: `demands/${buyer.id}`,
      field: 'demand',
      low: factor(nominated.low),
      central: factor(nominated.central),
      high: factor(nominated.high),
      unit: '1',
    },
  ]
}
