import type { Exposure } from '../../solve/result.ts'
import type { Effect } from '../brief.ts'
import type { Answered, ScenarioRun } from './answered.ts'
import { bandOf } from './over-time.ts'

/** Owners and countries that a person can take in, of each kind. */
const MOST_ROWS = 4
/** Losses under this share of the largest of their kind are left out; who gains is not exposed. */
const SMALL = 0.01
const MILLION = 1e6

const sentences: Readonly<Record<Exposure['kind'], string>> = {
  production: 'its share of output that is not produced',
  carriage: 'its share of ownership of what is not carried; who ships how much by contract is not known',
  transit:
    'what can no longer pass through, at most: the lesser of what enters and what leaves, without what comes and goes by sea',
}

/** Energy that owners and transit countries lose over the horizon, and what it is worth at the price of the first step. */
export function exposureEffects({ question }: Answered, run: ScenarioRun): readonly Effect[] {
  const keyOf = (one: Exposure): string => `${one.kind} ${one.of} ${one.carrier}`
  const { low, central, high } = run.exposure
  const [atLow, atCentral, atHigh] = [low, central, high].map(
    (rows) => new Map(rows.map((one) => [keyOf(one), one])),
  )
  // Ranked by the run that hurts most: where the central case moves nothing, the low one still may.
  const ranked = new Map([...low, ...central, ...high].map((one) => [keyOf(one), one]))
  const size = (key: string): number =>
    Math.max(...[atLow, atCentral, atHigh].map((rows) => rows?.get(key)?.lost ?? 0))
  const rows = [...ranked].sort(([a], [b]) => size(b) - size(a) || (a < b ? -1 : 1))
  const shown = (['production', 'carriage', 'transit'] as const).flatMap((kind) =>
    rows
      .filter(([key, one]) => one.kind === kind && size(key) > 0)
      .filter(([key], _, [largest]) => size(key) > SMALL * size(largest?.[0] ?? key))
      .slice(0, MOST_ROWS),
  )
  return shown.flatMap(([key, one]): Effect[] => {
    const [l, c, h] = [atLow, atCentral, atHigh].map((rows) => rows?.get(key))
    const common = {
      zone: one.of,
      carrier: one.carrier,
      period: `${question.days} days`,
      status: 'computed' as const,
      because: [...one.because, ...run.scenario.shocks.flatMap(({ because }) => because.slice(0, 1))].slice(
        0,
        4,
      ),
      scenario: run.scenario.id,
    }
    const energy: Effect = {
      ...common,
      measure: `${one.kind} lost`,
      base: 0,
      ...bandOf(l?.lost ?? 0, c?.lost ?? 0, h?.lost ?? 0),
      unit: one.unit,
      sentence: `Counted is ${sentences[one.kind]}.`,
    }
    if (one.money === null) return [energy]
    const ends = [l, c, h].flatMap((each) => [each?.money?.low ?? 0, each?.money?.high ?? 0])
    const money: Effect = {
      ...common,
      measure: `worth of ${one.kind} lost`,
      base: 0,
      low: Math.min(...ends) / MILLION,
      central: (c?.money?.central ?? 0) / MILLION,
      high: Math.max(...ends) / MILLION,
      unit: 'million EUR',
      sentence: `Worth of the energy at 0.8 to 1 of the price at which demand of this carrier is first forgone (assumed); no tariff and no profit.`,
    }
    return [energy, money]
  })
}
