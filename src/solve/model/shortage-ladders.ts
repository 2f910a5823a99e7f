import type { DeltaProgramme } from './delta-programme.ts'
import type { Frame } from './frame.ts'

/** Columns with the same coefficients, each dearer than the one before: `first + step * stride`. */
export interface Ladder {
  readonly first: number
  readonly stride: number
  readonly steps: number
}

/** The steps of shortage of each demand and period. */
export function shortageLadders(frame: Frame, delta: DeltaProgramme): readonly Ladder[] {
  return frame.index.finals.flatMap((demand, at) => {
    const steps = frame.index.steps.get(frame.index.carrierOf(frame.index.busOf(demand.bus)))?.length ?? 0
    const first = delta.unserved[at] ?? 0
    return Array.from({ length: delta.width }, (_, p) => ({ first: first + p, stride: delta.width, steps }))
  })
}
