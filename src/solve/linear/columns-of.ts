import type { Programme } from './programme.ts'

/** The columns named, in that order. */
export function columnsOf(
  programme: Programme,
  columns: Int32Array,
): Pick<Programme, 'cost' | 'starts' | 'indices' | 'values'> {
  const cost = new Float64Array(columns.length)
  const starts = new Int32Array(columns.length + 1)
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] ?? 0
    cost[at] = programme.cost[column] ?? 0
    starts[at + 1] = (starts[at] ?? 0) + (programme.starts[column + 1] ?? 0) - (programme.starts[column] ?? 0)
  }
  const size = starts[columns.length] ?? 0
  const indices = new Int32Array(size)
  const values = new Float64Array(size)
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] ?? 0
    const from = programme.starts[column] ?? 0
    const until = programme.starts[column + 1] ?? 0
    indices.set(programme.indices.subarray(from, until), starts[at] ?? 0)
    values.set(programme.values.subarray(from, until), starts[at] ?? 0)
  }
  return { cost, starts, indices, values }
}
