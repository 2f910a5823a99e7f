import { parse } from 'csv-parse/sync'
import type { Atlas } from '../atlas.ts'
import { oneWay, sumsOf } from './gem-parts.ts'
import {
  assetOf,
  cellOf,
  columnsOf,
  freeId,
  type GemRow,
  type GemTable,
  type Known,
  recordsOf,
} from './gem-rows.ts'
import { folded, trackerOf, trackers } from './gem-trackers.ts'
import { fieldTableOf, importGemFields } from './import-gem-fields.ts'
import {
  type Cell,
  countryCodes,
  delimiterOf,
  type Imported,
  nameLookup,
  notOfForm,
  parseJson,
  Skipped,
  slug,
  tidy,
} from './imported.ts'

const NAMES = [
  'pipelinename',
  'terminalname',
  'coalterminalname',
  'minename',
  'plantname',
  'plantprojectname',
  'projectname',
  'name',
  'wikiname',
]
const IDS = [
  'projectid',
  'gemid',
  'gemterminalid',
  'terminalid',
  'gemmineid',
  'gemlocationid',
  'comboid',
  'unitid',
]

/**
 * What operates, from the trackers of Global Energy Monitor: pipelines, terminals, fields, coal mines and power plants,
 * CSV or GeoJSON of a tracker (of its map, or its sheet saved as CSV). Capacity, length and output are figures of the asset
 * of that name in the atlas, else of a new asset. Parts of one thing (segments, units) are added. The trackers have
 * faults of their own: a figure on an asset that has one already stands beside it, dated by the start of the part,
 * and is not preferred.
 */
export function importGem(text: string, atlas: Atlas): Imported {
  if (text.startsWith('PK'))
    throw notOfForm('GEM', 'an Excel file that was read as text; give it with its ending .xlsx')
  return importGemTables([text.trimStart().startsWith('{') ? featuresOf(text) : tableOf(text)], atlas)
}

/** Whether a row names the columns by which a table of this publisher is known. */
export function isGemHeader(cells: readonly string[]): boolean {
  const columns = cells.map(folded)
  return trackerOf(columns) !== undefined || fieldTableOf(columns) !== null
}

/** Columns of which one must be there, as messages name them. */
export const gemMarks = [
  ...trackers.map((one) => one.marks[0]?.join(' with ')),
  'unitid with quantityconverted',
].join(', ')

/** The same of tables that are read already, as those of a workbook: each by its own tracker. */
export function importGemTables(tables: readonly GemTable[], atlas: Atlas): Imported {
  const skipped = new Skipped()
  const lookup = nameLookup(atlas)
  const known: Known = {
    lookup,
    codeOf: countryCodes(lookup),
    assets: new Map(atlas.tables.assets.map((asset) => [asset.id, asset])),
    taken: new Set(atlas.tables.assets.map((asset) => asset.id)),
    skipped,
  }
  const isOfFields = (table: GemTable): boolean => {
    const columns = columnsOf(table)
    return trackerOf(columns) === undefined && fieldTableOf(columns) !== null
  }
  const fields = tables.filter(isOfFields)
  const read = [
    ...tables.filter((table) => !isOfFields(table)).map((table) => importTable(table, known)),
    ...(fields.length === 0 ? [] : [importGemFields(fields, known)]),
  ]
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

function tableOf(text: string): GemTable {
  return parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    skip_empty_lines: true,
    relax_column_count: true,
  }) as string[][]
}

/** Properties of the features of a GeoJSON file, each column that occurs in one of them. */
function featuresOf(text: string): GemTable {
  const parsed = parseJson('GEM', text) as { features?: readonly { properties?: Record<string, unknown> }[] }
  const rows = (parsed.features ?? []).map((feature) => feature.properties ?? {})
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))]
}

/** Cargoes and lines that are no carrier of the atlas. */
const otherFuel = /^(?:hydrogen|LH2|NH3)$/iu

/** Lines of gas liquids, in the workbook by `Fuel`, in the file of the map by `type`. */
const gasLiquids = /^(?:NGL|LPG)/iu

function importTable(table: GemTable, known: Known) {
  const tracker = trackerOf(columnsOf(table))
  if (tracker === undefined)
    throw notOfForm(
      'GEM',
      `no column of ${gemMarks}: take the table of a tracker with its row of column names`,
    )
  const { lookup, codeOf, taken, skipped } = known
  const parts = new Map<string, GemRow[]>()
  for (const record of recordsOf(table)) {
    const name = cellOf(record, NAMES)
    const fuel = cellOf(record, ['fuel'])
    if (name === '') skipped.add('a row without a name')
    else if (otherFuel.test(fuel)) skipped.add(`a line or terminal of ${fuel.toLowerCase()}`)
    else if (cellOf(record, ['status']).toLowerCase() !== 'operating')
      skipped.add(`status ${cellOf(record, ['status']) || 'empty'}: only what is operating is taken`)
    else parts.set(name, [...(parts.get(name) ?? []), record])
  }
  const assets: Record<string, Cell>[] = []
  const figures: Record<string, Cell>[] = []
  for (const [name, all] of parts) {
    const rows = oneWay(all, tracker, skipped)
    const [head = {}] = rows
    const sums = sumsOf(rows, tracker)
    if (sums.length === 0) {
      skipped.add('no capacity, length or output')
      continue
    }
    const ref = lookup(name).find((one) => one.startsWith('assets/'))
    const id = ref?.slice('assets/'.length) ?? freeId(slug(cellOf(head, IDS) || name), taken)
    if (ref === undefined) {
      const carrier = gasLiquids.test(cellOf(head, ['fuel', 'type'])) ? 'products' : tracker.carrier
      assets.push(assetOf({ id, name, kind: tracker.kind, carrier }, head, codeOf))
    }
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
