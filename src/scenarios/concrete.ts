import type { ConcreteShock, Scenario } from './scenario.ts'

export type Case = 'low' | 'central' | 'high'

/** The shocks of a scenario at one end of their ranges. */
export function concreteShocks(scenario: Scenario, at: Case): readonly ConcreteShock[] {
  return scenario.shocks.map((shock) => ({
    asset: shock.asset,
    field: shock.field,
    value: shock[at],
    unit: shock.unit,
    from: shock.from,
    to: shock.to,
  }))
}

/** Whether the three cases of a scenario are one and the same. */
export function isDefinite(scenario: Scenario): boolean {
  return scenario.shocks.every((shock) => shock.low === shock.central && shock.central === shock.high)
}
