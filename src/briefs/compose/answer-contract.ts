import type { Question } from '../../scenarios/question.ts'
import type { SolveResult } from '../../solve/result.ts'
import { formatNumber } from '../number-format.ts'
import { formatTime } from '../time-format.ts'
import {
  type Answer,
  amount,
  answerBecause,
  percent,
  pricesMove,
  shareRange,
  type TradeUnit,
} from './answer-parts.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { bandOf, meanOver, stretchesOf } from './over-time.ts'
import { subjectOf } from './subject.ts'

type Contract = NonNullable<Question['contract']>

/** Shares of what a buyer uses that are worth no word. */
const NO_SHARE = 0.0005

/** What a contract of supply would add, beside what it only moves from others to its buyer. */
export function contractAnswer(answered: Answered, run: ScenarioRun, contract: Contract): Answer {
  const subject = subjectOf(answered)
  const whole = stretchesOf(run.base.periods).at(-1) ?? { label: '', from: 0, to: answered.question.days }
  const mean = (result: SolveResult): number => meanOver(subject.of(result), result.periods, whole)
  const added = bandOf(mean(run.low), mean(run.central), mean(run.high))
  const trade = { unit: subject.unit, carrier: answered.question.carrier, period: whole.label }
  const adds =
    added.high < 1e-6
      ? 'What is new in it finds no use.'
      : `It would add ${amount(added, trade)} (middle case ${formatNumber(added.central)}): by a premise none to all of it is new.`
  return {
    sentence:
      `${opening(contract)} ${amount(contract, trade)} of ${answered.question.subjectName} from ${formatTime(run.scenario.start)} on${shareOf(contract)}. ${oddsIn(contract)}A contract moves who sells to whom before it adds any energy. ${adds} ${moved(contract, trade)}${pricesMove(answered, run)}`.trim(),
    ...added,
    unit: subject.unit,
    of: `amount added in the ${whole.label}; the rest of the contract comes from other buyers`,
    status: 'computed',
    confidence:
      'The size is what the reports name, and where it is not signed for good it may never come. How much of it is new, and not gas, oil or power that others bought before, is the main doubt: a premise, from nothing to all.',
    because: answerBecause(answered, run),
  }
}

function opening({ isTalked }: Contract): string {
  return isTalked ? 'The contract that is talked about would be for' : 'The contract is for'
}

/** What part of what is only talked about, or signed in outline, is signed for good. */
function oddsIn({ odds, isTalked }: Contract): string {
  if (odds === null) return ''
  const stage = isTalked ? 'contracts that are talked about' : 'outlines of contracts'
  return `Of ${stage} ${shareRange(odds.low, odds.high)} become binding ones, by a premise. `
}

/** `, 13 % of what Hungary uses` */
function shareOf({ buyer, low, high }: Contract): string {
  const share = buyer === null || !(buyer.uses > 0) ? 0 : (low + high) / 2 / buyer.uses
  return buyer === null || share < NO_SHARE ? '' : `, ${percent(share)} of what ${buyer.name} uses today`
}

/** Where the rest comes from, and what the way has room for. */
function moved({ way, buyer, high, isPooled }: Contract, trade: TradeUnit): string {
  if (way !== null && buyer !== null) {
    const room =
      way.free === null
        ? `${way.name} has no published limit`
        : `${way.name} ${way.name.startsWith('the ') ? 'have' : 'has'} ${amount({ low: way.free, high: way.free }, trade)} free${way.free < 0.995 * high ? ', which is less than the contract' : ''}`
    return `The rest would come to ${buyer.name} in place of others, who get so much less: ${room}.`
  }
  if (isPooled)
    return 'The rest are cargoes that sail to this buyer and no longer to others: on the sea nobody goes short by it.'
  if (buyer === null) return ''
  return 'No line of the atlas leads from the seller to the buyer through few enough countries: whoever lies between gets it first.'
}
