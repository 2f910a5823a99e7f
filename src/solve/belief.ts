import { type CalendarDate, calendarDate, daysBetween } from '../core/time.ts'
import type { ConcreteShock } from '../scenarios/scenario.ts'
import { overlapDays, type Period } from './time-grid.ts'

/** What the operator counts on when planning in period `from`: for each shock and period the share under it. */
export interface Plan {
  readonly from: number
  /** Shock by period, `shock * periods + period`. */
  readonly shares: Float64Array
  /** Last day of the grid, counted from 0, that a disturbance known then is expected to last; -1 with none. */
  readonly believedUntilDay: number
}

/**
 * The plans of a rolling horizon, in time order. In its own period the operator sees what is; of the future it knows
 * only that a disturbance already begun lasts `beliefDays` from its first day. One that outlives this is believed to
 * last as long again; one that ends early is seen to have ended. A new plan is made only when this changes:
 * with nothing new to know, planning again would give the plan that is in force.
 */
export function rollingPlans(
  periods: readonly Period[],
  shocks: readonly ConcreteShock[],
  beliefDays: number,
): readonly Plan[] {
  const plans: Plan[] = []
  periods.forEach((_, from) => {
    const plan = planAt(periods, shocks, beliefDays, from)
    const inForce = plans.at(-1)
    if (inForce === undefined || differs(inForce.shares, plan.shares, periods.length, from)) plans.push(plan)
  })
  return plans
}

/** The one plan of an operator who knows everything in advance. */
export function perfectPlan(periods: readonly Period[], shocks: readonly ConcreteShock[]): Plan {
  const shares = new Float64Array(shocks.length * periods.length)
  let until = -1
  const start = periods[0]?.start
  shocks.forEach((shock, s) => {
    const { from, to } = span(shock)
    periods.forEach((period, p) => {
      shares[s * periods.length + p] = overlapDays(period, from, to) / period.days
    })
    if (start !== undefined && to !== null) until = Math.max(until, daysBetween(start, to))
  })
  return { from: 0, shares, believedUntilDay: until }
}

function planAt(
  periods: readonly Period[],
  shocks: readonly ConcreteShock[],
  beliefDays: number,
  at: number,
): Plan {
  const width = periods.length
  const shares = new Float64Array(shocks.length * width)
  const now = periods[at]
  const start = periods[0]?.start
  let until = -1
  if (now === undefined || start === undefined) return { from: at, shares, believedUntilDay: until }
  const today = daysBetween(start, now.start) + now.days - 1
  shocks.forEach((shock, s) => {
    const { from, to } = span(shock)
    const first = daysBetween(start, from)
    const last = to === null ? Number.POSITIVE_INFINITY : daysBetween(start, to)
    shares[s * width + at] = overlapDays(now, from, to) / now.days
    if (first > today || last <= today) return
    const renewals = Math.floor((today - first) / beliefDays) + 1
    const believed = first + Math.ceil(renewals * beliefDays) - 1
    until = Math.max(until, believed)
    for (let p = at + 1; p < width; p++) {
      const period = periods[p]
      if (period === undefined) continue
      const day = daysBetween(start, period.start)
      const days = Math.max(0, Math.min(day + period.days - 1, believed) - day + 1)
      shares[s * width + p] = days / period.days
    }
  })
  return { from: at, shares, believedUntilDay: until }
}

function span(shock: ConcreteShock): { from: CalendarDate; to: CalendarDate | null } {
  return { from: calendarDate(shock.from), to: shock.to === null ? null : calendarDate(shock.to) }
}

function differs(a: Float64Array, b: Float64Array, width: number, from: number): boolean {
  for (let at = 0; at < a.length; at++) {
    if (at % width >= from && a[at] !== b[at]) return true
  }
  return false
}
