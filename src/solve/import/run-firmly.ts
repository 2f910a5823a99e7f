import type { Highs, Model } from 'highs'
import { CorridorError } from '../../core/errors.ts'
import { type Optimum, type RunLimits, run } from '../linear/optimise.ts'

/** Noise in prices just above the solver's own 1e-7 makes it give up; our check of the answer is relative. */
const NOISY_DUALS = 1e-6

/**
 * A run that tries another way where the solver gives up: from nothing, by an interior point with crossover, with prices
 * a little less exact. Throws `solve_failed` where that fails too.
 */
export function runFirmly(highs: Highs, model: Model, limits: RunLimits): Optimum {
  try {
    return run(highs, model, limits)
  } catch (error) {
    if (error instanceof CorridorError && error.code !== 'solve_failed') throw error
    model.clearSolver()
    model.options.set({ solver: 'ipm', run_crossover: 'on', dual_feasibility_tolerance: NOISY_DUALS })
    return runOnce(highs, model, limits, error)
  } finally {
    model.options.set({ solver: 'simplex' })
  }
}

function runOnce(highs: Highs, model: Model, limits: RunLimits, cause: unknown): Optimum {
  try {
    return run(highs, model, limits)
  } catch (error) {
    if (error instanceof CorridorError) throw error
    throw new CorridorError(
      'solve_failed',
      'The solver gave up on this network both ways; report it with the network.',
      { cause },
    )
  }
}
