import type { SolveResult } from '../../solve/result.ts'
import { formatTime } from '../time-format.ts'
import { type Answer, amount, answerBecause, percent, pricesMove } from './answer-parts.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { bandOf, meanOver, stretchesOf } from './over-time.ts'
import { subjectOf } from './subject.ts'

/** How much more reaches users of what is brought up more, or let go, and what it does to the price. */
export function riseAnswer(answered: Answered, run: ScenarioRun): Answer {
  const { question } = answered
  const subject = subjectOf(answered)
  const shock = run.scenario.shocks[0]
  const isRelease = shock?.to != null
  // The three cases spread one amount over days of their own: while all of them last, each has its rate.
  const last = isRelease
    ? Math.max(1, Math.round(shock?.lasts?.low ?? run.scenario.belief_days))
    : question.days
  const whole = isRelease
    ? { label: `first ${last} days`, from: 0, to: last }
    : (stretchesOf(run.base.periods).at(-1) ?? { label: '', from: 0, to: last })
  const mean = (result: SolveResult): number => meanOver(subject.of(result), result.periods, whole)
  const added = bandOf(mean(run.low), mean(run.central), mean(run.high))
  const told = run.scenario.assumptions.find(({ id }) => id === 'rise-size')
  const trade = { unit: subject.unit, carrier: question.carrier, period: whole.label }
  const realised = run.scenario.assumptions.some(({ id }) => id === 'output-rise-realised')
  const offered = run.scenario.shocks.reduce((sum, one) => sum + one.central, 0)
  const used =
    added.high < 1e-6
      ? 'what it offers finds no use'
      : added.central < 0.98 * offered
        ? `${percent(added.central / offered)} of it would find a way to users`
        : 'all of it would find a way to users'
  const name = question.subjectName.slice(0, 1).toUpperCase() + question.subjectName.slice(1)
  const size =
    told?.central == null
      ? ''
      : told.status !== 'reported'
        ? ' (no report says how much: a share of what it gives today)'
        : ` against the ${amount({ low: told.low ?? told.central, high: told.high ?? told.central }, trade)} that the reports tell`
  const days = shock?.lasts
  const isPutOff = question.isWhatIf === true
  const opening = isPutOff ? 'The reports say that the rise is put off, and nothing is added. Made, it' : name
  const lasting =
    days === undefined
      ? ''
      : ` for ${Math.round(days.low)} to ${Math.round(days.high)} days (middle case ${Math.round(days.central)})`
  return {
    sentence: `${opening} would add ${amount(added, trade)}${size}${isRelease ? lasting : ` from ${formatTime(run.scenario.start)} on`}; ${used}.${pricesMove(answered, run)}`,
    ...added,
    unit: subject.unit,
    of: `amount added in the ${whole.label}${isPutOff ? ', if the rise were made' : ''}`,
    status: 'computed',
    confidence: isRelease
      ? 'The amount is what the reports name; over how many days it is spread is the main doubt.'
      : realised
        ? 'What states agree on and what they bring up differ: how much of it comes is the main doubt, and no report can say it beforehand.'
        : told?.status !== 'reported'
          ? 'The size is a premise from what past licences freed; what a permission is used for, and when, is the main doubt.'
          : 'The size is what the reports name; whether it is reached, and when, is the main doubt.',
    because: answerBecause(answered, run),
  }
}
