import type { Status } from '../core/provenance.ts'
import type { CalendarDate } from '../core/time.ts'
import type { Atlas, Owner, SearchHit } from './atlas.ts'
import { toModelUnits } from './figures.ts'
import { holdsOn } from './holds-on.ts'
import type { Link, Measure, Source, TableName } from './tables.ts'

interface ShownFigure {
  readonly ref: string
  readonly field: string
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  readonly unit: string
  /** In model units, or null where the unit has none for this row. */
  readonly model_value: number | null
  readonly model_unit: string | null
  readonly valid_from: string | null
  readonly valid_to: string | null
  /** Whether it is the row that holds on the day. */
  readonly holds: boolean
  readonly status: Status
  readonly as_written: string
  readonly source: string
}

/** What `corridor atlas show` prints of one thing. */
interface ShownThing {
  readonly ref: string
  readonly canonical: string
  readonly type: string
  /** Columns of its row that are filled, e.g. kind, carrier, zone, operator. */
  readonly identity: Readonly<Record<string, string>>
  readonly names: readonly { readonly lang: string; readonly name: string; readonly kind: string }[]
  readonly part_of: readonly string[]
  readonly parts: readonly string[]
  readonly owners: readonly Owner[]
  readonly owns: readonly { readonly asset: string; readonly share_pct: number }[]
  readonly links: readonly Link[]
  readonly figures: readonly ShownFigure[]
  readonly measures: readonly Measure[]
  readonly sources: readonly Source[]
}

export interface Shown {
  readonly things: readonly ShownThing[]
  /** Near names where nothing matched: what to print as "did you mean". */
  readonly suggestions: readonly SearchHit[]
}

/** Everything known of what the query names, on a day. Nothing found: no things, and suggestions. */
export function showAsset(atlas: Atlas, query: string, date: CalendarDate): Shown {
  const found = atlas.row(query)
  const own =
    found && 'id' in found.row ? [{ ref: query, canonical: atlas.nameOf(query), type: found.table }] : null
  const result = own ? { hits: own, suggestions: [] } : atlas.search(query)
  const byId = result.hits.length > 0 ? result.hits : rowsById(atlas, query)
  return {
    things: byId.map((hit) => showThing(atlas, hit, date)),
    suggestions: byId.length > 0 ? [] : result.suggestions,
  }
}

type Named = Pick<SearchHit, 'ref' | 'canonical' | 'type'>

/** Links, supplies and the like have ids but no names in the index. */
function rowsById(atlas: Atlas, id: string): Named[] {
  const tables = ['links', 'supplies', 'demands', 'stores', 'conversions', 'zones', 'measures'] as const
  return tables
    .filter((table) => atlas.row(`${table}/${id}`))
    .map((table) => ({ ref: `${table}/${id}`, canonical: atlas.nameOf(`${table}/${id}`), type: table }))
}

function showThing(atlas: Atlas, hit: Named, date: CalendarDate): ShownThing {
  const [table, id] = [
    hit.ref.slice(0, hit.ref.indexOf('/')) as TableName,
    hit.ref.slice(hit.ref.indexOf('/') + 1),
  ]
  const isAsset = table === 'assets'
  const parts = isAsset ? atlas.partsOf(id) : []
  const zones = new Set(hit.ref.startsWith('countries/') ? atlas.zonesOf(id) : [id])
  // A station has no links and owners of its own: those of the line that it belongs to are meant.
  const line = isAsset ? [id, ...atlas.ancestors(id).map((above) => above.id)] : []
  const holder = line.find((asset) => linksOf(atlas, asset).length > 0) ?? id
  const links = isAsset
    ? linksOf(atlas, holder)
    : atlas.tables.links.filter((link) => zones.has(link.from_zone) || zones.has(link.to_zone))
  const figureRefs: [TableName, string][] = [
    [table, id],
    ...(isAsset ? links.map((link): [TableName, string] => ['links', link.id]) : []),
    ...holdersOf(atlas, isAsset ? { assets: new Set([id, ...parts.map((part) => part.id)]) } : { zones }),
  ]
  const figures = figureRefs.flatMap(([from, row]) => showFigures(atlas, from, row, date))
  const refs = new Set([hit.ref, ...links.map((link) => `links/${link.id}`)])
  const measures = atlas
    .measuresAt(date)
    .filter((measure) => `${measure.targets} ${measure.exempts}`.split(/\s+/u).some((ref) => refs.has(ref)))
  const owned = line.find((asset) => atlas.owners(asset, date).length > 0)
  const owners = owned === undefined ? [] : atlas.owners(owned, date)
  const cited = new Set([
    ...figures.map((figure) => figure.source),
    ...measures.map((measure) => measure.source),
    ...owners.map((owner) => owner.source),
  ])
  return {
    ...hit,
    identity: identity(atlas, hit.ref),
    names: atlas
      .nameIndexEntries()
      .filter((entry) => entry.ref === hit.ref)
      .map(({ lang, name, kind }) => ({ lang, name, kind })),
    part_of: isAsset ? atlas.ancestors(id).map((asset) => asset.name) : [],
    parts: parts.map((part) => part.name),
    owners,
    owns: atlas.tables.ownership
      .filter((row) => table === 'actors' && row.actor === id && holdsOn(row, date))
      .map((row) => ({ asset: atlas.nameOf(`assets/${row.asset}`), share_pct: row.share_pct })),
    links,
    figures,
    measures,
    sources: listSources(atlas).filter((source) => cited.has(source.id)),
  }
}

/** Links of the asset and of what is inside it. */
function linksOf(atlas: Atlas, asset: string): Link[] {
  const within = new Set([asset, ...atlas.partsOf(asset).map((part) => part.id)])
  return atlas.tables.links.filter((link) => link.asset !== null && within.has(link.asset))
}

/** Supplies, stores and conversions at the assets, or all that stand in the zones, demands too. */
function holdersOf(
  atlas: Atlas,
  where: { readonly assets: ReadonlySet<string> } | { readonly zones: ReadonlySet<string> },
): [TableName, string][] {
  if ('zones' in where)
    return (['demands', 'supplies', 'stores', 'conversions'] as const).flatMap((table) =>
      atlas.tables[table]
        .filter((row) => where.zones.has(row.zone))
        .map((row): [TableName, string] => [table, row.id]),
    )
  return (['supplies', 'stores', 'conversions'] as const).flatMap((table) =>
    atlas.tables[table]
      .filter((row) => row.asset !== null && where.assets.has(row.asset))
      .map((row): [TableName, string] => [table, row.id]),
  )
}

function showFigures(atlas: Atlas, table: TableName, row: string, date: CalendarDate): ShownFigure[] {
  return atlas.figuresOf(table, row).map((figure) => {
    const model = toModelUnits(atlas, figure, date)
    return {
      ref: `atlas:${table}/${row}/${figure.field}`,
      field: figure.field,
      value: figure.value,
      low: figure.low,
      high: figure.high,
      unit: figure.unit,
      model_value: model?.value ?? null,
      model_unit: model?.unit ?? null,
      valid_from: figure.valid_from,
      valid_to: figure.valid_to,
      holds: atlas.figureAsPublished(table, row, figure.field, date) === figure,
      status: figure.status,
      as_written: figure.as_written,
      source: figure.source,
    }
  })
}

function identity(atlas: Atlas, ref: string): Record<string, string> {
  const row = atlas.row(ref)?.row ?? {}
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null && value !== '')
      .map(([field, value]) => [field, String(value)]),
  )
}

/** What `corridor atlas sources` prints: every source, by id. */
export function listSources(atlas: Atlas): readonly Source[] {
  return [...atlas.tables.sources].sort((a, b) => (a.id < b.id ? -1 : 1))
}
