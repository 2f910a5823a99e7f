import type { Highs } from 'highs'
import { CorridorError } from '../../core/errors.ts'
import type { Bounds } from '../linear/bounds.ts'
import { assertOptimal } from '../linear/optimality-check.ts'
import type { Optimum, RunLimits } from '../linear/optimise.ts'
import { solveOpenPart } from '../linear/solve-open-part.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import { narrowToFace } from './optimal-face.ts'

/** What ties together may cost, in thousand EUR and as a share of the objective. */
const COST_TOLERANCE = 1e-2
const COST_SHARE = 1e-7

/**
 * Of all plans of the same least cost the one nearest to the base: on the face of the cheapest plans the weighted
 * distance from the base is minimised. Most columns are fixed there, so it is a programme of its own, and the
 * session's model keeps its costs and limits. `scratch` is written over.
 */
export function canonicalPlan(
  delta: DeltaProgramme,
  bounds: Bounds,
  optimum: Optimum,
  scratch: Bounds,
  { highs, limits }: { readonly highs: Highs; readonly limits: RunLimits },
): Optimum {
  const { programme } = delta
  const face = { ...programme, cost: delta.distance, ...narrowToFace(bounds, optimum, scratch) }
  const nearest = solveOpenPart(highs, face, limits)
  if (nearest.status !== 'optimal') return nearest
  assertOptimal(face, nearest)
  assertSameCost(dot(programme.cost, nearest.x), optimum.objective)
  return nearest
}

/** Throws `solve_failed` where the plan nearest to the base is no cheapest plan. */
export function assertSameCost(cost: number, objective: number): void {
  if (!(Math.abs(cost - objective) <= COST_TOLERANCE + COST_SHARE * Math.abs(objective))) {
    throw new CorridorError(
      'solve_failed',
      `The plan nearest to the base costs ${cost} where the optimum is ${objective}; no result is given.`,
    )
  }
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
