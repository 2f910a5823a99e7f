import type { Highs } from 'highs'
import { type Bounds, copyBounds, emptyBounds } from '../linear/bounds.ts'
import { columnsByRow } from '../linear/columns-by-row.ts'
import type { RunLimits } from '../linear/optimise.ts'
import { type Programme, ProgrammeBuilder } from '../linear/programme.ts'
import { activityOf } from '../linear/row-activity.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import type { Frame } from '../model/frame.ts'
import { extraAt, type PeakQuestion, peakRange, shortRange } from '../model/peak-ranges.ts'
import type { PowerBlocks } from '../model/power-blocks.ts'
import { changedLimits } from '../plans/changed-limits.ts'
import { noPast } from '../plans/past-rows.ts'
import type { ReferencePlan } from '../plans/reference-plan.ts'
import { NearbySolver } from '../plans/solve-nearby.ts'

/** Limits this far away are met. */
const ZERO = 1e-6

/**
 * The hours of peak as a programme of changes from those of the base, which costs nothing: a plan of it says that they
 * can be met with given rates. Only the neighbourhood of what moved is solved.
 */
export class PeaksNearby {
  readonly #frame: Frame
  readonly #delta: DeltaProgramme
  readonly #blocks: PowerBlocks
  readonly #programme: Programme
  readonly #near: NearbySolver
  readonly #reference: ReferencePlan
  readonly #bounds: Bounds

  constructor(highs: Highs, frame: Frame, delta: DeltaProgramme, blocks: PowerBlocks) {
    this.#frame = frame
    this.#delta = delta
    this.#blocks = blocks
    this.#programme = peaksOf(blocks, delta.width)
    const { columns, rows } = this.#programme
    this.#near = new NearbySolver(highs, this.#programme, columnsByRow(this.#programme))
    this.#bounds = emptyBounds(this.#programme)
    const bounds = emptyBounds(this.#programme)
    const x = new Float64Array(columns)
    const none = { rowDual: new Float64Array(rows), columnDual: x }
    const activity = activityOf(this.#programme, x)
    this.#reference = { bounds, x, activity, cheapest: none, nearest: none, trueDual: none.rowDual }
    const rest = { x: delta.rest, nonZero: new Int32Array(0), limits: frame.limits, from: 0 }
    for (let p = 0; p < delta.width; p++) this.#boundPeriod(rest, p, bounds)
  }

  /** False where it cannot be told here. */
  areMet(given: PeakQuestion, asked: readonly number[], limits: RunLimits): boolean {
    copyBounds(this.#reference.bounds, this.#bounds)
    for (const p of asked) this.#boundPeriod(given, p, this.#bounds)
    const changed = changedLimits(this.#reference.bounds, this.#bounds)
    const found = this.#near.solve({
      bounds: this.#bounds,
      reference: this.#reference,
      differs: changed,
      changed,
      trueCosts: null,
      wantsNearest: false,
      limits,
      past: noPast,
    })
    return found !== null && found.status === 'optimal' && this.#keeps(found.cheapest.x)
  }

  #boundPeriod({ x, limits }: PeakQuestion, p: number, bounds: Bounds): void {
    const [frame, delta, blocks] = [this.#frame, this.#delta, this.#blocks]
    const { width } = delta
    const set = (column: number, low: number, high: number): void => {
      bounds.lower[column] = low
      bounds.upper[column] = high
    }
    for (let i = 0; i < blocks.items.length; i++) {
      const { low, high } = peakRange(frame, delta, blocks, { i, p, x, limits })
      const base = blocks.base[i * width + p] ?? 0
      set(i * width + p, low - base, high - base)
    }
    for (let d = 0; d < blocks.demands.length; d++) {
      const { low, high } = shortRange(frame, delta, blocks, { d, p, x, limits })
      set((blocks.items.length + d) * width + p, low, high)
    }
    for (let place = 0; place < blocks.buses.length; place++) {
      const extra = extraAt(frame, delta, blocks, { x, limits, place, p })
      bounds.rowLower[place * width + p] = extra
      bounds.rowUpper[place * width + p] = extra
    }
  }

  /** Our own check: costs are nowhere, so that every plan within the limits is as good as any. */
  #keeps(x: Float64Array): boolean {
    const { lower, upper, rowLower, rowUpper } = this.#bounds
    const isWithin = (values: Float64Array, low: Float64Array, high: Float64Array): boolean =>
      values.every((value, at) => value >= (low[at] ?? 0) - ZERO && value <= (high[at] ?? 0) + ZERO)
    return isWithin(x, lower, upper) && isWithin(activityOf(this.#programme, x), rowLower, rowUpper)
  }
}

/** A row for each bus and period; a column for each item, then for each demand, and period. */
function peaksOf(blocks: PowerBlocks, width: number): Programme {
  const builder = new ProgrammeBuilder()
  for (let row = 0; row < blocks.buses.length * width; row++) builder.addRow(0, 0)
  for (const { entries } of blocks.items) {
    for (let p = 0; p < width; p++) {
      builder.addColumn(0, 0, 0)
      for (const [place, coefficient] of entries) builder.entry(place * width + p, coefficient)
    }
  }
  for (const { place } of blocks.demands) {
    for (let p = 0; p < width; p++) {
      builder.addColumn(0, 0, 0)
      builder.entry(place * width + p, 1)
    }
  }
  return builder.finish()
}
