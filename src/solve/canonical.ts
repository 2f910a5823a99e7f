import type { Highs } from 'highs'
import { CorridorError } from '../core/errors.ts'
import type { Bounds } from './bounds.ts'
import type { DeltaProgramme } from './delta-programme.ts'
import { assertOptimal, isOptimal } from './optimality-check.ts'
import type { Optimum, RunLimits } from './optimise.ts'
import { solveOpenPart } from './solve-open-part.ts'

/** Multipliers up to this (thousand EUR per unit and period) count as ties; ten times the solver's tolerance. */
const TIE = 1e-6
/** What all such ties together may cost, in thousand EUR and as a share of the objective. */
const COST_TOLERANCE = 1e-2
const COST_SHARE = 1e-7

interface CanonicalOptions {
  readonly highs: Highs
  readonly limits: RunLimits
  /** Solves the face by the neighbourhood of the change; null where it cannot, and the face's open part is solved. */
  readonly nearby: (face: Bounds) => Optimum | null
}

/**
 * Of all plans of the same least cost the one nearest to the base. By complementary slackness the optimal plans are
 * exactly those that keep every column with a reduced cost at its bound and every row with a multiplier tight; on
 * that face the weighted distance from the base is minimised. Most columns are fixed there, so it is a programme of
 * its own, and the session's model keeps its costs and limits. `scratch` is written over.
 */
export function canonicalPlan(
  delta: DeltaProgramme,
  bounds: Bounds,
  optimum: Optimum,
  scratch: Bounds,
  { highs, limits, nearby }: CanonicalOptions,
): Optimum {
  const { programme } = delta
  const { lower, upper, rowLower, rowUpper } = scratch
  lower.set(bounds.lower)
  upper.set(bounds.upper)
  rowLower.set(bounds.rowLower)
  rowUpper.set(bounds.rowUpper)
  for (let column = 0; column < programme.columns; column++) {
    const reduced = optimum.columnDual[column] ?? 0
    if (Math.abs(reduced) <= TIE) continue
    if (reduced > 0) upper[column] = lower[column] ?? 0
    else lower[column] = upper[column] ?? 0
  }
  for (let row = 0; row < programme.rows; row++) {
    const multiplier = optimum.rowDual[row] ?? 0
    if (Math.abs(multiplier) <= TIE) continue
    if (multiplier > 0) rowUpper[row] = rowLower[row] ?? 0
    else rowLower[row] = rowUpper[row] ?? 0
  }
  const face = { ...programme, cost: delta.distance, ...scratch }
  const near = nearby(scratch)
  const isNear = near !== null && (near.status !== 'optimal' || isOptimal(face, near))
  const nearest = isNear ? near : solveOpenPart(highs, face, limits)
  if (nearest.status !== 'optimal') return nearest
  if (!isNear) assertOptimal(face, nearest)
  const cost = dot(programme.cost, nearest.x)
  if (Math.abs(cost - optimum.objective) > COST_TOLERANCE + COST_SHARE * Math.abs(optimum.objective)) {
    throw new CorridorError(
      'solve_failed',
      `The plan nearest to the base costs ${cost} where the optimum is ${optimum.objective}; no result is given.`,
    )
  }
  return nearest
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
