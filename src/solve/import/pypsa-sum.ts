import type { PypsaComponents } from './pypsa-components.ts'
import type { Places } from './pypsa-draft.ts'
import type { StoragePlaces } from './pypsa-storage.ts'

/** Where the columns of all tables stand. */
export interface AllPlaces {
  readonly generators: Places
  readonly links: Places
  readonly processes: Places
  readonly lines: Places
  readonly transformers: Places
  readonly stores: StoragePlaces
  readonly storage_units: StoragePlaces
}

/** Left side of a limit over many components. */
export interface Sum {
  readonly terms: { readonly column: number; readonly value: number }[]
  /** Taken from the constant: what does not depend on the plan. */
  offset: number
}

/** Rows that have a column. */
export function eachRow(
  table: PypsaComponents,
  columns: Int32Array,
  visit: (row: number, column: number) => void,
): void {
  for (let row = 0; row < table.names.length; row++) {
    const column = columns[row] ?? -1
    if (column !== -1) visit(row, column)
  }
}
