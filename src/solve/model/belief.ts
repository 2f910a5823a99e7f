import { calendarDate, dayNumber } from '../../core/time.ts'
import type { ConcreteShock } from '../../scenarios/scenario.ts'
import type { Period } from '../time-grid.ts'

/** First and last day of a period, counted from the start of the grid. */
type Days = Pick<Span, 'first' | 'last'>

/** What the operator counts on when planning in period `from`: for each shock and period the share under it. */
export interface Plan {
  readonly from: number
  /** Shock by period, `shock * periods + period`. */
  readonly shares: Float64Array
  /** Last day of the grid, counted from 0, that a disturbance known then is expected to last; -1 with none. */
  readonly believedUntilDay: number
}

/** First and last day counted from the start of the grid, and the days on either side of its end over which it fades. */
interface Span {
  readonly first: number
  readonly last: number
  readonly fades: number
}

/**
 * The plans of a rolling horizon, in time order. In its own period the operator sees what is; of the future it knows
 * only that a disturbance already begun lasts `beliefDays` from its first day. One that outlives this is believed to
 * last as long again; one that ends early is seen to have ended. Once what was lost begins to come back, how it goes on
 * is known. A new plan is made only when this changes: with nothing new to know, planning again would give the plan in force.
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
    (last, span) => (Number.isFinite(span.last) ? Math.max(last, Math.ceil(span.last + span.fades)) : last),
    -1,
  )
  return { from: 0, shares, believedUntilDay: until }
}

function planAt(grid: readonly Days[], spans: readonly Span[], beliefDays: number, at: number): Plan {
  const width = grid.length
  const shares = new Float64Array(spans.length * width)
  const now = grid[at]
  let until = -1
  if (now === undefined) return { from: at, shares, believedUntilDay: until }
  const today = now.last
  spans.forEach((span, s) => {
    shares[s * width + at] = share(now, span)
    if (span.first > today || span.last + span.fades <= today) return
    if (span.fades > 0 && span.last + 1 - span.fades <= today + 1) {
      until = Math.max(until, Math.ceil(span.last + span.fades))
      for (let p = at + 1; p < width; p++) shares[s * width + p] = share(grid[p], span)
      return
    }
    const renewals = Math.floor((today - span.first) / beliefDays) + 1
    const last = span.first + Math.ceil(renewals * beliefDays) - 1
    const believed = { first: span.first, last, fades: 0 }
    until = Math.max(until, believed.last)
    for (let p = at + 1; p < width; p++) shares[s * width + p] = share(grid[p], believed)
  })
  return { from: at, shares, believedUntilDay: until }
}

/** Share of the days of a period that lie in a span; of one that fades the mean of what is still lost. */
function share(period: Days | undefined, span: Span | undefined): number {
  if (period === undefined || span === undefined) return 0
  const { first, last, fades } = span
  const begun = Math.max(period.first, first)
  const whole = Math.max(0, Math.min(period.last + 1, last + 1 - fades) - begun)
  const fading = fades > 0 ? fadedDays(begun, period.last + 1, last + 1, fades) : 0
  return (whole + fading) / (period.last - period.first + 1)
}

/** Days' worth of what is lost between two moments while it falls evenly from all to nothing about its end. */
function fadedDays(from: number, to: number, end: number, fades: number): number {
  const a = Math.max(from, end - fades)
  const b = Math.min(to, end + fades)
  return b <= a ? 0 : ((b - a) * (end + fades - (a + b) / 2)) / (2 * fades)
}

function spansOf(periods: readonly Period[]): readonly Days[] {
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
  return { first, last, fades: Number.isFinite(last) ? (shock.returns ?? 0) / 2 : 0 }
}

function differs(a: Float64Array, b: Float64Array, width: number, from: number): boolean {
  for (let at = 0; at < a.length; at++) {
    if (at % width >= from && a[at] !== b[at]) return true
  }
  return false
}
