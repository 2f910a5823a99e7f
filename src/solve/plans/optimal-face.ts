import { type Bounds, emptyBounds } from '../linear/bounds.ts'
import type { Programme } from '../linear/programme.ts'
import { type ChangedLimits, isFew } from './changed-limits.ts'
import type { Prices, ReferencePlan } from './reference-plan.ts'

/** Multipliers up to this (thousand EUR per unit and period) count as ties; ten times the solver's tolerance. */
const TIE = 1e-6

/**
 * Limits of the cheapest plans, written over `into`. By complementary slackness they are exactly those that keep every
 * column with a reduced cost at its bound and every row with a multiplier tight.
 */
export function narrowToFace(bounds: Bounds, { columnDual, rowDual }: Prices, into: Bounds): Bounds {
  narrow(bounds.lower, bounds.upper, columnDual, into.lower, into.upper)
  narrow(bounds.rowLower, bounds.rowUpper, rowDual, into.rowLower, into.rowUpper)
  return into
}

/**
 * Faces of the cheapest plans of one programme, one after the other: beside the same reference only what differs from
 * its own face is worked out, and undone for the next.
 */
export class FaceBeside {
  readonly #programme: Pick<Programme, 'columns' | 'rows'>
  /** Made once it is asked for. */
  #face: Bounds | null = null
  #of: ReferencePlan | null = null
  #differs: readonly ChangedLimits[] = []

  constructor(programme: Pick<Programme, 'columns' | 'rows'>) {
    this.#programme = programme
  }

  /** For others to write over. */
  lend(): Bounds {
    this.#of = null
    this.#face ??= emptyBounds(this.#programme)
    return this.#face
  }

  /** Of limits and multipliers of which nothing may be known. */
  whole(bounds: Bounds, prices: Prices): Bounds {
    return narrowToFace(bounds, prices, this.lend())
  }

  /**
   * `differs` name everything in which limits or multipliers differ from those of the reference, once or more often; they
   * are kept until the next face and must stay as they are.
   */
  beside(
    reference: ReferencePlan,
    bounds: Bounds,
    prices: Prices,
    differs: readonly ChangedLimits[],
  ): Bounds {
    if (!differs.every((one) => isFew(one, bounds))) return this.whole(bounds, prices)
    const isKnown = this.#of === reference
    const face = this.lend()
    if (isKnown) narrowWhere(this.#differs, reference.bounds, reference.cheapest, face)
    else narrowToFace(reference.bounds, reference.cheapest, face)
    narrowWhere(differs, bounds, prices, face)
    this.#of = reference
    this.#differs = differs
    return face
  }
}

function narrowWhere(
  where: readonly ChangedLimits[],
  bounds: Bounds,
  { columnDual, rowDual }: Prices,
  into: Bounds,
): void {
  for (const { columns, rows } of where) {
    narrowAt(columns, bounds.lower, bounds.upper, columnDual, into.lower, into.upper)
    narrowAt(rows, bounds.rowLower, bounds.rowUpper, rowDual, into.rowLower, into.rowUpper)
  }
}

function narrowAt(
  places: Int32Array,
  lower: Float64Array,
  upper: Float64Array,
  dual: Float64Array,
  intoLower: Float64Array,
  intoUpper: Float64Array,
): void {
  for (const at of places) {
    const multiplier = dual[at] ?? 0
    intoLower[at] = (multiplier < -TIE ? upper[at] : lower[at]) ?? 0
    intoUpper[at] = (multiplier > TIE ? lower[at] : upper[at]) ?? 0
  }
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
