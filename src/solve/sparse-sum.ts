import { NumberList } from './number-list.ts'

/** Numbers of the columns that are not zero, in order. */
export function movedColumns(x: Float64Array): Int32Array {
  const found = new NumberList()
  for (let at = 0; at < x.length; at++) if (x[at] !== 0) found.add(at)
  return found.list()
}

/** Σ weight · x over `columns`, all that are not zero: most of a plan is, and reading it all is most of what a sum takes. */
export function sumOver(columns: Int32Array, weight: Float64Array, x: Float64Array): number {
  let sum = 0
  for (const column of columns) sum += (weight[column] ?? 0) * (x[column] ?? 0)
  return sum
}
