import { type Bounds, copyBounds } from './bounds.ts'
import type { Optimum } from './optimise.ts'

/** Multipliers up to this (thousand EUR per unit and period) count as ties; ten times the solver's tolerance. */
const TIE = 1e-6

/**
 * Limits of the cheapest plans, written over `into`. By complementary slackness they are exactly those that keep every
 * column with a reduced cost at its bound and every row with a multiplier tight.
 */
export function narrowToFace(
  bounds: Bounds,
  { columnDual, rowDual }: Pick<Optimum, 'columnDual' | 'rowDual'>,
  into: Bounds,
): Bounds {
  copyBounds(bounds, into)
  narrow(into.lower, into.upper, columnDual)
  narrow(into.rowLower, into.rowUpper, rowDual)
  return into
}

function narrow(lower: Float64Array, upper: Float64Array, dual: Float64Array): void {
  for (let at = 0; at < dual.length; at++) {
    const multiplier = dual[at] ?? 0
    if (multiplier > TIE) upper[at] = lower[at] ?? 0
    else if (multiplier < -TIE) lower[at] = upper[at] ?? 0
  }
}
