import type { Problem } from '../core/errors.ts'
import type { AnyRow, Atlas } from './atlas.ts'
import { countryCodes } from './country-names.ts'
import { rowProblem } from './row-problem.ts'
import { editDistance } from './search-names.ts'
import { type TableName, tablesWithIds } from './tables.ts'

export interface Reference {
  readonly table: TableName
  readonly field: string
  readonly to: TableName
}

/** Columns that hold the id of a row of another table. */
export const references: readonly Reference[] = [
  { table: 'assets', field: 'zone', to: 'zones' },
  { table: 'assets', field: 'part_of', to: 'assets' },
  { table: 'assets', field: 'operator', to: 'actors' },
  { table: 'links', field: 'from_zone', to: 'zones' },
  { table: 'links', field: 'to_zone', to: 'zones' },
  { table: 'links', field: 'asset', to: 'assets' },
  { table: 'supplies', field: 'zone', to: 'zones' },
  { table: 'supplies', field: 'asset', to: 'assets' },
  { table: 'demands', field: 'zone', to: 'zones' },
  { table: 'stores', field: 'zone', to: 'zones' },
  { table: 'stores', field: 'asset', to: 'assets' },
  { table: 'conversions', field: 'zone', to: 'zones' },
  { table: 'conversions', field: 'asset', to: 'assets' },
  { table: 'joint_products', field: 'main_supply', to: 'supplies' },
  { table: 'joint_products', field: 'by_supply', to: 'supplies' },
  { table: 'contracts', field: 'seller', to: 'actors' },
  { table: 'contracts', field: 'buyer', to: 'actors' },
  { table: 'contracts', field: 'from_zone', to: 'zones' },
  { table: 'contracts', field: 'to_zone', to: 'zones' },
  { table: 'contracts', field: 'source', to: 'sources' },
  { table: 'supply_actors', field: 'supply', to: 'supplies' },
  { table: 'supply_actors', field: 'actor', to: 'actors' },
  { table: 'supply_actors', field: 'source', to: 'sources' },
  { table: 'refusals', field: 'measure', to: 'measures' },
  { table: 'figures', field: 'source', to: 'sources' },
  { table: 'profiles', field: 'source', to: 'sources' },
  { table: 'tiers', field: 'source', to: 'sources' },
  { table: 'assumptions', field: 'source', to: 'sources' },
  { table: 'precedents', field: 'source', to: 'sources' },
  { table: 'ownership', field: 'asset', to: 'assets' },
  { table: 'ownership', field: 'actor', to: 'actors' },
  { table: 'ownership', field: 'source', to: 'sources' },
  { table: 'successions', field: 'predecessor', to: 'actors' },
  { table: 'successions', field: 'successor', to: 'actors' },
  { table: 'successions', field: 'source', to: 'sources' },
  { table: 'measures', field: 'source', to: 'sources' },
  { table: 'observations', field: 'from_zone', to: 'zones' },
  { table: 'observations', field: 'to_zone', to: 'zones' },
  { table: 'observations', field: 'source', to: 'sources' },
  { table: 'balances', field: 'zone', to: 'zones' },
  { table: 'balances', field: 'source', to: 'sources' },
  { table: 'reactors', field: 'source', to: 'sources' },
  { table: 'nuclear_supply', field: 'source', to: 'sources' },
  { table: 'places', field: 'zone', to: 'zones' },
]

/** Duplicate ids, dangling references, loops of `part_of`, zones and links that nothing uses. */
export function checkReferences(atlas: Atlas): Problem[] {
  return [
    ...duplicateIds(atlas),
    ...dangling(atlas),
    ...danglingPairs(atlas),
    ...loops(atlas),
    ...orphanZones(atlas),
    ...emptyRows(atlas),
    ...unusedSources(atlas),
  ]
}

function fieldOf(row: AnyRow, field: string): string | null {
  const value = (row as Readonly<Record<string, unknown>>)[field]
  return typeof value === 'string' && value !== '' ? value : null
}

function duplicateIds(atlas: Atlas): Problem[] {
  return tablesWithIds.flatMap((table) => {
    const seen = new Map<string, AnyRow>()
    return atlas.tables[table].flatMap((row) => {
      const first = seen.get(row.id)
      seen.set(row.id, first ?? row)
      if (!first) return []
      const origin = atlas.originOf(first)
      const at = origin ? `${origin.file}:${origin.line}` : table
      return [rowProblem(atlas, row, `the id stands already at ${at}. Give one of them another id.`)]
    })
  })
}

function dangling(atlas: Atlas): Problem[] {
  return references.flatMap(({ table, field, to }) =>
    atlas.tables[table].flatMap((row: AnyRow) => {
      const target = fieldOf(row, field)
      return target === null || atlas.row(`${to}/${target}`)
        ? []
        : [
            rowProblem(
              atlas,
              row,
              `${field} is "${target}", which is not in ${to}. ${nearest(atlas, to, target)}`,
            ),
          ]
    }),
  )
}

/** References as `TABLE/ROW` or as a pair of columns: figures, profiles, names, measures, metonyms. */
function danglingPairs(atlas: Atlas): Problem[] {
  const countries = new Set(countryCodes().map(({ code }) => code))
  const carriers = new Set(
    atlas.tables.names.filter((name) => name.table === 'carriers').map((name) => name.row),
  )
  const exists = (ref: string): boolean => {
    const [table, row] = [ref.slice(0, ref.indexOf('/')), ref.slice(ref.indexOf('/') + 1)]
    if (table === 'countries') return countries.has(row) || row === 'EU'
    if (table === 'carriers') return carriers.has(row)
    return atlas.row(ref) !== null
  }
  const problems: Problem[] = []
  for (const table of ['figures', 'profiles', 'names'] as const)
    for (const row of atlas.tables[table])
      if (!exists(`${row.table}/${row.row}`)) {
        const hint =
          row.table === 'countries' || row.table === 'carriers' ? '' : nearest(atlas, row.table, row.row)
        problems.push(rowProblem(atlas, row, `nothing stands at ${row.table}/${row.row}. ${hint}`.trim()))
      }
  for (const measure of atlas.tables.measures)
    for (const field of ['targets', 'exempts'] as const)
      for (const ref of measure[field].split(/\s+/u).filter((part) => part !== ''))
        if (!exists(ref)) {
          const what = `${field} names ${ref}, which does not exist. Write TABLE/ROW of something in the atlas.`
          problems.push(rowProblem(atlas, measure, what))
        }
  for (const refusal of atlas.tables.refusals)
    for (const field of ['origins', 'places'] as const)
      for (const ref of refusal[field].split(/\s+/u).filter((part) => part !== ''))
        if (!exists(ref)) {
          const what = `${field} names ${ref}, which does not exist. Write TABLE/ROW of something in the atlas.`
          problems.push(rowProblem(atlas, refusal, what))
        }
  const named = [
    ...atlas.tables.joint_products.map((row) => ({ row, field: 'outlets', text: row.outlets })),
    ...atlas.tables.contracts.map((row) => ({ row, field: 'links', text: row.links })),
    ...atlas.tables.observations.map((row) => ({ row, field: 'links', text: row.links })),
  ]
  for (const { row, field, text } of named)
    for (const link of text.split(/\s+/u).filter((part) => part !== ''))
      if (!exists(`links/${link}`)) {
        const what = `${field} names ${link}, which is not in links. ${nearest(atlas, 'links', link)}`
        problems.push(rowProblem(atlas, row, what))
      }
  for (const place of atlas.tables.places)
    if (place.metonym !== null && !standsFor(atlas, place.metonym)) {
      const what = `metonym is "${place.metonym}". Write a country code, a zone, an actor or TABLE/ROW.`
      problems.push(rowProblem(atlas, place, what))
    }
  return problems
}

function standsFor(atlas: Atlas, metonym: string): boolean {
  return (
    countryCodes().some(({ code }) => code === metonym.toUpperCase() || metonym === `countries/${code}`) ||
    atlas.row(metonym) !== null ||
    atlas.row(`actors/${metonym}`) !== null ||
    atlas.row(`zones/${metonym}`) !== null
  )
}

function nearest(atlas: Atlas, table: TableName, id: string): string {
  const ids = atlas.tables[table].flatMap((row: AnyRow) => ('id' in row ? [row.id] : []))
  const best = ids
    .map((other) => ({ other, distance: editDistance(other, id) }))
    .sort((a, b) => a.distance - b.distance)[0]
  return best && best.distance <= id.length / 2
    ? `Did you mean "${best.other}"?`
    : `Add it to ${table} or correct the id.`
}

function loops(atlas: Atlas): Problem[] {
  return atlas.tables.assets.flatMap((asset) => {
    const above = atlas.ancestors(asset.id)
    const top = above.at(-1)
    const isLoop =
      asset.part_of === asset.id ||
      (top !== undefined && top.part_of !== null && [asset, ...above].some(({ id }) => id === top.part_of))
    return isLoop
      ? [rowProblem(atlas, asset, 'part_of leads back to itself. Cut the loop at the widest thing.')]
      : []
  })
}

function orphanZones(atlas: Atlas): Problem[] {
  const { links, supplies, demands, stores, conversions, assets, places } = atlas.tables
  const used = new Set<string | null>([
    ...links.flatMap((link) => [link.from_zone, link.to_zone]),
    ...[...supplies, ...demands, ...stores, ...conversions, ...assets, ...places].map((row) => row.zone),
  ])
  return atlas.tables.zones
    .filter((zone) => !used.has(zone.id))
    .map((zone) =>
      rowProblem(
        atlas,
        zone,
        'no link, supply, demand, store or asset uses the zone. Connect it or drop it.',
      ),
    )
}

/** Rows of the programme that no figure gives a size. */
function emptyRows(atlas: Atlas): Problem[] {
  const needed = {
    links: ['capacity', 'flow'],
    supplies: ['capacity', 'output'],
    demands: ['rate'],
    stores: ['volume'],
    conversions: ['capacity', 'flow'],
  } as const
  return (Object.keys(needed) as (keyof typeof needed)[]).flatMap((table) =>
    atlas.tables[table].flatMap((row) => {
      const fields: readonly string[] = needed[table]
      const has = atlas.figuresOf(table, row.id).some((figure) => fields.includes(figure.field))
      return has
        ? []
        : [
            rowProblem(
              atlas,
              row,
              `no figure for ${fields.join(' or ')}, so the network leaves it out. Add one to figures.`,
            ),
          ]
    }),
  )
}

function unusedSources(atlas: Atlas): Problem[] {
  const rows: readonly AnyRow[] = Object.values(atlas.tables).flat()
  const used = new Set(rows.flatMap((row) => ('source' in row ? [row.source] : [])))
  return atlas.tables.sources
    .filter((source) => !used.has(source.id))
    .map((source) => rowProblem(atlas, source, 'nothing cites the source. Cite it or drop it.'))
}
