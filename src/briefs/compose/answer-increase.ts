import { formatNumber, unitLabel } from '../number-format.ts'
import { type Answer, amount, answerBecause, flowBand, type TradeUnit } from './answer-parts.ts'
import type { Answered, Band, ScenarioRun } from './answered.ts'
import { stretchesOf } from './over-time.ts'

/** How much more a route could carry, and what limits it; with several ways onward, each in its own sentence. */
export function increaseAnswer(answered: Answered, run: ScenarioRun): Answer {
  const { subjectName } = answered.question
  const { answer, ...main } = routeOf(answered, run)
  if (answered.runs.length < 2)
    return { ...answer, sentence: `${subjectName} ${main.carries} and ${main.could}.${main.limit}` }
  const others = answered.runs.filter((other) => other !== run)
  const routes = [run, ...others].map((one) => ({ title: one.scenario.title, ...routeOf(answered, one) }))
  // What all ways have in common is said once.
  const isShared = routes.every(({ carries }) => carries === main.carries)
  const sentences = routes.map(({ title, carries, could, limit }, index) => {
    const isSame = limit !== '' && limit === routes[index - 1]?.limit
    const doing = isShared ? `it ${could}` : `${subjectName} ${carries} and ${could}`
    return `${title}: ${doing}.${isSame ? ' The limit is the same.' : limit}`
  })
  return {
    ...answer,
    sentence: [...(isShared ? [`${subjectName} ${main.carries}.`] : []), ...sentences].join(' '),
  }
}

interface Route {
  /** `carries 190 GWh/d` */
  readonly carries: string
  /** `could carry 11 to 69 GWh/d more` */
  readonly could: string
  /** A sentence with a space before it; empty where no capacity is known. */
  readonly limit: string
  readonly answer: Omit<Answer, 'sentence'>
}

function routeOf(answered: Answered, run: ScenarioRun): Route {
  const { question, network } = answered
  const unit = network.units[question.carrier]
  const whole = stretchesOf(run.base.periods).at(-1) ?? { label: '', from: 0, to: question.days }
  // Links side by side are told together, as what they are together.
  const counted = question.linksName === undefined ? question.links.slice(0, 1) : question.links
  const bands = counted.map((id) => flowBand(run, id, whole))
  const base = bands.reduce((sum, band) => sum + band.base, 0)
  const together = (end: keyof Band): number => bands.reduce((sum, band) => sum + band.after[end], 0)
  const after: Band = { low: together('low'), central: together('central'), high: together('high') }
  const own = run.scenario.shocks.flatMap((shock) => (shock.field === 'flow' ? [shock.asset.slice(6)] : []))
  const links = (own.length === 0 ? question.links : own).flatMap(
    (id) => network.links.find((link) => link.id === id) ?? [],
  )
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
  const narrow =
    question.linksName === undefined || rooms.length < links.length
      ? rooms.sort((a, b) => a.room - b.room)[0]
      : {
          name: question.linksName,
          room: rooms.reduce((sum, { room }) => sum + room, 0),
          capacity: rooms.reduce((sum, { capacity }) => sum + capacity, 0),
        }
  const nominated = run.scenario.shocks.filter(
    ({ asset, field, unit: of }) =>
      field === 'flow' && of !== '1' && counted.some((id) => asset === `links/${id}`),
  )
  const asked = run.scenario.shocks.find((shock) => shock.field === 'flow')
  const spokenOf = nominated.reduce((sum, { high }) => sum + high, 0)
  const isShort = nominated.length > 0 && after.high < spokenOf - 0.005 * spokenOf
  const limit =
    narrow === undefined
      ? ''
      : ` The limit is ${narrow.name}: its capacity is ${formatNumber(narrow.capacity)} ${unitLabel(unit)} by the main figure of the atlas, of which ${formatNumber(Math.max(0, narrow.room), 2)} ${unitLabel(unit)} are free.`
  // The low end of a published capacity may lie a hair under the reconciled flow: nobody gains less than nothing.
  const gain = (value: number): number => Math.max(0, value - base)
  const trade = { unit, carrier: question.carrier, period: whole.label }
  const more = { low: gain(after.low), central: gain(after.central), high: gain(after.high) }
  const answer = {
    ...more,
    unit,
    of: 'further amount that could be carried',
    status: 'computed' as const,
    confidence:
      asked !== undefined && asked.status !== 'assumed'
        ? 'The size is what the reports name; whether the capacity of every section is as published is the main doubt.'
        : 'No report names a size, so the range is what the published capacities leave free; nominations may be lower.',
    because: answerBecause(answered, run),
  }
  return {
    carries: `carries ${amount({ low: base, high: base }, trade)}`,
    could: `${couldCarry(more, trade)}${isShort ? ', which is less than what is spoken of' : ''}`,
    limit,
    answer,
  }
}

function couldCarry(more: Band, trade: TradeUnit): string {
  if (more.high < 0.005 * Math.max(1, more.high)) return 'could carry nothing more'
  if (formatNumber(more.low) === '0')
    return `could carry at most ${amount({ low: more.high, high: more.high }, trade)} more`
  return `could carry ${amount(more, trade)} more`
}
