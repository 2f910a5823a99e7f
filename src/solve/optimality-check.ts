import { CorridorError } from '../core/errors.ts'
import type { Optimum } from './optimise.ts'
import type { Programme } from './programme.ts'

export interface Residuals {
  /** Largest violation of a bound or row, in units of the row. */
  readonly primal: number
  /** Largest reduced cost of the wrong sign, relative to 1 + |cost|. */
  readonly dual: number
  /** Largest product of slack and multiplier, relative to 1 + |objective|. */
  readonly complementarity: number
}

const TOLERANCE = 1e-5

/**
 * The optimality conditions, computed from our own arrays and not from what the solver reports about itself:
 * A·x within its bounds, d = c - Aᵀ·y of the right sign at the bound where x stands, no multiplier on a slack limit.
 */
export function residuals(programme: Programme, of: Optimum): Residuals {
  const { x, rowDual: y } = of
  const activity = new Float64Array(programme.rows)
  let primal = 0
  let dual = 0
  let complementarity = 0
  const scale = 1 + Math.abs(of.objective)
  for (let column = 0; column < programme.columns; column++) {
    const value = x[column] ?? Number.NaN
    let reduced = programme.cost[column] ?? 0
    let size = 1 + Math.abs(reduced)
    const end = programme.starts[column + 1] ?? 0
    for (let at = programme.starts[column] ?? 0; at < end; at++) {
      const row = programme.indices[at] ?? 0
      const coefficient = programme.values[at] ?? 0
      activity[row] = (activity[row] ?? 0) + coefficient * value
      const part = coefficient * (y[row] ?? 0)
      reduced -= part
      size = Math.max(size, Math.abs(part))
    }
    const below = value - (programme.lower[column] ?? 0)
    const above = (programme.upper[column] ?? 0) - value
    primal = worst(primal, Math.max(-below, -above))
    const gap = reduced > 0 ? below : above
    if (gap === Number.POSITIVE_INFINITY) dual = worst(dual, Math.abs(reduced) / size)
    else complementarity = worst(complementarity, (Math.abs(reduced) * Math.abs(gap)) / scale)
  }
  for (let row = 0; row < programme.rows; row++) {
    const value = activity[row] ?? 0
    const size = 1 + Math.abs(value)
    const below = value - (programme.rowLower[row] ?? 0)
    const above = (programme.rowUpper[row] ?? 0) - value
    primal = worst(primal, Math.max(-below, -above) / size)
    const multiplier = y[row] ?? 0
    const gap = multiplier > 0 ? below : above
    if (gap === Number.POSITIVE_INFINITY) dual = worst(dual, Math.abs(multiplier))
    else complementarity = worst(complementarity, (Math.abs(multiplier) * Math.abs(gap)) / scale)
  }
  return { primal, dual, complementarity }
}

/** NaN anywhere must fail the check, so it wins every comparison. */
function worst(a: number, b: number): number {
  return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Math.max(a, b)
}

/** Whether the conditions hold: for an answer that another way of solving can replace where they do not. */
export function isOptimal(programme: Programme, of: Optimum): boolean {
  return Object.values(residuals(programme, of)).every((value) => value <= TOLERANCE)
}

/** Throws `solve_failed` where the conditions do not hold: a failed check is an error, never a number. */
export function assertOptimal(programme: Programme, of: Optimum): Residuals {
  const found = residuals(programme, of)
  for (const [condition, value] of Object.entries(found)) {
    if (!(value <= TOLERANCE)) {
      throw new CorridorError(
        'solve_failed',
        `The solver's answer fails our check of ${condition} optimality by ${value.toExponential(2)}; no result is given.`,
        { details: { ...found } },
      )
    }
  }
  return found
}
