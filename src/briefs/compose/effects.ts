import type { NetworkLink } from '../../atlas/network.ts'
import type { Because } from '../../core/provenance.ts'
import type { SolveResult } from '../../solve/result.ts'
import type { Effect } from '../brief.ts'
import { formatNumber, formatRange, unitLabel } from '../number-format.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { bandOf, meanOver, type Stretch, stretchesOf } from './over-time.ts'

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
  const subjects = network.links
    .filter((link) => subject.has(link.id))
    .map((link) => linkMeasure(link, 'flow'))
  const others: Measured[] = [
    ...network.links
      .filter((link) => !subject.has(link.id))
      .map((link) => linkMeasure(link, 're-routed flow')),
    ...network.supplies.map((supply) => ({
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
        demand.kind === 'final' ? sumTiers(result.unserved.get(demand.id)) : result.served.get(demand.id),
    })),
  ]
  const stretches = stretchesOf(run.base.periods)
  const whole = stretches[stretches.length - 1]
  if (whole === undefined) return []
  const scale = Math.max(
    1e-9,
    ...subjects.map((one) => spread(run, one, whole)),
    ...subjects.map((one) => meanOver(one.of(run.base), run.base.periods, whole)),
  )
  const changed = others
    .map((one) => ({ one, size: Math.max(...stretches.map((stretch) => spread(run, one, stretch))) }))
    .filter(({ size }) => size > SMALL * scale)
    .sort((a, b) => b.size - a.size || (a.one.zone < b.one.zone ? -1 : 1))
  const kept = ['unserved demand', 'emergency supply', 'production', 're-routed flow', 'deliveries'].flatMap(
    (measure) => changed.filter(({ one }) => one.measure === measure).slice(0, MOST_ROWS),
  )
  return [...subjects, ...kept.map(({ one }) => one)].flatMap((one) =>
    stretches.map((stretch) => toEffect(run, one, stretch)),
  )
}

function figureOf(sourced: { because: Because } | null): readonly Because[] {
  return sourced === null ? [] : [sourced.because]
}

function sumTiers(tiers: readonly ArrayLike<number>[] | undefined): ArrayLike<number> | undefined {
  if (tiers === undefined) return undefined
  const length = tiers[0]?.length ?? 0
  return Float64Array.from({ length }, (_, index) => tiers.reduce((sum, tier) => sum + (tier[index] ?? 0), 0))
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

function toEffect(run: ScenarioRun, one: Measured, over: Stretch): Effect {
  const periods = run.base.periods
  const mean = (result: SolveResult): number => meanOver(one.of(result), periods, over)
  const base = mean(run.base)
  const band = bandOf(mean(run.low), mean(run.central), mean(run.high))
  const unit = unitLabel(one.unit)
  const after =
    formatRange(band.low, band.high, one.unit) === formatRange(base, base, one.unit)
      ? 'no change'
      : `${formatRange(band.low, band.high, one.unit)} (central ${formatNumber(band.central)})`
  return {
    measure: one.measure,
    zone: one.zone,
    carrier: one.carrier,
    period: over.label,
    base,
    ...band,
    unit: one.unit,
    status: 'computed',
    because: [...one.because],
    sentence: `${run.scenario.title}: ${one.measure} of ${one.name}, ${over.label}: ${formatNumber(base)} ${unit} before, ${after} after.`,
  }
}
