import type { Highs } from 'highs'
import { assertOptimal } from '../linear/optimality-check.ts'
import { loadProgramme, type RunLimits, run } from '../linear/optimise.ts'
import { ProgrammeBuilder } from '../linear/programme.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import type { Frame } from '../model/frame.ts'
import { extraAt, type PeakQuestion, peakRange, shortRange } from '../model/peak-ranges.ts'
import type { PowerBlocks } from '../model/power-blocks.ts'

/** Power over a period's buses under this, in the unit of rates, is what the solver leaves. */
const SMALL = 1e-4

/** Of the periods asked those whose hours of peak no plan with the rates given can meet. */
export function unmetPeaks(
  highs: Highs,
  frame: Frame,
  delta: DeltaProgramme,
  { x, limits, runLimits }: PeakQuestion & { readonly runLimits: RunLimits },
  { blocks, asked }: { readonly blocks: PowerBlocks; readonly asked: readonly number[] },
): readonly number[] {
  const { width } = delta
  const builder = new ProgrammeBuilder()
  const rows = asked.flatMap((p) =>
    blocks.buses.map((_, place) => {
      const extra = extraAt(frame, delta, blocks, { x, limits, place, p })
      return builder.addRow(extra, extra)
    }),
  )
  const rowAt = (n: number, place: number): number => rows[n * blocks.buses.length + place] ?? 0
  const shifts = new Float64Array(rows.length)
  asked.forEach((p, n) => {
    blocks.items.forEach((of, i) => {
      const at = i * width + p
      const base = blocks.base[at] ?? 0
      const { low, high } = peakRange(frame, delta, blocks, { i, p, x, limits })
      builder.addColumn(0, low, high)
      for (const [place, coefficient] of of.entries) {
        builder.entry(rowAt(n, place), coefficient)
        shifts[rowAt(n, place)] = (shifts[rowAt(n, place)] ?? 0) + coefficient * base
      }
    })
    blocks.demands.forEach(({ place }, d) => {
      const { low, high } = shortRange(frame, delta, blocks, { d, p, x, limits })
      builder.addColumn(0, low, high)
      builder.entry(rowAt(n, place), 1)
    })
  })
  const slack = builder.columns
  for (const row of rows) {
    for (const sign of [1, -1]) {
      builder.addColumn(1, 0, Number.POSITIVE_INFINITY)
      builder.entry(row, sign)
    }
  }
  const programme = builder.finish()
  shifts.forEach((shift, row) => {
    programme.rowLower[row] = (programme.rowLower[row] ?? 0) + shift
    programme.rowUpper[row] = (programme.rowUpper[row] ?? 0) + shift
  })
  const model = loadProgramme(highs, programme)
  try {
    model.options.set({ presolve: 'on' })
    const optimum = run(highs, model, runLimits)
    if (optimum.status !== 'optimal') return asked
    assertOptimal(programme, optimum)
    const each = blocks.buses.length
    return asked.filter((_, n) => {
      let sum = 0
      for (let place = 0; place < each; place++) {
        const at = slack + 2 * (n * each + place)
        sum += (optimum.x[at] ?? 0) + (optimum.x[at + 1] ?? 0)
      }
      return sum > SMALL
    })
  } finally {
    model.dispose()
  }
}
