import { CsvError, parse } from 'csv-parse/sync'
import type { Problem } from '../core/errors.ts'
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

function readTable(
  table: TableName,
  file: string,
  text: string,
  problems: Problem[],
): { row: AnyRow; line: number }[] {
  let records: ParsedRow[]
  try {
    records = parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as ParsedRow[]
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
  for (const { record, info } of records.slice(1)) {
    const line = info.lines
    const where = `${file}:${line}`
    if (record.length !== columns.length) {
      const message = `${where}: ${record.length} fields where ${table} has ${columns.length}. Quote fields that hold commas.`
      problems.push(invalid(where, message))
      continue
    }
    const parsed = schema.safeParse(Object.fromEntries(columns.map((name, index) => [name, record[index]])))
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
