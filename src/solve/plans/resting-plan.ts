import { NumberList } from '../linear/number-list.ts'

/**
 * A plan of its own that begins as another's copy again and again. It is written through `set` alone, which notes the
 * column: so only those need be copied back, and only among those can it differ from what it began as.
 */
export class RestingPlan {
  readonly #values: Float64Array
  #of: Float64Array | null = null
  readonly #written = new NumberList()

  constructor(columns: number) {
    this.#values = new Float64Array(columns)
  }

  /** To be read only. */
  get values(): Float64Array {
    return this.#values
  }

  /** Becomes `x` again. */
  begin(x: Float64Array): void {
    if (this.#of === x) for (const column of this.#written.list()) this.#values[column] = x[column] ?? 0
    else this.#values.set(x)
    this.#of = x
    this.#written.clear()
  }

  set(column: number, value: number): void {
    this.#values[column] = value
    this.#written.add(column)
  }

  /** Columns in which it differs from what it began as, in order; a value that is no number differs from any. */
  moved(): Int32Array {
    const [values, x] = [this.#values, this.#of]
    return this.#written.distinct().filter((column) => values[column] !== x?.[column])
  }
}
