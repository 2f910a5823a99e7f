import type { Session } from '../session.ts'
import { type Contingency, volumeThrough } from './contingency.ts'
import { type Loss, lossOf } from './loss.ts'
import { IDLE, type Screened, solveLoss } from './screen-singles.ts'
import { type UnitLoss, unitLoss } from './unit-loss.ts'

export interface PairOptions {
  /** How many of the dearest pairs are wanted. */
  readonly top: number
  /** Whether a minimum flow or Kirchhoff lines are in the programme: pruning is then off. */
  readonly features?: { readonly minimumFlows: boolean; readonly kirchhoffLines: boolean }
  readonly onDone?: (done: number, of: number) => void
}

export interface ScreenedPairs {
  /** The dearest by programme cost, dearest first. */
  readonly losses: readonly Loss[]
  readonly pairs: number
  readonly solved: number
  /** Pairs whose second member carries nothing once the first is lost: their loss is that of the first. */
  readonly known: number
  /** Pairs whose bound lies under the cost of the last one listed. */
  readonly pruned: number
  /** Why no pair was pruned; null where the bound holds. */
  readonly unpruned: string | null
}

interface Candidate {
  readonly members: readonly [Contingency, Contingency]
  readonly atMost: number
}

/**
 * The dearest double outages. With Z the cost of a run and v_a(b) what b carries once a is lost,
 *
 *   max(Z(a), Z(b)) ≤ Z(a, b) ≤ min( Z(a) + F · v_a(b), Z(b) + F · v_b(a) )
 *
 * where F is the worst downstream factor of a unit. Pairs are solved in the order of the right side until it falls
 * to the cost of the last pair wanted, so that the answer is that of full enumeration.
 */
export function screenPairs(
  session: Session,
  contingencies: readonly Contingency[],
  singles: Screened,
  options: PairOptions,
): ScreenedPairs {
  const base = session.base()
  const features = options.features ?? {
    minimumFlows: false,
    kirchhoffLines: session.network.links.some(({ reactance }) => reactance != null),
  }
  const factor = unitLoss(session.network, session.baseCase, features)
  const runOf = (one: Contingency) => singles.runs.get(one.id) ?? base
  const costOf = (one: Contingency) => runOf(one).programmeObjective ?? 0
  const best: Loss[] = []
  const keep = (loss: Loss): void => {
    best.push(loss)
    best.sort((a, b) => b.programmeCost - a.programmeCost || (name(a) < name(b) ? -1 : 1))
    best.splice(options.top)
  }
  const { candidates, quiet } = sortedPairs(contingencies, factor, {
    runOf,
    costOf,
    quietIsKnown: !features.kirchhoffLines,
  })
  for (const [first, second] of quiet) keep(lossOf([first, second], base, runOf(first)))
  const floor = () =>
    best.length < options.top ? Number.NEGATIVE_INFINITY : (best.at(-1)?.programmeCost ?? 0)
  let solved = 0
  for (const { members, atMost } of candidates) {
    if (atMost <= floor()) break
    options.onDone?.(solved, candidates.length)
    keep(lossOf(members, base, solveLoss(session, members)))
    solved++
  }
  return {
    losses: best,
    pairs: quiet.length + candidates.length,
    solved,
    known: quiet.length,
    pruned: candidates.length - solved,
    unpruned: factor.kind === 'off' ? factor.because : null,
  }
}

function name(of: Loss): string {
  return of.contingencies.map((one) => one.id).join(' ')
}

function sortedPairs(
  contingencies: readonly Contingency[],
  factor: UnitLoss,
  of: {
    readonly runOf: (one: Contingency) => ReturnType<Session['base']>
    readonly costOf: (one: Contingency) => number
    /** What carries nothing can go unnoticed, unless its leaving changes how the others share. */
    readonly quietIsKnown: boolean
  },
): { candidates: readonly Candidate[]; quiet: readonly [Contingency, Contingency][] } {
  const candidates: Candidate[] = []
  const quiet: [Contingency, Contingency][] = []
  contingencies.forEach((a, at) => {
    for (const b of contingencies.slice(at + 1)) {
      const [afterA, afterB] = [volumeThrough(b, of.runOf(a)), volumeThrough(a, of.runOf(b))]
      if (of.quietIsKnown && afterA <= IDLE) quiet.push([a, b])
      else if (of.quietIsKnown && afterB <= IDLE) quiet.push([b, a])
      else if (factor.kind === 'off') candidates.push({ members: [a, b], atMost: Number.POSITIVE_INFINITY })
      else {
        const atMost = Math.min(of.costOf(a) + factor.value * afterA, of.costOf(b) + factor.value * afterB)
        candidates.push({ members: [a, b], atMost })
      }
    }
  })
  candidates.sort((a, b) => b.atMost - a.atMost)
  return { candidates, quiet }
}
