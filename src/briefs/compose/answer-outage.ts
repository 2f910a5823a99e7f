import { rateUnits } from '../../atlas/figures.ts'
import type { OutageCause, Question } from '../../scenarios/question.ts'
import type { Shock } from '../../scenarios/scenario.ts'
import type { SolveResult } from '../../solve/result.ts'
import { formatRange } from '../number-format.ts'
import { type Answer, amount, answerBecause, IDLE, percent, pricesMove, shareRange } from './answer-parts.ts'
import { type Answered, mainRun, type ScenarioRun } from './answered.ts'
import { bandOf, meanOver, type Stretch, stretchesOf } from './over-time.ts'
import { subjectOf } from './subject.ts'

/** What befell the subject, as the sentence begins. */
const words: Readonly<Record<OutageCause, string>> = {
  damage: 'damage to',
  outage: 'outage of',
  halt: 'halt of',
  cut: 'cut of',
  maintenance: 'maintenance of',
  closure: 'closure of',
  disruption: 'disruption of',
}

/** What a shock of an outage takes from. */
const losable: ReadonlySet<Shock['field']> = new Set(['capacity', 'supply', 'withdrawal'])

type LossOf = 'capacity' | 'output' | 'flow'

/**
 * What an outage takes: capacity, of which what stood idle goes first; or part of what a source gives, or of what a
 * country sends over a border, which is a flow.
 */
function lossIsOf({ plants, struck }: Question): LossOf {
  if (plants.length > 0 && plants.every((ref) => ref.startsWith('supplies/'))) return 'output'
  return struck === 'border' ? 'flow' : 'capacity'
}

/** What a share of capacity is of a flow that uses so much of it, at most all. */
function flowLeft(left: NonNullable<Question['within']>['left'], use: number): typeof left {
  const part = (capacity: number): number => Math.min(1, capacity / use)
  return { low: part(left.low), central: part(left.central), high: part(left.high) }
}

/** What is left of the subject's own capacity; of a part of a whole, its share of that. */
function capacityLeft(
  left: { readonly low: number; readonly central: number; readonly high: number },
  of: LossOf,
  within: Question['within'],
): string {
  const { low, central, high } = left
  const leaves =
    high < 0.005
      ? ` leaves nothing of the ${of}`
      : ` leaves ${shareRange(low, high)} of the ${of}${low === high ? '' : ` (middle case ${percent(central)})`}`
  if (within === undefined) return leaves
  const { share, name } = within.partOf ?? within
  if (of === 'flow' && high < 0.005) return ` stops ${percent(share)} of ${name}`
  return `${leaves}, which is ${percent(share)} of ${name}`
}

function isStore({ plants }: Question): boolean {
  return plants.length > 0 && plants.every((ref) => ref.startsWith('stores/'))
}

/** What becomes of idle capacity: of a whole it is lost first, beside a part of a whole others may take over. */
function idleWords(use: number, { within, plants }: Question): string {
  if (use >= 0.995) return ''
  return within !== undefined && plants.length > 0
    ? '; at best others there take over what it cannot do, at worst nobody does'
    : ', and what stands idle is lost first'
}

/** Why a carrier has no price, or what of a refinery's loss has none. */
function unpriced({ carrier, plants }: Question, { priceChange }: ScenarioRun): string {
  if (carrier === 'coal' || carrier === 'power')
    return `No price of ${carrier} is given: the atlas has no sourced response of its users or suppliers to a price.`
  return priceChange !== null && carrier === 'crude' && plants.some((ref) => ref.startsWith('conversions/'))
    ? 'The price is that of products, which it does not make; that of the crude which it does not buy is not computed.'
    : ''
}

/** `, for 3 to 90 days (middle case 14, back in stages from day 11 to day 17)`. */
function lasting(shock: Shock | undefined): string {
  if (shock?.lasts === undefined) return ''
  const { low, central, high } = shock.lasts
  const days = Math.round(central)
  const around = (shock.returns?.central ?? 0) / 2
  const stages =
    around < 1
      ? ''
      : `, back in stages from day ${Math.floor(days - around) + 1} to day ${Math.ceil(days + around)}`
  return `, for ${formatRange(Math.round(low), Math.round(high), 'day')} (middle case ${days}${stages})`
}

/** What the reports tell of the flow before counts where it is this much more or less than the base. */
const TOLD_BEYOND = 1.25

/** Most by which an amount that is told may differ from the base and still be of the same thing. */
const TOLD_WITHIN = 10

/** What turns a loss out of the base flow into one out of the flow that the reports tell of the day before. */
function toldScale({ toldFlow, within, carrier }: Question, base: number): { factor: number; text: string } {
  const own = base * (within?.share ?? 1)
  const told = toldFlow === undefined || !(own > 0) ? null : (toldFlow.low + toldFlow.high) / 2
  const ratio = told === null ? 1 : told / own
  const apart = Math.max(ratio, 1 / ratio)
  if (told === null || apart <= TOLD_BEYOND || apart > TOLD_WITHIN) return { factor: 1, text: '' }
  return {
    factor: ratio,
    text: `; the reports tell ${formatRange(told, told, rateUnits[carrier])}, and the loss is out of that`,
  }
}

/** Whether the subject of an outage carried nothing in the base: then the programme has nothing to lose. */
export function carriedNothing(answered: Answered): boolean {
  const run = mainRun(answered)
  const [first] = run === null ? [] : stretchesOf(run.base.periods)
  if (answered.question.kind !== 'outage' || run === null || first === undefined) return false
  return meanOver(subjectOf(answered).of(run.base), run.base.periods, first) < IDLE
}

/** How much less flows when something is damaged, from how much capacity is left. */
export function outageAnswer(answered: Answered, run: ScenarioRun, over: Stretch): Answer {
  const { question } = answered
  const subject = subjectOf(answered)
  const { unit } = subject
  const trade = { carrier: question.carrier, period: over.label }
  const mean = (result: SolveResult): number => meanOver(subject.of(result), result.periods, over)
  const base = mean(run.base)
  const after = bandOf(mean(run.low), mean(run.central), mean(run.high))
  const shock = run.scenario.shocks.find(({ field }) => losable.has(field))
  const told = toldScale(question, base)
  const ofBase = { low: base - after.high, central: base - after.central, high: base - after.low }
  const lost = {
    low: ofBase.low * told.factor,
    central: ofBase.central * told.factor,
    high: ofBase.high * told.factor,
  }
  const share = (value: number): number => (base > 0 ? Math.max(0, value) / (base * told.factor) : 0)
  const lostOf = lossIsOf(question)
  const use =
    lostOf === 'capacity' && subject.capacity !== null && subject.capacity > 0
      ? base / subject.capacity
      : null
  // Deliveries are cut in amounts; what is left of a capacity would say nothing of them.
  const capacity =
    shock === undefined || shock.unit !== '1'
      ? ''
      : question.isOfFlow === true && use !== null && use > 0
        ? capacityLeft(flowLeft(question.within?.left ?? shock, use), 'flow', question.within)
        : capacityLeft(question.within?.left ?? shock, lostOf, question.within)
  const isIdle = base < IDLE
  const chance = answered.fallProbability
  const when = `in the ${over.label}`
  const size = formatRange(Math.max(0, lost.low), Math.max(0, lost.high), unit)
  const falls =
    share(lost.high) < 0.005
      ? `the flow does not fall`
      : share(lost.central) < 0.005
        ? `in the middle case the flow does not fall, at worst by ${percent(share(lost.high))} ${when}, that is by ${formatRange(lost.high, lost.high, unit)}`
        : `the flow falls by ${shareRange(share(lost.low), share(lost.high))} ${when}, that is by ${size}${lost.low === lost.high ? '' : ` (middle case ${percent(share(lost.central))})`}`
  const ofCapacity = use === null ? '' : `, ${percent(use)} of its capacity${idleWords(use, question)}`
  const why = `. Before, ${subject.name} ${subject.did} ${amount({ low: base, high: base }, { ...trade, unit })}${ofCapacity}${told.text}`
  return {
    sentence: isIdle
      ? `${question.subjectName} ${subject.did} nothing in the base case of ${question.networkDate}, so nothing is lost${isStore(question) ? ' then; what can no more be filled or drawn shows later' : ''}.`
      : `${question.isWhatIf === true ? 'No report says that it has come to this; if it did, the' : 'The'} ${words[question.cause]} ${question.subjectName}${capacity}${lasting(shock)}${capacity === '' ? ':' : ';'} ${falls}${why}.${pricesMove(answered, run)}`,
    low: lost.low,
    central: lost.central,
    high: lost.high,
    unit,
    of: `flow lost in the ${over.label}${question.isWhatIf === true ? ', if it comes to this' : ''}`,
    status: 'computed',
    confidence: [
      question.isWhatIf === true ? 'A what-if: the reports tell it as possible or under a condition.' : '',
      question.beliefs.length > 0
        ? `The range spans what is believed about the capacity left: ${[...new Set(question.beliefs.map((belief) => belief.label))].join('; ')}.`
        : shock?.status === 'reported'
          ? `The reports say that it ${question.isWhatIf === true ? 'may stop' : 'stops'}; how long is the main doubt.`
          : shock?.status === 'assumed'
            ? 'No report states a size that is used: the size of the loss is an assumption.'
            : 'The size of the loss rests on what the reports claim and on a stated assumption, not on hydraulics.',
      chance === null
        ? ''
        : `Weighed as assumed, the chance that the flow falls at all is ${percent(chance)}.`,
      `What is claimed is capacity; what users lose is flow.`,
      unpriced(question, run),
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    because: answerBecause(answered, run),
  }
}
