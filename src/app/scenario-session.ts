import { calendarDate } from '../core/time.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import type { RunOptions, SessionOptions } from '../solve/session.ts'

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
