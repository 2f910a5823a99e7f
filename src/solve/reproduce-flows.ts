import type { Highs } from 'highs'
import type { Network } from '../atlas/network.ts'
import type { CalendarDate } from '../core/time.ts'
import { indexNetwork } from './network-index.ts'
import type { Trust } from './observation.ts'
import type { RunLimits } from './optimise.ts'
import { reconcile } from './reconcile.ts'
import { seasonsOf } from './season.ts'
import { timeGrid } from './time-grid.ts'

/** A stretch of days whose mean flows are wanted. */
export interface FlowQuestion {
  /** First day. */
  readonly start: CalendarDate
  /** At least 1. */
  readonly days: number
  /** Absent: nothing was metered over these days, and flows are all of an earlier period. */
  readonly metered?: {
    /** Ids of links, demands and supplies whose figures were metered over these very days. */
    readonly rows: ReadonlySet<string>
    /** Ids of links whose flow figure is that of the month before; figures of other links are older. */
    readonly lately: ReadonlySet<string>
  }
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
  metered: { flow: 0.04, cargo: 0.02, older: 0, plants: 0.02, use: 0.1, market: 0.02 },
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
): ReadonlyMap<string, number> {
  const isYear = question.days >= YEAR_DAYS
  const asked = isYear ? overTheYear(network) : network
  const { seasons } = seasonsOf(timeGrid('months', question.start, isYear ? 30 : question.days))
  const reconciled = reconcile(highs, indexNetwork(asked), seasons, limits, trustIn(question, asked))
  const days = seasons.reduce((sum, season) => sum + season.days, 0)
  return new Map(
    network.links.map((link, item) => [
      link.id,
      seasons.reduce(
        (sum, season, s) => sum + ((reconciled.flow[item * seasons.length + s] ?? 0) * season.days) / days,
        0,
      ),
    ]),
  )
}

function trustIn({ days, metered }: FlowQuestion, { links, supplies }: Network): Trust {
  const share = trustOf[metered ? 'metered' : days > SEASON_DAYS ? 'year' : 'month']
  const markets = new Set(supplies.filter((supply) => supply.kind === 'market').map((supply) => supply.id))
  const cargoes = new Set(links.filter((link) => link.carrier === 'lng').map((link) => link.id))
  const earlier = (link: string) => (cargoes.has(link) ? share.cargo : share.flow)
  const isMetered = (id: string) => metered?.rows.has(id) === true
  return {
    flow: (link) => (isMetered(link) ? 1 : metered?.lately.has(link) === false ? share.older : earlier(link)),
    plants: share.plants,
    isNewFlowDear: metered !== undefined,
    use: (demand) => (isMetered(demand) ? 1 : share.use),
    output: (supply) => (markets.has(supply) && !isMetered(supply) ? share.market : 1),
  }
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
