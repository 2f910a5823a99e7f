import { doubles, integers, type Programme, ProgrammeBuilder } from '../linear/programme.ts'
import { tieBreak, tieBreakAt } from '../linear/tie-break.ts'
import type { Frame } from './frame.ts'
import { MONEY } from './money.ts'

/**
 * In which distances are counted: two ways of the same length differ by the hashes in their weights alone, and must do so by
 * more than the solver's tolerance (at 1, of 500 shocks one had two nearest plans, 7e-8 apart).
 */
const DISTANCE = 1e3

/** A programme of changes while it is written: its rows with their periods, its columns with cost and distance. */
export class DeltaSheet {
  readonly width: number
  readonly #days: readonly number[]
  readonly #builder: ProgrammeBuilder
  readonly #rowPeriod = integers()
  readonly #columnPeriod: ReturnType<typeof integers>
  readonly #trueCost: ReturnType<typeof doubles>
  readonly #distance: ReturnType<typeof doubles>

  /** `expected`: room for so many columns at first. */
  constructor({ periods }: Frame, expected: number) {
    this.width = periods.length
    this.#days = periods.map(({ days }) => days)
    this.#builder = new ProgrammeBuilder(expected)
    this.#columnPeriod = integers(expected)
    this.#trueCost = doubles(expected)
    this.#distance = doubles(expected)
  }

  get rows(): number {
    return this.#rowPeriod.length
  }

  get columns(): number {
    return this.#builder.columns
  }

  /** Days of a period; 1 for what belongs to none (-1). */
  days(period: number): number {
    return this.#days[period] ?? 1
  }

  /** A row of a period, or of none (-1). */
  row(lower: number, upper: number, period: number): number {
    this.#rowPeriod.push(period)
    return this.#builder.addRow(lower, upper)
  }

  /** A row a period for each item, of what must be nought; the first of them. */
  rowBlock(items: number): number {
    const first = this.rows
    for (let item = 0; item < items; item++) for (let p = 0; p < this.width; p++) this.row(0, 0, p)
    return first
  }

  /**
   * Opens a column of a period, or of none (-1), whose coefficients `entry` then adds. `cost`: EUR a unit; `wedge`: the same,
   * counted in the search for a plan only; `weight`: in the distance from the base.
   */
  column(period: number, cost: number, wedge: number, weight: number): void {
    const days = this.days(period)
    this.#builder.addColumn((cost + wedge) * days * MONEY, 0, 0)
    this.#trueCost.push(cost * days)
    this.#distance.push(weight * days * DISTANCE)
    this.#columnPeriod.push(period)
  }

  entry(row: number, value: number): void {
    this.#builder.entry(row, value)
  }

  finish(): WrittenSheet {
    return {
      programme: this.#builder.finish(),
      trueCost: this.#trueCost.trimmed(),
      distance: this.#distance.trimmed(),
      columnPeriod: this.#columnPeriod.trimmed(),
      rowPeriod: this.#rowPeriod.trimmed(),
    }
  }
}

interface WrittenSheet {
  readonly programme: Programme
  readonly trueCost: Float64Array
  readonly distance: Float64Array
  readonly columnPeriod: Int32Array
  readonly rowPeriod: Int32Array
}

/** Of what no period tells apart, such as what is short at the end: little beside any change of a flow. */
export function lightWeight(name: string): number {
  return 0.01 * (1 + tieBreak(name))
}

/** Near one; different for each thing, and a little for each period, so that the nearest plan is one. */
export function distanceWeight(tie: number, period: number): number {
  return 1 + 0.05 * tie + 0.002 * tieBreakAt(tie, period)
}
