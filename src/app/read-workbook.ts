import readExcelFile from 'read-excel-file/node'
import type { WorkbookSheet } from '../atlas/import/import-gem-workbook.ts'
import { CorridorError } from '../core/errors.ts'

/** Whether bytes begin as those of a ZIP archive, which an Excel workbook (.xlsx) is. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** Sheets of an Excel workbook (.xlsx) in its order, cells as text; empty rows are left out. Throws when it is broken. */
export async function readWorkbook(bytes: Buffer): Promise<readonly WorkbookSheet[]> {
  try {
    const sheets = await readExcelFile(bytes)
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((row) => row.map(textOf)).filter((row) => row.some((cell) => cell !== '')),
    }))
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new CorridorError(
      'input_not_a_report',
      `not a whole Excel workbook (${reason}): download it again, or open it and save it as .xlsx`,
      { cause: error },
    )
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}
