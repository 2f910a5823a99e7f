import type { CalendarDate } from '../core/time.ts'
import type { AnyRow, Atlas, AtlasTables, NameEntry, RowOrigin } from './atlas.ts'
import { buildNetwork } from './build-network.ts'
import { figureAt, figureRowAt } from './figures.ts'
import { holdsOn } from './holds-on.ts'
import { buildNameEntries } from './name-index.ts'
import type { Network } from './network.ts'
import { searchNames } from './search-names.ts'
import { type Asset, type Figure, type TableName, tablesWithIds } from './tables.ts'

function indexRows(tables: AtlasTables): Map<string, { table: TableName; row: AnyRow }> {
  const index = new Map<string, { table: TableName; row: AnyRow }>()
  for (const table of tablesWithIds) {
    for (const row of tables[table]) {
      const ref = `${table}/${row.id}`
      if (!index.has(ref)) index.set(ref, { table, row })
    }
  }
  return index
}

function groupFigures(figures: readonly Figure[]): Map<string, Figure[]> {
  const groups = new Map<string, Figure[]>()
  for (const figure of figures) {
    const key = `${figure.table}/${figure.row}`
    const group = groups.get(key)
    if (group) group.push(figure)
    else groups.set(key, [figure])
  }
  return groups
}

/** An atlas over parsed tables. `origins` says where each row was read. */
export function createAtlas(tables: AtlasTables, origins: ReadonlyMap<AnyRow, RowOrigin>): Atlas {
  const rows = indexRows(tables)
  const figures = groupFigures(tables.figures)
  const assets = new Map(tables.assets.map((asset) => [asset.id, asset]))
  const sources = new Map(tables.sources.map((source) => [source.id, source]))
  let entries: readonly NameEntry[] | null = null
  let refs: Map<string, string> | null = null
  const networks = new Map<CalendarDate, Network>()

  const atlas: Atlas = {
    tables,
    row: (ref) => rows.get(ref) ?? null,
    originOf: (row) => origins.get(row) ?? null,
    nameOf(ref) {
      const found = rows.get(ref)?.row
      if (found && 'name' in found) return found.name
      return atlas.nameIndexEntries().find((entry) => entry.ref === ref)?.canonical ?? ref
    },
    refOf(canonical) {
      if (refs === null) {
        refs = new Map()
        for (const entry of atlas.nameIndexEntries())
          if (!refs.has(entry.canonical)) refs.set(entry.canonical, entry.ref)
      }
      return refs.get(canonical) ?? null
    },
    figure: (table, row, field, date) => figureAt(atlas, { table, row, field, date }),
    figureAsPublished: (table, row, field, date) => figureRowAt(atlas, { table, row, field, date }),
    figuresOf: (table, row) => figures.get(`${table}/${row}`) ?? [],
    source: (id) => sources.get(id) ?? null,
    measuresAt: (date) => tables.measures.filter((measure) => holdsOn(measure, date)),
    networkAt(date) {
      const built = networks.get(date) ?? buildNetwork(atlas, date)
      networks.set(date, built)
      return built
    },
    partsOf: (assetId) =>
      tables.assets.filter((asset) => atlas.ancestors(asset.id).some((above) => above.id === assetId)),
    ancestors(assetId) {
      const above: Asset[] = []
      let next = assets.get(assetId)?.part_of ?? null
      // A loop is reported by checkAtlas; here it only must not hang.
      while (next !== null && next !== assetId && above.every((asset) => asset.id !== next)) {
        const asset = assets.get(next)
        if (!asset) break
        above.push(asset)
        next = asset.part_of
      }
      return above
    },
    owners: (assetId, date) =>
      tables.ownership
        .filter((row) => row.asset === assetId && holdsOn(row, date))
        .map((row) => ({
          actor: row.actor,
          name: atlas.nameOf(`actors/${row.actor}`),
          share_pct: row.share_pct,
          status: row.status,
          source: row.source,
        }))
        .sort((a, b) => b.share_pct - a.share_pct || (a.actor < b.actor ? -1 : 1)),
    zonesOf(country) {
      const code = country.toUpperCase()
      const own = tables.zones.filter((zone) => zone.country === code).map((zone) => zone.id)
      if (own.length > 0) return own
      return tables.zones.some((zone) => zone.id === country) ? [country] : []
    },
    nameIndexEntries() {
      entries ??= buildNameEntries(tables)
      return entries
    },
    search: (query) => searchNames(atlas.nameIndexEntries(), query),
  }
  return atlas
}
