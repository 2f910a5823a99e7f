import type { Highs } from 'highs'
import type { RunLimits } from '../linear/optimise.ts'
import { isAnyIn } from '../linear/sparse-sum.ts'
import type { DeltaProgramme } from '../model/delta-programme.ts'
import type { Frame } from '../model/frame.ts'
import { change, limitsWithBuilt, missing, type PeakQuestion, stepsOf } from '../model/peak-ranges.ts'
import type { PowerBlocks } from '../model/power-blocks.ts'
import { PeaksNearby } from './peaks-nearby.ts'
import { unmetPeaks } from './unmet-peaks.ts'

/** Power under this, in the unit of rates, is what the solver leaves. */
const SMALL = 1e-6

/** Asks of plans of one programme whether they meet the hours of peak, which it leaves out. */
export class PeakCheck {
  readonly #highs: Highs
  readonly #frame: Frame
  readonly #delta: DeltaProgramme
  readonly #blocks: PowerBlocks
  /** By item and period, whether the base itself keeps within its limits there. */
  readonly #isPlainAtBase: Uint8Array
  /** By demand how many columns, from its first one on, are what it goes short. */
  readonly #shortColumns: Int32Array
  #near: PeaksNearby | null = null

  constructor(highs: Highs, frame: Frame, delta: DeltaProgramme, blocks: PowerBlocks) {
    this.#highs = highs
    this.#frame = frame
    this.#delta = delta
    this.#blocks = blocks
    this.#shortColumns = Int32Array.from(blocks.demands, ({ final }) => stepsOf(frame, final) * delta.width)
    const rest = { x: delta.rest, limits: frame.limits }
    this.#isPlainAtBase = Uint8Array.from(blocks.base, (_, at) =>
      this.#fits(rest, Math.floor(at / delta.width), at % delta.width) ? 1 : 0,
    )
  }

  /**
   * Periods in which a plan cannot meet the hours of peak. They cost nothing by themselves, so a plan that can meet them
   * everywhere is the best with them too. A period is passed at once where moving each peak by what its rate moved keeps
   * every limit; the others are asked by a programme of their own, with the rates of the plan fixed: first in the
   * neighbourhood of what moved, and where that does not meet them, in whole.
   */
  unmet(given: PeakQuestion, runLimits: RunLimits): readonly number[] {
    const [frame, delta, blocks] = [this.#frame, this.#delta, this.#blocks]
    const asked = this.#notPlain(given)
    if (asked.length === 0) return []
    this.#near ??= new PeaksNearby(this.#highs, frame, delta, blocks)
    if (this.#near.areMet(given, asked, runLimits)) return []
    return unmetPeaks(this.#highs, frame, delta, { ...given, runLimits }, { blocks, asked })
  }

  /** Plain loops over what an item has in all periods: most items neither moved nor have other limits. */
  #notPlain(given: PeakQuestion): readonly number[] {
    const [frame, delta, blocks] = [this.#frame, this.#delta, this.#blocks]
    const { nonZero, limits, from } = given
    const { width } = delta
    const isBuilt = frame.expansions.length > 0
    const isPlain = new Uint8Array(width).fill(1, from)
    for (let d = 0; d < blocks.demands.length; d++) this.#passDemand(given, d, isPlain)
    for (const [i, { family, item }] of blocks.items.entries()) {
      const [now, usual] = [limits.pairs[family], frame.limits.pairs[family]]
      const [more, less] = [delta.more[family] + item * width, delta.less[family] + item * width]
      const isMoved = isAnyIn(nonZero, more, more + width) || isAnyIn(nonZero, less, less + width)
      for (let p = from; p < width; p++) {
        if (isPlain[p] === 0) continue
        const isAtRest =
          !isBuilt &&
          !isMoved &&
          this.#isPlainAtBase[i * width + p] === 1 &&
          Object.is(now[item * width + p], usual[item * width + p])
        if (!isAtRest && !this.#fits(given, i, p)) isPlain[p] = 0
      }
    }
    return frame.periods.flatMap((_, p) => (p >= from && isPlain[p] === 0 ? [p] : []))
  }

  /** Zeroes `isPlain` where a demand asks for more at peak than in the base, or could go shorter than it asks. */
  #passDemand({ x, nonZero, limits, from }: PeakQuestion, d: number, isPlain: Uint8Array): void {
    const [frame, delta, blocks] = [this.#frame, this.#delta, this.#blocks]
    const final = blocks.demands[d]?.final ?? 0
    const first = delta.unserved[final] ?? 0
    const isShort = isAnyIn(nonZero, first, first + (this.#shortColumns[d] ?? 0))
    for (let p = from; p < delta.width; p++) {
      const asked = limits.demand[final * delta.width + p] ?? 0
      const shape = blocks.shape[d * delta.width + p] ?? 1
      const extra = (shape - 1) * (asked - (frame.baseDemand[final * delta.width + p] ?? 0))
      const short = isShort ? missing(frame, delta, final, p, x) : 0
      if (!(Math.abs(extra) <= SMALL && short <= shape * asked + SMALL)) isPlain[p] = 0
    }
  }

  #fits({ x, limits }: Pick<PeakQuestion, 'x' | 'limits'>, i: number, p: number): boolean {
    const [frame, delta, blocks] = [this.#frame, this.#delta, this.#blocks]
    const of = blocks.items[i]
    const moved = change(delta, blocks, i, p, x)
    const { most, nightMost } = limitsWithBuilt(frame, delta, { blocks, i, p, x, limits })
    const base = blocks.base[i * delta.width + p] ?? 0
    const rate = of === undefined ? 0 : (frame.base[of.family][of.item * delta.width + p] ?? 0)
    const [peak, night] = [base + moved, rate + moved - blocks.share * (base + moved)]
    return !(peak < -SMALL || peak > most + SMALL || night < -SMALL || night > nightMost + SMALL)
  }
}
