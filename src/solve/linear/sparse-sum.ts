import { NumberList } from './number-list.ts'

/** Numbers of the columns that are not zero, in order. */
export function movedColumns(x: Float64Array): Int32Array {
  const found = new NumberList()
  for (let at = 0; at < x.length; at++) if (x[at] !== 0) found.add(at)
  return found.list()
}

/** Whether any of `sorted` numbers lies from `first` up to, not including, `until`. */
export function isAnyIn(sorted: Int32Array, first: number, until: number): boolean {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < first) low = middle + 1
    else high = middle
  }
  const next = sorted[low]
  return next !== undefined && next < until
}

/** Σ weight · x over `columns`, all that are not zero: most of a plan is, and reading it all is most of what a sum takes. */
export function sumOver(columns: Int32Array, weight: Float64Array, x: Float64Array): number {
  let sum = 0
  for (const column of columns) sum += (weight[column] ?? 0) * (x[column] ?? 0)
  return sum
}
