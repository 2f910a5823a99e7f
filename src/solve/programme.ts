import { CorridorError } from '../core/errors.ts'

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

/** A typed array that grows by doubling, so that adding is linear in what is added. */
class Growing<T extends Float64Array | Int32Array> {
  #data: T
  #make: (length: number) => T
  length = 0

  constructor(make: (length: number) => T) {
    this.#make = make
    this.#data = make(1024)
  }

  push(value: number): void {
    if (this.length === this.#data.length) {
      const larger = this.#make(this.#data.length * 2)
      larger.set(this.#data)
      this.#data = larger
    }
    this.#data[this.length++] = value
  }

  trimmed(): T {
    const exact = this.#make(this.length)
    exact.set(this.#data.subarray(0, this.length))
    return exact
  }
}

export const doubles = () => new Growing((length) => new Float64Array(length))
export const integers = () => new Growing((length) => new Int32Array(length))

/** Fills typed arrays column by column; rows must exist before a column names them. Linear in what is added. */
export class ProgrammeBuilder {
  #cost = doubles()
  #lower = doubles()
  #upper = doubles()
  #rowLower = doubles()
  #rowUpper = doubles()
  #starts = integers()
  #indices = integers()
  #values = doubles()

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
