/** Rows of periods before `from`, in which nothing can move any more. */
export interface PastRows {
  /** By row; -1 where it is of no period. */
  readonly rowPeriod: Int32Array
  readonly from: number
}

export const noPast: PastRows = { rowPeriod: new Int32Array(0), from: 0 }

export function isPast({ rowPeriod, from }: PastRows, row: number): boolean {
  const period = rowPeriod[row] ?? -1
  return period >= 0 && period < from
}
