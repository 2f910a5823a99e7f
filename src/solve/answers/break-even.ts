import { CorridorError } from '../../core/errors.ts'
import { addDays, calendarDate } from '../../core/time.ts'
import type { ConcreteShock } from '../../scenarios/scenario.ts'
import type { BreakEven, SolveResult } from '../result.ts'
import type { RunOptions, Session } from '../session.ts'

/**
 * Halves the interval until it is no wider than `step`. What holds at one value must hold at all before it: true of
 * the length and the size of an outage, of which more never helps. Both ends are solved first.
 */
export function bisect(
  holds: (value: number) => boolean,
  { from, to, step }: { readonly from: number; readonly to: number; readonly step: number },
): BreakEven {
  if (!holds(from)) return { kind: 'never', from }
  if (holds(to)) return { kind: 'always', until: to }
  let [low, high] = [0, Math.ceil((to - from) / step - 1e-9)]
  const at = (count: number) => Math.min(to, from + count * step)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(at(middle))) low = middle
    else high = middle
  }
  return { kind: 'at', holds: at(low), breaks: at(high) }
}

/** Whether an answer still holds in a run. */
export type Holds = (run: SolveResult, base: SolveResult) => boolean

/** Shortage of a day under this share of demand is what the solver leaves. */
const SERVED = 1e-6

/** The default answer: nobody goes short, or none of the buses named. */
export function allServed(buses: readonly string[] = []): Holds {
  return (run) =>
    run.network.demands
      .filter((demand) => buses.length === 0 || buses.includes(demand.bus))
      .every((demand) =>
        (run.unserved.get(demand.id) ?? []).every((step) =>
          step.every((value, p) => value <= SERVED * Math.max(1, run.demand.get(demand.id)?.[p] ?? 0)),
        ),
      )
}

/**
 * For how many days, counted from the first of each, shocks may last before the answer changes. Throws where a run
 * ends without an optimum.
 */
export function durationBreakEven(
  session: Session,
  shocks: readonly ConcreteShock[],
  holds: Holds,
  options: RunOptions = {},
): BreakEven {
  const days = session.periods.reduce((sum, period) => sum + period.days, 0)
  return bisect(
    (lasting) =>
      holdsUnder(
        session,
        shocks.map((shock) => ({ ...shock, to: addDays(calendarDate(shock.from), lasting - 1) })),
        holds,
        options,
      ),
    { from: 1, to: days, step: 1 },
  )
}

/**
 * How large shocks may be before the answer changes: a share of their stated size, in percent, where a factor of 0.3
 * at half its size is 0.65. Throws `scenario_invalid` where a shock is no factor, as its size is then not known.
 */
export function sizeBreakEven(
  session: Session,
  shocks: readonly ConcreteShock[],
  holds: Holds,
  options: RunOptions = {},
): BreakEven {
  for (const shock of shocks) {
    if (shock.unit !== '1') {
      throw new CorridorError(
        'scenario_invalid',
        `${shock.asset} ${shock.field} is given in ${shock.unit}; a break-even of size needs factors (unit 1).`,
      )
    }
  }
  return bisect(
    (percent) =>
      holdsUnder(
        session,
        shocks.map((shock) => ({ ...shock, value: 1 + (percent / 100) * (shock.value - 1) })),
        holds,
        options,
      ),
    { from: 0, to: 100, step: 1 },
  )
}

function holdsUnder(
  session: Session,
  shocks: readonly ConcreteShock[],
  holds: Holds,
  options: RunOptions,
): boolean {
  const run = session.solve(shocks, options)
  if (run.status === 'cancelled') throw new CorridorError('cancelled', 'cancelled while solving')
  if (run.status !== 'optimal') {
    throw new CorridorError('solve_failed', `The programme ended ${run.status} on the way to a break-even.`)
  }
  return holds(run, session.base())
}

/**
 * EUR that one more unit a day of a limit saves over the horizon, by solving again with it: `FAMILY:ROW` as in
 * `BindingConstraint`, `size` what loosening is a share of,
 * the larger of the limit and the base on the day. What a multiplier says at a corner may be one of many; this is
 * what happens.
 */
export function worthOfOneMore(
  session: Session,
  shocks: readonly ConcreteShock[],
  of: { readonly constraint: string; readonly size: number },
  options: RunOptions = {},
): number {
  if (!(of.size > 0)) {
    throw new CorridorError('scenario_invalid', `${of.constraint} has no size above zero to add one unit to.`)
  }
  const relax = [{ constraint: of.constraint, share: 1 / of.size }]
  const [before, after] = [session.solve(shocks, options), session.solve(shocks, { ...options, relax })]
  return (before.objective ?? Number.NaN) - (after.objective ?? Number.NaN)
}
