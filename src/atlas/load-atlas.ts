import { CsvError, parse } from 'csv-parse/sync'
import type { Problem } from '../core/errors.ts'
import { type CsvRecord, readCsv } from '../core/read-csv.ts'
import type { AnyRow, Atlas, AtlasTables, RowOrigin } from './atlas.ts'
import { createAtlas } from './create-atlas.ts'
import { type TableName, tableSchemas } from './tables.ts'

const tableNames = Object.keys(tableSchemas) as TableName[]

/**
 * Reads tables from texts by path (`links/europe.csv`, relative to the atlas folder). Rows that do not
 * fit their table are left out and reported with file, line and what to write instead; files that belong
 * to no table are reported too. An atlas always comes back, in file-name order within a table.
 */
export function loadAtlas(files: ReadonlyMap<string, string>): { atlas: Atlas; problems: Problem[] } {
  const problems: Problem[] = []
  const origins = new Map<AnyRow, RowOrigin>()
  const rows = Object.fromEntries(tableNames.map((table) => [table, [] as AnyRow[]]))
  for (const file of [...files.keys()].sort()) {
    if (!file.endsWith('.csv')) continue
    const table = tableNames.find((name) => file === `${name}.csv` || file.startsWith(`${name}/`))
    if (!table) {
      problems.push(
        invalid(file, `${file}: no table of that name. Put it into one of: ${tableNames.join(', ')}.`),
      )
      continue
    }
    for (const { row, line } of readTable(table, file, files.get(file) ?? '', problems)) {
      rows[table]?.push(row)
      origins.set(row, { file, line })
    }
  }
  return { atlas: createAtlas(rows as unknown as AtlasTables, origins), problems }
}

function invalid(where: string, message: string): Problem {
  return { code: 'atlas_invalid', message, where }
}

interface ParsedRow {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** What is written as it should be is read several times faster; the parser says what is wrong with the rest. */
function recordsOf(text: string): readonly CsvRecord[] {
  const options = { bom: true, info: true, skip_empty_lines: true, relax_column_count: true } as const
  return (
    readCsv(text) ??
    (parse(text, options) as unknown as ParsedRow[]).map(({ record, info }) => ({ record, line: info.lines }))
  )
}

function readTable(
  table: TableName,
  file: string,
  text: string,
  problems: Problem[],
): { row: AnyRow; line: number }[] {
  let records: readonly CsvRecord[]
  try {
    records = recordsOf(text)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    problems.push(
      invalid(file, `${file}: not readable as CSV (${error.message}). Quote fields as RFC 4180 says.`),
    )
    return []
  }
  const schema = tableSchemas[table]
  const columns = Object.keys(schema.shape)
  const header = records[0]?.record ?? []
  if (header.join(',') !== columns.join(',')) {
    problems.push(invalid(file, `${file}: header is "${header.join(',')}". Write "${columns.join(',')}".`))
    return []
  }
  const found: { row: AnyRow; line: number }[] = []
  for (const { record, line } of records.slice(1)) {
    const where = `${file}:${line}`
    if (record.length !== columns.length) {
      const message = `${where}: ${record.length} fields where ${table} has ${columns.length}. Quote fields that hold commas.`
      problems.push(invalid(where, message))
      continue
    }
    const fields: Record<string, string | undefined> = {}
    for (const [index, name] of columns.entries()) fields[name] = record[index]
    const parsed = schema.safeParse(fields)
    if (parsed.success) {
      found.push({ row: parsed.data, line })
      continue
    }
    for (const issue of parsed.error.issues) {
      const field = String(issue.path[0])
      const given = record[columns.indexOf(field)] ?? ''
      problems.push(invalid(where, `${where}: ${field} is "${given}". ${mend(issue.code, issue.message)}`))
    }
  }
  return found
}

function mend(code: string, message: string): string {
  return code === 'invalid_value'
    ? `${message.replace('Invalid option: expected', 'Write')}.`
    : `Mend it: ${message}.`
}
