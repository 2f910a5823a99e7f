import type { Highs, Model } from 'highs'
import { CorridorError } from '../../core/errors.ts'
import { assertOptimal, isOptimal } from '../linear/optimality-check.ts'
import { loadProgramme, type Optimum, type RunLimits } from '../linear/optimise.ts'
import type { Programme } from '../linear/programme.ts'
import type { ConvexCost, CostLine } from './convex-cost.ts'
import { runFirmly } from './run-firmly.ts'
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
/** The same of large programmes, where the last digit takes as long as the ones before. */
const LARGE_GAP = 1e-8
const MOST_ROUNDS = 200
/** Rows or columns. */
const LARGE = 1000
/** Prices of a large grid carry noise above the solver's own 1e-7, at which it gives up; our check is relative. */
const GRID_DUAL_TOLERANCE = 1e-6

/** Adds the column that is paid for a convex cost, held by the lines under it that are known from the start. */
export function addCurve(
  written: TripletProgramme,
  of: { readonly at: number; readonly low: number; readonly high: number; readonly curve: ConvexCost },
): Curve {
  // A curve lies above each of its lines, and a line is least at an end: a bound that keeps the first run from drifting.
  const least = of.curve.lines.map(({ intercept, slope }) =>
    slope === 0 ? intercept : intercept + Math.min(slope * of.low, slope * of.high),
  )
  const cost = written.addColumn(1, Math.max(...least), Number.POSITIVE_INFINITY)
  const made: Curve = { ...of, cost }
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
 * solved again from where it stood, until cost and bound agree to nine digits (eight of large
 * programmes): the bound proves the cost, which a fixed
 * grid would not. `cost` is the true cost of the plan; null unless optimal.
 */
export function solveCurved(
  highs: Highs,
  written: TripletProgramme,
  curves: readonly Curve[],
  limits: RunLimits & { readonly isGrid?: boolean },
): { readonly programme: Programme; readonly solved: Solved; readonly cost: number | null } {
  const { isGrid = false } = limits
  const bent = curves.filter(({ curve }) => !curve.isExact)
  if (written.wholeColumns.length > 0) return solveByWholes(highs, written, bent, limits)
  let programme = written.finish()
  const model = loadProgramme(highs, programme)
  try {
    let optimum = firstRun(highs, model, { programme, limits, isGrid })
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
      optimum = runFirmly(highs, model, limits)
    }
  } finally {
    model.dispose()
  }
  throw unsettled()
}

/**
 * Large grids of angles are slow for the simplex from nothing, and an interior point with crossover finds the corner
 * where it goes on. What that does not settle the simplex does.
 */
function firstRun(
  highs: Highs,
  model: Model,
  of: { readonly programme: Programme; readonly limits: RunLimits; readonly isGrid: boolean },
): Optimum {
  if (of.isGrid) model.options.set({ dual_feasibility_tolerance: GRID_DUAL_TOLERANCE })
  if (of.isGrid && of.programme.rows > LARGE) {
    model.options.set({ solver: 'ipm', run_crossover: 'on' })
    const found = runFirmly(highs, model, of.limits)
    if (found.status === 'cancelled' || found.status === 'time_limit') return found
    if (found.status === 'optimal' && isOptimal(of.programme, found)) return found
  }
  return runFirmly(highs, model, of.limits)
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
  const gap = written.columns > LARGE ? LARGE_GAP : GAP
  if (cost - optimum.objective <= gap * (1 + Math.abs(cost))) return null
  let added = 0
  for (const curve of bent) {
    const { power, value, missing } = shortfall(curve, optimum)
    if (missing <= GAP * (1 + Math.abs(value))) continue
    addLine(written, curve, curve.curve.tangent(power))
    added += 1
  }
  return added === 0 ? null : cost
}
