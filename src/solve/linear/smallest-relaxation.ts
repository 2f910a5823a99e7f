import type { Model } from 'highs'
import type { Programme } from './programme.ts'

/** How far a row or a column must leave its limits. */
export interface GivenWay {
  readonly kind: 'row' | 'column'
  readonly at: number
  /** Above zero beyond the upper limit, below zero under the lower one, in the unit of the row or column. */
  readonly amount: number
}

/** Price of one unit beyond a limit; null where it must hold. Lower limits of columns always hold. */
export interface Softness {
  readonly row: (row: number) => number | null
  readonly column: (column: number) => number | null
}

/** Amounts under this share of the largest are what the solver leaves behind. */
const NOISE = 1e-7

/**
 * The smallest relaxation of an infeasible programme: minimise Σ price · (amount beyond a limit) over limits that may
 * give way, with every other limit kept. Empty where no such relaxation exists. The model is as it was afterwards, but
 * for its solution.
 */
export function smallestRelaxation(
  model: Model,
  programme: Programme,
  softness: Softness,
): readonly GivenWay[] {
  const price = (of: (at: number) => number | null, count: number) =>
    Float64Array.from({ length: count }, (_, at) => of(at) ?? FIRM)
  model.feasibilityRelaxation({
    globalLowerPenalty: FIRM,
    globalUpperPenalty: FIRM,
    globalRowPenalty: FIRM,
    localUpperPenalty: price(softness.column, programme.columns),
    localRowPenalty: price(softness.row, programme.rows),
  })
  const { colValue } = model.getSolution()
  if (colValue.length !== programme.columns) return []
  const found = [
    ...beyond('column', colValue, programme.lower, programme.upper),
    ...beyond('row', activity(programme, colValue), programme.rowLower, programme.rowUpper),
  ]
  const isFirm = ({ kind, at, amount }: GivenWay) =>
    (kind === 'row' ? softness.row(at) : amount < 0 ? null : softness.column(at)) === null
  const most = found.reduce((largest, { amount }) => Math.max(largest, Math.abs(amount)), 0)
  const given = found.filter(({ amount }) => Math.abs(amount) > NOISE * Math.max(1, most))
  return given.some(isFirm) ? [] : given
}

/** The solver takes a penalty below zero as a limit that must hold. */
const FIRM = -1

function beyond(
  kind: GivenWay['kind'],
  values: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
): GivenWay[] {
  const found: GivenWay[] = []
  values.forEach((value, at) => {
    const [low, high] = [lower[at] ?? 0, upper[at] ?? 0]
    if (value > high) found.push({ kind, at, amount: value - high })
    else if (value < low) found.push({ kind, at, amount: value - low })
  })
  return found
}

function activity(programme: Programme, x: Float64Array): Float64Array {
  const sums = new Float64Array(programme.rows)
  for (let column = 0; column < programme.columns; column++) {
    const value = x[column] ?? 0
    for (let at = programme.starts[column] ?? 0; at < (programme.starts[column + 1] ?? 0); at++) {
      const row = programme.indices[at] ?? 0
      sums[row] = (sums[row] ?? 0) + value * (programme.values[at] ?? 0)
    }
  }
  return sums
}
