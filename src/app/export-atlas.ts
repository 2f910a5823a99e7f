import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Atlas } from '../atlas/atlas.ts'
import { atlasToGeojson } from '../atlas/to-geojson.ts'
import { CorridorError } from '../core/errors.ts'
import type { CalendarDate } from '../core/time.ts'
import { networkToPypsa, type ZonePlace } from '../solve/export/network-to-pypsa.ts'
import { openAtlas, readAtlasFiles, shippedAtlasFolder } from './load-atlas.ts'
import { writeFiles } from './write-files.ts'

export const atlasFormats = ['csv', 'geojson', 'pypsa'] as const

export interface AtlasExport {
  /** Folder of an atlas; default: the shipped one. */
  readonly atlas: string | undefined
  readonly format: string
  /** Day whose figures and network are written; the data package has all days. */
  readonly day: CalendarDate
  readonly out: string
}

/** Writes an atlas as its data package, as GeoJSON or as a PyPSA CSV folder; gives the paths written. */
export function exportAtlas(options: AtlasExport): readonly string[] {
  const folder = options.atlas ?? shippedAtlasFolder
  switch (options.format) {
    case 'csv':
      return writeFiles(options.out, dataPackage(folder))
    case 'geojson': {
      const collections = Object.entries(atlasToGeojson(openAtlas(folder).atlas, options.day))
      return writeFiles(
        options.out,
        new Map(collections.map(([name, value]) => [`${name}.geojson`, `${JSON.stringify(value)}\n`])),
      )
    }
    case 'pypsa': {
      const { atlas } = openAtlas(folder)
      return writeFiles(options.out, networkToPypsa(atlas.networkAt(options.day), zonePlaces(atlas)))
    }
    default:
      throw new CorridorError(
        'option_invalid',
        `--format ${options.format}: write ${atlasFormats.join(', ')}`,
      )
  }
}

/** Centres of the zones of an atlas. */
export function zonePlaces(atlas: Atlas): Map<string, ZonePlace> {
  return new Map(atlas.tables.zones.map(({ id, lat, lon }) => [id, { lat, lon }]))
}

function dataPackage(folder: string): Map<string, string> {
  const files = readAtlasFiles(folder)
  try {
    files.set('datapackage.json', readFileSync(join(folder, 'datapackage.json'), 'utf8'))
  } catch {
    // A user's atlas may have no description of itself; its tables are whole without.
  }
  return files
}
