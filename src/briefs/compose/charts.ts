import type { SolveResult } from '../../solve/result.ts'
import type { Chart } from '../brief.ts'
import { formatNumber, unitLabel } from '../number-format.ts'
import { tradeLosses } from './answer-trade.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { bandOf, meanOver, stretchesOf } from './over-time.ts'
import { subjectOf, sumOf } from './subject.ts'
import { haltDays, unservedShare } from './unserved-share.ts'

/** The one chart that a reader would want, by the kind of question. */
export function chartOf(answered: Answered, main: ScenarioRun): Chart {
  switch (answered.question.kind) {
    case 'outage':
    case 'project':
    case 'restart':
    case 'rise':
      return flowOverTime(answered, main)
    case 'increase':
    case 'sanction':
      return routeBars(answered, main)
    case 'return':
      return flowByScenario(answered)
    case 'trade':
      return missedByTrade(answered)
    case 'halt':
      return unservedByScenario(answered)
    case 'demand':
      return demandOverTime(answered, main)
    case 'stocks':
      return stocksOverTime(answered, main)
  }
}

function flowOverTime(answered: Answered, run: ScenarioRun): Chart {
  const subject = subjectOf(answered)
  return overTime(answered, run, { ...subject, title: `${subject.heading} ${subject.name}` })
}

/** What the demands of the question ask for, whether it is served or not. */
function demandOverTime(answered: Answered, run: ScenarioRun): Chart {
  const { question, network } = answered
  const ids = run.scenario.shocks.map(({ asset }) => asset.slice('demands/'.length))
  return overTime(answered, run, {
    title: `${question.subjectName.slice(0, 1).toUpperCase()}${question.subjectName.slice(1)}`,
    unit: network.units[question.carrier],
    of: (result) =>
      sumOf(
        ids.flatMap((id) => result.demand.get(id) ?? []),
        result,
      ),
  })
}

function stocksOverTime(answered: Answered, run: ScenarioRun): Chart {
  const { question, network } = answered
  const ids = run.scenario.shocks.map(({ asset }) => asset.slice('stores/'.length))
  return overTime(answered, run, {
    title: `What ${question.subjectName} hold`,
    unit: network.units[question.carrier].replace(/[_/]d$/u, ''),
    of: (result) =>
      sumOf(
        ids.flatMap((id) => result.level.get(id) ?? []),
        result,
      ),
  })
}

interface Line {
  readonly title: string
  readonly unit: string
  readonly of: (result: SolveResult) => ArrayLike<number>
}

function overTime({ question }: Answered, run: ScenarioRun, { title, unit, of }: Line): Chart {
  const values = (result: SolveResult): number[] => Array.from(of(result))
  const [low, central, high] = [values(run.low), values(run.central), values(run.high)]
  const bands = central.map((value, index) => bandOf(low[index] ?? value, value, high[index] ?? value))
  const lowest = Math.min(...bands.map((band) => band.low))
  const before = Math.min(...values(run.base))
  const fall =
    lowest < before - 1e-6
      ? `, which falls at worst to ${formatNumber(lowest)} ${unitLabel(unit)}`
      : `, up to ${formatNumber(Math.max(...bands.map((band) => band.high)))} ${unitLabel(unit)}`
  return {
    kind: 'lines',
    title,
    description: `${title} over ${question.days} days: the base case, and the range after the shock${fall}.`,
    unit,
    x: run.base.periods.map((period) => period.start),
    series: [
      { name: 'before', values: values(run.base), low: null, high: null },
      {
        name: 'after',
        values: central,
        low: bands.map((band) => band.low),
        high: bands.map((band) => band.high),
      },
    ],
  }
}

function routeBars(answered: Answered, run: ScenarioRun): Chart {
  const { question, network } = answered
  const whole = stretchesOf(run.base.periods).at(-1) ?? { label: '', from: 0, to: question.days }
  const links = question.links.flatMap((id) => network.links.find((link) => link.id === id) ?? [])
  const mean = (result: SolveResult, id: string): number =>
    meanOver(result.flow.get(id), run.base.periods, whole)
  const bands = links.map((link) =>
    bandOf(mean(run.low, link.id), mean(run.central, link.id), mean(run.high, link.id)),
  )
  return {
    kind: 'bars',
    title: 'The route against its limits',
    description: `For each link of the route: flow before, flow after, and capacity. ${links
      .map(
        (link, index) =>
          `${link.name}: ${formatNumber(bands[index]?.central ?? 0)} of ${link.capacity === null ? 'unknown' : formatNumber(link.capacity.value)} ${unitLabel(network.units[link.carrier])}`,
      )
      .join('; ')}.`,
    unit: network.units[question.carrier],
    x: links.map((link) => link.name),
    series: [
      { name: 'before', values: links.map((link) => mean(run.base, link.id)), low: null, high: null },
      {
        name: 'after',
        values: bands.map((band) => band.central),
        low: bands.map((band) => band.low),
        high: bands.map((band) => band.high),
      },
      { name: 'capacity', values: links.map((link) => link.capacity?.value ?? null), low: null, high: null },
    ],
  }
}

function flowByScenario(answered: Answered): Chart {
  const { question, network, runs } = answered
  const flow = (result: SolveResult): number =>
    question.links.reduce((sum, id) => {
      const whole = stretchesOf(result.periods).at(-1)
      return whole === undefined ? sum : sum + meanOver(result.flow.get(id), result.periods, whole)
    }, 0)
  const bands = runs.map((run) => bandOf(flow(run.low), flow(run.central), flow(run.high)))
  return {
    kind: 'bars',
    title: `What ${question.subjectName} would carry`,
    description: `Mean flow over ${question.days} days by scenario: ${ownWords(
      runs.map((run) => run.scenario.title),
    )
      .map((title, index) => `${title} ${formatNumber(bands[index]?.central ?? 0)}`)
      .join('; ')} ${unitLabel(network.units[question.carrier])}.`,
    unit: network.units[question.carrier],
    x: ownWords(runs.map((run) => run.scenario.title)),
    series: [
      {
        name: 'flow',
        values: bands.map((band) => band.central),
        low: bands.map((band) => band.low),
        high: bands.map((band) => band.high),
      },
    ],
  }
}

function unservedByScenario(answered: Answered): Chart {
  const { question, runs } = answered
  const share = (result: SolveResult): number => 100 * unservedShare(answered, result)
  const bands = runs.map((run) => bandOf(share(run.low), share(run.central), share(run.high)))
  return {
    kind: 'bars',
    title: `Unserved demand in ${question.subjectName}`,
    description: `Share of the demand over the ${haltDays(answered) ?? question.days} days of the halt that is not served, without measures, with each alone and with all.`,
    unit: '%',
    x: ownWords(runs.map((run) => run.scenario.title)),
    series: [
      {
        name: 'unserved',
        values: bands.map((band) => band.central),
        low: bands.map((band) => band.low),
        high: bands.map((band) => band.high),
      },
    ],
  }
}

function missedByTrade(answered: Answered): Chart {
  const losses = tradeLosses(answered)
  return {
    kind: 'bars',
    title: 'What would be missed without the trade',
    description: `Share of the importing country's demand for the carrier that is not served while it is stopped: ${losses
      .map(({ run, missing }) => `${run.scenario.title} ${formatNumber(100 * missing)} %`)
      .join('; ')}.`,
    unit: '%',
    x: losses.map(({ run }) => run.scenario.title),
    series: [{ name: 'unserved', values: losses.map(({ missing }) => 100 * missing), low: null, high: null }],
  }
}

/** Titles without the words that all of them begin with: the title of the chart says those. */
export function ownWords(titles: readonly string[]): string[] {
  const words = titles.map((title) => title.split(' '))
  const shortest = Math.min(...words.map((one) => one.length))
  let shared = 0
  while (
    titles.length > 1 &&
    shared < shortest - 1 &&
    words.every((one) => one[shared] === words[0]?.[shared])
  )
    shared++
  return words.map((one) => one.slice(shared).join(' '))
}
