import type { Highs } from 'highs'
import { boundsOf } from '../model/bounds-of.ts'
import { buildDeltaProgramme } from '../model/build-delta-programme.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import type { Frame } from '../model/frame.ts'
import type { SolveResult } from '../result.ts'
import { type QuantityReader, quantityReader } from '../results/read-result.ts'
import { DayBounds } from './day-bounds.ts'
import { PlanSolver } from './plan-solver.ts'
import type { ReferencePlan } from './reference-plan.ts'

/** One programme and what solves it. */
export interface Engine {
  readonly frame: Frame
  readonly delta: DeltaProgramme
  readonly solver: PlanSolver
  readonly reader: QuantityReader
  /** Limits of the plan that is being made; written over by each. */
  readonly today: DayBounds
  /** Plans of runs that others may be solved beside, while somebody holds their results. */
  readonly kept: WeakMap<SolveResult, readonly KeptPlan[]>
}

export interface KeptPlan {
  /** First period that it decides. */
  readonly from: number
  readonly reference: ReferencePlan
}

export function openEngine(highs: Highs, frame: Frame): Engine {
  const delta = buildDeltaProgramme(frame)
  const usual = boundsOf(frame, delta, frame.limits)
  const solver = new PlanSolver(highs, frame, delta, usual)
  const reader = quantityReader(frame, delta)
  return {
    frame,
    delta,
    solver,
    today: new DayBounds(usual, delta),
    reader,
    kept: new WeakMap(),
  }
}
