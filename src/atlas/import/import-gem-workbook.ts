import type { Atlas } from '../atlas.ts'
import { gemMarks, importGemTables, isGemHeader } from './import-gem.ts'
import { type Imported, notOfForm } from './imported.ts'

/** One sheet of a workbook, cells as text, in the order of the workbook. */
export interface WorkbookSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** Names of columns stand at the top, below a title or a notice at most. */
const HEADER_WITHIN = 15

/**
 * The workbook of a tracker as Global Energy Monitor gives it out: sheets `About` and the like beside the data
 * (`Gas Pipelines 2024-12-17`, `LNG Terminals`, `Terminals`). A data sheet is known by its columns and not by its name, which carries
 * the date of the release. Throws, naming the sheets and what to do, when none holds data or one holds no row of it.
 */
export function importGemWorkbook(sheets: readonly WorkbookSheet[], atlas: Atlas): Imported {
  const names = sheets.map((sheet) => `"${sheet.name}"`).join(', ')
  const found = sheets.flatMap((sheet) => {
    const at = sheet.rows.slice(0, HEADER_WITHIN).findIndex(isGemHeader)
    return at < 0 ? [] : [{ name: sheet.name, rows: sheet.rows.slice(at) }]
  })
  if (found.length === 0) {
    throw notOfForm(
      'GEM',
      `none of its sheets (${names || 'it has none'}) names a column of ${gemMarks} within its first ${HEADER_WITHIN} rows; take the workbook of a tracker of pipelines or terminals as downloaded, with its row of column names`,
    )
  }
  const empty = found.find((sheet) => sheet.rows.length < 2)
  if (empty !== undefined) {
    throw notOfForm(
      'GEM',
      `sheet "${empty.name}" has the names of columns and no row below them; download the workbook again, or remove the sheet`,
    )
  }
  return importGemTables(
    found.map((sheet) => sheet.rows),
    atlas,
  )
}
