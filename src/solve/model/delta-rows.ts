import { addClassRows, type ClassRows, type RowTerm } from './class-programme.ts'
import type { DeltaSheet } from './delta-sheet.ts'
import { addExpansionRows, type ExpansionRows } from './expansion-programme.ts'
import type { Frame } from './frame.ts'
import { addPeakRows, type PeakRows } from './peak-programme.ts'
import { addVoltageRows, type VoltageRows } from './voltage-law.ts'

/** Where the rows of a programme of changes begin; blocks are item by period. */
export interface DeltaRows {
  readonly balanceRow: number
  readonly stockRow: number
  readonly endRow: number
  /** By emergency supply the row of what it has in all. */
  readonly budgetRow: ReadonlyMap<number, number>
  readonly sideRow: number
  readonly contractRow: number
  /** By link the rows of contracts that it serves. */
  readonly contractsOf: ReadonlyMap<number, readonly number[]>
  readonly classes: ClassRows
  /** Null where no carrier has hours of peak. */
  readonly peaks: PeakRows | null
  readonly expansion: ExpansionRows
  readonly voltage: VoltageRows
  /** By `FAMILY ITEM` the rows that name it beside the balances. */
  readonly terms: ReadonlyMap<string, readonly RowTerm[]>
}

export function addDeltaRows(frame: Frame, sheet: DeltaSheet): DeltaRows {
  const { buses, network } = frame.index
  const block = (items: number): number => sheet.rowBlock(items)
  const balanceRow = block(buses.length)
  const stockRow = block(network.stores.length)
  const endRow = sheet.rows
  for (const _ of network.stores) sheet.row(0, 0, -1)
  const budgetRow = addBudgetRows(frame, sheet)
  const sideRow = addSideRows(frame, sheet)
  const { contractRow, contractsOf } = addContractRows(frame, sheet)
  const classes = addClassRows(frame, block)
  const peaks = addPeakRows(frame, block)
  const expansion = addExpansionRows(frame, block)
  const voltage = addVoltageRows(frame, block)
  const terms = termsByItem([
    ...frame.sides.flatMap((side, at) =>
      side.terms.map((term) => ({ ...term, row: sideRow + at * sheet.width })),
    ),
    ...classes.terms,
    ...(peaks?.terms ?? []),
    ...expansion.terms,
    ...voltage.terms,
  ])
  const own = { balanceRow, stockRow, endRow, budgetRow, sideRow, contractRow, contractsOf }
  return { ...own, classes, peaks, expansion, voltage, terms }
}

function addBudgetRows({ index }: Frame, sheet: DeltaSheet): ReadonlyMap<number, number> {
  const rows = new Map<number, number>()
  index.network.supplies.forEach((supply, at) => {
    if (supply.kind !== 'emergency' || supply.duration_days === null || supply.capacity === null) return
    const most = supply.capacity.value * supply.duration_days
    rows.set(at, sheet.row(Number.NEGATIVE_INFINITY, most, -1))
  })
  return rows
}

function addSideRows({ sides }: Frame, sheet: DeltaSheet): number {
  const first = sheet.rows
  for (const side of sides) {
    for (let p = 0; p < sheet.width; p++) sheet.row(side.lower[p] ?? -Infinity, side.upper[p] ?? Infinity, p)
  }
  return first
}

function addContractRows(
  { contracts }: Frame,
  sheet: DeltaSheet,
): Pick<DeltaRows, 'contractRow' | 'contractsOf'> {
  const contractRow = sheet.rows
  const contractsOf = new Map<number, number[]>()
  contracts.forEach(({ links }, at) => {
    sheet.row(0, Number.POSITIVE_INFINITY, -1)
    for (const link of links) contractsOf.set(link, [...(contractsOf.get(link) ?? []), contractRow + at])
  })
  return { contractRow, contractsOf }
}

function termsByItem(terms: readonly RowTerm[]): ReadonlyMap<string, readonly RowTerm[]> {
  const found = new Map<string, RowTerm[]>()
  for (const term of terms) {
    const key = `${term.family} ${term.item}`
    const list = found.get(key) ?? []
    list.push(term)
    found.set(key, list)
  }
  return found
}
