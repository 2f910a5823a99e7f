import { formatRange } from '../number-format.ts'
import { type Answer, amount, answerBecause, flowBand, percent, shareRange } from './answer-parts.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import type { Stretch } from './over-time.ts'

/** How much less flows when something is damaged, from how much capacity is left. */
export function outageAnswer(answered: Answered, run: ScenarioRun, over: Stretch): Answer {
  const { question, network } = answered
  const unit = network.units[question.carrier]
  const trade = { carrier: question.carrier, period: over.label }
  const link = network.links.find((candidate) => candidate.id === question.links[0])
  const { base, after } = flowBand(run, question.links[0] ?? '', over)
  const shock = run.scenario.shocks.find((one) => one.field === 'capacity')
  const lost = { low: base - after.high, central: base - after.central, high: base - after.low }
  const share = (value: number): number => (base > 0 ? Math.max(0, value) / base : 0)
  const use = link?.capacity && link.capacity.value > 0 ? base / link.capacity.value : null
  const capacity =
    shock === undefined
      ? ''
      : ` leaves ${shareRange(shock.low, shock.high)} of the capacity (middle case ${percent(shock.central)})`
  const chance = answered.fallProbability
  const when = `in the ${over.label}`
  const size = formatRange(Math.max(0, lost.low), Math.max(0, lost.high), unit)
  const falls =
    share(lost.high) < 0.005
      ? `the flow does not fall`
      : share(lost.central) < 0.005
        ? `in the middle case the flow does not fall, at worst by ${percent(share(lost.high))} ${when}, that is by ${formatRange(lost.high, lost.high, unit)}`
        : `the flow falls by ${shareRange(share(lost.low), share(lost.high))} ${when}, that is by ${size} (middle case ${percent(share(lost.central))})`
  const why =
    use === null
      ? ''
      : `. Before, ${link?.name ?? 'the line'} carried ${amount({ low: base, high: base }, { ...trade, unit })}, ${percent(use)} of its capacity, and what stands idle is lost first`
  return {
    sentence: `The damage to ${question.subjectName}${capacity}; ${falls}${why}.`,
    low: lost.low,
    central: lost.central,
    high: lost.high,
    unit,
    of: `flow lost in the ${over.label}`,
    status: 'computed',
    confidence: [
      question.beliefs.length > 0
        ? `The range spans what is believed about the capacity left: ${[...new Set(question.beliefs.map((belief) => belief.label))].join('; ')}.`
        : 'The size of the loss rests on what the reports claim and on a stated assumption, not on hydraulics.',
      chance === null
        ? ''
        : `Weighed as assumed, the chance that the flow falls at all is ${percent(chance)}.`,
      `What is claimed is capacity; what users lose is flow.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    because: answerBecause(answered, run),
  }
}
