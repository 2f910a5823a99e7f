import type { Because } from '../../core/provenance.ts'
import type { SolveResult } from '../../solve/result.ts'
import type { Brief } from '../brief.ts'
import { formatNumber, formatRange, unitLabel } from '../number-format.ts'
import { type Answered, type Band, mainRun, type ScenarioRun } from './answered.ts'
import { bandOf, meanOver, type Stretch, stretchesOf, totalOf } from './over-time.ts'

export type Answer = Brief['stories'][number]['answer']

/** The plain sentence of a story, its range, how sure it is and why. */
export function answerOf(answered: Answered): Answer {
  const run = mainRun(answered)
  const stretch = run === null ? undefined : stretchesOf(run.base.periods)[0]
  if (run === null || stretch === undefined) return unanswered(answered.question.title)
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
export function unanswered(title: string): Answer {
  return {
    sentence: `${title}: nothing in it is a change of supply that the model computes; the claims stand below.`,
    low: null,
    central: null,
    high: null,
    unit: null,
    status: 'computed',
    confidence: 'No number is given, so none can be wrong; each event says why it is not computed.',
    because: [],
  }
}

const percent = (share: number): string => `${formatNumber(100 * share, 2)} %`

/** Two shares as one range: `0 to 12 %`, or one figure where both read the same. */
function percentRange(low: number, high: number): string {
  const [a, b] = [formatNumber(100 * low, 2), formatNumber(100 * high, 2)]
  return a === b ? `${a} %` : `${a} to ${b} %`
}

function flowBand(run: ScenarioRun, link: string, over: Stretch): { base: number; after: Band } {
  const mean = (result: SolveResult): number => meanOver(result.flow.get(link), result.periods, over)
  return { base: mean(run.base), after: bandOf(mean(run.low), mean(run.central), mean(run.high)) }
}

function outageAnswer(answered: Answered, run: ScenarioRun, over: Stretch): Answer {
  const { question, network } = answered
  const unit = network.units[question.carrier]
  const link = network.links.find((candidate) => candidate.id === question.links[0])
  const { base, after } = flowBand(run, question.links[0] ?? '', over)
  const shock = run.scenario.shocks.find((one) => one.field === 'capacity')
  const lost = { low: base - after.high, central: base - after.central, high: base - after.low }
  const share = (value: number): number => (base > 0 ? Math.max(0, value) / base : 0)
  const use = link?.capacity && link.capacity.value > 0 ? base / link.capacity.value : null
  const capacity =
    shock === undefined
      ? ''
      : ` leaves ${percentRange(shock.low, shock.high)} of the capacity (central ${percent(shock.central)})`
  const chance = answered.fallProbability
  const falls =
    share(lost.high) < 0.005
      ? `flow does not fall`
      : `flow falls by ${percentRange(share(lost.low), share(lost.high))} in the ${over.label} (central ${percent(share(lost.central))})`
  const why =
    use === null
      ? ''
      : `, because ${link?.name ?? 'the line'} was used at ${percent(use)} of its capacity before`
  return {
    sentence: `The damage to ${question.subjectName}${capacity}; ${falls}${why}.`,
    low: lost.low,
    central: lost.central,
    high: lost.high,
    unit,
    status: 'computed',
    confidence: [
      question.beliefs.length > 0
        ? `The range spans ${question.beliefs.length} beliefs about capacity (${question.beliefs.map((belief) => belief.label).join('; ')}).`
        : 'The size of the loss rests on what the reports claim and on a stated assumption, not on hydraulics.',
      chance === null ? '' : `Flow falls at all under ${percent(chance)} of them.`,
      `Officials state capacity; what is lost to users is flow.`,
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
      : ` The limit is ${narrow.name}: ${formatNumber(narrow.capacity)} ${unitLabel(unit)}, with ${formatNumber(Math.max(0, narrow.room))} ${unitLabel(unit)} free in the base case.`
  // The low end of a published capacity may lie a hair under the reconciled flow: nobody gains less than nothing.
  const gain = (value: number): number => Math.max(0, value - base)
  const more = { low: gain(after.low), central: gain(after.central), high: gain(after.high) }
  return {
    sentence: `${question.subjectName} carries ${formatNumber(base)} ${unitLabel(unit)} and could carry ${formatRange(more.low, more.high, unit)} more${isShort ? ', which is less than what is spoken of' : ''}.${limit}`,
    ...more,
    unit,
    status: 'computed',
    confidence:
      asked?.status === 'reported'
        ? 'The size is what the reports name; whether the capacity of every section is as published is the main doubt.'
        : 'No report names a size, so the range is what the published capacities leave free; nominations may be lower.',
    because: answerBecause(answered, run),
  }
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
  const said = (run: ScenarioRun | undefined, words: string): string => {
    if (run === undefined) return ''
    const band = flow(run)
    return `${words} ${formatRange(band.low, band.high, unit)}`
  }
  const stays = inForce === undefined ? 0 : flow(inForce).high
  const main = part ?? full
  const band = main === undefined ? null : flow(main)
  const pieces = [said(part, 'what still stands would carry'), said(full, 'all of it')].filter(
    (text) => text !== '',
  )
  const held = network.links.filter((link) => question.links.includes(link.id) && link.closed_by !== null)
  const measures =
    held.length === 0
      ? 'no measure of the atlas closes it'
      : stays < 0.5
        ? 'with the measures in force it stays so'
        : `with the measures in force at most ${formatNumber(stays)} ${unitLabel(unit)} could come back once repaired`
  const price = full?.priceChange
  const prices =
    price == null
      ? ''
      : `; the price in ${price.zone} would change by ${formatRange(price.low, price.high, '%')} on a full return`
  return {
    sentence: `${question.subjectName} carries nothing on ${question.networkDate}; ${measures}; with them lifted ${pieces.join(', ')}${prices}.${answered.implied === null ? '' : ` ${answered.implied.sentence}`}`,
    low: band?.low ?? null,
    central: band?.central ?? null,
    high: band?.high ?? null,
    unit,
    status: 'computed',
    confidence:
      'Whether it returns is politics and is not computed. The range of the flow is an assumption about how fast contracts and buyers come back; the price change is an interval from published elasticities.',
    because: main === undefined ? question.because.slice(0, 4) : answerBecause(answered, main),
  }
}

function haltAnswer(answered: Answered): Answer {
  const { question, network, runs } = answered
  const bus = `${question.subject.replace('zones/', '')}:${question.carrier}`
  const demands = network.demands.filter((demand) => demand.bus === bus)
  const missing = (result: SolveResult): number =>
    demands.reduce(
      (sum, demand) =>
        sum +
        (result.unserved.get(demand.id) ?? []).reduce(
          (tiers, tier) => tiers + totalOf(tier, result.periods),
          0,
        ),
      0,
    )
  const asked = (result: SolveResult): number =>
    demands.reduce((sum, demand) => sum + totalOf(result.demand.get(demand.id), result.periods), 0)
  const share = (run: ScenarioRun): Band => {
    const of = (result: SolveResult): number => (asked(result) > 0 ? missing(result) / asked(result) : 0)
    return bandOf(of(run.low), of(run.central), of(run.high))
  }
  const alone = runs.find((run) => run.scenario.id.endsWith('-alone')) ?? runs[0]
  const main = mainRun(answered) ?? alone
  if (alone === undefined || main === undefined) return unanswered(question.title)
  const without = share(alone)
  const withAll = share(main)
  const covers = runs
    .filter((run) => run !== alone && run !== main)
    .map((run) => ({
      name: run.scenario.title.replace(/^.*with: /u, ''),
      covered: without.central - share(run).central,
    }))
    .sort((a, b) => b.covered - a.covered)
  const best = covers
    .filter(({ covered }) => covered > 0.001)
    .map(({ name, covered }) => `${name} ${percent(covered)}`)
    .join(', ')
  const days = alone.scenario.shocks[0]
  return {
    sentence: `If the supply across the border stopped${days?.to ? ` for ${alone.scenario.belief_days} days` : ''}, ${question.subjectName} would miss ${percentRange(without.low, without.high)} of its demand over ${question.days} days; with every emergency measure of the atlas ${percentRange(withAll.low, withAll.high)}.${best === '' ? '' : ` Each alone covers: ${best}.`}`,
    low: 100 * withAll.low,
    central: 100 * withAll.central,
    high: 100 * withAll.high,
    unit: '%',
    status: 'computed',
    confidence:
      'A what-if: the reports speak of keeping supplies up. The weakest part is the rate and length of each emergency measure, which few sources state.',
    because: answerBecause(answered, main),
  }
}

function answerBecause(answered: Answered, run: ScenarioRun): Because[] {
  const claims = answered.question.because
  const premises = run.scenario.assumptions.flatMap((assumption) => assumption.because)
  const limits = run.reasons.slice(0, 2).map((reason) => `constraint:${reason.constraint}`)
  return [...new Set([...claims.slice(0, 4), ...limits, ...premises.slice(0, 3)])]
}
