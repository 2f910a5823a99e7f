import type { Highs } from 'highs'
import type { RunLimits } from '../linear/optimise.ts'
import type { Programme } from '../linear/programme.ts'
import { type Solved, solveLinear } from './solve-linear.ts'
import { solveWhole } from './solve-whole.ts'
import type { TripletProgramme } from './triplet-programme.ts'

/** A programme from the start, with whole numbers where columns ask for them. */
export function solveProgramme(
  highs: Highs,
  written: TripletProgramme,
  programme: Programme,
  limits: RunLimits,
): Solved {
  return written.wholeColumns.length > 0
    ? solveWhole(highs, written, programme, limits)
    : solveLinear(highs, written, programme, limits)
}
