import type { Highs, Model } from 'highs'
import { type Optimum, type RunLimits, runOn } from './optimise.ts'

/**
 * Steps after which it is asked whether an attempt gets anywhere. Of 120 shocks those that came to an end within 5,000
 * steps had less than three quarters left of what limits were broken by a thousand steps before; the two that did not had
 * more (measured).
 */
const LOOKS = [1_000, 2_000]
const STILL_BROKEN = 3 / 4

/**
 * Runs the dual method from the basis at hand for at most so many steps. Null where they do not lead to an end; with
 * `looks` also where, at a look, limits are broken by nearly as much as before: beginning anew is faster then.
 */
export function attempt(
  highs: Highs,
  model: Model,
  limits: RunLimits,
  { most, looks }: { readonly most: number; readonly looks: boolean },
): Optimum | null {
  model.zeroAllClocks()
  let steps = 0
  let broken = Number.POSITIVE_INFINITY
  for (const until of looks ? [...LOOKS.filter((look) => look < most), most] : [most]) {
    model.options.set({ simplex_iteration_limit: until - steps })
    const found = runOn(highs, model, limits)
    if (found === null) return null
    const isOutOfSteps = model.getModelStatus() === highs.constants.modelStatus.iterationLimit
    if (!isOutOfSteps) return { ...found, iterations: steps + found.iterations }
    steps = until
    const left = Number(model.info.get('sum_primal_infeasibilities'))
    if (left > STILL_BROKEN * broken) return null
    broken = left
  }
  return null
}
