import type { Atlas } from '../../atlas/atlas.ts'
import type { Network } from '../../atlas/network.ts'
import type { ScenarioRun } from '../../briefs/compose/answered.ts'
import { meanOver, type Stretch, stretchesOf } from '../../briefs/compose/over-time.ts'
import { assumptionOf, rangeOf } from '../../scenarios/assumptions.ts'
import { familyOf } from '../../scenarios/carrier-families.ts'
import { type PriceInterval, priceInterval } from '../../solve/answers/price-interval.ts'
import type { SolveResult } from '../../solve/result.ts'
import { liquefactionOf, type Market, marketFedBy } from './market-fed.ts'
import type { PricedQuestion } from './priced-question.ts'

/** Premises of short-run responses by carrier; a carrier without them gets no price change. */
export const shortResponses: Readonly<Record<string, { readonly demand: string; readonly supply: string }>> =
  {
    gas: { demand: 'elasticity-gas-demand-short', supply: 'elasticity-gas-supply-short' },
    lng: { demand: 'elasticity-gas-demand-short', supply: 'elasticity-gas-supply-short' },
  }

/** Under this share of a market a loss moves no price that could be told from noise. */
export const LEAST_SHARE = 0.0005

/** Volumes that no longer reach a market, per day. */
export interface Loss {
  /** What producers hold back or must store. */
  readonly gross: number
  /** The same less what stores of the market give instead: prices move less where stocks stand in. */
  readonly net: number
}

/**
 * The price at which demand and supply respond to what an outage keeps from the market over its first weeks, in
 * the market that the line feeds (oil has another, the world's). Null where no response is published, nobody is fed, or the
 * loss is lost in noise or as large as the market.
 */
export function priceOfLoss(run: ScenarioRun, of: PricedQuestion): ScenarioRun['priceChange'] {
  const { question, network, atlas } = of
  const premises = shortResponses[question.carrier]
  const [over] = stretchesOf(run.base.periods)
  if (premises === undefined || over === undefined) return null
  const market = marketFedBy(question, network, atlas)
  if (market === null) return null
  const losses = [run.low, run.central, run.high].map((result) => lossOf(result, run.base, of, over))
  return clearingOf(market, losses, { atlas, premises })
}

/** Premises of the responses that a market answers with. */
interface Premises {
  readonly demand: string
  readonly supply: string
}

/**
 * The interval of prices at which a market clears that loses volumes (below zero: gains), one for each of three runs;
 * null where the loss is lost in noise or as large as the market.
 */
export function clearingOf(
  market: Market,
  losses: readonly Loss[],
  { atlas, premises }: { readonly atlas: Atlas; readonly premises: Premises },
): ScenarioRun['priceChange'] {
  const demand = rangeOf(assumptionOf(atlas, premises.demand))
  const supply = rangeOf(assumptionOf(atlas, premises.supply))
  const largest = Math.max(...losses.map(({ gross }) => Math.abs(gross)))
  if (largest < LEAST_SHARE * market.volume || largest >= market.volume) return null
  const change = (lostVolume: number, ends: Ends): PriceInterval =>
    priceInterval({ marketVolume: market.volume, lostVolume, elasticities: ends })
  const point = (value: number) => ({ low: value, high: value })
  // Not both responses at the same extreme: one at its end, the other in its middle.
  const wide: readonly Ends[] = [
    { demand, supply: point(supply.central) },
    { demand: point(demand.central), supply },
  ]
  const all = losses.flatMap(({ gross, net }) =>
    wide.flatMap((ends) => [change(gross, ends), change(net, ends)]),
  )
  const middle = losses[1] ?? { gross: 0, net: 0 }
  const central = change((middle.gross + middle.net) / 2, {
    demand: point(demand.central),
    supply: point(supply.central),
  })
  return {
    zone: market.name,
    low: Math.min(...all.map(({ low }) => low)),
    central: (central.low + central.high) / 2,
    high: Math.max(...all.map(({ high }) => high)),
    because: [`assumption:${premises.demand}`, `assumption:${premises.supply}`, ...market.because],
  }
}

type Ends = Parameters<typeof priceInterval>[0]['elasticities']

/** Mean loss over a stretch. */
export function lossOf(
  result: SolveResult,
  base: SolveResult,
  { question, network }: Pick<PricedQuestion, 'question' | 'network'>,
  over: Stretch,
): Loss {
  if (liquefactionOf(question, network).length > 0) return lngLost(result, base, network, over)
  const family: readonly string[] = question.carrier === 'crude' ? ['crude'] : familyOf(question.carrier)
  const isOwn = (bus: string): boolean => family.includes(bus.slice(bus.lastIndexOf(':') + 1))
  const heldBack = network.supplies
    .filter((one) => isOwn(one.bus) && one.kind === 'production')
    .reduce((sum, { id }) => {
      const change =
        meanOver(result.output.get(id), result.periods, over) -
        meanOver(base.output.get(id), base.periods, over)
      return sum + Math.max(0, -change)
    }, 0)
  const { stored, drawn } = stockChanges(
    result,
    base,
    network.stores.filter(({ bus }) => isOwn(bus)),
    over,
  )
  const gross = heldBack + stored
  return { gross, net: Math.max(0, gross - drawn) }
}

/** What stores hold more, and what others hold less, at the end of a stretch than in the base; by the day. */
export function stockChanges(
  result: SolveResult,
  base: SolveResult,
  stores: Network['stores'],
  over: Stretch,
): { readonly stored: number; readonly drawn: number } {
  const changes = stores.map(
    ({ id }) => (levelAfter(result, id, over) - levelAfter(base, id, over)) / (over.to - over.from),
  )
  return {
    stored: changes.reduce((sum, change) => sum + Math.max(0, change), 0),
    drawn: changes.reduce((sum, change) => sum + Math.max(0, -change), 0),
  }
}

/** LNG that is not made, less in the lower case what other plants make instead. */
function lngLost(result: SolveResult, base: SolveResult, network: Network, over: Stretch): Loss {
  const changes = network.conversions
    .filter(({ from, to }) => from.endsWith(':gas') && to.endsWith(':lng'))
    .map(({ id, efficiency }) => {
      const of = (run: SolveResult): number => meanOver(run.converted.get(id), run.periods, over)
      return efficiency * (of(result) - of(base))
    })
  const gross = changes.reduce((sum, change) => sum + Math.max(0, -change), 0)
  const more = changes.reduce((sum, change) => sum + Math.max(0, change), 0)
  return { gross, net: Math.max(0, gross - more) }
}

/** Level at the end of a stretch; periods end with it. */
function levelAfter(result: SolveResult, store: string, over: Stretch): number {
  const levels = result.level.get(store)
  let day = 0
  let last = 0
  for (const [index, period] of result.periods.entries()) {
    day += period.days
    if (day > over.to) break
    last = levels?.[index] ?? 0
  }
  return last
}
