import { addDays, parseCalendarDate } from '../core/time.ts'
import type { ConcreteShock, Scenario, Shock } from './scenario.ts'

export type Case = 'low' | 'central' | 'high'

/** The shocks of a scenario at one end of their ranges. */
export function concreteShocks(scenario: Scenario, at: Case): readonly ConcreteShock[] {
  return scenario.shocks.map((shock) => ({
    asset: shock.asset,
    field: shock.field,
    value: shock[at],
    unit: shock.unit,
    from: shock.from,
    to: lastDay(shock, at),
    ...(returnDays(shock, at) > 0 ? { returns: returnDays(shock, at) } : {}),
  }))
}

function returnDays({ returns }: Shock, at: Case): number {
  return returns?.[at === 'low' ? 'high' : at === 'high' ? 'low' : 'central'] ?? 0
}

/** The low case leaves least: it has the smallest size and the longest stay. */
function lastDay(shock: Shock, at: Case): string | null {
  const first = parseCalendarDate(shock.from)
  if (shock.lasts === undefined || first === null) return shock.to
  const days = shock.lasts[at === 'low' ? 'high' : at === 'high' ? 'low' : 'central']
  return addDays(first, Math.max(1, Math.round(days)) - 1)
}

/** Whether the three cases of a scenario are one and the same. */
export function isDefinite(scenario: Scenario): boolean {
  return scenario.shocks.every(
    ({ low, central, high, lasts }) =>
      low === central &&
      central === high &&
      (lasts === undefined || (lasts.low === lasts.central && lasts.central === lasts.high)),
  )
}
