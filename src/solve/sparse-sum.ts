import { NumberList } from './number-list.ts'

/** Numbers of the columns that are not zero, in order. */
export function movedColumns(x: Float64Array): Int32Array {
  const found = new NumberList()
  for (let at = 0; at < x.length; at++) if (x[at] !== 0) found.add(at)
  return found.list()
}

/** Numbers of the columns in which two plans differ, in order; a value that is no number differs from any. */
export function columnsApart(x: Float64Array, other: Float64Array): Int32Array {
  const found = new NumberList()
  const length = x.length
  let at = 0
  // Four at once: nearly all are the same, and looking is what it takes.
  for (; at + 3 < length; at += 4) {
    const isSame =
      x[at] === other[at] &&
      x[at + 1] === other[at + 1] &&
      x[at + 2] === other[at + 2] &&
      x[at + 3] === other[at + 3]
    if (isSame) continue
    for (let n = at; n < at + 4; n++) if (x[n] !== other[n]) found.add(n)
  }
  for (; at < length; at++) if (x[at] !== other[at]) found.add(at)
  return found.list()
}

/** Σ weight · x over `columns`, all that are not zero: most of a plan is, and reading it all is most of what a sum takes. */
export function sumOver(columns: Int32Array, weight: Float64Array, x: Float64Array): number {
  let sum = 0
  for (const column of columns) sum += (weight[column] ?? 0) * (x[column] ?? 0)
  return sum
}
