import type { DeltaProgramme } from './delta-programme.ts'
import { builtOf } from './expansion-programme.ts'
import type { Frame, Limits } from './frame.ts'
import { type PeakLimits, peakLimits } from './peak-programme.ts'
import type { PowerBlocks } from './power-blocks.ts'

/** The plan that is looked at. */
export interface PeakQuestion {
  readonly x: Float64Array
  /** Columns of `x` that are not zero, in order. */
  readonly nonZero: Int32Array
  readonly limits: Limits
  /** Periods from here on are looked at. */
  readonly from: number
}

/** What the rate of a peak item moved by. */
export function change(
  delta: DeltaProgramme,
  blocks: PowerBlocks,
  i: number,
  p: number,
  x: Float64Array,
): number {
  const of = blocks.items[i]
  if (of === undefined) return 0
  const at = of.item * delta.width + p
  return (x[delta.more[of.family] + at] ?? 0) - (x[delta.less[of.family] + at] ?? 0)
}

/** Steps by which a final demand may go short. */
export function stepsOf(frame: Frame, final: number): number {
  const demand = frame.index.finals[final]
  if (demand === undefined) return 0
  return frame.index.steps.get(frame.index.carrierOf(frame.index.busOf(demand.bus)))?.length ?? 0
}

/** What of a final demand a plan leaves unserved. */
export function missing(
  frame: Frame,
  delta: DeltaProgramme,
  final: number,
  p: number,
  x: Float64Array,
): number {
  const steps = stepsOf(frame, final)
  let sum = 0
  for (let step = 0; step < steps; step++) {
    sum += x[(delta.unserved[final] ?? 0) + step * delta.width + p] ?? 0
  }
  return sum
}

/** Limits of an item in the hours of peak, with what the plan builds. */
export function limitsWithBuilt(
  frame: Frame,
  delta: DeltaProgramme,
  of: { blocks: PowerBlocks; i: number; p: number; x: Float64Array; limits: Limits },
): PeakLimits {
  const own = of.blocks.items[of.i]
  const held = peakLimits(frame, of.blocks, of.limits, of.i * delta.width + of.p)
  if (frame.expansions.length === 0 || own === undefined) return held
  const built = builtOf(frame, delta.expansion, { family: own.family, item: own.item, period: of.p }, of.x)
  return { most: held.most + built, nightMost: held.nightMost + (1 - of.blocks.share) * built }
}

interface Range {
  readonly low: number
  readonly high: number
}

/** What an item may give in the hours of peak, its rate fixed. */
export function peakRange(
  frame: Frame,
  delta: DeltaProgramme,
  blocks: PowerBlocks,
  { i, p, x, limits }: { i: number; p: number; x: Float64Array; limits: Limits },
): Range {
  const of = blocks.items[i]
  const { most, nightMost } = limitsWithBuilt(frame, delta, { blocks, i, p, x, limits })
  const before = of === undefined ? 0 : (frame.base[of.family][of.item * delta.width + p] ?? 0)
  const rate = before + change(delta, blocks, i, p, x)
  const low = Math.max(0, (rate - nightMost) / blocks.share)
  return { low, high: Math.max(low, Math.min(most, Math.max(0, rate) / blocks.share)) }
}

/** What of a demand may go unserved in the hours of peak, what goes unserved in all fixed. */
export function shortRange(
  frame: Frame,
  delta: DeltaProgramme,
  { demands, shape: shapes, share }: PowerBlocks,
  { d, p, x, limits }: { d: number; p: number; x: Float64Array; limits: Limits },
): Range {
  const final = demands[d]?.final ?? 0
  const wanted = limits.demand[final * delta.width + p] ?? 0
  const shape = shapes[d * delta.width + p] ?? 1
  const short = missing(frame, delta, final, p, x)
  const low = Math.max(0, (short - wanted * (1 - share * shape)) / share)
  return { low, high: Math.max(low, Math.min(shape * wanted, short / share)) }
}

/** What a bus asks for in the hours of peak more than in the base. */
export function extraAt(
  frame: Frame,
  delta: DeltaProgramme,
  blocks: PowerBlocks,
  { x, limits, place, p }: { x: Float64Array; limits: Limits; place: number; p: number },
): number {
  const { width } = delta
  let extra = 0
  for (const [d, of] of blocks.demands.entries()) {
    if (of.place !== place) continue
    const at = of.final * width + p
    const shape = blocks.shape[d * width + p] ?? 1
    extra += shape * ((limits.demand[at] ?? 0) - (frame.baseDemand[at] ?? 0))
  }
  // A difference that no figure explains falls away in all hours alike.
  const fallen = (blocks.buses[place] ?? 0) * width + p
  return extra + Math.sign(frame.baseDifference[fallen] ?? 0) * (x[delta.difference + fallen] ?? 0)
}
