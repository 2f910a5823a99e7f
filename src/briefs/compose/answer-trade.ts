import type { Network } from '../../atlas/network.ts'
import type { SolveResult } from '../../solve/result.ts'
import { formatRange } from '../number-format.ts'
import { type Answer, answerBecause, IDLE, percent } from './answer-parts.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { totalOf, wholePeriods } from './over-time.ts'
import { haltDays } from './unserved-share.ts'

/** What a halt of one carrier in one direction does while it lasts. */
export interface TradeLoss {
  readonly run: ScenarioRun
  /** Rate that passed in the base, in the unit of the carrier. */
  readonly base: number
  readonly unit: string
  readonly importer: string
  readonly exporter: string
  /** Share of the importer's final demand for the carrier that is not served, 0 to 1. */
  readonly missing: number
  /** Share of what passed that the exporter produces less, 0 to 1. */
  readonly heldBack: number
}

/** Each scenario of a trade question, in its order. */
export function tradeLosses(answered: Answered): readonly TradeLoss[] {
  const { network } = answered
  return answered.runs.map((run): TradeLoss => {
    const stopped = new Set(run.scenario.shocks.map((shock) => shock.asset.replace('links/', '')))
    const links = network.links.filter((link) => stopped.has(link.id))
    const carrier = links[0]?.carrier ?? answered.question.carrier
    const days = daysOf(answered, run)
    const total = (series: ArrayLike<number> | undefined): number => totalOf(series, run.base.periods, days)
    const passed = links.reduce((sum, link) => sum + total(run.base.flow.get(link.id)), 0)
    const importers = zonesOf(
      answered,
      links.map((link) => link.to),
      carrier,
    )
    const exporters = zonesOf(
      answered,
      links.map((link) => link.from),
      carrier,
    )
    const demands = network.demands.filter((demand) => demand.kind === 'final' && importers.has(demand.bus))
    const asked = demands.reduce((sum, demand) => sum + total(run.base.demand.get(demand.id)), 0)
    const unserved = (result: SolveResult): number =>
      demands.reduce(
        (sum, demand) =>
          sum + (result.unserved.get(demand.id) ?? []).reduce((tiers, tier) => tiers + total(tier), 0),
        0,
      )
    const produced = (result: SolveResult): number =>
      network.supplies
        .filter((supply) => exporters.has(supply.bus))
        .reduce((sum, supply) => sum + total(result.output.get(supply.id)), 0)
    return {
      run,
      base: passed / Math.max(1, days),
      unit: network.units[carrier],
      importer: countryNames(answered, importers),
      exporter: countryNames(answered, exporters),
      missing: asked > 0 ? Math.max(0, unserved(run.central) - unserved(run.base)) / asked : 0,
      heldBack: passed > 0 ? Math.max(0, produced(run.base) - produced(run.central)) / passed : 0,
    }
  })
}

function daysOf({ runs }: Answered, run: ScenarioRun): number {
  const stopped = haltDays({ runs }) ?? run.scenario.days
  return wholePeriods(run.base.periods, stopped) || stopped
}

function countryNames({ atlas }: Answered, buses: ReadonlySet<string>): string {
  const zones = new Set([...buses].map((bus) => bus.slice(0, bus.lastIndexOf(':'))))
  const codes = atlas.tables.zones.filter((zone) => zones.has(zone.id)).map((zone) => zone.country)
  return [...new Set(codes)].map((code) => atlas.nameOf(`countries/${code}`)).join(', ')
}

/** All buses of a carrier in the countries where some buses lie. */
function zonesOf({ atlas }: Answered, buses: readonly string[], carrier: string): ReadonlySet<string> {
  const zones = new Set(
    buses.map((bus: Network['buses'][number]['id']) => bus.slice(0, bus.lastIndexOf(':'))),
  )
  const countries = new Set(
    atlas.tables.zones.filter((zone) => zones.has(zone.id)).map((zone) => zone.country),
  )
  return new Set([...countries].flatMap((code) => atlas.zonesOf(code)).map((zone) => `${zone}:${carrier}`))
}

/** Each direction and carrier in a clause; the number of the answer is the largest shortage that one of them makes. */
export function tradeAnswer(answered: Answered): Answer | null {
  const losses = tradeLosses(answered)
  const [first] = losses
  if (first === undefined) return null
  const days = haltDays(answered) ?? answered.question.days
  const clauses = losses.map(({ run, base, unit, missing, heldBack, importer, exporter }) => {
    const effects = [
      missing > 0.0005
        ? `${importer} would miss ${percent(missing)} of its demand`
        : `no demand of ${importer} would go unserved`,
      heldBack > 0.005 ? `${exporter} would hold back ${percent(heldBack)} of it at the source` : '',
    ].filter((text) => text !== '')
    return base < IDLE
      ? `${run.scenario.title}: none flows in the base, so nothing hangs on it`
      : `${run.scenario.title} (${formatRange(base, base, unit)} in the base): ${effects.join(' and ')}`
  })
  const shares = losses.map(({ missing }) => 100 * missing)
  const worst = [...losses].sort((a, b) => b.missing - a.missing)[0] ?? first
  return {
    sentence: `What hangs on ${answered.question.subjectName}, were it to stop for ${days} days. ${clauses.join('. ')}.`,
    low: Math.min(...shares),
    central: 100 * first.missing,
    high: Math.max(...shares),
    unit: '%',
    of: 'demand of the importing country not served, over the directions and carriers',
    status: 'computed',
    confidence:
      'A what-if: no report says that the trade stops. The range runs over directions and carriers, each stopped alone; how fast other routes take over is assumed.',
    because: answerBecause(answered, worst.run),
  }
}
