import type { Network } from '../../atlas/network.ts'
import type { ScenarioRun } from '../../briefs/compose/answered.ts'
import { isLasting } from '../../briefs/compose/is-lasting.ts'
import { meanOver, type Stretch, stretchesOf } from '../../briefs/compose/over-time.ts'
import { linksBeside, type Plant } from '../../scenarios/network-parts.ts'
import type { SolveResult } from '../../solve/result.ts'
import { marketAround, marketFedBy } from './market-fed.ts'
import { clearingOf, type Loss, shortResponses, stockChanges } from './price-of-loss.ts'
import type { PricedQuestion } from './priced-question.ts'

/** More demand takes from a market what a loss of supply does; stores may stand in for a part. */
export function demandLoss(
  run: Pick<ScenarioRun, 'base' | 'scenario'>,
  result: SolveResult,
  { network, over }: { readonly network: Network; readonly over: Stretch },
): Loss {
  const mean = (of: SolveResult, id: string): number => meanOver(of.demand.get(id), of.periods, over)
  const gross = run.scenario.shocks
    .filter(({ field }) => field === 'demand')
    .map(({ asset }) => asset.slice('demands/'.length))
    .reduce((sum, id) => sum + mean(result, id) - mean(run.base, id), 0)
  const { stored, drawn } = stockChanges(result, run.base, network.stores, over)
  const eased = gross > 0 ? Math.min(gross, drawn) : Math.max(gross, -stored)
  return { gross, net: gross - eased }
}

/** The days that a change of demand lasts in the middle case, within about the first month. */
export function demandStretch(run: Pick<ScenarioRun, 'base' | 'scenario'>): Stretch | undefined {
  const [first] = stretchesOf(run.base.periods)
  if (first === undefined) return undefined
  const to = Math.min(first.to, run.scenario.belief_days)
  return { label: `first ${to} days`, from: 0, to }
}

/** The price of gas at which a change of demand, or more supply, is met; null for carriers without responses. */
export function priceOfChange(run: ScenarioRun, of: PricedQuestion): ScenarioRun['priceChange'] {
  const { question, network, atlas } = of
  const premises = shortResponses[question.carrier]
  if (premises === undefined) return null
  const results = [run.low, run.central, run.high]
  if (question.kind === 'demand') {
    const over = demandStretch(run)
    const market = marketAround(run.scenario.watch, network)
    if (over === undefined || market === null) return null
    return clearingOf(
      market,
      results.map((result) => demandLoss(run, result, { network, over })),
      { atlas, premises },
    )
  }
  const over = stretchesOf(run.base.periods).at(isLasting(question) ? -1 : 0)
  const market = marketFedBy(
    { ...question, links: linksBeside(network, plantsOf(of)).map(({ id }) => id) },
    network,
    atlas,
  )
  if (over === undefined || market === null) return null
  const given = (result: SolveResult): number =>
    question.plants.reduce((sum, ref) => {
      const id = ref.slice(ref.indexOf('/') + 1)
      const plant = network.conversions.find((row) => row.id === id)
      return (
        sum +
        (plant?.efficiency ?? 1) *
          meanOver(result.output.get(id) ?? result.converted.get(id), result.periods, over)
      )
    }, 0)
  const gains = results.map((result) => given(run.base) - given(result))
  return clearingOf(
    market,
    gains.map((gain) => ({ gross: gain, net: gain })),
    { atlas, premises },
  )
}

function plantsOf({ question }: PricedQuestion): readonly Plant[] {
  return (question.added ?? []).map(({ table, id, bus, to }): Plant => {
    const isSource = table === 'supplies'
    return {
      ref: `${table}/${id}`,
      field: isSource ? 'supply' : 'capacity',
      carrier: question.carrier,
      bus: to ?? bus,
      isSource: true,
    }
  })
}
