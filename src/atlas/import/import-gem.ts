import { parse } from 'csv-parse/sync'
import type { Atlas } from '../atlas.ts'
import type { assetKinds, Carrier } from '../tables.ts'
import {
  type Cell,
  countryCodes,
  type Imported,
  nameLookup,
  notOfForm,
  numberOf,
  parseJson,
  Skipped,
  slug,
  tidy,
} from './imported.ts'

type Row = Readonly<Record<string, string>>

interface Tracker {
  readonly name: string
  readonly carrier: Carrier
  readonly kind: (typeof assetKinds)[number]
  /** Columns that tell this tracker from the others. */
  readonly marks: readonly string[]
  readonly figures: readonly {
    readonly field: 'capacity' | 'length' | 'output'
    readonly columns: readonly string[]
    readonly unit: string
  }[]
}

/** Columns are compared by letters and digits alone: `CapacityBcm/y`, `capacity_bcm_y` and `Capacity (bcm/y)` are one. */
const trackers: readonly Tracker[] = [
  {
    name: 'Global Gas Infrastructure Tracker, pipelines',
    carrier: 'gas',
    kind: 'pipeline',
    marks: ['capacitybcmy'],
    figures: [
      { field: 'capacity', columns: ['capacitybcmy'], unit: 'bcm/y' },
      { field: 'length', columns: ['lengthmergedkm', 'lengthknownkm', 'routekmcomputed'], unit: 'km' },
    ],
  },
  {
    name: 'Global Gas Infrastructure Tracker, LNG terminals',
    carrier: 'lng',
    kind: 'terminal',
    marks: ['capacityinmtpa', 'capacitymtpa'],
    figures: [{ field: 'capacity', columns: ['capacityinmtpa', 'capacitymtpa'], unit: 'Mt/y' }],
  },
  {
    name: 'Global Oil Infrastructure Tracker',
    carrier: 'crude',
    kind: 'pipeline',
    marks: ['capacityboed'],
    figures: [
      { field: 'capacity', columns: ['capacityboed'], unit: 'bbl/d' },
      { field: 'length', columns: ['lengthmergedkm', 'lengthknownkm', 'routekmcomputed'], unit: 'km' },
    ],
  },
  {
    name: 'Global Coal Terminals Tracker',
    carrier: 'coal',
    kind: 'terminal',
    marks: ['coalterminalname'],
    figures: [{ field: 'capacity', columns: ['capacitymt'], unit: 'Mt/y' }],
  },
]

const NAMES = ['pipelinename', 'terminalname', 'coalterminalname', 'name', 'wikiname']
const IDS = ['projectid', 'gemid', 'gemterminalid', 'terminalid', 'comboid', 'unitid']
const COUNTRIES = [
  'countries',
  'countriesorareas',
  'country',
  'countryorarea',
  'countryarea',
  'countriesareas',
]
/** What the publisher writes in a cell of which nothing is known. */
const NOTHING = /^(?:-+|TBD|unknown|n\/a)$/iu
const LATITUDES = ['lat', 'latitude']
const LONGITUDES = ['lon', 'lng', 'longitude']

/**
 * Operating pipelines and terminals from Global Energy Monitor, CSV or GeoJSON of a tracker (of its map, or its sheet
 * saved as CSV): capacity and length as figures of the asset of that name in the atlas, else of a new asset. Parts of
 * one thing (segments, units) are added. The trackers have faults of their own: a figure on an asset that has one
 * already stands beside it, dated by the start of the part, and is not preferred.
 */
export function importGem(text: string, atlas: Atlas): Imported {
  if (text.startsWith('PK'))
    throw notOfForm('GEM', 'an Excel file that was read as text; give it with its ending .xlsx')
  return importGemTables([text.trimStart().startsWith('{') ? featuresOf(text) : tableOf(text)], atlas)
}

/** Rows of a tracker as they stand: the first holds the names of columns. */
export type GemTable = readonly (readonly string[])[]

/** Whether a row names a column by which a tracker of this publisher is known. */
export function isGemHeader(cells: readonly string[]): boolean {
  return trackerOf(cells.map(folded)) !== undefined
}

/** Columns of which one must be there, as messages name them. */
export const gemMarks = trackers.map((one) => one.marks[0]).join(', ')

/** The same of tables that are read already, as those of a workbook: each by its own tracker, one after the other. */
export function importGemTables(tables: readonly GemTable[], atlas: Atlas): Imported {
  const skipped = new Skipped()
  const lookup = nameLookup(atlas)
  const known: Known = {
    lookup,
    codeOf: countryCodes(lookup),
    taken: new Set(atlas.tables.assets.map((asset) => asset.id)),
    skipped,
  }
  const read = tables.map((table) => importTable(table, known))
  return {
    rows: {
      sources: [
        {
          id: 'gem-import',
          title: `${[...new Set(read.map((one) => one.tracker))].join('; ')}, downloaded file`,
          publisher: 'Global Energy Monitor',
          url: 'https://globalenergymonitor.org',
          licence: 'CC BY 4.0',
          evidence: 'file_opened',
        },
      ],
      assets: read.flatMap((one) => one.assets),
      figures: read.flatMap((one) => one.figures),
    },
    skipped: skipped.reasons,
  }
}

interface Known {
  readonly lookup: ReturnType<typeof nameLookup>
  readonly codeOf: (name: string) => string | null
  /** Ids of assets that are taken; those of new ones are added. */
  readonly taken: Set<string>
  readonly skipped: Skipped
}

function trackerOf(columns: readonly string[]): Tracker | undefined {
  return trackers.find((one) => one.marks.some((mark) => columns.includes(mark)))
}

function tableOf(text: string): GemTable {
  return parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true }) as string[][]
}

/** Properties of the features of a GeoJSON file, each column that occurs in one of them. */
function featuresOf(text: string): GemTable {
  const parsed = parseJson('GEM', text) as { features?: readonly { properties?: Record<string, unknown> }[] }
  const rows = (parsed.features ?? []).map((feature) => feature.properties ?? {})
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))]
}

function importTable(table: GemTable, known: Known) {
  const [head = [], ...body] = table
  const columns = head.map(folded)
  const tracker = trackerOf(columns)
  if (tracker === undefined)
    throw notOfForm('GEM', `no column of ${gemMarks}: fields and plants are not read`)
  const records: Row[] = body.map((cells) =>
    Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])),
  )
  const { lookup, codeOf, taken, skipped } = known
  const parts = new Map<string, Row[]>()
  for (const record of records) {
    const name = cellOf(record, NAMES)
    if (name === '') skipped.add('a row without a name')
    else if (/^hydrogen$/iu.test(cellOf(record, ['fuel']))) skipped.add('a line of hydrogen')
    else if (cellOf(record, ['status']).toLowerCase() !== 'operating')
      skipped.add(`status ${cellOf(record, ['status']) || 'empty'}: only what is operating is taken`)
    else parts.set(name, [...(parts.get(name) ?? []), record])
  }
  const assets: Record<string, Cell>[] = []
  const figures: Record<string, Cell>[] = []
  for (const [name, rows] of parts) {
    const [head = {}] = rows
    const sums = tracker.figures.flatMap(({ field, columns, unit }) => {
      const values = rows.flatMap((row) => numberOf(cellOf(row, columns)) ?? [])
      // Lengths of parts and capacities of units add; capacities of segments in a row do not.
      const value =
        field === 'capacity' && tracker.kind === 'pipeline'
          ? Math.max(...values)
          : values.reduce((sum, one) => sum + one, 0)
      return values.length === 0 || value <= 0 ? [] : [{ field, unit, value }]
    })
    if (sums.length === 0) {
      skipped.add('no capacity or length')
      continue
    }
    const ref = lookup(name).find((one) => one.startsWith('assets/'))
    const id = ref?.slice('assets/'.length) ?? freeId(slug(cellOf(head, IDS) || name), taken)
    if (ref === undefined) assets.push(assetOf(id, name, head, { tracker, codeOf }))
    for (const { field, unit, value } of sums) {
      figures.push({
        table: 'assets',
        row: id,
        field,
        value: tidy(value),
        unit,
        status: 'reported',
        source: 'gem-import',
        as_written: `${tidy(value)} ${unit} in ${rows.length} rows`,
        note: ref === undefined ? '' : 'as the tracker has it',
      })
    }
  }
  return { tracker: tracker.name, assets, figures }
}

function assetOf(
  id: string,
  name: string,
  row: Row,
  of: { readonly tracker: Tracker; readonly codeOf: (name: string) => string | null },
): Record<string, Cell> {
  const countries = cellOf(row, COUNTRIES)
    .split(/\s*[;,]\s*/u)
    .flatMap((one) => of.codeOf(one) ?? [])
  const [lat, lon] = [numberOf(cellOf(row, LATITUDES)), numberOf(cellOf(row, LONGITUDES))]
  return {
    id,
    name,
    kind: of.tracker.kind,
    carrier: of.tracker.carrier,
    country: [...new Set(countries)].join(' '),
    lat: lat === null ? null : tidy(lat),
    lon: lon === null ? null : tidy(lon),
    note: cellOf(row, ['url']),
  }
}

function freeId(wanted: string, taken: Set<string>): string {
  const base = `gem-${wanted}`
  let id = base
  for (let at = 2; taken.has(id); at++) id = `${base}-${at}`
  taken.add(id)
  return id
}

function folded(column: string): string {
  return column.toLowerCase().replace(/[^a-z0-9]/gu, '')
}

function cellOf(row: Row, columns: readonly string[]): string {
  for (const column of columns) {
    const value = row[column]?.trim()
    if (value && !NOTHING.test(value)) return value
  }
  return ''
}
