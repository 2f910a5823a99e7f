import { parse } from 'csv-parse/sync'
import { csvText } from '../../core/csv.ts'
import { type TableName, tableSchemas } from '../tables.ts'
import type { Imported } from './imported.ts'

const tableNames = Object.keys(tableSchemas) as TableName[]
/** Columns that make a row the same row; of other tables it is `id`. */
const keys: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  figures: ['table', 'row', 'field', 'valid_from'],
  profiles: ['table', 'row', 'month'],
  tiers: ['carrier', 'tier'],
  ownership: ['asset', 'actor', 'valid_from'],
  supply_actors: ['supply', 'actor', 'valid_from'],
  names: ['table', 'row', 'lang', 'name'],
}

/** Imported rows as files of an atlas folder, `TABLE/FILE.csv`, in the columns of its tables. */
export function importedFiles(imported: Imported, name: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const [table, rows] of Object.entries(imported.rows)) {
    if (rows.length === 0) continue
    const columns = Object.keys(tableSchemas[table as TableName].shape)
    files.set(
      `${table}/${name}.csv`,
      csvText(
        columns,
        rows.map((row) => columns.map((column) => row[column])),
      ),
    )
  }
  return files
}

/**
 * The files of one atlas laid over those of another: rows of `base` that `over` has too (by id, or what makes a
 * figure the same figure) give way, all others stay. Files of `over` come under names of their own.
 */
export function overlayFiles(
  base: ReadonlyMap<string, string>,
  over: ReadonlyMap<string, string>,
): Map<string, string> {
  const replaced = new Map<TableName, Set<string>>()
  for (const [file, text] of over) {
    const table = tableOf(file)
    if (table === null) continue
    const known = replaced.get(table) ?? new Set<string>()
    const [header = [], ...rows] = lines(text)
    for (const row of rows) known.add(keyOf(table, header, row))
    replaced.set(table, known)
  }
  const files = new Map<string, string>()
  for (const [file, text] of base) {
    const table = tableOf(file)
    const given = table === null ? undefined : replaced.get(table)
    if (table === null || given === undefined) {
      files.set(file, text)
      continue
    }
    const [header = [], ...rows] = lines(text)
    files.set(
      file,
      csvText(
        header,
        rows.filter((row) => !given.has(keyOf(table, header, row))),
      ),
    )
  }
  for (const [file, text] of over) {
    const table = tableOf(file)
    files.set(table === null ? file : `${table}/over-${file.replaceAll('/', '-')}`, text)
  }
  return files
}

function tableOf(file: string): TableName | null {
  return tableNames.find((name) => file === `${name}.csv` || file.startsWith(`${name}/`)) ?? null
}

function keyOf(table: TableName, header: readonly string[], row: readonly string[]): string {
  return (keys[table] ?? ['id']).map((column) => row[header.indexOf(column)] ?? '').join('\u0000')
}

function lines(text: string): string[][] {
  return parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true })
}
