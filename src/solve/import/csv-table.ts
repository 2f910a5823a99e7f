import { CsvError, parse } from 'csv-parse/sync'
import { CorridorError } from '../../core/errors.ts'

/** A CSV file with a header: values by column, in row order. */
export interface CsvTable {
  /** Name inside its folder, for messages. */
  readonly file: string
  readonly columns: ReadonlyMap<string, readonly string[]>
  /** Names of the columns in file order; the first may be empty. */
  readonly header: readonly string[]
  readonly length: number
}

/** Throws `network_invalid` where the text is not CSV with rows of equal length or names a column twice. */
export function parseCsvTable(file: string, text: string): CsvTable {
  const lines = readLines(file, text)
  const header = lines[0] ?? []
  if (header.length === 1 && /[;\t].*[;\t]/u.test(header[0] ?? '')) {
    throw new CorridorError(
      'network_invalid',
      `${file}: its columns are parted by semicolons or tabs; give it with commas, as PyPSA writes it.`,
    )
  }
  const rows = lines.slice(1)
  const columns = new Map<string, string[]>()
  for (const [at, name] of header.entries()) {
    if (columns.has(name)) {
      throw new CorridorError('network_invalid', `${file}: the column "${name}" stands twice; leave one.`)
    }
    columns.set(
      name,
      rows.map((row) => row[at] ?? ''),
    )
  }
  return { file, columns, header, length: rows.length }
}

function readLines(file: string, text: string): string[][] {
  try {
    return parse(text, { bom: true, trim: true, skip_empty_lines: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new CorridorError('network_invalid', `${file}: not a readable CSV table: ${error.message}`, {
      cause: error,
    })
  }
}

const MISSING = new Set(['', 'nan', 'none', 'null', 'n/a', '<na>'])

export function isMissing(text: string): boolean {
  return MISSING.has(text.toLowerCase())
}

/** A number as a table writes it (`inf`, `-inf` too); NaN where the cell is empty, undefined where it is no number. */
export function parseNumber(text: string): number | undefined {
  if (isMissing(text)) return Number.NaN
  const infinite = /^([+-]?)inf(?:inity)?$/iu.exec(text)
  if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(text)) return undefined
  return Number(text)
}

/** A switch as a table writes it; undefined where it is none. */
export function parseFlag(text: string): boolean | undefined {
  if (/^(?:true|1(?:\.0*)?)$/iu.test(text)) return true
  if (/^(?:false|0(?:\.0*)?)$/iu.test(text)) return false
  return undefined
}
