import { formatNumber, unitLabel } from '../number-format.ts'
import { type Answer, amount, answerBecause, flowBand, type TradeUnit } from './answer-parts.ts'
import type { Answered, Band, ScenarioRun } from './answered.ts'
import { stretchesOf } from './over-time.ts'

/** How much more a route could carry, and what limits it; with several ways onward, each in its own sentence. */
export function increaseAnswer(answered: Answered, run: ScenarioRun): Answer {
  const main = routeAnswer(answered, run)
  if (answered.runs.length < 2) return main
  const others = answered.runs.filter((other) => other !== run)
  const sentences = [run, ...others].map(
    (one) => `${one.scenario.title}: ${routeAnswer(answered, one).sentence}`,
  )
  return { ...main, sentence: sentences.join(' ') }
}

function routeAnswer(answered: Answered, run: ScenarioRun): Answer {
  const { question, network } = answered
  const unit = network.units[question.carrier]
  const whole = stretchesOf(run.base.periods).at(-1) ?? { label: '', from: 0, to: question.days }
  const { base, after } = flowBand(run, question.links[0] ?? '', whole)
  const own = run.scenario.shocks.flatMap((shock) => (shock.field === 'flow' ? [shock.asset.slice(6)] : []))
  const links = (own.length === 0 ? question.links : own).flatMap(
    (id) => network.links.find((link) => link.id === id) ?? [],
  )
  const rooms = links.flatMap((link) => {
    if (link.capacity === null) return []
    return [
      {
        name: link.name,
        room: link.capacity.value - flowBand(run, link.id, whole).base,
        capacity: link.capacity.value,
      },
    ]
  })
  const narrow = rooms.sort((a, b) => a.room - b.room)[0]
  const asked = run.scenario.shocks.find((shock) => shock.field === 'flow')
  const isShort = asked !== undefined && asked.unit !== '1' && after.high < asked.high - 0.005 * asked.high
  const limit =
    narrow === undefined
      ? ''
      : ` The limit is ${narrow.name}: its capacity is ${formatNumber(narrow.capacity)} ${unitLabel(unit)} by the main figure of the atlas, of which ${formatNumber(Math.max(0, narrow.room), 2)} ${unitLabel(unit)} are free.`
  // The low end of a published capacity may lie a hair under the reconciled flow: nobody gains less than nothing.
  const gain = (value: number): number => Math.max(0, value - base)
  const trade = { unit, carrier: question.carrier, period: whole.label }
  const more = { low: gain(after.low), central: gain(after.central), high: gain(after.high) }
  return {
    sentence: `${question.subjectName} carries ${amount({ low: base, high: base }, trade)} and ${couldCarry(more, trade)}${isShort ? ', which is less than what is spoken of' : ''}.${limit}`,
    ...more,
    unit,
    of: 'further amount that could be carried',
    status: 'computed',
    confidence:
      asked?.status === 'reported'
        ? 'The size is what the reports name; whether the capacity of every section is as published is the main doubt.'
        : 'No report names a size, so the range is what the published capacities leave free; nominations may be lower.',
    because: answerBecause(answered, run),
  }
}

function couldCarry(more: Band, trade: TradeUnit): string {
  if (more.high < 0.005 * Math.max(1, more.high)) return 'could carry nothing more'
  if (formatNumber(more.low) === '0')
    return `could carry at most ${amount({ low: more.high, high: more.high }, trade)} more`
  return `could carry ${amount(more, trade)} more`
}
