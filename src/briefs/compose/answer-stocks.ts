import type { SolveResult } from '../../solve/result.ts'
import { formatNumber, formatRange, unitLabel } from '../number-format.ts'
import { type Answer, amount, answerBecause, percent, pricesMove } from './answer-parts.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { coveredBy, levelAt } from './covered-by.ts'
import { bandOf, meanOver } from './over-time.ts'

/** How far stores reach: as full as told beside the level of the atlas, or with nothing put in. */
export function stocksAnswer(answered: Answered, run: ScenarioRun): Answer {
  return run.scenario.shocks[0]?.field === 'level' ? levelAnswer(answered, run) : fillingAnswer(answered, run)
}

function levelAnswer(answered: Answered, run: ScenarioRun): Answer {
  const { question, network } = answered
  const rate = network.units[question.carrier]
  const unit = rate.replace(/[_/]d$/u, '')
  const stores = storesOf(answered, run)
  const volume = stores.reduce((sum, store) => sum + store.volume.value, 0)
  const held = stores.reduce((sum, store) => sum + store.level.value, 0)
  const told = run.scenario.shocks.reduce((sum, shock) => sum + shock.central, 0)
  const draw = stores.reduce((sum, store) => sum + store.withdrawal.value, 0)
  const days = question.days
  const buses = new Set(run.scenario.watch)
  const by = coveredBy(answered, run, { result: run.central, buses, over: { label: '', from: 0, to: days } })
  const asked = network.demands
    .filter(({ bus, kind }) => buses.has(bus) && kind === 'final')
    .reduce(
      (sum, { id }) =>
        sum + meanOver(run.base.demand.get(id), run.base.periods, { label: '', from: 0, to: days }),
      0,
    )
  const gap = held - told
  const short = Math.max(0, by.unserved)
  const isSame = Math.abs(gap) < 0.03 * volume
  const reach = draw > 0 ? `, ${formatNumber(told / draw, 2)} days of all that they can give when full` : ''
  const cover =
    asked > 0
      ? ` and ${formatNumber(told / asked, 2)} days of the demand there over the next ${days} days`
      : ''
  const beside = isSame
    ? `The atlas has them as full on that day, so nothing changes beside the base case.`
    : `That is ${formatRange(Math.abs(gap), Math.abs(gap), unit)} ${gap > 0 ? 'less' : 'more'} than the atlas has on that day (${percent(held / volume)}); over ${days} days ${short < 0.002 * Math.max(1, asked) ? 'all demand is served all the same' : `${formatNumber(short)} ${unitLabel(rate)} more go unserved, ${percent(short / asked)} of the demand`}${gap > 0 ? madeGood(by, rate) : ''}.`
  return {
    sentence: `${capitalised(question.subjectName)} hold ${formatRange(told, told, unit)} of ${formatRange(volume, volume, unit)}${reach}${cover}. ${beside}${pricesMove(answered, run)}`,
    low: short,
    central: short,
    high: short,
    unit: rate,
    of: `demand not served over ${days} days, beside the level of the atlas`,
    status: 'computed',
    confidence:
      'The level is what the reports tell. What users ask for follows the mean of each month; a cold spell would draw more.',
    because: answerBecause(answered, run),
  }
}

/** What comes in more, so that the stores are not drawn so far. */
function madeGood(by: ReturnType<typeof coveredBy>, unit: string): string {
  const more = by.imports + by.terminals + by.output
  return more > 0 ? `, and ${formatNumber(more)} ${unitLabel(unit)} more come in than before` : ''
}

function fillingAnswer(answered: Answered, run: ScenarioRun): Answer {
  const { question, network } = answered
  const rate = network.units[question.carrier]
  const unit = rate.replace(/[_/]d$/u, '')
  const stores = storesOf(answered, run)
  const lasts = run.scenario.shocks[0]?.lasts ?? sameFor(run.scenario.belief_days)
  const missing = (result: SolveResult, day: number): number =>
    stores.reduce((sum, { id }) => sum + levelAt(run.base, id, day) - levelAt(result, id, day), 0)
  const days = Math.round(lasts.central)
  const filled = stores.reduce(
    (sum, { id }) => sum + Math.max(0, levelAt(run.base, id, days) - levelAt(run.base, id, 0)) / days,
    0,
  )
  // Each case at its own end: the low one lasts longest.
  const gap = bandOf(
    missing(run.high, Math.round(lasts.low)),
    missing(run.central, days),
    missing(run.low, Math.round(lasts.high)),
  )
  const later = Math.max(0, missing(run.central, question.days))
  const volume = stores.reduce((sum, store) => sum + store.volume.value, 0)
  const trade = { unit: rate, carrier: question.carrier, period: `first ${days} days` }
  const isIdle = filled < 1e-6
  return {
    sentence: isIdle
      ? `Into ${question.subjectName} nothing goes in the base case of ${question.networkDate}, so nothing changes.`
      : `Into ${question.subjectName} go ${amount({ low: filled, high: filled }, trade)} in the base case. After ${Math.round(lasts.low)} to ${Math.round(lasts.high)} days with nothing put in they hold ${formatRange(Math.max(0, gap.low), Math.max(0, gap.high), unit)} less (middle case, ${days} days: ${percent(Math.max(0, gap.central) / volume)} of what they can hold); ${later < 0.01 * volume ? `by day ${question.days} that is made up for in the middle case` : `on day ${question.days} ${formatNumber(later)} ${unitLabel(unit)} are still missing in the middle case`}.${pricesMove(answered, run)}`,
    low: Math.max(0, gap.low),
    central: Math.max(0, gap.central),
    high: Math.max(0, gap.high),
    unit,
    of: 'amount missing in the stores when filling begins again',
    status: 'computed',
    confidence:
      'How long nothing is put in is the main doubt; what is filled up later is at most what pumps and suppliers allow.',
    because: answerBecause(answered, run),
  }
}

function sameFor(days: number): { readonly low: number; readonly central: number; readonly high: number } {
  return { low: days, central: days, high: days }
}

function storesOf({ network }: Answered, { scenario }: ScenarioRun): Answered['network']['stores'] {
  const ids = new Set(scenario.shocks.map(({ asset }) => asset.slice('stores/'.length)))
  return network.stores.filter(({ id }) => ids.has(id))
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
