import type { Bounds } from './bounds.ts'
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
  narrow(bounds.lower, bounds.upper, columnDual, into.lower, into.upper)
  narrow(bounds.rowLower, bounds.rowUpper, rowDual, into.rowLower, into.rowUpper)
  return into
}

/** In one pass: these arrays are as long as the programme, and reading them is what it takes. */
function narrow(
  lower: Float64Array,
  upper: Float64Array,
  dual: Float64Array,
  intoLower: Float64Array,
  intoUpper: Float64Array,
): void {
  for (let at = 0; at < dual.length; at++) {
    const low = lower[at] ?? 0
    const high = upper[at] ?? 0
    const multiplier = dual[at] ?? 0
    intoLower[at] = multiplier < -TIE ? high : low
    intoUpper[at] = multiplier > TIE ? low : high
  }
}
