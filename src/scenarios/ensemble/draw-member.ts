import { addDays, calendarDate } from '../../core/time.ts'
import type { ConcreteShock, Scenario, Shock } from '../scenario.ts'
import { normalQuantile, normalShare } from './normal.ts'

/** Numbers that a shock draws: whether it happens, how large it is, how long it lasts. */
const PER_SHOCK = 3

/** Coordinates of a point that a scenario needs: three for each shock, and three for each group of shocks. */
export function dimensionsOf(scenario: Scenario): number {
  return PER_SHOCK * (scenario.shocks.length + groupsOf(scenario).length)
}

function groupsOf(scenario: Scenario): readonly string[] {
  return [...new Set(scenario.shocks.flatMap((shock) => shock.uncertain?.group ?? []))]
}

/**
 * The shocks of one member of an ensemble, from a point in the unit cube. A shock that says nothing of its
 * distribution happens, lasts as stated, and is triangular between its ends. Shocks of one group are tied by a
 * one-factor Gaussian copula: with factor z of the group, own ε and correlation r, u = Φ(√r z + √(1-r) ε).
 */
export function drawMember(scenario: Scenario, point: Float64Array): readonly ConcreteShock[] {
  const groups = groupsOf(scenario)
  const draw = (shock: Shock, at: number, part: number): number => {
    const own = point[PER_SHOCK * at + part] ?? 0.5
    const { group, correlation } = shock.uncertain ?? {}
    if (group === undefined) return own
    const shared = point[PER_SHOCK * (scenario.shocks.length + groups.indexOf(group)) + part] ?? 0.5
    const share = correlation ?? 1
    if (share >= 1) return shared
    return normalShare(Math.sqrt(share) * normalQuantile(shared) + Math.sqrt(1 - share) * normalQuantile(own))
  }
  return scenario.shocks.flatMap((shock, at) => {
    const { probability, shape, days } = shock.uncertain ?? {}
    if (draw(shock, at, 0) > (probability ?? 1)) return []
    const value = quantile(shape ?? 'triangular', shock, draw(shock, at, 1))
    const { asset, field, unit, from } = shock
    const lasts =
      days === undefined ? null : Math.max(1, Math.round(quantile('triangular', days, draw(shock, at, 2))))
    const to = lasts === null ? shock.to : addDays(calendarDate(from), lasts - 1)
    return [{ asset, field, value, unit, from, to }]
  })
}

interface Range {
  readonly low: number
  readonly central: number
  readonly high: number
}

/** Value at share `u` of a distribution between two ends, which may come in either order. */
function quantile(shape: 'triangular' | 'uniform', { low, central, high }: Range, u: number): number {
  const [first, last] = low <= high ? [low, high] : [high, low]
  if (first === last) return central
  if (shape === 'uniform') return first + u * (last - first)
  const peak = (Math.min(last, Math.max(first, central)) - first) / (last - first)
  const share = u < peak ? Math.sqrt(u * peak) : 1 - Math.sqrt((1 - u) * (1 - peak))
  return first + share * (last - first)
}
