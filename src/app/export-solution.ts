import { CorridorError } from '../core/errors.ts'
import type { CalendarDate } from '../core/time.ts'
import { networkToPypsa } from '../solve/export/network-to-pypsa.ts'
import { solutionTables, solutionToCsv } from '../solve/export/solution-tables.ts'
import { solutionToGeojson } from '../solve/export/solution-to-geojson.ts'
import { solutionToIamc } from '../solve/export/solution-to-iamc.ts'
import type { Solution } from '../solve/solution.ts'
import { zonePlaces } from './export-atlas.ts'
import { isForeignNetwork } from './open-foreign-network.ts'
import { openNetwork } from './open-network.ts'
import { packageVersion } from './package-root.ts'
import { tablesToParquet } from './tables-to-parquet.ts'
import { writeFiles } from './write-files.ts'

export const solutionFormats = ['csv', 'geojson', 'iamc', 'parquet', 'pypsa'] as const
type SolutionFormat = (typeof solutionFormats)[number]

export interface SolutionExport {
  readonly solution: Solution
  readonly formats: readonly SolutionFormat[]
  /** As given to the solve. */
  readonly network: string | undefined
  readonly scenario: string | undefined
  readonly out: string
}

/**
 * The formats named in a list with commas. GeoJSON and PyPSA need the network of an atlas: for files of another
 * programme they are refused. Throws `option_invalid`.
 */
export function solutionFormatsOf(list: string, network: string | undefined): SolutionFormat[] {
  const formats = list.split(',').map((word) => {
    const known = solutionFormats.find((one) => one === word.trim())
    if (known !== undefined) return known
    throw new CorridorError('option_invalid', `--export ${word.trim()}: write ${solutionFormats.join(', ')}`)
  })
  const refused = formats.find((format) => format === 'geojson' || format === 'pypsa')
  if (refused === undefined || !isForeignNetwork(network)) return formats
  throw new CorridorError(
    'option_invalid',
    `--export ${refused}: only for networks of an atlas, whose zones have a place; write csv, iamc or parquet`,
  )
}

/** Writes a solution in each of the formats into a folder; gives the paths written. */
export function exportSolution(options: SolutionExport): readonly string[] {
  const { solution } = options
  const atlas = isForeignNetwork(options.network) ? null : openNetwork(options.network)
  const day = solution.periods[0]?.start.slice(0, 10) as CalendarDate | undefined
  const ends = new Map(
    (atlas?.tables.links ?? []).map((link) => [link.id, { from: link.from_zone, to: link.to_zone }]),
  )
  const filesOf = (format: SolutionFormat): ReadonlyMap<string, string | Uint8Array> => {
    switch (format) {
      case 'csv':
        return solutionToCsv(solution)
      case 'parquet':
        return tablesToParquet(solutionTables(solution))
      case 'iamc': {
        const model = `Corridor ${packageVersion()}`
        const text = solutionToIamc(solution, { model, scenario: options.scenario ?? 'base', ends })
        return new Map([['solution.iamc.csv', text]])
      }
      case 'geojson': {
        const value = solutionToGeojson(solution, ends, atlas === null ? new Map() : zonePlaces(atlas))
        return new Map([['solution.geojson', `${JSON.stringify(value)}\n`]])
      }
      case 'pypsa':
        return atlas === null || day === undefined
          ? new Map()
          : new Map(
              [...networkToPypsa(atlas.networkAt(day), zonePlaces(atlas))].map(([name, text]) => [
                `pypsa/${name}`,
                text,
              ]),
            )
    }
  }
  return options.formats.flatMap((format) => writeFiles(options.out, filesOf(format)))
}
