import type { SolveResult } from '../../solve/result.ts'
import { formatGiven, formatNumber, formatRange, unitLabel } from '../number-format.ts'
import { type Answer, amount, answerBecause, percent, shareRange, type TradeUnit } from './answer-parts.ts'
import type { Answered, Band, ScenarioRun } from './answered.ts'
import { bandOf, meanOver, stretchesOf } from './over-time.ts'

/** What passes the routes that the sanctioned may no longer use: before, and if buyers refuse. */
export function sanctionAnswer(answered: Answered, run: ScenarioRun): Answer {
  const { question, network } = answered
  const whole = stretchesOf(run.base.periods).at(-1) ?? { label: '', from: 0, to: question.days }
  const unit = network.units[question.carrier]
  const sum = (result: SolveResult): number =>
    question.links.reduce((total, id) => total + meanOver(result.flow.get(id), result.periods, whole), 0)
  const base = sum(run.base)
  const lost = atLeastNone(bandOf(base - sum(run.low), base - sum(run.central), base - sum(run.high)))
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
  const exposed = question.rerouting?.exposed ?? 0
  if (!question.subject.startsWith('measures/'))
    return {
      sentence:
        `${whose(answered, base, trade)} ${missed(lost, base, trade)} ${cheaper(answered)}${elsewhere(answered, trade)}`.trim(),
      ...lost,
      unit,
      of: 'flow that does not reach buyers, in the mean of the whole time',
      status: 'computed',
      confidence:
        'Who buys whose cargoes at sea is a pool in the model: that others take what one leaves is its premise. How much longer and cheaper cargoes go is taken from what was reported in 2023 and 2025.',
      because: answerBecause(answered, run),
    }
  return {
    sentence: `By the shares that the atlas assumes, ${question.subjectName} yield ${formatNumber(owned)} ${unitLabel(unit)}; ${amount({ low: base, high: base }, trade)} of all owners leave by the routes in question, ${amount({ low: exposed, high: exposed }, trade)} of that theirs if it is mixed as it is brought up. ${missed(lost, base, trade)} ${cheaper(answered)}If buyers go on as before, nothing changes.`,
    ...lost,
    unit,
    of: 'flow that does not reach buyers by the routes in question, in the mean of the whole time',
    status: 'computed',
    confidence:
      'From no buyer refusing to all of them. Shares of the companies in each source are assumed; that oil is mixed on its way, and changes hands, is not seen. How much longer and cheaper it goes is taken from what was reported in 2023 and 2025.',
    because: answerBecause(answered, run),
  }
}

function atLeastNone({ low, central, high }: Band): Band {
  return { low: Math.max(0, low), central: Math.max(0, central), high: Math.max(0, high) }
}

/** What is missing while cargoes look for other buyers. */
function missed(lost: Band, base: number, trade: TradeUnit): string {
  if (lost.high < 0.005 * Math.max(1, base))
    return 'As much as before would still sail: owners change places, so that refused cargoes are used at home and others are shipped.'
  return `If buyers refuse, most of it is sold to others on longer ways: in the mean of the time ${amount(lost, trade)} (middle case ${formatNumber(lost.central)}, at most ${percent(lost.high / base)} of what leaves) are still at sea or not loaded; after that it flows again.`
}

/** How much less refused cargoes bring. */
function cheaper({ question }: Answered): string {
  const { rerouting } = question
  if (rerouting === undefined || rerouting.discount === null) return ''
  const { discount, refused } = rerouting
  const [low, high] = [refused.low * discount.low, refused.high * discount.high].map((value) => value / 1000)
  return `What is refused is sold ${formatRange(discount.low, discount.high, 'USD/bbl')} cheaper than before, which takes ${formatGiven(Number((low ?? 0).toPrecision(2)))} to ${formatGiven(Number((high ?? 0).toPrecision(2)))} million dollars a day from its sellers. `
}

const origins: Readonly<Record<'reports' | 'atlas' | 'shares', string>> = {
  reports: 'as the reports say',
  atlas: 'by the atlas',
  shares: 'by its share of what is at sea where the buyer’s ships load',
}

/** What is refused, and of what it is a part. */
function whose({ question }: Answered, base: number, trade: TradeUnit): string {
  const { rerouting } = question
  if (rerouting === undefined) return ''
  const { refused, exposed, buyer } = rerouting
  const all = amount({ low: base, high: base }, trade)
  const part = amount({ low: exposed, high: exposed }, trade)
  const from = buyer === undefined ? '' : `, ${origins[buyer.from]}`
  return `Of ${all} that leave by these ports ${part} are ${question.subjectName}${from}; ${amount(refused, trade)} of that would be refused.`
}

/** What whoever refuses has to find elsewhere. */
function elsewhere({ question }: Answered, trade: TradeUnit): string {
  const buyer = question.rerouting?.buyer
  const refused = question.rerouting?.refused
  if (buyer === undefined || refused === undefined || !(buyer.landed > 0)) return ''
  const [low, high] = [refused.low, refused.high].map((value) => Math.min(1, value / buyer.landed))
  return `${buyer.name} has to find as much elsewhere: ${shareRange(low ?? 0, high ?? 0)} of the ${amount({ low: buyer.landed, high: buyer.landed }, trade)} that come to it by sea.`
}
