import type { Network } from '../../atlas/network.ts'
import type { Answered, ImpliedChange, ScenarioRun } from '../../briefs/compose/answered.ts'
import { meanOver, stretchesOf } from '../../briefs/compose/over-time.ts'
import { formatGiven, formatRange } from '../../briefs/number-format.ts'
import { assumptionOf, rangeOf } from '../../scenarios/assumptions.ts'
import { impliedProbabilityChange } from '../../solve/answers/implied-probability.ts'
import { priceInterval } from '../../solve/answers/price-interval.ts'
import type { SolveResult } from '../../solve/result.ts'
import { marketFedBy } from './market-fed.ts'
import { oilPriceChange } from './oil-answers.ts'
import { priceOfChange } from './price-of-change.ts'
import { priceOfLoss } from './price-of-loss.ts'
import type { PricedQuestion } from './priced-question.ts'

/** Premises of price responses by carrier; a carrier without them gets no price change. */
const responses: Readonly<Record<string, { demand: string; supply: string }>> = {
  gas: { demand: 'elasticity-gas-demand-year', supply: 'elasticity-gas-supply-year' },
}

/** Change of the price in a market, from published responses to the volume that comes or goes; null where none is known. */
export function priceChange(
  run: ScenarioRun,
  of: PricedQuestion & { readonly world: Network },
): ScenarioRun['priceChange'] {
  // Oil has one market, and its price is that of the balancing block or none.
  if (of.question.carrier === 'crude' || of.question.carrier === 'products')
    return oilPriceChange({ run, ...of })
  switch (of.question.kind) {
    case 'outage':
    case 'restart':
      return priceOfLoss(run, of)
    case 'demand':
    case 'rise':
      return priceOfChange(run, of)
    default:
      return priceOfReturn(run, of)
  }
}

/** The volume that a line brings back, in the market that it feeds. */
function priceOfReturn(
  run: ScenarioRun,
  { question, network, atlas }: PricedQuestion,
): ScenarioRun['priceChange'] {
  const premises = responses[question.carrier]
  if (question.kind !== 'return' || premises === undefined) return null
  const market = marketFedBy(question, network, atlas)
  const over = stretchesOf(run.base.periods).at(-1)
  if (market === null || over === undefined) return null
  const flow = (result: SolveResult): number =>
    question.links.reduce((sum, id) => sum + meanOver(result.flow.get(id), result.periods, over), 0)
  const gained = [run.low, run.central, run.high].map((result) => flow(result) - flow(run.base))
  const demand = rangeOf(assumptionOf(atlas, premises.demand))
  const supply = rangeOf(assumptionOf(atlas, premises.supply))
  const change = (
    volume: number,
    ends: { demand: { low: number; high: number }; supply: { low: number; high: number } },
  ) => priceInterval({ marketVolume: market.volume, lostVolume: -volume, elasticities: ends })
  const wide = { demand, supply }
  const middle = {
    demand: { low: demand.central, high: demand.central },
    supply: { low: supply.central, high: supply.central },
  }
  const all = gained.map((volume) => change(volume, wide))
  const central = change(gained[1] ?? 0, middle)
  return {
    zone: market.name,
    low: Math.min(...all.map((interval) => interval.low)),
    central: (central.low + central.high) / 2,
    high: Math.max(...all.map((interval) => interval.high)),
    because: [`assumption:${premises.demand}`, `assumption:${premises.supply}`, ...market.because],
  }
}

/** What the observed move of the market would say of the probability of the full return; null where none is told. */
export function impliedChange(answered: Answered): ImpliedChange | null {
  const { question, runs, atlas } = answered
  const move = question.observedMove
  const full = runs.find((run) => run.scenario.id.endsWith('full-lifted'))?.priceChange
  if (move === null || full == null) return null
  const control = rangeOf(assumptionOf(atlas, 'market-control'))
  const prior = rangeOf(assumptionOf(atlas, 'return-prior'))
  const implied = impliedProbabilityChange({
    observedMove: [move.percent - control.high, move.percent - control.low],
    modelledFull: [full.low, full.high],
    prior: [prior.low, prior.high],
  })
  const modelled = formatRange(full.low, full.high, '%')
  const because = [move.because, 'assumption:market-control', 'assumption:return-prior', ...full.because]
  if (implied.kind === 'not_identified') {
    return {
      low: 0,
      high: 0,
      identified: false,
      sentence: `What the move of ${formatGiven(move.percent)} % says about its probability is not identified: against a modelled full move of ${modelled}, ${reasonOf(implied.sentence)}`,
      because,
      status: 'computed',
    }
  }
  const points = formatRange(100 * implied.low, 100 * implied.high, 'percentage points')
  return {
    low: implied.low,
    high: implied.high,
    identified: true,
    sentence: `A move of ${formatGiven(move.percent)} % would then mean that the market raised the probability of a full return by ${points}.`,
    because,
    status: 'computed',
  }
}

/** The reason of a sentence such as "Not identified: the reason." */
function reasonOf(sentence: string): string {
  const colon = sentence.indexOf(':')
  return colon < 0 ? sentence : sentence.slice(colon + 1).trim()
}
