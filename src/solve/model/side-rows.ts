import { jointProductRows } from './joint-products.ts'
import type { SideInputs, SideRow } from './side-row.ts'

/** All such rows of a network, in the order of its tables. */
export function sideRows(inputs: SideInputs): readonly SideRow[] {
  return jointProductRows(inputs)
}
