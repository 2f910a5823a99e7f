import type { Bounds } from '../linear/bounds.ts'

/** Multipliers of the rows, and what they leave of the costs of the columns: c - Aᵀ·y. */
export interface Prices {
  readonly rowDual: Float64Array
  readonly columnDual: Float64Array
}

/**
 * A plan that is the cheapest, and of the cheapest the nearest to the base, under limits of its own, with the
 * multipliers that prove both. Plans under other limits are looked for beside it.
 */
export interface ReferencePlan {
  readonly bounds: Bounds
  readonly x: Float64Array
  /** A·x. */
  readonly activity: Float64Array
  readonly cheapest: Prices
  /** For distances, on the face of the cheapest plans. */
  readonly nearest: Prices
  /** Multipliers at true costs, without wedges. */
  readonly trueDual: Float64Array
}
