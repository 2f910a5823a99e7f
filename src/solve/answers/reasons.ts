import type { ConcreteShock } from '../../scenarios/scenario.ts'
import type { BindingConstraint, SolveResult } from '../result.ts'
import type { RunOptions, Session } from '../session.ts'

/** A binding limit with what solving again with five percent more of it did. */
export interface Reason {
  readonly constraint: string
  readonly sentence: string
  /** EUR saved over the horizon by loosening it, by the cost that the programme minimises; 0 where nothing changed. */
  readonly saved: number
  /** Unserved final demand avoided over the horizon, in the carrier's unit times days; 0 where none. */
  readonly served: number
  /** Only confirmed limits are reasons: a multiplier alone may be one of many at a corner. */
  readonly confirmed: boolean
}

export interface ReasonOptions extends RunOptions {
  /** How many candidates are tried, those that are worth most first; default 8. */
  readonly tries?: number
  /** Share by which a limit is loosened; default 0.05. */
  readonly share?: number
}

/** EUR below which loosening changed nothing. */
const SMALL = 1_000

/**
 * Why the shocked run is as it is: limits that bind there and not, or less, in the base, each loosened by five
 * percent and solved again. Confirmed ones first, by what they save.
 */
export function bindingReasons(
  session: Session,
  shocks: readonly ConcreteShock[],
  shocked: SolveResult,
  options: ReasonOptions = {},
): readonly Reason[] {
  if (shocked.status !== 'optimal' || shocked.objective === null) return []
  const share = options.share ?? 0.05
  // Five percent more of one limit leaves most of the shocked run as it is.
  const given: RunOptions = { ...options, foresight: shocked.foresight, wants: 'cost', beside: shocked }
  const cost = shocked.programmeObjective ?? 0
  const unserved = totalUnserved(shocked)
  const reasons = candidates(session.base(), shocked)
    .slice(0, options.tries ?? 8)
    .map(({ constraint, sentence }): Reason => {
      const looser = session.solve(shocks, { ...given, relax: [{ constraint, share }] })
      const saved = Math.max(0, cost - (looser.programmeObjective ?? cost))
      const served = Math.max(0, unserved - totalUnserved(looser))
      return { constraint, sentence, saved, served, confirmed: looser.status === 'optimal' && saved > SMALL }
    })
  return reasons.sort((a, b) => b.saved - a.saved || (a.constraint < b.constraint ? -1 : 1))
}

/** What binds more in the shocked run than in the base, by worth over the horizon. */
function candidates(base: SolveResult, shocked: SolveResult): readonly BindingConstraint[] {
  const worth = (of: BindingConstraint | undefined): number =>
    of === undefined ? 0 : of.dual * of.periods.reduce((sum, p) => sum + (shocked.periods[p]?.days ?? 1), 0)
  const before = new Map(base.binding.map((one) => [one.constraint, one]))
  return shocked.binding
    .map((one) => ({ one, gain: worth(one) - worth(before.get(one.constraint)) }))
    .filter(({ one, gain }) => gain > SMALL && isOwnLimit(one.constraint, base, shocked))
    .sort((a, b) => b.gain - a.gain || (a.one.constraint < b.one.constraint ? -1 : 1))
    .map(({ one }) => one)
}

/** That any oil anywhere would help is no reason: outlets never are one, and sources only where they give less. */
function isOwnLimit(constraint: string, base: SolveResult, shocked: SolveResult): boolean {
  if (constraint.startsWith('market-outlet:')) return false
  if (!constraint.startsWith('supply-limit:')) return true
  const id = constraint.slice('supply-limit:'.length)
  const before = base.output.get(id)
  return (shocked.output.get(id) ?? []).some((value, p) => value < (before?.[p] ?? 0) - 1e-6)
}

function totalUnserved(of: SolveResult): number {
  let sum = 0
  for (const steps of of.unserved.values()) {
    for (const step of steps) {
      step.forEach((value, p) => {
        sum += value * (of.periods[p]?.days ?? 1)
      })
    }
  }
  return sum
}
