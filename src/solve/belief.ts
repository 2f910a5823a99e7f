import { calendarDate, dayNumber } from '../core/time.ts'
import type { ConcreteShock } from '../scenarios/scenario.ts'
import type { Period } from './time-grid.ts'

/** What the operator counts on when planning in period `from`: for each shock and period the share under it. */
export interface Plan {
  readonly from: number
  /** Shock by period, `shock * periods + period`. */
  readonly shares: Float64Array
  /** Last day of the grid, counted from 0, that a disturbance known then is expected to last; -1 with none. */
  readonly believedUntilDay: number
}

/** First and last day counted from the start of the grid. */
interface Span {
  readonly first: number
  readonly last: number
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
  const grid = spansOf(periods)
  const spans = shocks.map((shock) => spanOf(periods, shock))
  periods.forEach((_, from) => {
    const plan = planAt(grid, spans, beliefDays, from)
    const inForce = plans.at(-1)
    if (inForce === undefined || differs(inForce.shares, plan.shares, periods.length, from)) plans.push(plan)
  })
  return plans
}

/** The one plan of an operator who knows everything in advance. */
export function perfectPlan(periods: readonly Period[], shocks: readonly ConcreteShock[]): Plan {
  const grid = spansOf(periods)
  const spans = shocks.map((shock) => spanOf(periods, shock))
  const shares = Float64Array.from({ length: spans.length * grid.length }, (_, at) =>
    share(grid[at % grid.length], spans[Math.floor(at / grid.length)]),
  )
  const until = spans.reduce(
    (last, span) => (Number.isFinite(span.last) ? Math.max(last, span.last) : last),
    -1,
  )
  return { from: 0, shares, believedUntilDay: until }
}

function planAt(grid: readonly Span[], spans: readonly Span[], beliefDays: number, at: number): Plan {
  const width = grid.length
  const shares = new Float64Array(spans.length * width)
  const now = grid[at]
  let until = -1
  if (now === undefined) return { from: at, shares, believedUntilDay: until }
  const today = now.last
  spans.forEach((span, s) => {
    shares[s * width + at] = share(now, span)
    if (span.first > today || span.last <= today) return
    const renewals = Math.floor((today - span.first) / beliefDays) + 1
    const believed = { first: span.first, last: span.first + Math.ceil(renewals * beliefDays) - 1 }
    until = Math.max(until, believed.last)
    for (let p = at + 1; p < width; p++) shares[s * width + p] = share(grid[p], believed)
  })
  return { from: at, shares, believedUntilDay: until }
}

/** Share of the days of a period that lie in a span. */
function share(period: Span | undefined, span: Span | undefined): number {
  if (period === undefined || span === undefined) return 0
  const days = Math.min(period.last, span.last) - Math.max(period.first, span.first) + 1
  return Math.max(0, days) / (period.last - period.first + 1)
}

function spansOf(periods: readonly Period[]): readonly Span[] {
  let day = 0
  return periods.map((period) => {
    const first = day
    day += period.days
    return { first, last: day - 1 }
  })
}

function spanOf(periods: readonly Period[], shock: ConcreteShock): Span {
  const start = periods[0] === undefined ? 0 : dayNumber(periods[0].start)
  const first = dayNumber(calendarDate(shock.from)) - start
  const last = shock.to === null ? Number.POSITIVE_INFINITY : dayNumber(calendarDate(shock.to)) - start
  return { first, last }
}

function differs(a: Float64Array, b: Float64Array, width: number, from: number): boolean {
  for (let at = 0; at < a.length; at++) {
    if (at % width >= from && a[at] !== b[at]) return true
  }
  return false
}
