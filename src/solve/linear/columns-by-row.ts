import type { Programme } from './programme.ts'

/** The columns that name each row: those of row r stand in `columns` from `starts[r]` up to `starts[r + 1]`. */
export interface ColumnsByRow {
  readonly starts: Int32Array
  readonly columns: Int32Array
}

export function columnsByRow({
  rows,
  columns: count,
  starts: columnStarts,
  indices,
}: Pick<Programme, 'rows' | 'columns' | 'starts' | 'indices'>): ColumnsByRow {
  const starts = new Int32Array(rows + 1)
  for (let at = 0; at < indices.length; at++) {
    const row = (indices[at] ?? 0) + 1
    starts[row] = (starts[row] ?? 0) + 1
  }
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0)
  const columns = new Int32Array(indices.length)
  const next = starts.slice()
  for (let column = 0; column < count; column++) {
    const end = columnStarts[column + 1] ?? 0
    for (let at = columnStarts[column] ?? 0; at < end; at++) {
      const row = indices[at] ?? 0
      columns[next[row] ?? 0] = column
      next[row] = (next[row] ?? 0) + 1
    }
  }
  return { starts, columns }
}
