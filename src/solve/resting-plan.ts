/** A plan of its own that begins as another's copy again and again: where it may differ is kept, so that only that is copied. */
export class RestingPlan {
  readonly values: Float64Array
  #of: Float64Array | null = null
  #differs: Int32Array[] = []

  constructor(columns: number) {
    this.values = new Float64Array(columns)
  }

  /** Becomes `x` again, of which the caller then changes `columns`. */
  begin(x: Float64Array, columns: Int32Array): void {
    if (this.#of === x) {
      for (const part of this.#differs) for (const column of part) this.values[column] = x[column] ?? 0
    } else this.values.set(x)
    this.#of = x
    this.#differs = [columns]
  }

  /** The caller may have changed these too. */
  keep(columns: Int32Array): void {
    this.#differs.push(columns.slice())
  }
}
