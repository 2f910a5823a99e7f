import type { Model } from 'highs'
import type { Bounds } from '../linear/bounds.ts'

/** Keeps what limits a model holds, and hands over only those that differ. */
export class ModelBounds {
  readonly #model: Model
  #held: Bounds

  /** `loaded` is what the model was created with; its arrays are copied. */
  constructor(model: Model, loaded: Bounds) {
    this.#model = model
    this.#held = {
      lower: loaded.lower.slice(),
      upper: loaded.upper.slice(),
      rowLower: loaded.rowLower.slice(),
      rowUpper: loaded.rowUpper.slice(),
    }
  }

  /** The model lost its columns from `columns` on. */
  shorten(columns: number): void {
    const { lower, upper } = this.#held
    this.#held = { ...this.#held, lower: lower.slice(0, columns), upper: upper.slice(0, columns) }
  }

  /** The model got further columns at its end, with these bounds. */
  lengthen(bounds: Bounds): void {
    const [lower, upper] = [bounds.lower.slice(), bounds.upper.slice()]
    lower.set(this.#held.lower)
    upper.set(this.#held.upper)
    this.#held = { ...this.#held, lower, upper }
  }

  set(bounds: Bounds): void {
    const held = this.#held
    const columns = take(bounds.lower, bounds.upper, held.lower, held.upper)
    if (columns !== null) {
      this.#model.changeColsBounds({ kind: 'set', indices: columns.indices }, columns.lower, columns.upper)
    }
    const rows = take(bounds.rowLower, bounds.rowUpper, held.rowLower, held.rowUpper)
    if (rows !== null) {
      this.#model.changeRowsBounds({ kind: 'set', indices: rows.indices }, rows.lower, rows.upper)
    }
  }
}

interface Changed {
  readonly indices: Int32Array
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/** What differs, in order of index, written to what is held; null where nothing does. */
function take(
  lower: Float64Array,
  upper: Float64Array,
  heldLower: Float64Array,
  heldUpper: Float64Array,
): Changed | null {
  const indices = new Int32Array(lower.length)
  let count = 0
  for (let at = 0; at < lower.length; at++) {
    if (lower[at] === heldLower[at] && upper[at] === heldUpper[at]) continue
    indices[count++] = at
  }
  if (count === 0) return null
  const changed = {
    indices: indices.slice(0, count),
    lower: new Float64Array(count),
    upper: new Float64Array(count),
  }
  for (let n = 0; n < count; n++) {
    const at = indices[n] ?? 0
    changed.lower[n] = heldLower[at] = lower[at] ?? 0
    changed.upper[n] = heldUpper[at] = upper[at] ?? 0
  }
  return changed
}
