import { formatNumber, unitLabel } from '../number-format.ts'
import { type Answer, amount, answerBecause, percent, percentRange, pricesMove } from './answer-parts.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { type CoveredBy, coveredBy } from './covered-by.ts'
import { bandOf } from './over-time.ts'

/** What meets more demand, or gives way to less, and whether somebody goes short. */
export function demandAnswer(answered: Answered, run: ScenarioRun): Answer {
  const { question, network } = answered
  const [shock] = run.scenario.shocks
  const days = run.scenario.belief_days
  const over = { label: `first ${days} days`, from: 0, to: days }
  const buses = new Set(run.scenario.watch)
  const of = (result: ScenarioRun['base']): CoveredBy => coveredBy(answered, run, { result, buses, over })
  const [low, central, high] = [of(run.low), of(run.central), of(run.high)]
  const unit = network.units[question.carrier]
  const isRise = central.asked >= 0
  // While all three cases last, each asks for what it asks.
  const early = { label: '', from: 0, to: Math.max(1, Math.round(shock?.lasts?.low ?? days)) }
  const ask = (result: ScenarioRun['base']): number =>
    Math.abs(coveredBy(answered, run, { result, buses, over: early }).asked)
  const asked = bandOf(ask(run.low), ask(run.central), ask(run.high))
  const short = bandOf(low.unserved, central.unserved, high.unserved)
  const trade = { unit, carrier: question.carrier, period: over.label }
  const share = [shock?.low ?? 1, shock?.high ?? 1].map((factor) => 100 * Math.abs(factor - 1))
  const lasts = shock?.lasts
  const lasting =
    lasts === undefined
      ? ` for ${days} days`
      : ` for ${Math.round(lasts.low)} to ${Math.round(lasts.high)} days (middle case ${Math.round(lasts.central)})`
  const name = question.subjectName.slice(0, 1).toUpperCase() + question.subjectName.slice(1)
  const served =
    short.high < 0.005 * asked.high
      ? isRise
        ? 'all of it is served'
        : ''
      : `${amount({ low: Math.max(0, short.low), high: short.high }, trade)} goes unserved (middle case ${percent(Math.max(0, short.central) / Math.max(1e-9, asked.central))} of it)`
  const met = partsOf(central, isRise, unit)
  return {
    sentence: `${name} is ${percentRange(Math.min(...share), Math.max(...share))} ${isRise ? 'higher' : 'lower'}${lasting}, that is by ${amount(asked, trade)}: ${[met, served].filter((part) => part !== '').join('; ')}.${pricesMove(answered, run)}`,
    low: Math.max(0, short.low),
    central: Math.max(0, short.central),
    high: Math.max(0, short.high),
    unit,
    of: `demand not served in the ${over.label}`,
    status: 'computed',
    confidence:
      'The size is what the reports tell, for all that is used unless they say of what; how long it lasts is the main doubt.',
    because: answerBecause(answered, run),
  }
}

const KINDS = ['storage', 'imports', 'terminals', 'output'] as const
const words: Readonly<Record<(typeof KINDS)[number], readonly [string, string]>> = {
  storage: ['stores give more, or take in less', 'stores give less, or take in more'],
  imports: ['neighbours and pipelines bring more', 'neighbours and pipelines bring less'],
  terminals: ['plants and terminals give more', 'plants and terminals give less'],
  output: ['own sources give more', 'own sources give less'],
}

/** `in the middle case stores give more, or take in less (62 %, 120 GWh/d) and …`, the largest first. */
function partsOf(by: CoveredBy, isRise: boolean, unit: string): string {
  const sign = isRise ? 1 : -1
  const all = Math.abs(by.asked)
  if (!(all > 0)) return 'nothing changes'
  const parts = KINDS.map((kind) => ({ kind, size: sign * by[kind] }))
    .filter(({ size }) => size > 0.02 * all)
    .sort((a, b) => b.size - a.size)
  if (parts.length === 0) return ''
  const told = parts.map(
    ({ kind, size }) =>
      `${words[kind][isRise ? 0 : 1]} (${percent(size / all)}, ${formatNumber(size)} ${unitLabel(unit)})`,
  )
  return `in the middle case ${told.join(', ')}`
}
