import type { Highs } from 'highs'
import type { DeltaProgramme } from './delta-programme.ts'
import { builtOf } from './expansion-programme.ts'
import type { Frame, Limits } from './frame.ts'
import { assertOptimal } from './optimality-check.ts'
import { loadProgramme, type RunLimits, run } from './optimise.ts'
import { type PeakLimits, peakLimits } from './peak-programme.ts'
import type { PowerBlocks } from './power-blocks.ts'
import { ProgrammeBuilder } from './programme.ts'

/** Power under this, in the unit of rates, is what the solver leaves. */
const SMALL = 1e-6

/** The plan that is looked at. */
interface PeakQuestion {
  readonly x: Float64Array
  readonly limits: Limits
  /** Periods from here on are looked at. */
  readonly from: number
}

/**
 * Periods in which a plan that was made without them cannot meet the hours of peak `blocks`. They cost nothing by
 * themselves, so a plan that can meet them everywhere is the best with them too. A period is passed at once where moving
 * each peak by what its rate moved keeps every limit; the others are asked by a programme of their own, with the rates
 * of the plan fixed.
 */
export function unmetPeaks(
  highs: Highs,
  frame: Frame,
  delta: DeltaProgramme,
  given: PeakQuestion & { readonly blocks: PowerBlocks; readonly runLimits: RunLimits },
): readonly number[] {
  const { blocks } = given
  const asked = frame.periods
    .map((_, p) => p)
    .filter((p) => p >= given.from && !isPlain(frame, blocks, delta, given, p))
  return asked.length === 0 ? [] : unmetOf(highs, frame, delta, given, { blocks, asked })
}

function change(delta: DeltaProgramme, blocks: PowerBlocks, i: number, p: number, x: Float64Array): number {
  const of = blocks.items[i]
  if (of === undefined) return 0
  const at = of.item * delta.width + p
  return (x[delta.more[of.family] + at] ?? 0) - (x[delta.less[of.family] + at] ?? 0)
}

function missing(frame: Frame, delta: DeltaProgramme, final: number, p: number, x: Float64Array): number {
  const demand = frame.index.finals[final]
  if (demand === undefined) return 0
  const steps = frame.index.steps.get(frame.index.carrierOf(frame.index.busOf(demand.bus)))?.length ?? 0
  let sum = 0
  for (let step = 0; step < steps; step++) {
    sum += x[(delta.unserved[final] ?? 0) + step * delta.width + p] ?? 0
  }
  return sum
}

function limitsWithBuilt(
  frame: Frame,
  delta: DeltaProgramme,
  of: { blocks: PowerBlocks; i: number; p: number; x: Float64Array; limits: Limits },
): PeakLimits {
  const own = of.blocks.items[of.i]
  const held = peakLimits(frame, of.blocks, of.limits, of.i * delta.width + of.p)
  if (frame.expansions.length === 0 || own === undefined) return held
  const built = builtOf(frame, delta, { family: own.family, item: own.item, period: of.p }, of.x)
  return { most: held.most + built, nightMost: held.nightMost + (1 - of.blocks.share) * built }
}

function isPlain(
  frame: Frame,
  blocks: PowerBlocks,
  delta: DeltaProgramme,
  { x, limits }: PeakQuestion,
  p: number,
): boolean {
  const { share } = blocks
  for (let i = 0; i < blocks.items.length; i++) {
    const at = i * delta.width + p
    const of = blocks.items[i]
    const moved = change(delta, blocks, i, p, x)
    const { most, nightMost } = limitsWithBuilt(frame, delta, { blocks, i, p, x, limits })
    const base = blocks.base[at] ?? 0
    const rate = of === undefined ? 0 : (frame.base[of.family][of.item * delta.width + p] ?? 0)
    const [peak, night] = [base + moved, rate + moved - share * (base + moved)]
    if (peak < -SMALL || peak > most + SMALL || night < -SMALL || night > nightMost + SMALL) return false
  }
  return blocks.demands.every(({ final }, d) => {
    const asked = limits.demand[final * delta.width + p] ?? 0
    const shape = blocks.shape[d * delta.width + p] ?? 1
    const extra = (shape - 1) * (asked - (frame.baseDemand[final * delta.width + p] ?? 0))
    return Math.abs(extra) <= SMALL && missing(frame, delta, final, p, x) <= shape * asked + SMALL
  })
}

function unmetOf(
  highs: Highs,
  frame: Frame,
  delta: DeltaProgramme,
  { x, limits, runLimits }: Parameters<typeof unmetPeaks>[3],
  { blocks, asked }: { readonly blocks: PowerBlocks; readonly asked: readonly number[] },
): readonly number[] {
  const { width } = delta
  const { share } = blocks
  const builder = new ProgrammeBuilder()
  const rows = asked.flatMap((p) =>
    blocks.buses.map((_, place) => {
      let extra = 0
      blocks.demands.forEach((of, d) => {
        if (of.place !== place) return
        const at = of.final * width + p
        const shape = blocks.shape[d * width + p] ?? 1
        extra += shape * ((limits.demand[at] ?? 0) - (frame.baseDemand[at] ?? 0))
      })
      // A difference that no figure explains falls away in all hours alike.
      const fallen = (blocks.buses[place] ?? 0) * width + p
      extra += Math.sign(frame.baseDifference[fallen] ?? 0) * (x[delta.difference + fallen] ?? 0)
      return builder.addRow(extra, extra)
    }),
  )
  const rowAt = (n: number, place: number): number => rows[n * blocks.buses.length + place] ?? 0
  const shifts = new Float64Array(rows.length)
  asked.forEach((p, n) => {
    blocks.items.forEach((of, i) => {
      const at = i * width + p
      const { most, nightMost } = limitsWithBuilt(frame, delta, { blocks, i, p, x, limits })
      const rate = (frame.base[of.family][of.item * width + p] ?? 0) + change(delta, blocks, i, p, x)
      const base = blocks.base[at] ?? 0
      const low = Math.max(0, (rate - nightMost) / share)
      const high = Math.max(low, Math.min(most, Math.max(0, rate) / share))
      builder.addColumn(0, low, high)
      for (const [place, coefficient] of of.entries) {
        builder.entry(rowAt(n, place), coefficient)
        shifts[rowAt(n, place)] = (shifts[rowAt(n, place)] ?? 0) + coefficient * base
      }
    })
    blocks.demands.forEach(({ final, place }, d) => {
      const wanted = limits.demand[final * width + p] ?? 0
      const shape = blocks.shape[d * width + p] ?? 1
      const short = missing(frame, delta, final, p, x)
      const low = Math.max(0, (short - wanted * (1 - share * shape)) / share)
      builder.addColumn(0, low, Math.max(low, Math.min(shape * wanted, short / share)))
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
      return sum > 100 * SMALL
    })
  } finally {
    model.dispose()
  }
}
