import type { Sourced } from '../core/provenance.ts'
import type { CalendarDate } from '../core/time.ts'
import type { Network } from './network.ts'
import type { Asset, Figure, Measure, Name, Row, Source, TableName } from './tables.ts'

export type AtlasTables = { readonly [T in TableName]: readonly Row<T>[] }
export type AnyRow = Row<TableName>

/** Where a row stands: file as named to the loader, line counted from 1 with the header as line 1. */
export interface RowOrigin {
  readonly file: string
  readonly line: number
}

/** One name of one thing. `ref` is `TABLE/ROW`; countries are `countries/DE`, commodities `carriers/gas`. */
export interface NameEntry {
  readonly table: Name['table']
  readonly row: string
  readonly ref: string
  /** English name that every other name of the thing folds to. */
  readonly canonical: string
  /** What kind of thing, in the words of the reading format: country, pipeline, company, person, place, … */
  readonly type: string
  readonly lang: string
  readonly name: string
  readonly kind: Name['kind']
}

export interface SearchHit {
  readonly ref: string
  readonly canonical: string
  readonly type: string
  /** The name that matched. */
  readonly matched: string
}

/** Hits where a name is the query after folding; else the nearest names as `suggestions`. */
export interface SearchResult {
  readonly hits: readonly SearchHit[]
  readonly suggestions: readonly SearchHit[]
}

export interface Owner {
  readonly actor: string
  readonly name: string
  readonly share_pct: number
  readonly status: string
  readonly source: string
}

/** The reference data of one folder, read only. A day that a method takes decides which dated rows hold. */
export interface Atlas {
  readonly tables: AtlasTables
  /** The row behind `TABLE/ROW`, or null. `countries/DE` and `carriers/gas` have no row. */
  row(ref: string): { readonly table: TableName; readonly row: AnyRow } | null
  originOf(row: AnyRow): RowOrigin | null
  /** Name of what `TABLE/ROW` refers to, in English; the ref itself where nothing has it. */
  nameOf(ref: string): string
  /** `TABLE/ROW` of a canonical English name, or null. */
  refOf(canonical: string): string | null
  /** The figure that holds on the day in model units; null where none holds or its unit cannot be converted. */
  figure(table: TableName, row: string, field: Figure['field'], date: CalendarDate): Sourced | null
  figureAsPublished(table: TableName, row: string, field: Figure['field'], date: CalendarDate): Figure | null
  figuresOf(table: TableName, row: string): readonly Figure[]
  source(id: string): Source | null
  measuresAt(date: CalendarDate): readonly Measure[]
  networkAt(date: CalendarDate): Network
  /** Everything inside the asset, at any depth, in table order. */
  partsOf(assetId: string): readonly Asset[]
  /** What the asset is part of, nearest first. */
  ancestors(assetId: string): readonly Asset[]
  /** Owners on the day, largest first. */
  owners(assetId: string, date: CalendarDate): readonly Owner[]
  /** Zones of a country by its ISO 3166 code, or the zone itself by its id. */
  zonesOf(country: string): readonly string[]
  nameIndexEntries(): readonly NameEntry[]
  search(query: string): SearchResult
}
