import type { Highs } from 'highs'
import { readableNumber, readableUnit } from '../../core/readable.ts'
import type { Bounds } from '../linear/bounds.ts'
import { loadProgramme, type RunLimits, run } from '../linear/optimise.ts'
import { smallestRelaxation } from '../linear/smallest-relaxation.ts'
import type { Floor } from '../model/bounds-of.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import type { Frame, Limits } from '../model/frame.ts'
import type { SolveResult } from '../result.ts'

/**
 * The smallest relaxation of floors that cannot all hold: the least energy by which they give way together, in
 * sentences, one for each demand. Nothing else may give way, since without floors every programme is feasible.
 */
export function floorsGiveWay(
  highs: Highs,
  given: {
    readonly frame: Frame
    readonly delta: DeltaProgramme
    readonly bounds: Bounds
    readonly limits: Limits
    readonly floors: readonly Floor[]
    readonly runLimits: RunLimits
  },
): NonNullable<SolveResult['relaxation']> {
  const { frame, delta, bounds, limits, floors, runLimits } = given
  const { index } = frame
  const owner = new Map<number, Floor>()
  for (const floor of floors) {
    const d = index.finals.findIndex((row) => row.id === floor.demand)
    const bus = index.finals[d]?.bus
    if (bus === undefined) continue
    const steps = index.steps.get(index.carrierOf(index.busOf(bus)))?.length ?? 0
    for (let at = 0; at < steps * delta.width; at++) owner.set((delta.unserved[d] ?? 0) + at, floor)
  }
  const programme = { ...delta.programme, ...bounds }
  const model = loadProgramme(highs, programme)
  try {
    // The solver relaxes only what it has run.
    run(highs, model, runLimits)
    const found = smallestRelaxation(model, programme, {
      row: () => null,
      column: (column) =>
        owner.has(column) ? (frame.periods[delta.columnPeriod[column] ?? 0]?.days ?? 1) : null,
    })
    const short = new Map<Floor, Float64Array>()
    for (const { at, amount } of found) {
      const floor = owner.get(at)
      if (floor === undefined) continue
      const series = short.get(floor) ?? new Float64Array(delta.width)
      const p = delta.columnPeriod[at] ?? 0
      series[p] = (series[p] ?? 0) + amount
      short.set(floor, series)
    }
    return [...short].map(([floor, series]) => {
      const d = index.finals.findIndex((row) => row.id === floor.demand)
      const unit = index.unitOf(index.busOf(index.finals[d]?.bus ?? ''))
      const worst = series.reduce((best, value, p) => (value > (series[best] ?? 0) ? p : best), 0)
      const amount = series[worst] ?? 0
      const asked = limits.demand[d * delta.width + worst] ?? 0
      const share = asked > 0 ? Math.max(0, floor.share - amount / asked) : 0
      const periods = series.filter((value) => value > 1e-6).length
      return {
        constraint: `floor:${floor.demand}`,
        sentence: `${index.finals[d]?.name ?? floor.demand} can be served at ${readableNumber(100 * share)} % in the worst of ${periods} periods, not ${readableNumber(100 * floor.share)} %: ${readableNumber(amount)} ${readableUnit(unit)} are missing there.`,
        amount,
        unit,
      }
    })
  } finally {
    model.dispose()
  }
}
