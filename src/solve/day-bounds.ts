import { type Bounds, copyBounds } from './bounds.ts'
import { type ChangedLimits, changedLimits, isFew } from './changed-limits.ts'

/**
 * Limits of the plan that is being made: those without a shock, and what differs. They are as long as the programme and
 * a shock touches few of them, so that what differs is looked for once and alone undone.
 */
export class DayBounds {
  readonly usual: Bounds
  readonly #bounds: Bounds
  #differs: ChangedLimits | null

  /** `usual` are the limits without a shock, which stay as they are. */
  constructor(usual: Bounds) {
    this.usual = usual
    this.#bounds = {
      lower: usual.lower.slice(),
      upper: usual.upper.slice(),
      rowLower: usual.rowLower.slice(),
      rowUpper: usual.rowUpper.slice(),
    }
    this.#differs = { columns: new Int32Array(0), rows: new Int32Array(0) }
  }

  /** To be read only. */
  get bounds(): Bounds {
    return this.#bounds
  }

  /** The limits without a shock again, for the caller to write to before anything else is asked. */
  begin(): Bounds {
    const [now, usual] = [this.#bounds, this.usual]
    if (this.#differs === null || !isFew(this.#differs, now)) copyBounds(usual, now)
    else {
      for (const at of this.#differs.columns) {
        now.lower[at] = usual.lower[at] ?? 0
        now.upper[at] = usual.upper[at] ?? 0
      }
      for (const at of this.#differs.rows) {
        now.rowLower[at] = usual.rowLower[at] ?? 0
        now.rowUpper[at] = usual.rowUpper[at] ?? 0
      }
    }
    return this.change()
  }

  /** The limits as they stand, for the caller to write to before anything else is asked. */
  change(): Bounds {
    this.#differs = null
    return this.#bounds
  }

  /** Where they differ from others; asked of the usual ones it is looked for once. */
  differsFrom(others: Bounds): ChangedLimits {
    if (others !== this.usual) return changedLimits(others, this.#bounds)
    this.#differs ??= changedLimits(this.usual, this.#bounds)
    return this.#differs
  }
}
