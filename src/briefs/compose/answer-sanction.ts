import type { SolveResult } from '../../solve/result.ts'
import { formatNumber, unitLabel } from '../number-format.ts'
import { type Answer, amount, answerBecause, percent } from './answer-parts.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { bandOf, meanOver, stretchesOf } from './over-time.ts'

/** What passes the routes that the sanctioned may no longer use: before, and if every buyer refuses. */
export function sanctionAnswer(answered: Answered, run: ScenarioRun): Answer {
  const { question, network } = answered
  const whole = stretchesOf(run.base.periods).at(-1) ?? { label: '', from: 0, to: question.days }
  const unit = network.units[question.carrier]
  const sum = (result: SolveResult): number =>
    question.links.reduce((total, id) => total + meanOver(result.flow.get(id), result.periods, whole), 0)
  const base = sum(run.base)
  const lost = bandOf(base - sum(run.low), base - sum(run.central), base - sum(run.high))
  const owned = (network.refusals ?? [])
    .filter(
      (refusal) =>
        refusal.links.some((link) => question.links.includes(link)) &&
        `measures/${refusal.measure}` === question.subject,
    )
    .flatMap((refusal) => [...refusal.shares])
    .reduce(
      (total, [supply, share]) =>
        total + share * meanOver(run.base.output.get(supply), run.base.periods, whole),
      0,
    )
  const trade = { unit, carrier: question.carrier, period: whole.label }
  const fall = base > 0 ? percent(Math.max(0, lost.high) / base) : '0 %'
  const stays =
    lost.high < 0.005 * Math.max(1, base)
      ? 'as much as before would still sail: owners change places, so that refused oil is used at home and other oil is shipped'
      : `what sails would fall by at most ${amount({ low: lost.high, high: lost.high }, trade)} (${fall})`
  return {
    sentence: `By the shares that the atlas assumes, ${question.subjectName} yield ${formatNumber(owned)} ${unitLabel(unit)}; ${amount({ low: base, high: base }, trade)} of all owners leave by the routes in question. If every buyer there refused theirs, ${stays}. If buyers go on as before, nothing changes.`,
    ...lost,
    unit,
    of: 'flow lost on the routes in question, over the whole time',
    status: 'computed',
    confidence:
      'Two bounds: no buyer refuses, or all do. Shares of the companies in each source are assumed; in life oil changed hands on the way and went on at a discount, and prices are not in this answer.',
    because: answerBecause(answered, run),
  }
}
