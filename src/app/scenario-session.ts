import type { Atlas } from '../atlas/atlas.ts'
import { calendarDate } from '../core/time.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { busesOfShocks, scopeNetwork } from '../solve/scope-network.ts'
import { createSession, type RunOptions, type Session, type SessionOptions } from '../solve/session.ts'
import { loadSolver } from './load-solver.ts'
import { imposedMeasures, measureTargetsOf } from './measure-targets.ts'

/** A session on the part of the network that a scenario touches or watches, on the grid of briefs. */
export async function scopedSession(
  scenario: Scenario,
  atlas: Atlas,
  options: Pick<SessionOptions, 'shouldStop' | 'pickUp' | 'supplyPickUp'>,
): Promise<Session> {
  const measureTargets = measureTargetsOf(atlas)
  const whole = atlas.networkAt(calendarDate(scenario.network_date))
  const touched = busesOfShocks(whole, scenario.shocks, measureTargets)
  const network = touched === null ? whole : scopeNetwork(whole, [...touched, ...scenario.watch])
  return createSession(await loadSolver(), network, {
    grid: 'brief',
    start: calendarDate(scenario.start),
    days: scenario.days,
    measureTargets,
    imposable: imposedMeasures(scenario),
    ...extendableOf(scenario),
    ...options,
  })
}

/** What a scenario lets be built, as a session takes it. */
export function extendableOf({ extendable = [] }: Scenario): Pick<SessionOptions, 'extendable'> {
  return {
    extendable: extendable.map(({ asset, most, unit, cost_eur_y, from }) => ({
      asset,
      most,
      unit,
      costPerYear: cost_eur_y,
      from: calendarDate(from),
    })),
  }
}

/** How a scenario is run: what the operator believes, who bears a shortage, what must be served. */
export function runOptionsOf(scenario: Scenario): RunOptions {
  return {
    beliefDays: scenario.belief_days,
    sharing: scenario.sharing ?? 'cooperative',
    floors: (scenario.must_serve ?? []).map(({ demand, share }) => ({
      demand: demand.replace(/^demands\//u, ''),
      share,
    })),
  }
}
