import type { SolveResult } from '../../solve/result.ts'
import { formatTime } from '../time-format.ts'
import { type Answer, amount, answerBecause, shareRange, type TradeUnit } from './answer-parts.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { bandOf, meanOver, stretchesOf } from './over-time.ts'
import { subjectOf } from './subject.ts'

/** What a project adds in the year after its earliest first output, and how long nothing changes. */
export function projectAnswer(answered: Answered, run: ScenarioRun): Answer {
  const { question } = answered
  const subject = subjectOf(answered)
  const whole = stretchesOf(run.base.periods).at(-1) ?? { label: '', from: 0, to: question.days }
  const mean = (result: SolveResult): number => meanOver(subject.of(result), result.periods, whole)
  const added = bandOf(mean(run.low), mean(run.central), mean(run.high))
  const base = todayOf(answered, run)
  const trade = { unit: subject.unit, carrier: question.carrier, period: whole.label }
  const [early, late] = [run.scenario.shocks[0]?.from ?? run.scenario.start, latestOf(answered)]
  const share =
    base > 0
      ? ` beside the ${amount({ low: base, high: base }, trade)} that ${question.links.length > 0 ? 'cross the same border' : 'its country gives'} today`
      : ''
  const isBegun = question.project?.odds === null
  const adds =
    added.high < 1e-6
      ? `would stand idle: what it could give finds no use${share}`
      : `${isBegun ? 'adds' : 'would add'} ${amount(added, trade)} in the first year${plannedFor(answered, added.high, trade)}${share}`
  const when = isBegun
    ? `, from ${formatTime(early)} on.`
    : `, with its first output on ${formatTime(early)} at the earliest and ${late} at the latest of the cases taken. ${oddsIn(answered)}Until then, and if it never comes, no flow changes.`
  return {
    sentence: `${question.subjectName} ${adds}${when}`,
    ...added,
    unit: subject.unit,
    of: `amount added in the first year of output${isBegun ? '' : ', early case'}`,
    status: 'computed',
    confidence: isBegun
      ? 'That it works is what the reports tell; how much of its size it gives in its first year is a premise, and its size one too where neither the reports nor the atlas name it.'
      : 'Lead time, size and odds are the weakest part: premises of the atlas unless a report names the size. Of wells that are planned many find nothing; that a line has its capacity does not say that anybody fills it.',
    because: answerBecause(answered, run),
  }
}

/** `, of the 1,438 GWh/d that it is planned for`: where that is more than what it gives at first. */
function plannedFor({ question }: Answered, first: number, trade: TradeUnit): string {
  const { low, high } = question.project?.planned ?? { low: 0, high: 0 }
  if (high <= first * 1.005) return ''
  return `, of the ${amount({ low, high }, trade)} that it is planned for`
}

/** What part of projects at this stage come at all. */
function oddsIn({ question }: Answered): string {
  const { project } = question
  if (project?.odds == null) return ''
  return `Of projects at this stage ${shareRange(project.odds.low, project.odds.high)} come at all, by a premise. `
}

/** What the sources, or plants, of the country give in the base. */
function todayOf({ question, network, atlas }: Answered, run: ScenarioRun): number {
  const [added] = question.added ?? []
  const bus = added?.bus ?? ''
  const zone = atlas.tables.zones.find((row) => row.id === bus.slice(0, bus.lastIndexOf(':')))
  const buses = new Set(atlas.zonesOf(zone?.country ?? '').map((id) => `${id}:${question.carrier}`))
  const whole = stretchesOf(run.base.periods).at(-1)
  if (whole === undefined) return 0
  const mean = (series: ArrayLike<number> | undefined): number => meanOver(series, run.base.periods, whole)
  if (added?.table === 'links') {
    const countryOf = (of: string): string =>
      atlas.tables.zones.find(({ id }) => id === of.slice(0, of.lastIndexOf(':')))?.country ?? of
    const ends = [countryOf(added.bus), countryOf(added.to ?? '')].sort().join()
    return network.links
      .filter(
        (link) =>
          link.carrier === question.carrier &&
          [countryOf(link.from), countryOf(link.to)].sort().join() === ends,
      )
      .reduce((sum, link) => sum + mean(run.base.flow.get(link.id)), 0)
  }
  return added?.table === 'conversions'
    ? network.conversions
        .filter((row) => buses.has(row.from))
        .reduce((sum, row) => sum + mean(run.base.converted.get(row.id)), 0)
    : network.supplies
        .filter((row) => buses.has(row.bus))
        .reduce((sum, row) => sum + mean(run.base.output.get(row.id)), 0)
}

function latestOf({ runs }: Answered): string {
  const title = runs.find(({ scenario }) => scenario.id.endsWith('-late'))?.scenario.title ?? ''
  const day = /to (\d{4}-\d{2}-\d{2})$/u.exec(title)?.[1]
  return day === undefined ? 'later' : formatTime(day)
}
