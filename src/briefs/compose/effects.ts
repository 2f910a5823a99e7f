import type { NetworkLink, NetworkSupply } from '../../atlas/network.ts'
import type { Because } from '../../core/provenance.ts'
import type { SolveResult } from '../../solve/result.ts'
import type { Effect } from '../brief.ts'
import { formatTogether } from '../number-format.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { type Amounts, effectSentence } from './effect-sentence.ts'
import { marketGroups } from './market-groups.ts'
import { bandOf, meanOver, type Stretch, stretchesOf, totalOf } from './over-time.ts'
import { subjectOf } from './subject.ts'

/** Changes below this share of the subject's base flow are left to brief.json's solution, not shown to people. */
const SMALL = 0.01
/** Rows of one kind that a person can take in. */
const MOST_ROWS = 8

interface Measured {
  readonly measure: string
  readonly zone: string
  readonly carrier: string
  readonly unit: string
  readonly name: string
  readonly because: readonly Because[]
  readonly of: (result: SolveResult) => ArrayLike<number> | undefined
}

/** Effects of one scenario: the subject's flow, then what else changes, largest first. */
export function effectsOfRun(answered: Answered, run: ScenarioRun): readonly Effect[] {
  const { question, network } = answered
  const units = network.units
  const subject = new Set(question.links)
  const shockBecause = run.scenario.shocks.flatMap((shock) => shock.because.slice(0, 1))
  const because = (own: readonly Because[]): readonly Because[] =>
    [...new Set([...own, ...shockBecause])].slice(0, 4)
  const linkMeasure = (link: NetworkLink, measure: string): Measured => ({
    measure,
    zone: `links/${link.id}`,
    carrier: link.carrier,
    unit: units[link.carrier],
    name: link.name,
    because: because([
      `constraint:link-capacity:${link.id}`,
      ...figureOf(link.capacity),
      ...figureOf(link.flow),
    ]),
    of: (result) => result.flow.get(link.id),
  })
  const carrierOf = (bus: string) => bus.slice(bus.lastIndexOf(':') + 1)
  const own = question.plants.length > 0 ? [] : network.links.filter((link) => subject.has(link.id))
  const plants = network.conversions
    .filter((one) => question.plants.includes(`conversions/${one.id}`))
    .map((one): Measured => {
      return {
        measure: 'throughput',
        zone: `conversions/${one.id}`,
        carrier: carrierOf(one.from),
        unit: units[carrierOf(one.from) as keyof typeof units],
        name: one.name,
        because: because([...figureOf(one.capacity), ...figureOf(one.flow)]),
        of: (result) => result.converted.get(one.id),
      }
    })
  const strings = own.map((link) => linkMeasure(link, 'flow'))
  const subjects = [...together(answered, own, strings), ...strings, ...plants]
  const groups = marketGroups(network)
  const grouped = new Set(groups.flatMap(({ members }) => members.map((supply) => supply.id)))
  const others: Measured[] = [
    ...network.links.filter((link) => !own.includes(link)).map((link) => linkMeasure(link, 're-routed flow')),
    ...groups.map(({ ref, name, members }) => ({
      measure: 'bought on the market',
      zone: ref,
      carrier: carrierOf(members[0]?.bus ?? ''),
      unit: units[carrierOf(members[0]?.bus ?? '') as keyof typeof units],
      name,
      because: because(mostChanged(run, members)),
      of: (result: SolveResult) => sumOf(members.flatMap((supply) => result.output.get(supply.id) ?? [])),
    })),
    ...network.supplies
      .filter((supply) => !grouped.has(supply.id))
      .map((supply) => ({
        measure: supply.kind === 'emergency' ? 'emergency supply' : 'production',
        zone: `supplies/${supply.id}`,
        carrier: carrierOf(supply.bus),
        unit: units[carrierOf(supply.bus) as keyof typeof units],
        name: supply.name,
        because: because([...figureOf(supply.capacity), ...figureOf(supply.output)]),
        of: (result: SolveResult) => result.output.get(supply.id),
      })),
    ...network.demands.map((demand) => ({
      measure: demand.kind === 'final' ? 'unserved demand' : 'deliveries',
      zone: `demands/${demand.id}`,
      carrier: carrierOf(demand.bus),
      unit: units[carrierOf(demand.bus) as keyof typeof units],
      name: demand.name,
      because: because([demand.rate.because]),
      of: (result: SolveResult) =>
        demand.kind === 'final' ? sumOf(result.unserved.get(demand.id) ?? []) : result.served.get(demand.id),
    })),
  ]
  const stretches = stretchesOf(run.base.periods)
  const whole = stretches[stretches.length - 1]
  if (whole === undefined) return []
  const scale = Math.max(
    1e-9,
    meanOver(subjectOf(answered).of(run.base), run.base.periods, whole),
    ...subjects.map((one) => spread(run, one, whole)),
    ...subjects.map((one) => meanOver(one.of(run.base), run.base.periods, whole)),
  )
  const changed = others
    .map((one) => ({ one, size: Math.max(...stretches.map((stretch) => spread(run, one, stretch))) }))
    .filter(({ size }) => size > SMALL * scale)
    .sort((a, b) => b.size - a.size || (a.one.zone < b.one.zone ? -1 : 1))
  const kept = [
    'unserved demand',
    'emergency supply',
    'production',
    'bought on the market',
    're-routed flow',
    'deliveries',
  ].flatMap((measure) => changed.filter(({ one }) => one.measure === measure).slice(0, MOST_ROWS))
  const rows = [...subjects, ...kept.map(({ one }) => one)].flatMap((one) => toEffects(run, one, stretches))
  // Where one line alone carries what all do, the total says nothing more.
  return rows.filter(
    (row) => row.zone !== question.subject || !rows.some((other) => other !== row && isSame(other, row)),
  )
}

/** Parallel links as one row, before each by itself: what a reader asks for is the whole line. */
function together(
  { question, network }: Answered,
  own: readonly NetworkLink[],
  strings: readonly Measured[],
): readonly Measured[] {
  const [first, second] = own
  const isParallel = own.every((link) => link.from === first?.from && link.to === first?.to)
  if (first === undefined || second === undefined || !isParallel) return []
  return [
    {
      measure: 'flow',
      zone: question.subject,
      carrier: first.carrier,
      unit: network.units[first.carrier],
      name: `${question.linksName ?? question.subjectName}, all lines together`,
      because: [...new Set(strings.flatMap((one) => one.because.slice(0, 2)))].slice(0, 6),
      of: (result) => sumOf(own.flatMap((link) => result.flow.get(link.id) ?? [])),
    },
  ]
}

/** The figures of the member that changes most: what the sum rests on first of all. */
function mostChanged(run: ScenarioRun, members: readonly NetworkSupply[]): readonly Because[] {
  const periods = run.base.periods
  const change = (supply: NetworkSupply): number =>
    Math.max(
      ...[run.low, run.central, run.high].map((result) =>
        Math.abs(
          totalOf(result.output.get(supply.id), periods) - totalOf(run.base.output.get(supply.id), periods),
        ),
      ),
    )
  const [first] = [...members].sort((a, b) => change(b) - change(a) || (a.id < b.id ? -1 : 1))
  return first === undefined ? [] : [...figureOf(first.capacity), ...figureOf(first.output)]
}

function figureOf(sourced: { because: Because } | null): readonly Because[] {
  return sourced === null ? [] : [sourced.because]
}

function sumOf(series: readonly ArrayLike<number>[]): ArrayLike<number> | undefined {
  const length = series[0]?.length
  if (length === undefined) return undefined
  return Float64Array.from({ length }, (_, index) => series.reduce((sum, one) => sum + (one[index] ?? 0), 0))
}

/** Largest difference from the base over the three runs. */
function spread(run: ScenarioRun, one: Measured, over: Stretch): number {
  const periods = run.base.periods
  const base = meanOver(one.of(run.base), periods, over)
  return Math.max(
    ...[run.low, run.central, run.high].map((result) =>
      Math.abs(meanOver(one.of(result), periods, over) - base),
    ),
  )
}

/** One row a stretch; one for all where the first days read as the whole horizon does. */
function toEffects(run: ScenarioRun, one: Measured, stretches: readonly Stretch[]): readonly Effect[] {
  const rows = stretches.map((stretch) => ({ stretch, amounts: amountsOf(run, one, stretch) }))
  const last = rows.at(-1)
  if (last === undefined) return []
  const isOne = rows.every(({ amounts }) => printed(amounts) === printed(last.amounts))
  return (isOne ? [last] : rows).map(({ stretch, amounts }) => ({
    measure: one.measure,
    zone: one.zone,
    carrier: one.carrier,
    period: isOne && rows.length > 1 ? `all ${stretch.label}` : stretch.label,
    ...amounts,
    unit: one.unit,
    status: 'computed',
    because: [...one.because],
    sentence: effectSentence({ ...one, period: stretch.label }, amounts),
    scenario: run.scenario.id,
  }))
}

function isSame(a: Effect, b: Effect): boolean {
  return (
    a.measure === b.measure &&
    a.period === b.period &&
    a.high > 0 &&
    printed(withBase(a)) === printed(withBase(b))
  )
}

function withBase({ base, low, central, high }: Effect): Amounts {
  return { base: base ?? 0, low, central, high }
}

function printed({ base, low, central, high }: Amounts): string {
  return formatTogether([base, low, central, high]).join(' ')
}

function amountsOf(run: ScenarioRun, one: Measured, over: Stretch): Amounts {
  const mean = (result: SolveResult): number => meanOver(one.of(result), run.base.periods, over)
  return { base: mean(run.base), ...bandOf(mean(run.low), mean(run.central), mean(run.high)) }
}
