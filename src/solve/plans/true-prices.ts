import type { DeltaProgramme } from '../model/delta-programme.ts'
import type { Frame } from '../model/frame.ts'
import { MONEY } from '../model/money.ts'
import type { LazyModel } from './lazy-model.ts'

/**
 * Multipliers at true costs: y with Bᵀ·y = c_B of the optimal basis, where c leaves out the wedges. The response of
 * the system is that of the calibrated programme; what it costs is real. With those of the base given, a row in whose
 * place no column stands in the basis keeps the base's.
 */
export function trueMultipliers(
  model: LazyModel,
  { programme, trueCost }: DeltaProgramme,
  base: Float64Array | null,
): Float64Array {
  const { starts, indices, values } = programme
  const costs = Float64Array.from(model.getBasicVariables(), (variable) => {
    if (variable < 0) return 0
    let left = (trueCost[variable] ?? 0) * MONEY
    if (base === null) return left
    const end = starts[variable + 1] ?? 0
    for (let at = starts[variable] ?? 0; at < end; at++) {
      left -= (values[at] ?? 0) * (base[indices[at] ?? 0] ?? 0)
    }
    return left
  })
  const shifts = model.getBasisTransposeSolve(costs).values
  return Float64Array.from(shifts, (shift, row) => shift + (base?.[row] ?? 0))
}

/** Marginal system cost by bus and period, EUR per unit, from those multipliers. */
export function trueMarginalCosts(dense: Float64Array, frame: Frame, delta: DeltaProgramme): Float64Array {
  const prices = new Float64Array(frame.index.buses.length * delta.width)
  for (let at = 0; at < prices.length; at++) {
    const days = frame.periods[at % delta.width]?.days ?? 1
    prices[at] = (dense[delta.balanceRow + at] ?? 0) / (days * MONEY)
  }
  // One more unit of demand may also be met by energy that only this zone still takes.
  for (const group of delta.classGroups) {
    group.buses.forEach((bus, n) => {
      for (let p = 0; p < delta.width; p++) {
        const days = frame.periods[p]?.days ?? 1
        const at = bus * delta.width + p
        prices[at] = (prices[at] ?? 0) + (dense[group.useRow + n * delta.width + p] ?? 0) / (days * MONEY)
      }
    })
  }
  // One more unit of demand asks for more in the hours of peak too.
  const { blocks } = frame
  if (blocks !== null && delta.peaks !== null) {
    const { balanceRow } = delta.peaks
    blocks.demands.forEach(({ place }, d) => {
      const bus = blocks.buses[place] ?? 0
      if (blocks.demands.findIndex((of) => of.place === place) !== d) return
      for (let p = 0; p < delta.width; p++) {
        const days = frame.periods[p]?.days ?? 1
        const at = bus * delta.width + p
        const peak = (dense[balanceRow + place * delta.width + p] ?? 0) / (days * MONEY)
        prices[at] = (prices[at] ?? 0) + (blocks.shape[d * delta.width + p] ?? 1) * peak
      }
    })
  }
  return prices
}
