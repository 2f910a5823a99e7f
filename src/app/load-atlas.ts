import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Atlas } from '../atlas/atlas.ts'
import { overlayFiles } from '../atlas/import/overlay.ts'
import { loadAtlas } from '../atlas/load-atlas.ts'
import { CorridorError, type Problem } from '../core/errors.ts'
import { packageRoot } from './package-root.ts'

/** The atlas that ships with the package. */
export const shippedAtlasFolder = join(packageRoot(), 'atlas')

/** Texts of the CSV files of an atlas folder by path inside it (`links/europe.csv`). */
export function readAtlasFiles(folder: string): Map<string, string> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CorridorError('atlas_invalid', `${folder}: no such folder: give the folder of an atlas`)
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      for (const name of readdirSync(join(folder, entry.name)))
        if (name.endsWith('.csv'))
          files.set(`${entry.name}/${name}`, readFileSync(join(folder, entry.name, name), 'utf8'))
    } else if (entry.name.endsWith('.csv'))
      files.set(entry.name, readFileSync(join(folder, entry.name), 'utf8'))
  }
  return files
}

/** Tables that the names of things come from. */
const NAMING = ['names', 'assets', 'actors', 'places', 'zones', 'successions']

/** The shipped atlas with the tables of names alone: all that reading asks for, opened in half the time. */
export function openShippedNames(): Atlas {
  return openShippedTables((table) => NAMING.includes(table))
}

/** The shipped atlas without the names of things in other languages and past outages: all that solving asks for. */
export function openShippedNetwork(): Atlas {
  return openShippedTables((table) => table !== 'names' && table !== 'precedents')
}

function openShippedTables(isWanted: (table: string) => boolean): Atlas {
  const files = readAtlasFiles(shippedAtlasFolder)
  for (const file of files.keys()) if (!isWanted(file.split(/[/.]/u)[0] ?? '')) files.delete(file)
  return loadAtlas(files).atlas
}

/**
 * Reads an atlas folder, by default the shipped one; a folder without zones is laid over the shipped one. Rows that
 * do not parse are left out and reported. Throws `atlas_invalid` where there is no table at all.
 */
export function openAtlas(folder: string = shippedAtlasFolder): { atlas: Atlas; problems: Problem[] } {
  const files = readAtlasFiles(folder)
  if (files.size === 0) {
    throw new CorridorError(
      'atlas_invalid',
      `${folder}: no table of an atlas stands in it (.csv): corridor atlas export --format csv --out FOLDER writes one to begin with`,
    )
  }
  const isWhole = [...files.keys()].some((file) => file === 'zones.csv' || file.startsWith('zones/'))
  return loadAtlas(isWhole ? files : overlayFiles(readAtlasFiles(shippedAtlasFolder), files))
}
