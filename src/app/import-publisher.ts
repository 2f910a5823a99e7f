import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Atlas } from '../atlas/atlas.ts'
import { importAgsi } from '../atlas/import/import-agsi.ts'
import { importEia } from '../atlas/import/import-eia.ts'
import { importEntsog } from '../atlas/import/import-entsog.ts'
import { importEurostat } from '../atlas/import/import-eurostat.ts'
import { importGem } from '../atlas/import/import-gem.ts'
import { importGemWorkbook } from '../atlas/import/import-gem-workbook.ts'
import { importJodi } from '../atlas/import/import-jodi.ts'
import type { Imported } from '../atlas/import/imported.ts'
import { importedFiles } from '../atlas/import/overlay.ts'
import { CorridorError } from '../core/errors.ts'
import { openAtlas } from './load-atlas.ts'
import { isWorkbook, readWorkbook } from './read-workbook.ts'
import { writeFiles } from './write-files.ts'

type Importer = (text: string, atlas: Atlas) => Imported

const importers: Readonly<Record<string, Importer>> = {
  gem: importGem,
  entsog: importEntsog,
  agsi: importAgsi,
  eia: importEia,
  eurostat: importEurostat,
  jodi: importJodi,
}

const MOST_BYTES = 200 * 1024 * 1024

export interface ImportOutcome {
  readonly written: readonly string[]
  /** Rows taken, by table. */
  readonly taken: Readonly<Record<string, number>>
  /** Rows left out, by reason, most first. */
  readonly skipped: readonly (readonly [string, number])[]
}

/**
 * Reads a publisher's own file into tables of a folder to lay over the shipped atlas (`--network FOLDER`). Throws for
 * an unknown publisher, a file that cannot be read or is of another form, and where nothing of it could be taken.
 */
export async function importPublisher(publisher: string, file: string, out: string): Promise<ImportOutcome> {
  const importer = Object.hasOwn(importers, publisher) ? importers[publisher] : undefined
  if (importer === undefined) {
    throw new CorridorError(
      'option_invalid',
      `no publisher "${publisher}": write one of ${Object.keys(importers).join(', ')}`,
    )
  }
  const imported = await readAs(importer, file)
  const taken = Object.fromEntries(Object.entries(imported.rows).map(([table, rows]) => [table, rows.length]))
  const skipped = [...imported.skipped].sort((a, b) => b[1] - a[1])
  const count = Object.entries(taken).reduce(
    (sum, [table, rows]) => (table === 'sources' ? sum : sum + rows),
    0,
  )
  if (count === 0) {
    const why = skipped.slice(0, 3).map(([reason, times]) => `${times} × ${reason}`)
    throw new CorridorError(
      'input_empty',
      `${file}: nothing of it has a place in the atlas: ${why.join('; ') || 'it holds no row'}`,
    )
  }
  const stem = `${publisher}-${basename(file).replace(/\.[^.]*$/u, '')}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
  return { written: writeFiles(out, importedFiles(imported, stem)), taken, skipped }
}

/** No text has a zero byte: a picture or a database is told as such before it is taken for a broken table. */
function textOf(bytes: Buffer): string {
  if (bytes.subarray(0, BEGINNING).includes(0)) {
    throw new CorridorError(
      'input_not_a_report',
      'not a text file: give the CSV, JSON or GeoJSON that the publisher gives out, of GEM also the workbook',
    )
  }
  return bytes.toString('utf8')
}

const BEGINNING = 8192
/** What is quoted of a file's own text in a message. */
const MOST_QUOTED = 160

async function readAs(importer: Importer, file: string): Promise<Imported> {
  let bytes: Buffer
  try {
    if (statSync(file).size > MOST_BYTES) {
      throw new CorridorError(
        'input_too_large',
        `${file}: larger than ${MOST_BYTES / 1024 / 1024} MB: ask the publisher for fewer years or countries`,
      )
    }
    bytes = readFileSync(file)
  } catch (error) {
    if (error instanceof CorridorError) throw error
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CorridorError('input_unreadable', `${file}: cannot be read (${reason}): check the path`)
  }
  try {
    const { atlas } = openAtlas()
    if (!isWorkbook(bytes)) return importer(textOf(bytes), atlas)
    if (importer !== importGem) {
      throw new CorridorError(
        'input_not_a_report',
        'an Excel workbook, which is read from GEM alone: save the sheet of data as CSV',
      )
    }
    return importGemWorkbook(await readWorkbook(bytes), atlas)
  } catch (error) {
    if (error instanceof CorridorError)
      throw new CorridorError(error.code, `${file}: ${error.message}`, { cause: error })
    const reason = (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)).slice(
      0,
      MOST_QUOTED,
    )
    throw new CorridorError(
      'input_not_a_report',
      `${file}: not readable as CSV (${reason}): save it again as it was given out`,
    )
  }
}
