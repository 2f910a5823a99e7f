import type { SolveResult } from '../../solve/result.ts'
import type { Answered } from './answered.ts'
import { totalOf, wholePeriods } from './over-time.ts'

/**
 * Share of the final demand of the question's zone that is not served while the supply is halted, 0 to 1; over the
 * whole horizon where no scenario says how long. 0 where nothing is asked for.
 */
export function unservedShare({ question, network, runs }: Answered, result: SolveResult): number {
  const bus = `${question.subject.replace('zones/', '')}:${question.carrier}`
  const stopped = haltDays({ runs })
  // A period that reaches beyond the halt would blur it.
  const days = stopped === undefined ? undefined : wholePeriods(result.periods, stopped) || stopped
  const demands = network.demands.filter((demand) => demand.bus === bus)
  const total = (series: ArrayLike<number> | undefined): number => totalOf(series, result.periods, days)
  const asked = demands.reduce((sum, demand) => sum + total(result.demand.get(demand.id)), 0)
  const missing = demands.reduce(
    (sum, demand) =>
      sum + (result.unserved.get(demand.id) ?? []).reduce((tiers, tier) => tiers + total(tier), 0),
    0,
  )
  return asked > 0 ? missing / asked : 0
}

/** Days that the halt lasts; none where it has no end. */
export function haltDays({ runs }: Pick<Answered, 'runs'>): number | undefined {
  const scenario = runs[0]?.scenario
  return scenario?.shocks[0]?.to ? scenario.belief_days : undefined
}
