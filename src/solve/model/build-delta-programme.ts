import { refuseTooLarge } from '../linear/programme.ts'
import { addClassColumns } from './class-programme.ts'
import {
  addDeficiencyColumns,
  addDifferenceColumns,
  addPairColumns,
  addStoreColumns,
  addUnservedColumns,
  type Written,
} from './delta-columns.ts'
import type { DeltaProgramme } from './delta-programme.ts'
import { addDeltaRows } from './delta-rows.ts'
import { DeltaSheet } from './delta-sheet.ts'
import { estimateColumns } from './estimate-columns.ts'
import { addExpansionColumns, peakRowsOf } from './expansion-programme.ts'
import type { Frame } from './frame.ts'
import { addPeakColumns } from './peak-programme.ts'
import { addVoltageColumns } from './voltage-law.ts'

/** A little more than the estimate, which leaves out what is small. */
const ROOM = 1.02
const ROOM_AT_LEAST = 1024

/** Writes the programme of a frame. Throws `solve_too_large` before memory runs out. */
export function buildDeltaProgramme(frame: Frame): DeltaProgramme {
  const estimate = estimateColumns(frame)
  refuseTooLarge(estimate)
  const sheet = new DeltaSheet(frame, Math.ceil(ROOM * estimate) + ROOM_AT_LEAST)
  const rows = addDeltaRows(frame, sheet)
  const written: Written = { frame, sheet, rows }
  const less = addPairColumns(written, -1)
  const more = addPairColumns(written, 1)
  const unserved = addUnservedColumns(written)
  const { level, shortfall, surplus } = addStoreColumns(written)
  const difference = addDifferenceColumns(written)
  const deficiency = addDeficiencyColumns(written)
  const parts = addPartColumns(written)
  const { programme, ...told } = sheet.finish()
  const rest = programme.lower
  return {
    programme: { ...programme, upper: rest },
    rest,
    width: sheet.width,
    less,
    more,
    unserved,
    level,
    shortfall,
    surplus,
    difference,
    balanceRow: rows.balanceRow,
    stockRow: rows.stockRow,
    sides: frame.sides,
    sideRow: rows.sideRow,
    contractRow: rows.contractRow,
    deficiency,
    classGroups: rows.classes.groups,
    ...parts,
    ...told,
  }
}

/** Columns that only some networks have: supply classes, hours of peak, what may be built, angles of buses. */
function addPartColumns({
  frame,
  sheet,
  rows,
}: Written): Pick<DeltaProgramme, 'classes' | 'peaks' | 'expansion' | 'voltage'> {
  const classes = frame.classes.classes.map((_, at) => addClassColumns(frame, at, rows.classes, sheet))
  const expansionRows = peakRowsOf(frame, rows.expansion)
  const peaks = rows.peaks === null ? null : addPeakColumns(frame, rows.peaks, { sheet, expansionRows })
  const energyRow = rows.peaks?.energyRow ?? null
  const expansion = addExpansionColumns(frame, rows.expansion, { sheet, energyRow })
  return { classes, peaks, expansion, voltage: addVoltageColumns(frame, rows.voltage, sheet) }
}
