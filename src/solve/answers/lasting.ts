import { addDays, calendarDate, daysBetween } from '../../core/time.ts'
import type { ConcreteShock } from '../../scenarios/scenario.ts'
import type { Lasting, SolveResult } from '../result.ts'
import type { RunOptions, Session } from '../session.ts'

/** Shortage of a day under this share of demand is what the solver leaves. */
const SERVED = 1e-6
/** Solves that may be spent where the first guess does not hold. */
const MOST_SOLVES = 5

/**
 * The days that shocks may last before any final demand goes unserved, from a run of them. Under a rolling horizon what
 * is done up to a day does not depend on how long the disturbance lasts after it: where the longest run is first short
 * on day d (from 0), every run that lasts more than d days is, and none is while it lasts d days or less. What is left
 * to ask is whether a disturbance of d days makes anyone short after it has ended, by solving; where it does, shorter
 * ones are tried. Null where five solves do not tell, a run has no optimum, or nobody is short in a run that ends sooner
 * than the horizon: whether a longer one would make anyone short was then not asked.
 */
export function lastingOf(
  session: Session,
  shocks: readonly ConcreteShock[],
  run: SolveResult,
  options: RunOptions,
): Lasting | null {
  const days = session.periods.reduce((sum, period) => sum + period.days, 0)
  const solve = (lasting: number): SolveResult =>
    session.solve(
      withoutReturn(shocks).map((shock) => ({
        ...shock,
        to: addDays(calendarDate(shock.from), lasting - 1),
      })),
      // Until the disturbance ends nothing differs from the run at hand.
      { ...options, beside: run },
    )
  if (run.status !== 'optimal') return null
  const short = firstShort(run)
  // What a longer one would do is not seen where this one already comes back.
  if (short !== null && short.day >= Math.min(...shocks.map(returnsFrom))) return null
  if (short === null) {
    const isWhole = shocks.every(({ to }) => to === null)
    return isWhole ? { breakEven: { kind: 'always', until: days }, demand: null } : null
  }
  const { demand } = short
  if (short.day === 0) return { breakEven: { kind: 'never', from: 1 }, demand }
  let [low, high] = [0, short.day + 1]
  let guess = short.day
  for (let solves = 0; solves < MOST_SOLVES; solves++) {
    const tried = solve(guess)
    if (tried.status !== 'optimal') return null
    if (firstShort(tried) === null) low = guess
    else high = guess
    if (high - low === 1) {
      return low === 0
        ? { breakEven: { kind: 'never', from: 1 }, demand }
        : { breakEven: { kind: 'at', holds: low, breaks: high }, demand }
    }
    guess = Math.floor((low + high) / 2)
  }
  return null
}

/** The same shocks, each over on its last day at once: what a length that is looked for means. */
export function withoutReturn(shocks: readonly ConcreteShock[]): readonly ConcreteShock[] {
  return shocks.map(({ returns: _, ...shock }) => shock)
}

/** Days from the first on which all of it is lost. */
function returnsFrom({ from, to, returns }: ConcreteShock): number {
  if (to === null || returns === undefined) return Number.POSITIVE_INFINITY
  return daysBetween(calendarDate(from), calendarDate(to)) + 1 - returns / 2
}

function firstShort(run: SolveResult): { readonly day: number; readonly demand: string } | null {
  let day = 0
  for (const [p, period] of run.periods.entries()) {
    let [worst, most] = ['', 0]
    for (const [demand, steps] of run.unserved) {
      const missing = steps.reduce((sum, step) => sum + (step[p] ?? 0), 0)
      const share = missing / Math.max(1, run.demand.get(demand)?.[p] ?? 0)
      if (share > SERVED && share > most) [worst, most] = [demand, share]
    }
    if (most > 0) return { day, demand: worst }
    day += period.days
  }
  return null
}
