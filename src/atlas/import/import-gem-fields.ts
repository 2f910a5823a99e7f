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
import { type Cell, numberOf, slug, tidy } from './imported.ts'

/** What stands in a table of the extraction tracker, by its columns; null where it is none. */
export function fieldTableOf(columns: readonly string[]): 'main' | 'quantities' | 'flat' | null {
  const has = (column: string): boolean => columns.includes(column)
  if (has('unitid') && has('quantityconverted') && has('unitsconverted')) return 'quantities'
  if (columns.some((one) => one.startsWith('productionoilmillionbbly'))) return 'flat'
  return has('unitid') && has('unitname') && has('status') && has('fueltype') ? 'main' : null
}

interface Field {
  readonly name: string
  readonly row: GemRow
  /** Million barrels and million cubic metres a year, each of the latest year that has it. */
  readonly oil: Quantity | null
  readonly gas: Quantity | null
}
interface Quantity {
  readonly value: number
  readonly year: string
}

/**
 * Output of oil and gas fields from the Global Oil and Gas Extraction Tracker: the workbook, whose sheet of units is joined
 * to that of production (to March 2024 `Production & reserves`, since then `Field-level production data`) by `Unit ID`, or
 * the file of its map, where output stands beside the unit. Of each field the latest year; crude with condensate, without NGL.
 */
export function importGemFields(tables: readonly GemTable[], known: Known) {
  const fields = tables.flatMap((table) =>
    fieldTableOf(columnsOf(table)) === 'flat' ? flatFields(table) : [],
  )
  const of = (kind: string): GemRow[] =>
    tables.filter((table) => fieldTableOf(columnsOf(table)) === kind).flatMap(recordsOf)
  fields.push(...joinedFields(of('main'), of('quantities')))
  const byAsset = new Map<
    string,
    { readonly id: string; readonly isNew: boolean; readonly fields: Field[] }
  >()
  for (const field of fields) {
    const status = cellOf(field.row, ['status'])
    if (status.toLowerCase() !== 'operating')
      known.skipped.add(`status ${status || 'empty'}: only what is operating is taken`)
    else if (field.oil === null && field.gas === null) known.skipped.add('a field without production')
    else {
      const id = fieldOf(field.name, known)
      const key = id ?? field.name
      const group = byAsset.get(key) ?? {
        id: id ?? freeId(slug(cellOf(field.row, ['unitid']) || field.name), known.taken),
        isNew: id === null,
        fields: [],
      }
      group.fields.push(field)
      byAsset.set(key, group)
    }
  }
  const assets: Record<string, Cell>[] = []
  const figures: Record<string, Cell>[] = []
  for (const { id, isNew, fields: units } of byAsset.values()) {
    const [head] = units
    if (head === undefined) continue
    const carrier = isNew ? carrierOf(units) : (known.assets.get(id)?.carrier ?? '')
    const found = units.flatMap((one) => (carrier === 'gas' ? one.gas : one.oil) ?? [])
    const year = found
      .map((one) => one.year)
      .sort()
      .at(-1)
    // Units of one field whose latest years differ do not add up to a year.
    const value = found.filter((one) => one.year === year).reduce((sum, one) => sum + one.value, 0)
    if (value <= 0) {
      known.skipped.add(`no production of ${carrier || 'oil or gas'}`)
      continue
    }
    if (isNew)
      assets.push(assetOf({ id, name: bareName(head.name), kind: 'field', carrier }, head.row, known.codeOf))
    const unit = carrier === 'gas' ? 'Mm3/y' : 'Mbbl/y'
    figures.push({
      table: 'assets',
      row: id,
      field: 'output',
      value: tidy(value),
      unit,
      valid_from: year === undefined || year === '' ? null : `${year}-01-01`,
      status: 'reported',
      source: 'gem-import',
      as_written: `${tidy(value)} ${unit} in ${found.length} rows`,
      note: isNew ? '' : 'as the tracker has it',
    })
  }
  return { tracker: 'Global Oil and Gas Extraction Tracker', assets, figures }
}

function flatFields(table: GemTable): Field[] {
  const columns = columnsOf(table)
  const one = (row: GemRow, of: string): Quantity | null => {
    const value = numberOf(
      cellOf(row, [columns.find((column) => column.startsWith(`production${of}million`)) ?? '']),
    )
    return value === null ? null : { value, year: yearOf(cellOf(row, [`productionyear${of}`])) }
  }
  return recordsOf(table).map((row) => ({
    name: cellOf(row, ['wikiname', 'unitname', 'name']),
    row,
    oil: one(row, 'oil'),
    gas: one(row, 'gas'),
  }))
}

function joinedFields(units: readonly GemRow[], quantities: readonly GemRow[]): Field[] {
  const produced = new Map<string, GemRow[]>()
  for (const row of quantities) {
    const what = cellOf(row, ['productionreserves'])
    if (what !== '' && what.toLowerCase() !== 'production') continue
    // Reserves have the same columns, in units of no year.
    if (!/\/y$/u.test(cellOf(row, ['unitsconverted']))) continue
    const id = cellOf(row, ['unitid'])
    produced.set(id, [...(produced.get(id) ?? []), row])
  }
  return units.map((row) => {
    const rows = produced.get(cellOf(row, ['unitid'])) ?? []
    return {
      name: cellOf(row, ['unitname']),
      row,
      oil: latest(rows, /^million bbl\/y$/iu, liquids),
      gas: latest(rows, /^million m.?\/y$/iu, gases),
    }
  })
}

type ByFuel = ReadonlyMap<string, number>

function latest(rows: readonly GemRow[], unit: RegExp, total: (of: ByFuel) => number): Quantity | null {
  const fitting = rows.filter((row) => unit.test(cellOf(row, ['unitsconverted'])))
  const year = fitting
    .map((row) => yearOf(cellOf(row, ['datayear'])))
    .sort()
    .at(-1)
  if (year === undefined) return null
  const byFuel = new Map<string, number>()
  for (const row of fitting.filter((one) => yearOf(cellOf(one, ['datayear'])) === year)) {
    const value = numberOf(cellOf(row, ['quantityconverted']))
    const fuel = cellOf(row, ['fueldescription']).toLowerCase()
    if (value !== null) byFuel.set(fuel, (byFuel.get(fuel) ?? 0) + value)
  }
  const value = total(byFuel)
  return value > 0 ? { value, year } : null
}

const sum = (of: ByFuel, fuels: RegExp): number =>
  [...of].reduce((total, [fuel, value]) => total + (fuels.test(fuel) ? value : 0), 0)

/** A total beside its parts counts once. */
const liquids = (of: ByFuel): number =>
  Math.max(
    sum(of, /^(?:oil|crude oil|condensate|gas condensate)$/u),
    sum(of, /^(?:oil|crude oil) and (?:gas )?condensate$/u),
  )
const gases = (of: ByFuel): number =>
  Math.max(
    sum(of, /^gas$/u),
    sum(of, /^(?:associated gas|non-associated gas|dry gas)$/u),
    sum(of, /^(?:sales gas|coal seam gas|coal bed methane)$/u),
  )

const yearOf = (cell: string): string => /^\d{4}/u.exec(cell)?.[0] ?? ''

/** "Moon Oil and Gas Field (Norway)" without its country. */
const bareName = (name: string): string => name.replace(/\s*\([^()]*\)\s*$/u, '')

/** Id of the field of the atlas that bears the name of a unit, with or without what kind of field it is. */
function fieldOf(name: string, { lookup, assets }: Known): string | null {
  const bare = bareName(name)
  const short = bare.replace(
    /\s+(?:(?:oil and gas|gas and condensate|oil|gas|condensate)\s+)?(?:field|asset|project|complex)s?$/iu,
    '',
  )
  const spellings = [name, bare, `${short} field`, `${short} oil field`, `${short} gas field`, short]
  for (const ref of spellings.flatMap(lookup)) {
    const id = ref.startsWith('assets/') ? ref.slice('assets/'.length) : ''
    if (assets.get(id)?.kind === 'field') return id
  }
  return null
}

/** TWh in a million barrels and in a million cubic metres: the larger part names a new field's carrier. */
const TWH = { oil: 1.7, gas: 0.0105 } as const

function carrierOf(units: readonly Field[]): 'crude' | 'gas' {
  const total = (of: 'oil' | 'gas'): number =>
    units.reduce((all, unit) => all + (unit[of]?.value ?? 0) * TWH[of], 0)
  return total('oil') >= total('gas') ? 'crude' : 'gas'
}
