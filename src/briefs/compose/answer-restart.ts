import type { SolveResult } from '../../solve/result.ts'
import { type Answer, amount, answerBecause, percentRange } from './answer-parts.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { meanOver, type Stretch } from './over-time.ts'
import { subjectOf } from './subject.ts'

/** What a restart brings back: the flow of the base, beside a run in which the subject stands still. */
export function restartAnswer(answered: Answered, run: ScenarioRun, over: Stretch): Answer {
  const { question, network } = answered
  const subject = subjectOf(answered)
  const mean = (result: SolveResult): number => meanOver(subject.of(result), result.periods, over)
  const fallOf = (result: SolveResult): number => Math.max(0, mean(run.base) - mean(result))
  const back = fallOf(run.central)
  // The low case leaves least of the flow, so that most comes back.
  const [least, most] = [Math.min(back, fallOf(run.high)), Math.max(back, fallOf(run.low))]
  const isTold = run.scenario.shocks.some(({ status }) => status === 'reported')
  const trade = { unit: subject.unit, carrier: question.carrier, period: over.label }
  const short = network.demands
    .filter(({ kind }) => kind === 'final')
    .reduce(
      (sum, { id }) =>
        sum +
        (run.central.unserved.get(id) ?? []).reduce(
          (tiers, tier, at) =>
            tiers +
            meanOver(tier, run.base.periods, over) -
            meanOver(run.base.unserved.get(id)?.[at], run.base.periods, over),
          0,
        ),
      0,
    )
  const isNew = question.isNew === true
  const [what, brings] = isNew ? ['start', 'brings'] : ['restart', 'brings back']
  const without = isNew ? 'Without it' : 'While it stands still'
  const missed =
    short > 0.005 * back
      ? ` ${without} ${amount({ low: short, high: short }, trade)} of demand goes unserved in the ${over.label}; the ${what} ends that.`
      : ` ${without} nobody goes short: other routes and stores make up for it.`
  const price = run.priceChange
  // What a standstill does to a price the restart undoes.
  const undone = (percent: number): number => 100 * (1 / (1 + percent / 100) - 1)
  const falls =
    price === null || price.high < 0.5
      ? ''
      : ` Beside a price that has the standstill in it, that in ${price.zone} changes by ${percentRange(undone(price.high), undone(price.low))}.`
  const whole = amount({ low: mean(run.base), high: mean(run.base) }, trade)
  const beside = isTold
    ? `as the reports tell it; by the atlas it ${subject.did} ${whole}`
    : isNew
      ? `what it ${subject.did} by the atlas`
      : `what it ${subject.did} before by the atlas`
  return {
    sentence: `The ${what} of ${question.subjectName} ${brings} ${amount({ low: least, high: most }, trade)}, ${beside}.${missed}${falls}`,
    low: least,
    central: back,
    high: most,
    unit: subject.unit,
    of: `flow ${isNew ? 'brought by the start' : 'brought back by the restart'}, mean of the ${over.label}`,
    status: 'computed',
    confidence: isTold
      ? `The atlas has it at work, so the ${what} is computed as the end of a standstill of what the reports say flows again, at most all that the atlas has there.`
      : `The atlas has it at work, so the ${what} is computed as the end of a standstill of all of it. How fast it comes to its full flow no report can promise.`,
    because: answerBecause(answered, run),
  }
}
