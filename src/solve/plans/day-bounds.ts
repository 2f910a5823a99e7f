import { type Bounds, copyBounds, type Draft } from '../linear/bounds.ts'
import { NumberList } from '../linear/number-list.ts'
import { activityOver } from '../linear/row-activity.ts'
import { type ChangedLimits, changedLimits, changedRows } from './changed-limits.ts'
import { noPast, type PastRows } from './past-rows.ts'
import { type PastReach, type Periods, reachOfPast } from './reach-of-past.ts'

/** What was done before period `from`: the columns that are not zero, and what they are. */
interface Past {
  readonly from: number
  readonly columns: Int32Array
  readonly values: Float64Array
}

/** Limits as they are looked at beside others. */
interface BesideBounds {
  /** Of columns of the past those alone that open rows name, or that are not zero. */
  readonly bounds: Bounds
  /** Where they differ. */
  readonly differs: ChangedLimits
  readonly past: PastRows
}

/**
 * Limits of the plan that is being made: those without a shock, and what differs. They are as long as the programme and
 * a shock touches few of them: what is written is named, so that it alone is compared and undone; and of the past, which
 * is most of a later plan, only what a neighbourhood can meet is written until somebody asks for all.
 */
export class DayBounds {
  readonly usual: Bounds
  readonly #periods: Periods
  readonly #now: Bounds
  /** Columns that may differ from the usual limits; null: any of them may. */
  #written: NumberList | null
  readonly #names = new NumberList()
  readonly #draft: Draft
  #past: Past | null = null
  /** Undefined until the past is fixed for the first time. */
  #reach: PastReach | null | undefined
  #differs: ChangedLimits | null = null

  /** `usual` are the limits without a shock, which stay as they are. */
  constructor(usual: Bounds, periods: Periods) {
    this.usual = usual
    this.#periods = periods
    this.#now = {
      lower: usual.lower.slice(),
      upper: usual.upper.slice(),
      rowLower: usual.rowLower.slice(),
      rowUpper: usual.rowUpper.slice(),
    }
    this.#written = this.#names
    this.#draft = {
      ...this.#now,
      touch: (column) => this.#written?.add(column),
      touchAll: () => this.change(),
    }
  }

  /** To be read only. */
  get bounds(): Bounds {
    this.#writePast()
    return this.#now
  }

  /** The limits without a shock again, for the caller to write to before anything else is asked. */
  begin(): Draft {
    const [now, usual] = [this.#now, this.usual]
    if (this.#written === null) copyBounds(usual, now)
    else {
      for (const column of this.#written.list()) {
        now.lower[column] = usual.lower[column] ?? 0
        now.upper[column] = usual.upper[column] ?? 0
      }
      now.rowLower.set(usual.rowLower)
      now.rowUpper.set(usual.rowUpper)
    }
    this.#names.clear()
    this.#written = this.#names
    this.#past = null
    this.#differs = null
    return this.#draft
  }

  /** The limits as they stand, for the caller to write anywhere before anything else is asked. */
  change(): Bounds {
    this.#writePast()
    this.#written = null
    this.#differs = null
    return this.#now
  }

  /**
   * What was done stays done: columns of periods before `from` keep what they have in plan `x`, where `nonZero` are
   * those that are not zero, in order; and their rows hold as they did. Once after `begin`.
   */
  fixPast(x: Float64Array, nonZero: Int32Array, from: number): void {
    const { programme, columnPeriod, rowPeriod } = this.#periods
    const columns = nonZero.filter((column) => isBefore(columnPeriod[column], from))
    this.#past = { from, columns, values: Float64Array.from(columns, (column) => x[column] ?? 0) }
    this.#differs = null
    const now = this.#now
    // Rows that ask nothing more could be let go; but then the solver would turn each of them over.
    const activity = activityOver(programme, x, nonZero)
    for (let row = 0; row < rowPeriod.length; row++) {
      if (!isBefore(rowPeriod[row], from)) continue
      now.rowLower[row] = activity[row] ?? 0
      now.rowUpper[row] = activity[row] ?? 0
    }
    if (this.#reach === undefined) this.#reach = reachOfPast(this.#periods)
    const [reach, written] = [this.#reach, this.#written]
    if (reach === null || written === null) {
      this.change()
      return
    }
    for (let at = 0; at < reach.columns.length; at++) {
      const column = reach.columns[at] ?? 0
      if (!isBefore(columnPeriod[column], from) || (reach.until[at] ?? 0) < from) continue
      written.add(column)
      fix(now, column, 0)
    }
    for (const column of columns) written.add(column)
    this.#fixMoved(this.#past)
  }

  /** As a neighbourhood beside a plan under other limits looks at them. */
  beside(others: Bounds): BesideBounds {
    if (others !== this.usual || this.#past === null) {
      return { bounds: this.bounds, differs: this.differsFrom(others), past: noPast }
    }
    const past = { rowPeriod: this.#periods.rowPeriod, from: this.#past.from }
    return { bounds: this.#now, differs: this.#differsFromUsual(), past }
  }

  /** Where they differ from others, all of the past with it; asked of the usual ones it is looked for once. */
  differsFrom(others: Bounds): ChangedLimits {
    this.#writePast()
    return others === this.usual ? this.#differsFromUsual() : changedLimits(others, this.#now)
  }

  #differsFromUsual(): ChangedLimits {
    const [now, usual, written] = [this.#now, this.usual, this.#written]
    if (this.#differs !== null) return this.#differs
    const columns = written?.distinct().filter((column) => {
      return now.lower[column] !== usual.lower[column] || now.upper[column] !== usual.upper[column]
    })
    this.#differs =
      columns === undefined ? changedLimits(usual, now) : { columns, rows: changedRows(usual, now) }
    return this.#differs
  }

  /** Writes what of the past was left out. */
  #writePast(): void {
    if (this.#past === null) return
    const past = this.#past
    this.#past = null
    this.#written = null
    this.#differs = null
    const { columnPeriod } = this.#periods
    for (let column = 0; column < columnPeriod.length; column++) {
      if (isBefore(columnPeriod[column], past.from)) fix(this.#now, column, 0)
    }
    this.#fixMoved(past)
  }

  #fixMoved({ columns, values }: Past): void {
    for (let at = 0; at < columns.length; at++) fix(this.#now, columns[at] ?? 0, values[at] ?? 0)
  }
}

function fix({ lower, upper }: Bounds, column: number, value: number): void {
  lower[column] = value
  upper[column] = value
}

function isBefore(period: number | undefined, from: number): boolean {
  return period !== undefined && period >= 0 && period < from
}
