import type { Highs } from 'highs'
import { CorridorError } from '../../core/errors.ts'
import { assertOptimal } from '../optimality-check.ts'
import { loadProgramme, type Optimum, type RunLimits, run } from '../optimise.ts'
import type { Programme } from '../programme.ts'
import type { ConvexCost, CostLine } from './convex-cost.ts'
import { type Solved, solveLoaded } from './solve-linear.ts'
import { solveProgramme } from './solve-programme.ts'
import type { TripletProgramme } from './triplet-programme.ts'

/** A convex cost: column `cost` is paid for and may not lie under the curve at the value of column `at`. */
export interface Curve {
  readonly at: number
  readonly cost: number
  readonly low: number
  readonly high: number
  readonly curve: ConvexCost
}

/** The cost found may lie this share above what is proven to be its least. */
const GAP = 1e-9
const MOST_ROUNDS = 200

/** Adds the column that is paid for a convex cost, held by the lines under it that are known from the start. */
export function addCurve(
  written: TripletProgramme,
  of: { readonly at: number; readonly low: number; readonly high: number; readonly curve: ConvexCost },
): Curve {
  const cost = written.addColumn(1, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
  const made = { ...of, cost }
  for (const line of of.curve.lines) addLine(written, made, line)
  return made
}

function addLine(written: TripletProgramme, { at, cost }: Curve, line: CostLine): void {
  const row = written.addRow(line.intercept, Number.POSITIVE_INFINITY)
  written.add(row, cost, 1)
  written.add(row, at, -line.slope)
}

/**
 * Minimises a programme with convex costs. Where the plan lies above its lines, a tangent is added there and it is
 * solved again from where it stood, until cost and bound agree to nine digits: the bound proves the cost, which a fixed
 * grid would not. `cost` is the true cost of the plan; null unless optimal.
 */
export function solveCurved(
  highs: Highs,
  written: TripletProgramme,
  curves: readonly Curve[],
  limits: RunLimits,
): { readonly programme: Programme; readonly solved: Solved; readonly cost: number | null } {
  const bent = curves.filter(({ curve }) => !curve.isExact)
  if (bent.length === 0 || written.wholeColumns.length > 0) return solveByWholes(highs, written, bent, limits)
  let programme = written.finish()
  const model = loadProgramme(highs, programme)
  try {
    let optimum = run(highs, model, limits)
    for (let round = 0; round < MOST_ROUNDS; round++) {
      if (optimum.status !== 'optimal') {
        const solved = solveLoaded(highs, model, optimum, { written, programme, limits })
        return { programme, solved, cost: null }
      }
      const first = written.rows
      const cost = addTangents(written, bent, optimum)
      if (cost === null) {
        assertOptimal(programme, optimum)
        return { programme, solved: proven(optimum), cost: trueCost(bent, optimum) }
      }
      programme = written.finish()
      model.addRows(written.rowsFrom(first))
      optimum = run(highs, model, limits)
    }
  } finally {
    model.dispose()
  }
  throw unsettled()
}

/** The same from the start in each round: whole numbers are searched for anew. */
function solveByWholes(
  highs: Highs,
  written: TripletProgramme,
  bent: readonly Curve[],
  limits: RunLimits,
): ReturnType<typeof solveCurved> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const programme = written.finish()
    const solved = solveProgramme(highs, written, programme, limits)
    if (solved.optimum.status !== 'optimal') return { programme, solved, cost: null }
    if (addTangents(written, bent, solved.optimum) === null) {
      return { programme, solved, cost: trueCost(bent, solved.optimum) }
    }
  }
  throw unsettled()
}

const proven = (optimum: Optimum): Solved => ({ optimum, conflict: [], relaxation: [] })

function unsettled(): CorridorError {
  return new CorridorError(
    'solve_failed',
    `The costs that bend did not settle in ${MOST_ROUNDS} rounds; report it with the network.`,
  )
}

/** Σ of what lies above the lines, added to what the programme counted. */
function trueCost(bent: readonly Curve[], optimum: Optimum): number {
  return bent.reduce((sum, curve) => sum + shortfall(curve, optimum).missing, optimum.objective)
}

function shortfall({ at, cost, low, high, curve }: Curve, optimum: Optimum) {
  const power = Math.min(high, Math.max(low, optimum.x[at] ?? Number.NaN))
  const value = curve.value(power)
  return { power, value, missing: value - (optimum.x[cost] ?? Number.NaN) }
}

/** Adds tangents where the plan lies above its lines; null where what is missing in all is too little to count. */
function addTangents(written: TripletProgramme, bent: readonly Curve[], optimum: Optimum): number | null {
  const cost = trueCost(bent, optimum)
  if (cost - optimum.objective <= GAP * (1 + Math.abs(cost))) return null
  let added = 0
  for (const curve of bent) {
    const { power, value, missing } = shortfall(curve, optimum)
    if (missing <= GAP * (1 + Math.abs(value))) continue
    addLine(written, curve, curve.curve.tangent(power))
    added += 1
  }
  return added === 0 ? null : cost
}
