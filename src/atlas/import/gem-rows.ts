import { folded } from './gem-trackers.ts'
import { type Cell, type countryCodes, type nameLookup, numberOf, type Skipped, tidy } from './imported.ts'

/** Rows of a tracker as they stand: the first holds the names of columns. */
export type GemTable = readonly (readonly string[])[]

/** A row by the folded names of its columns. */
export type GemRow = Readonly<Record<string, string>>

/** What is known of the atlas while tables are read. */
export interface Known {
  readonly lookup: ReturnType<typeof nameLookup>
  readonly codeOf: ReturnType<typeof countryCodes>
  /** Kind and carrier of assets by id. */
  readonly assets: ReadonlyMap<string, { readonly kind: string; readonly carrier: string }>
  /** Ids of assets that are taken; those of new ones are added. */
  readonly taken: Set<string>
  readonly skipped: Skipped
}

export function columnsOf(table: GemTable): readonly string[] {
  return (table[0] ?? []).map(folded)
}

export function recordsOf(table: GemTable): GemRow[] {
  const columns = columnsOf(table)
  return table
    .slice(1)
    .map((cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])))
}

/** What the publisher writes in a cell of which nothing is known. */
const NOTHING = /^(?:-+|\*|TBD|unknown|not found|n\/a)$/iu

/** The first of these columns that says something. */
export function cellOf(row: GemRow, columns: readonly string[]): string {
  for (const column of columns) {
    const value = row[column]?.trim()
    if (value && !NOTHING.test(value)) return value
  }
  return ''
}

const COUNTRIES = [
  'countries',
  'countriesorareas',
  'country',
  'countryorarea',
  'countryarea',
  'countryarea1',
  'countriesareas',
]

/** The row of a new asset: where it is, as the tracker has it. */
export function assetOf(
  asset: { readonly id: string; readonly name: string; readonly kind: string; readonly carrier: string },
  row: GemRow,
  codeOf: Known['codeOf'],
): Record<string, Cell> {
  const countries = cellOf(row, COUNTRIES)
    .split(/\s*[;,]\s*/u)
    .flatMap((one) => codeOf(one) ?? [])
  const [lat, lon] = [
    numberOf(cellOf(row, ['lat', 'latitude'])),
    numberOf(cellOf(row, ['lon', 'lng', 'longitude'])),
  ]
  return {
    ...asset,
    country: [...new Set(countries)].join(' '),
    lat: lat === null ? null : tidy(lat),
    lon: lon === null ? null : tidy(lon),
    note: cellOf(row, ['url', 'wikiurl', 'wiki', 'gemwikipageeng', 'wikiurlfield']),
  }
}

export function freeId(wanted: string, taken: Set<string>): string {
  const base = `gem-${wanted}`
  let id = base
  for (let at = 2; taken.has(id); at++) id = `${base}-${at}`
  taken.add(id)
  return id
}
