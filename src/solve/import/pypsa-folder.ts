import { type CsvTable, parseCsvTable, parseNumber } from './csv-table.ts'
import type { ComponentKind } from './pypsa-attributes.ts'
import { namesOf, type PypsaComponents, readComponents } from './pypsa-components.ts'
import { refusePiecewise, refuseUnknownTable } from './pypsa-refusals.ts'
import { type PypsaSnapshots, readSnapshots } from './pypsa-snapshots.ts'
import { standardTransformerTypes, type TransformerType } from './standard-transformer-types.ts'

export interface PypsaNetwork {
  readonly name: string
  /** Whether the folder states a version of PyPSA before this one; false where it states none, which is read as the newest. */
  isBefore(version: string): boolean
  /** Whether the folder states its version at all. */
  readonly isVersionKnown: boolean
  readonly snapshots: PypsaSnapshots
  readonly components: Readonly<Record<ComponentKind, PypsaComponents>>
  /** Every numeric attribute of carriers by carrier, such as `co2_emissions`. */
  readonly carriers: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Reactance and resistance in ohm per km by line type. */
  readonly lineTypes: ReadonlyMap<string, { readonly x: number; readonly r: number }>
  /** Standard types and those of the folder. */
  readonly transformerTypes: ReadonlyMap<string, TransformerType>
}

/**
 * Reads a PyPSA CSV folder: texts by file name. Throws `network_invalid` for what is broken and
 * `network_unsupported` for what would change the answer and cannot be computed; both name file, row and mend.
 */
export function readPypsaFolder(files: ReadonlyMap<string, string>): PypsaNetwork {
  refusePiecewise([...files.keys()])
  const tables = new Map(
    [...files]
      .filter(([file]) => file.endsWith('.csv'))
      .map(([file, text]) => [file.slice(0, -'.csv'.length), parseCsvTable(file, text)]),
  )
  const snapshots = readSnapshots(tables)
  for (const [name, table] of tables) refuseUnknownTable(name, table)
  const read = (kind: ComponentKind) => readComponents(kind, tables, snapshots)
  const transformerTypes = new Map([
    ...standardTransformerTypes,
    ...readTransformerTypes(tables.get('transformer_types')),
  ])
  const version = versionNumber(tables.get('network')?.columns.get('pypsa_version')?.[0] ?? '')
  return {
    name: tables.get('network')?.columns.get('name')?.[0] ?? '',
    isBefore: (other) => version < versionNumber(other),
    isVersionKnown: !Number.isNaN(version),
    snapshots,
    components: {
      buses: read('buses'),
      generators: read('generators'),
      loads: read('loads'),
      links: read('links'),
      processes: read('processes'),
      lines: read('lines'),
      transformers: ratedByType(read('transformers'), transformerTypes),
      stores: read('stores'),
      storage_units: read('storage_units'),
      global_constraints: read('global_constraints'),
    },
    carriers: readNumbers(tables.get('carriers')),
    lineTypes: new Map(
      [...readNumbers(tables.get('line_types'))].map(([name, row]) => [
        name,
        { x: row.get('x_per_length') ?? 0, r: row.get('r_per_length') ?? 0 },
      ]),
    ),
    transformerTypes,
  }
}

function readTransformerTypes(table: CsvTable | undefined): Map<string, TransformerType> {
  return new Map(
    [...readNumbers(table)].map(([name, row]) => [
      name,
      {
        s_nom: row.get('s_nom') ?? 0,
        vsc: row.get('vsc') ?? 0,
        vscr: row.get('vscr') ?? 0,
        phase_shift: row.get('phase_shift') ?? 0,
        tap_neutral: row.get('tap_neutral') ?? 0,
        tap_step: row.get('tap_step') ?? 0,
      },
    ]),
  )
}

/** A transformer of a type has the rating of the type, whatever its row says. */
function ratedByType(
  transformers: PypsaComponents,
  types: ReadonlyMap<string, TransformerType>,
): PypsaComponents {
  return {
    ...transformers,
    number: (row, attribute) =>
      (attribute === 's_nom' ? types.get(transformers.text(row, 'type'))?.s_nom : undefined) ??
      transformers.number(row, attribute),
  }
}

/** 0.9.1 comes before 0.31.0, so the parts count one by one; NaN where no version is stated. */
function versionNumber(text: string): number {
  const [, major, minor, patch] = /^(\d+)\.(\d+)(?:\.(\d+))?/u.exec(text) ?? []
  return major === undefined ? Number.NaN : Number(major) * 1e6 + Number(minor) * 1e3 + Number(patch ?? 0)
}

function readNumbers(table: CsvTable | undefined): Map<string, Map<string, number>> {
  if (table === undefined) return new Map()
  return new Map(
    namesOf(table).map((name, row) => [
      name,
      new Map(
        [...table.columns].flatMap(([attribute, cells]) => {
          const value = parseNumber(cells[row] ?? '')
          return value === undefined || Number.isNaN(value) ? [] : [[attribute, value] as const]
        }),
      ),
    ]),
  )
}
