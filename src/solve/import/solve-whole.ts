import type { Highs } from 'highs'
import { CorridorError } from '../../core/errors.ts'
import { loadProgramme, type Optimum, type RunLimits, run } from '../linear/optimise.ts'
import type { Programme } from '../linear/programme.ts'
import { type Solved, solveLinear } from './solve-linear.ts'
import type { TripletProgramme } from './triplet-programme.ts'

/** The plan may cost this share more than what is proven to be the least. */
const GAP = 1e-7
/** The solver stops its search somewhat closer than what is asked of the proof. */
const SEARCH_GAP = GAP / 2

/**
 * A programme with columns of whole numbers. The search gives them and a proven bound; with them fixed the rest is a
 * linear programme, solved again so that its optimality is checked by our own conditions and has prices. Its cost lies
 * at most 1e-7 above the bound, or it is an error.
 */
export function solveWhole(
  highs: Highs,
  written: TripletProgramme,
  programme: Programme,
  limits: RunLimits,
): Solved {
  const { wholeColumns } = written
  const parts = solveLinear(highs, written, programme, limits)
  // What cannot be done in parts cannot be done in whole; what earns without end in parts has no proof either way.
  if (parts.optimum.status !== 'optimal') return parts
  const found = search(highs, wholeColumns, programme, limits)
  if (found.status === 'infeasible') return { optimum: found, conflict: [noWholes], relaxation: [] }
  if (found.status !== 'optimal') return { optimum: found, conflict: [], relaxation: [] }
  const [lower, upper] = [programme.lower.slice(), programme.upper.slice()]
  for (const column of wholeColumns) {
    const value = Math.round(found.x[column] ?? Number.NaN)
    lower[column] = value
    upper[column] = value
  }
  const solved = solveLinear(highs, written, { ...programme, lower, upper }, limits)
  const excess = solved.optimum.objective - found.bound
  if (solved.optimum.status === 'optimal' && !(excess <= 2 * GAP * (1 + Math.abs(found.bound)))) {
    throw new CorridorError(
      'solve_failed',
      `The plan costs ${excess} more than what the search proved to be the least; no result is given.`,
    )
  }
  return solved
}

const noWholes = {
  constraint: 'whole-numbers',
  sentence: 'With parts of units and modules all limits can be kept, with whole ones they cannot.',
}

function search(
  highs: Highs,
  wholeColumns: readonly number[],
  programme: Programme,
  limits: RunLimits,
): Optimum & { readonly bound: number } {
  const model = loadProgramme(highs, programme)
  try {
    for (const column of wholeColumns)
      model.changeColIntegrality(column, highs.constants.variableType.integer)
    model.options.set({ mip_rel_gap: SEARCH_GAP, mip_abs_gap: 1e-9 })
    const optimum = run(highs, model, limits)
    return { ...optimum, bound: Number(model.info.get('mip_dual_bound')) }
  } finally {
    model.dispose()
  }
}
