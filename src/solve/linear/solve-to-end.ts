import type { Highs } from 'highs'
import { CorridorError } from '../../core/errors.ts'
import { assertOptimal } from './optimality-check.ts'
import { loadProgramme, type Optimum, type RunLimits, run } from './optimise.ts'
import type { Programme } from './programme.ts'

/**
 * A programme solved once and put away: its proven and checked optimum. `failure` says what could not be done without
 * it ("the base could not be calibrated"). Throws `cancelled` or `solve_failed` where the limits ended it first.
 */
export function solveToEnd(highs: Highs, programme: Programme, limits: RunLimits, failure: string): Optimum {
  const model = loadProgramme(highs, programme)
  try {
    const optimum = run(highs, model, limits)
    if (optimum.status !== 'optimal') {
      throw new CorridorError(
        optimum.status === 'cancelled' ? 'cancelled' : 'solve_failed',
        `Within its limits ${failure}: ${optimum.status}.`,
      )
    }
    assertOptimal(programme, optimum)
    return optimum
  } finally {
    model.dispose()
  }
}
