import type { Atlas } from '../atlas/atlas.ts'
import type { Network } from '../atlas/network.ts'
import type { Answered, ImpliedChange, ScenarioRun } from '../briefs/compose/answered.ts'
import { meanOver, stretchesOf } from '../briefs/compose/over-time.ts'
import { formatGiven, formatRange } from '../briefs/number-format.ts'
import { assumptionOf, rangeOf } from '../scenarios/assumptions.ts'
import type { Question } from '../scenarios/question.ts'
import { impliedProbabilityChange } from '../solve/implied-probability.ts'
import { priceInterval } from '../solve/price-interval.ts'
import type { SolveResult } from '../solve/result.ts'

/** Premises of price responses by carrier; a carrier without them gets no price change. */
const responses: Readonly<Record<string, { demand: string; supply: string }>> = {
  gas: { demand: 'elasticity-gas-demand-year', supply: 'elasticity-gas-supply-year' },
}

interface Market {
  readonly name: string
  /** Final demand, in model units a day. */
  readonly volume: number
  readonly because: readonly string[]
}

/** Change of the price in the market that a line feeds, from published responses to the volume that comes or goes. */
export function priceChange(
  run: ScenarioRun,
  of: { readonly question: Question; readonly network: Network; readonly atlas: Atlas },
): ScenarioRun['priceChange'] {
  const { question, network, atlas } = of
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

/** The final demand that can be reached from where the line ends without passing through the country it comes from. */
function marketFedBy(question: Question, network: Network, atlas: Atlas): Market | null {
  const links = network.links.filter((link) => link.carrier === question.carrier)
  const own = links.filter((link) => question.links.includes(link.id))
  const zoneOf = (bus: string): string => bus.slice(0, bus.lastIndexOf(':'))
  const countryOf = (bus: string): string =>
    atlas.tables.zones.find((zone) => zone.id === zoneOf(bus))?.country ?? ''
  const origin = new Set(own.map((link) => countryOf(link.from)))
  const reached = new Set(own.map((link) => link.to))
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const link of links) {
      if (origin.has(countryOf(link.from)) || origin.has(countryOf(link.to))) continue
      // What flows into the market or out of it belongs to it; a producer at the far end adds no demand of its own.
      if (reached.has(link.from)) reached.add(link.to)
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
