import type { Because } from '../../core/provenance.ts'
import type { SolveResult } from '../../solve/result.ts'
import type { Brief } from '../brief.ts'
import { formatNumber, formatRange, unitLabel } from '../number-format.ts'
import { formatTime } from '../time-format.ts'
import { tradeVolume } from '../trade-volume.ts'
import { type Answered, type Band, mainRun, type ScenarioRun } from './answered.ts'
import { bandOf, meanOver, type Stretch, stretchesOf } from './over-time.ts'
import { haltDays, unservedShare } from './unserved-share.ts'

export type Answer = Brief['stories'][number]['answer']

/** The plain sentence of a story, its range, how sure it is and why. */
export function answerOf(answered: Answered): Answer {
  const run = mainRun(answered)
  const stretch = run === null ? undefined : stretchesOf(run.base.periods)[0]
  if (run === null || stretch === undefined) return unanswered(`${answered.question.title}.`)
  switch (answered.question.kind) {
    case 'outage':
      return outageAnswer(answered, run, stretch)
    case 'increase':
      return increaseAnswer(answered, run)
    case 'return':
      return returnAnswer(answered)
    case 'halt':
      return haltAnswer(answered)
  }
}

/** For a story whose events raise nothing that the model computes. */
export function unanswered(told: string): Answer {
  return {
    sentence: `${told} Nothing in it is a change of supply that the model computes.`,
    low: null,
    central: null,
    high: null,
    unit: null,
    status: 'computed',
    confidence: 'No number is given; each event stands below with the reason why it is not computed.',
    because: [],
  }
}

/** Claims that one answer can name and still be read. */
const MOST_CLAIMS = 8

const percent = (share: number): string => `${formatNumber(100 * share, 2)} %`

/** Two percentages as one range in whole per cents from ten up: `0 to 12 %`, or one figure where both read the same. */
export function percentRange(low: number, high: number): string {
  const [a, b] = [formatNumber(whole(low), 2), formatNumber(whole(high), 2)]
  return a === b ? `${a} %` : `${a} to ${b} %`
}

function whole(percentage: number): number {
  return Math.abs(percentage) >= 10 ? Math.round(percentage) : percentage
}

const shareRange = (low: number, high: number): string => percentRange(100 * low, 100 * high)

/** `316 to 789 GWh/d (11 to 27 bcm/y)`. */
function amount(band: { low: number; high: number }, of: TradeUnit): string {
  const trade = tradeVolume(band, of)
  return `${formatRange(band.low, band.high, of.unit)}${trade === null ? '' : ` (${trade})`}`
}

type TradeUnit = Parameters<typeof tradeVolume>[1]

function flowBand(run: ScenarioRun, link: string, over: Stretch): { base: number; after: Band } {
  const mean = (result: SolveResult): number => meanOver(result.flow.get(link), result.periods, over)
  return { base: mean(run.base), after: bandOf(mean(run.low), mean(run.central), mean(run.high)) }
}

function outageAnswer(answered: Answered, run: ScenarioRun, over: Stretch): Answer {
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

function increaseAnswer(answered: Answered, run: ScenarioRun): Answer {
  const { question, network } = answered
  const unit = network.units[question.carrier]
  const whole = stretchesOf(run.base.periods).at(-1) ?? { label: '', from: 0, to: question.days }
  const { base, after } = flowBand(run, question.links[0] ?? '', whole)
  const links = question.links.flatMap((id) => network.links.find((link) => link.id === id) ?? [])
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
  const isShort = asked !== undefined && after.high < asked.high - 0.005 * asked.high
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

function returnAnswer(answered: Answered): Answer {
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

function haltAnswer(answered: Answered): Answer {
  const { question, runs } = answered
  const share = (run: ScenarioRun): Band => {
    const of = (result: SolveResult): number => unservedShare(answered, result)
    return bandOf(of(run.low), of(run.central), of(run.high))
  }
  const alone = runs.find((run) => run.scenario.id.endsWith('-alone')) ?? runs[0]
  const main = mainRun(answered) ?? alone
  if (alone === undefined || main === undefined) return unanswered(`${question.title}.`)
  const without = share(alone)
  const withAll = share(main)
  const covers = runs
    .filter((run) => run !== alone && run !== main)
    .map((run) => ({
      name: run.scenario.title.replace(/^.*, with /u, ''),
      covered: without.central - share(run).central,
    }))
    .sort((a, b) => b.covered - a.covered)
  const best = covers
    .filter(({ covered }) => covered > 0.001)
    .map(({ name, covered }) => `${name} ${percent(covered)}`)
    .join(', ')
  const days = haltDays(answered)
  const stopped = days === undefined ? 'stopped' : `stopped for ${days} days`
  const when = days === undefined ? `over ${question.days} days` : 'in that time'
  return {
    sentence: `If the supply across the border ${stopped}, ${question.subjectName} would miss ${shareRange(without.low, without.high)} of its demand ${when}; with every emergency measure of the atlas at once ${shareRange(withAll.low, withAll.high)}.${best === '' ? '' : ` Of that demand each alone covers: ${best}.`}`,
    low: 100 * withAll.low,
    central: 100 * withAll.central,
    high: 100 * withAll.high,
    unit: '%',
    of: 'demand not served, with every measure',
    status: 'computed',
    confidence:
      'A what-if: the reports speak of keeping supplies up. The weakest part is the rate and length of each emergency measure, which few sources state.',
    because: answerBecause(answered, main),
  }
}

/** Claims that set the size come first: those of the shocks, of reported premises and of beliefs; then limits and premises. */
function answerBecause(answered: Answered, run: ScenarioRun): Because[] {
  const { question } = answered
  const reported = [...run.scenario.shocks, ...run.scenario.assumptions].filter(
    (one) => one.status === 'reported',
  )
  const sizing = [...question.beliefs, ...reported]
    .flatMap((one) => one.because)
    .filter((because) => because.startsWith('claim:'))
  const others = [...question.because, ...run.scenario.shocks.flatMap((shock) => shock.because)].filter(
    (because) => because.startsWith('claim:'),
  )
  const claims = [...new Set(sizing)].slice(0, MOST_CLAIMS)
  const more = others.filter((because) => !claims.includes(because)).slice(0, Math.max(0, 4 - claims.length))
  const premises = run.scenario.assumptions.flatMap((assumption) => [
    `assumption:${assumption.id}`,
    ...assumption.because.filter((because) => !because.startsWith('claim:')),
  ])
  const limits = run.reasons.slice(0, 2).map((reason) => `constraint:${reason.constraint}`)
  return [...new Set([...claims, ...more, ...limits, ...premises.slice(0, 4)])]
}
