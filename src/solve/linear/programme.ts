import { CorridorError } from '../../core/errors.ts'

/** WebAssembly memory ends near two million columns; refuse well before the solver aborts. */
const MAX_COLUMNS = 1_500_000
const BYTES_PER_COLUMN = 900

/** A linear programme: minimise cost·x with rowLower ≤ A·x ≤ rowUpper and lower ≤ x ≤ upper; A in compressed columns. */
export interface Programme {
  readonly columns: number
  readonly rows: number
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
}

/** Share of the room made that must be used for the rest not to matter. */
const NEARLY = 0.9

/** A typed array that grows by doubling, so that adding is linear in what is added. */
class Growing<T extends Float64Array | Int32Array> {
  #data: T
  #make: (length: number) => T
  length = 0

  constructor(make: (length: number) => T, expected: number) {
    this.#make = make
    this.#data = make(expected)
  }

  push(value: number): void {
    if (this.length === this.#data.length) {
      const larger = this.#make(this.#data.length * 2)
      larger.set(this.#data)
      this.#data = larger
    }
    this.#data[this.length++] = value
  }

  /** What was pushed; a view where little is left over, since a copy would be held beside it for a while. */
  trimmed(): T {
    if (this.length >= NEARLY * this.#data.length) return this.#data.subarray(0, this.length) as T
    const exact = this.#make(this.length)
    exact.set(this.#data.subarray(0, this.length))
    return exact
  }
}

/** `expected`: room for so many at first. */
export const doubles = (expected = 1024) => new Growing((length) => new Float64Array(length), expected)
export const integers = (expected = 1024) => new Growing((length) => new Int32Array(length), expected)

/** Entries of a column on average, where room is made for them beforehand. */
const ENTRIES = 1.25

/** Fills typed arrays column by column; rows must exist before a column names them. Linear in what is added. */
export class ProgrammeBuilder {
  readonly #cost: Growing<Float64Array>
  readonly #lower: Growing<Float64Array>
  readonly #upper: Growing<Float64Array>
  readonly #rowLower = doubles()
  readonly #rowUpper = doubles()
  readonly #starts: Growing<Int32Array>
  readonly #indices: Growing<Int32Array>
  readonly #values: Growing<Float64Array>

  /** `expected`: room for so many columns at first, so that a large programme is not copied while it grows. */
  constructor(expected = 1024) {
    this.#cost = doubles(expected)
    this.#lower = doubles(expected)
    this.#upper = doubles(expected)
    this.#starts = integers(expected)
    this.#indices = integers(Math.ceil(ENTRIES * expected))
    this.#values = doubles(Math.ceil(ENTRIES * expected))
  }

  get columns(): number {
    return this.#cost.length
  }

  addRow(lower: number, upper: number): number {
    this.#rowLower.push(lower)
    this.#rowUpper.push(upper)
    return this.#rowLower.length - 1
  }

  /** Opens a column; `entry` then adds its coefficients, each row once. */
  addColumn(cost: number, lower: number, upper: number): number {
    if (Number.isNaN(cost + lower + upper) && !(lower === -Infinity && upper === Infinity)) {
      throw new CorridorError(
        'network_invalid',
        `Column ${this.columns} has a cost or bound that is no number.`,
      )
    }
    this.#starts.push(this.#indices.length)
    this.#cost.push(cost)
    this.#lower.push(lower)
    this.#upper.push(upper)
    return this.#cost.length - 1
  }

  entry(row: number, value: number): void {
    if (value === 0) return
    this.#indices.push(row)
    this.#values.push(value)
  }

  finish(): Programme {
    refuseTooLarge(this.columns)
    this.#starts.push(this.#indices.length)
    return {
      columns: this.#cost.length,
      rows: this.#rowLower.length,
      cost: this.#cost.trimmed(),
      lower: this.#lower.trimmed(),
      upper: this.#upper.trimmed(),
      rowLower: this.#rowLower.trimmed(),
      rowUpper: this.#rowUpper.trimmed(),
      starts: this.#starts.trimmed(),
      indices: this.#indices.trimmed(),
      values: this.#values.trimmed(),
    }
  }
}

/** Throws `solve_too_large` with the size, the memory that it would take, and `mend`: what to do. */
export function refuseTooLarge(columns: number, mend = 'choose fewer days or the screening grid'): void {
  if (columns <= MAX_COLUMNS) return
  const gigabytes = ((columns * BYTES_PER_COLUMN) / 1e9).toFixed(1)
  throw new CorridorError(
    'solve_too_large',
    `The programme would have ${columns} columns and take about ${gigabytes} GB; ${mend}.`,
    { details: { columns, limit: MAX_COLUMNS } },
  )
}
