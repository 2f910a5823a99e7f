import type { Programme } from './programme.ts'

/** Limits of the columns and rows of a programme. */
export interface Bounds {
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
}

/** Limits that are being written over those known before. */
export interface Draft extends Bounds {
  /** Names a column that is written; what is not named must keep its limits. */
  readonly touch: (column: number) => void
  /** Names them all. */
  readonly touchAll: () => void
}

export function emptyBounds({ columns, rows }: Pick<Programme, 'columns' | 'rows'>): Bounds {
  return {
    lower: new Float64Array(columns),
    upper: new Float64Array(columns),
    rowLower: new Float64Array(rows),
    rowUpper: new Float64Array(rows),
  }
}

/** Copies all limits over `into`. */
export function copyBounds(from: Bounds, into: Bounds): void {
  into.lower.set(from.lower)
  into.upper.set(from.upper)
  into.rowLower.set(from.rowLower)
  into.rowUpper.set(from.rowUpper)
}
