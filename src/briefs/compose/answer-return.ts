import type { SolveResult } from '../../solve/result.ts'
import { formatTime } from '../time-format.ts'
import { type Answer, amount, answerBecause, percentRange } from './answer-parts.ts'
import type { Answered, Band, ScenarioRun } from './answered.ts'
import { bandOf, meanOver, stretchesOf } from './over-time.ts'

/** What a closed route would carry with measures in force and lifted, and what a market move says of it. */
export function returnAnswer(answered: Answered): Answer {
  const { question, network, runs } = answered
  const unit = network.units[question.carrier]
  const flow = (run: ScenarioRun): Band => {
    const whole = stretchesOf(run.base.periods).at(-1) ?? { label: '', from: 0, to: question.days }
    const sum = (result: SolveResult): number =>
      question.links.reduce((total, id) => total + meanOver(result.flow.get(id), result.periods, whole), 0)
    return bandOf(sum(run.low), sum(run.central), sum(run.high))
  }
  const find = (ending: string): ScenarioRun | undefined =>
    runs.find((run) => run.scenario.id.endsWith(ending))
  const inForce = find('full-in-force')
  const part = find('part-lifted')
  const full = find('full-lifted')
  const trade = { unit, carrier: question.carrier, period: `${question.days} days` }
  const said = (run: ScenarioRun | undefined, words: string): string =>
    run === undefined ? '' : `${words} would carry ${amount(flow(run), trade)}`
  const stays = inForce === undefined ? 0 : flow(inForce).high
  const main = part ?? full
  const band = main === undefined ? null : flow(main)
  const pieces = [said(part, 'what still stands'), said(full, 'all of it, repaired,')].filter(
    (text) => text !== '',
  )
  const held = network.links.filter((link) => question.links.includes(link.id) && link.closed_by !== null)
  const measures =
    held.length === 0
      ? 'No measure of the atlas closes it'
      : stays < 0.5
        ? 'With the measures in force it stays so'
        : `With the measures in force at most ${amount({ low: stays, high: stays }, trade)} could come back, through what no measure closes, once repaired`
  const price = full?.priceChange
  const prices =
    price == null
      ? ''
      : ` On a full return the price in ${price.zone} would change by ${percentRange(price.low, price.high)}.`
  return {
    sentence: `${question.subjectName} carries nothing on ${formatTime(question.networkDate)}. ${measures}; with them lifted ${pieces.join(' and ')}.${prices}${answered.implied === null ? '' : ` ${answered.implied.sentence}`}`,
    low: band?.low ?? null,
    central: band?.central ?? null,
    high: band?.high ?? null,
    unit,
    ...(main === undefined
      ? {}
      : { of: `flow, ${main.scenario.title.replace(`${question.subjectName} `, '')}` }),
    status: 'computed',
    confidence:
      'Whether it returns is politics and is not computed. The range of the flow is an assumption about how fast contracts and buyers come back; the price change is an interval from published elasticities.',
    because:
      main === undefined
        ? question.because.slice(0, 4)
        : [...answerBecause(answered, main), ...(answered.implied?.because.slice(0, 1) ?? [])],
  }
}
