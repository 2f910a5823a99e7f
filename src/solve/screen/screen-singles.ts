import { CorridorError } from '../../core/errors.ts'
import type { SolveResult } from '../result.ts'
import type { Session } from '../session.ts'
import { type Contingency, shocksOf, volumeThrough } from './contingency.ts'
import { byLoss, type Loss, lossOf } from './loss.ts'

export interface Screened {
  /** Worst first. */
  readonly losses: readonly Loss[]
  /**
   * What is idle in the base in every period. Its loss takes away only plans that the base does not use: the base
   * stays possible, and stays the cheapest of fewer plans, so that nothing is lost. No solve is needed.
   */
  readonly idle: readonly Contingency[]
  /** The run of each contingency that was solved, for bounds on pairs. */
  readonly runs: ReadonlyMap<string, SolveResult>
}

/** Volumes under this over the horizon are what the solver leaves of zero. */
export const IDLE = 1e-6

/** Loses each contingency by itself for the whole horizon of the session. Throws where a run ends without an optimum. */
export function screenSingles(
  session: Session,
  contingencies: readonly Contingency[],
  onDone: (done: number, of: number) => void = () => {},
): Screened {
  const base = session.base()
  const used = contingencies.filter((one) => volumeThrough(one, base) > IDLE)
  const runs = new Map<string, SolveResult>()
  const losses = used.map((one, at) => {
    onDone(at, used.length)
    const run = solveLoss(session, [one])
    runs.set(one.id, run)
    return lossOf([one], base, run)
  })
  const found = new Set(used.map((one) => one.id))
  return { losses: losses.sort(byLoss), idle: contingencies.filter((one) => !found.has(one.id)), runs }
}

export function solveLoss(session: Session, contingencies: readonly Contingency[]): SolveResult {
  const from = session.periods[0]?.start
  if (from === undefined) throw new RangeError('a session without periods')
  const run = session.solve(contingencies.flatMap((one) => shocksOf(one, from)))
  if (run.status === 'cancelled') throw new CorridorError('cancelled', 'cancelled while screening')
  if (run.status !== 'optimal') {
    const names = contingencies.map((one) => one.name).join(' and ')
    throw new CorridorError('solve_failed', `Without ${names} the programme ended ${run.status}.`)
  }
  return run
}
