import type { Highs } from 'highs'
import type { Atlas } from '../atlas/atlas.ts'
import type { Network } from '../atlas/network.ts'
import { calendarDate } from '../core/time.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { busesOfShocks, scopeNetwork } from '../solve/network/scope-network.ts'
import { createSession, type RunOptions, type Session, type SessionOptions } from '../solve/session.ts'
import { loadSolver } from './load-solver.ts'
import { imposedMeasures, measureTargetsOf } from './measure-targets.ts'

/** What a session of a scenario needs of an atlas, as plain data that a thread can be sent. */
export interface ScopedScenario {
  readonly scenario: Scenario
  /** The part of the network that the scenario touches or watches. */
  readonly network: Network
  /** Rows that each measure of the scenario closes. */
  readonly measureTargets: Readonly<Record<string, readonly string[]>>
}

export function scopeScenario(scenario: Scenario, atlas: Atlas): ScopedScenario {
  const targetsOf = measureTargetsOf(atlas)
  const whole = atlas.networkAt(calendarDate(scenario.network_date))
  const touched = busesOfShocks(whole, scenario.shocks, targetsOf)
  return {
    scenario,
    network: touched === null ? whole : scopeNetwork(whole, [...touched, ...scenario.watch]),
    measureTargets: Object.fromEntries(
      imposedMeasures(scenario).map((measure) => [measure, targetsOf(measure)]),
    ),
  }
}

/** Days that a scenario is solved on: the grid of briefs. */
export function gridOf(scenario: Scenario): Pick<SessionOptions, 'grid' | 'start' | 'days'> {
  return { grid: 'brief', start: calendarDate(scenario.start), days: scenario.days }
}

type ScopedOptions = Pick<SessionOptions, 'shouldStop' | 'pickUp' | 'supplyPickUp' | 'foundBase'>

export function openScoped(
  highs: Highs,
  { scenario, network, measureTargets }: ScopedScenario,
  options: ScopedOptions,
): Session {
  return createSession(highs, network, {
    ...gridOf(scenario),
    measureTargets: (measure) => measureTargets[measure] ?? [],
    imposable: imposedMeasures(scenario),
    ...extendableOf(scenario),
    ...options,
  })
}

/** A session on the part of the network that a scenario touches or watches, on the grid of briefs. */
export async function scopedSession(
  scenario: Scenario,
  atlas: Atlas,
  options: ScopedOptions,
): Promise<Session> {
  return openScoped(await loadSolver(), scopeScenario(scenario, atlas), options)
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
