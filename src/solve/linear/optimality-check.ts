import { CorridorError } from '../../core/errors.ts'
import type { Optimum } from './optimise.ts'
import type { Programme } from './programme.ts'

export interface Residuals {
  /** Largest violation of a bound or row, in units of the row. */
  primal: number
  /** Largest reduced cost of the wrong sign, relative to 1 + |cost|. */
  dual: number
  /** Largest product of slack and multiplier, relative to 1 + |objective|. */
  complementarity: number
}

const TOLERANCE = 1e-5

/**
 * The optimality conditions, computed from our own arrays and not from what the solver reports about itself:
 * A·x within its bounds, d = c - Aᵀ·y of the right sign at the bound where x stands, no multiplier on a slack limit.
 */
export function residuals(programme: Programme, of: Optimum): Readonly<Residuals> {
  const { x, rowDual } = of
  const found: Residuals = { primal: 0, dual: 0, complementarity: 0 }
  const scale = 1 + Math.abs(of.objective)
  const plan = { x, rowDual, scale }
  const activity = new Float64Array(programme.rows)
  const { starts, indices, values } = programme
  for (let column = 0; column < programme.columns; column++) {
    columnResiduals(programme, column, plan, found)
    const value = x[column] ?? Number.NaN
    const end = starts[column + 1] ?? 0
    for (let at = starts[column] ?? 0; value !== 0 && at < end; at++) {
      const row = indices[at] ?? 0
      activity[row] = (activity[row] ?? 0) + (values[at] ?? 0) * value
    }
  }
  for (let row = 0; row < programme.rows; row++) {
    rowResiduals(programme, row, { activity: activity[row] ?? 0, y: rowDual[row] ?? 0, scale }, found)
  }
  return found
}

/** Raises `found` by what one column leaves of the conditions. `scale` is 1 + |objective|. */
export function columnResiduals(
  programme: Programme,
  column: number,
  { x, rowDual, scale }: Pick<Optimum, 'x' | 'rowDual'> & { readonly scale: number },
  found: Residuals,
): void {
  const { starts, indices, values, cost } = programme
  const value = x[column] ?? Number.NaN
  let reduced = cost[column] ?? 0
  let size = 1 + Math.abs(reduced)
  const end = starts[column + 1] ?? 0
  for (let at = starts[column] ?? 0; at < end; at++) {
    const part = (values[at] ?? 0) * (rowDual[indices[at] ?? 0] ?? 0)
    reduced -= part
    size = Math.max(size, Math.abs(part))
  }
  const below = value - (programme.lower[column] ?? 0)
  const above = (programme.upper[column] ?? 0) - value
  found.primal = worst(found.primal, Math.max(-below, -above))
  const gap = reduced > 0 ? below : above
  if (gap === Number.POSITIVE_INFINITY) found.dual = worst(found.dual, Math.abs(reduced) / size)
  else found.complementarity = worst(found.complementarity, (Math.abs(reduced) * Math.abs(gap)) / scale)
}

/** The same for one row. */
export function rowResiduals(
  programme: Programme,
  row: number,
  { activity, y, scale }: { readonly activity: number; readonly y: number; readonly scale: number },
  found: Residuals,
): void {
  const size = 1 + Math.abs(activity)
  const below = activity - (programme.rowLower[row] ?? 0)
  const above = (programme.rowUpper[row] ?? 0) - activity
  found.primal = worst(found.primal, Math.max(-below, -above) / size)
  const gap = y > 0 ? below : above
  if (gap === Number.POSITIVE_INFINITY) found.dual = worst(found.dual, Math.abs(y))
  else found.complementarity = worst(found.complementarity, (Math.abs(y) * Math.abs(gap)) / scale)
}

/** NaN anywhere must fail the check, so it wins every comparison. */
function worst(a: number, b: number): number {
  return Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Math.max(a, b)
}

/** Whether what is left of each condition is within the tolerance. */
export function isSmall(found: Readonly<Residuals>): boolean {
  return Object.values(found).every((value) => value <= TOLERANCE)
}

/** Whether the conditions hold: for an answer that another way of solving can replace where they do not. */
export function isOptimal(programme: Programme, of: Optimum): boolean {
  return isSmall(residuals(programme, of))
}

/** Throws `solve_failed` where the conditions do not hold: a failed check is an error, never a number. */
export function assertOptimal(programme: Programme, of: Optimum): Readonly<Residuals> {
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
