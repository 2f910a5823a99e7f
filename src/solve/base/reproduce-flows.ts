import type { Highs } from 'highs'
import type { Network } from '../../atlas/network.ts'
import type { CalendarDate } from '../../core/time.ts'
import type { RunLimits } from '../linear/optimise.ts'
import { indexNetwork } from '../network/network-index.ts'
import { seasonsOf } from '../network/season.ts'
import { timeGrid } from '../time-grid.ts'
import { type Trust, WEIGHT_SCALE } from './observation.ts'
import { reconcile } from './reconcile.ts'

/** A stretch of days whose mean flows are wanted. */
export interface FlowQuestion {
  /** First day. */
  readonly start: CalendarDate
  /** At least 1. */
  readonly days: number
  /** Absent: nothing was metered over these days, and flows are all of an earlier period. */
  readonly metered?: Metered
}

export interface Metered {
  /** Ids of links, demands and supplies whose figures were metered over these very days. */
  readonly rows: ReadonlySet<string>
  /** Ids of links whose flow figure is that of the month before; figures of other links are older. */
  readonly lately: ReadonlySet<string>
  /** By bus whose use was metered: by how much its balance missed the month before, above zero a source. */
  readonly differences: ReadonlyMap<string, number>
}

/** Means over the days, in the rate unit of the carrier. */
export interface ReproducedFlows {
  /** By link. */
  readonly flows: ReadonlyMap<string, number>
  /** By supply. */
  readonly outputs: ReadonlyMap<string, number>
  /** By bus: above zero a source that no row explains. */
  readonly differences: ReadonlyMap<string, number>
}

/**
 * Flow figures of an earlier year say how gas and oil usually go, not how much there is this time; those of the month
 * before say more than the use of a month, which is that of a year spread by an assumed curve. Assumed; the figures for
 * months were chosen on January to May 2022.
 *
 * Where the rest of the month is metered, a flow of the month before only decides between plans that the meters leave
 * open: metered balances close within some hundredths, flows change by a quarter from month to month. Older flows count
 * as what nobody observed, cargoes of the month before say less than what a pipe carried, and offers of a market take
 * what is asked of them. Chosen on February and March 2022.
 */
const trustOf = {
  year: { flow: 0.02, cargo: 0.02, older: 0.02, plants: 0.02, use: 1, market: 1 },
  month: { flow: 0.2, cargo: 0.2, older: 0.2, plants: 0.02, use: 0.1, market: 1 },
  metered: { flow: 0.02, cargo: 0.02, older: 0, plants: 0.02, use: 0.1, market: 0.02 },
} as const
/** Up to this length the flows of just before say more than the use of a year, spread over its months. */
const SEASON_DAYS = 92
/** From this length on a stretch counts as a year, over which stores give back what they took. */
const YEAR_DAYS = 360

/**
 * Mean flow of each link over the days, in the rate unit of its carrier: the reconciled base of the network, whose
 * flow figures are those of an earlier period (the caller sees to it) and count for little. Over a year the stores
 * come out even; over less they give what they can.
 */
export function reproduceFlows(
  highs: Highs,
  network: Network,
  question: FlowQuestion,
  limits: RunLimits,
): ReproducedFlows {
  const isYear = question.days >= YEAR_DAYS
  const asked = isYear ? overTheYear(network) : network
  const { seasons } = seasonsOf(timeGrid('months', question.start, isYear ? 30 : question.days))
  const reconciled = reconcile(highs, indexNetwork(asked), seasons, limits, trustIn(question, asked))
  const days = seasons.reduce((sum, season) => sum + season.days, 0)
  const mean = (values: Float64Array, item: number) =>
    seasons.reduce(
      (sum, season, s) => sum + ((values[item * seasons.length + s] ?? 0) * season.days) / days,
      0,
    )
  return {
    flows: new Map(network.links.map(({ id }, item) => [id, mean(reconciled.flow, item)])),
    outputs: new Map(network.supplies.map(({ id }, item) => [id, mean(reconciled.output, item)])),
    differences: new Map(network.buses.map(({ id }, item) => [id, mean(reconciled.difference, item)])),
  }
}

function trustIn({ days, metered }: FlowQuestion, network: Network): Trust {
  const { links, supplies } = network
  const share = trustOf[days > SEASON_DAYS ? 'year' : metered ? 'metered' : 'month']
  const markets = new Set(supplies.filter((supply) => supply.kind === 'market').map((supply) => supply.id))
  const cargoes = new Set(links.filter((link) => link.carrier === 'lng').map((link) => link.id))
  const earlier = (link: string) => (cargoes.has(link) ? share.cargo : share.flow)
  const isMetered = (id: string) => metered?.rows.has(id) === true
  return {
    flow: (link) => (isMetered(link) ? 1 : metered?.lately.has(link) === false ? share.older : earlier(link)),
    plants: share.plants,
    isNewFlowDear: metered !== undefined,
    use: (demand) => (isMetered(demand) ? 1 : share.use),
    output: (supply) => {
      if (isMetered(supply)) return 1
      if (markets.has(supply)) return share.market
      return metered && days > SEASON_DAYS ? share.flow : 1
    },
    ...(metered && ofBalances(network, metered)),
  }
}

/**
 * A balance misses by what it missed before, less three tenths; 5 GWh a day and 1 % of what passes the zone more or less
 * count as much as 1.5 % of a metered flow. Chosen on February and March 2022.
 */
const MISS = { carried: 0.7, least: 5, share: 0.01, trust: 0.15 }

function ofBalances(network: Network, { differences }: Metered): Pick<Trust, 'difference'> {
  const turnover = turnovers(network)
  return {
    difference: (bus) => {
      const learned = differences.get(bus)
      if (learned === undefined) return null
      const size = MISS.least + MISS.share * (turnover.get(bus) ?? 0)
      return { expected: MISS.carried * learned, weight: (WEIGHT_SCALE * MISS.trust) / size }
    },
  }
}

/** What passes each bus by the figures of the network: the larger of what comes and what goes. */
function turnovers({ links, supplies, demands }: Network): ReadonlyMap<string, number> {
  const [into, outOf] = [new Map<string, number>(), new Map<string, number>()]
  const add = (sums: Map<string, number>, bus: string, value: number | undefined) =>
    sums.set(bus, (sums.get(bus) ?? 0) + (value ?? 0))
  for (const { from, to, flow } of links) {
    add(outOf, from, flow?.value)
    add(into, to, flow?.value)
  }
  for (const { bus, output } of supplies) add(into, bus, output?.value)
  for (const { bus, rate } of demands) add(outOf, bus, rate.value)
  return new Map(
    [...into.keys(), ...outOf.keys()].map((bus) => [bus, Math.max(into.get(bus) ?? 0, outOf.get(bus) ?? 0)]),
  )
}

/** Mean rates of a year: no stores, no months. */
function overTheYear(network: Network): Network {
  return {
    ...network,
    stores: [],
    supplies: network.supplies.map((supply) => ({ ...supply, profile: [] })),
    demands: network.demands.map((demand) => ({ ...demand, profile: [] })),
  }
}

export interface ErrorSummary {
  readonly count: number
  /** Relative errors, 0.1 is ten percent; null without rows. */
  readonly median: number | null
  readonly p90: number | null
}

/** Median and 90th percentile, both by linear interpolation between order statistics. */
export function summariseErrors(errors: readonly number[]): ErrorSummary {
  const sorted = [...errors].sort((a, b) => a - b)
  return { count: sorted.length, median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) }
}

function quantile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null
  const at = share * (sorted.length - 1)
  const below = sorted[Math.floor(at)] ?? 0
  const above = sorted[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}
