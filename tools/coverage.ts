import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { openAtlas } from '../src/app/load-atlas.ts'
import { countryNames } from '../src/atlas/country-names.ts'
import { worldTotals } from '../src/atlas/world-totals.ts'
import { parseCalendarDate } from '../src/core/time.ts'
import { convert } from '../src/core/units.ts'
import { readCountryCodes } from './factbook.ts'

const page = join(import.meta.dirname, '../docs/atlas.md')
const gem = join(import.meta.dirname, '../../shared/data/gem')
const [begin, end] = ['<!-- coverage: written by tools/coverage.ts -->', '<!-- end of coverage -->']
const day = parseCalendarDate('2023-12-31')
const { atlas } = openAtlas()

type GemRow = Readonly<Record<string, string>>

const iso = new Map<string, string>([
  ...countryNames().flatMap(({ code, lang, name }) => (lang === 'en' ? [[name, code] as const] : [])),
  ['Türkiye', 'TR'],
  ['Czech Republic', 'CZ'],
  ['DR Congo', 'CD'],
  ['Republic of the Congo', 'CG'],
  ['Hong Kong', 'HK'],
  ['Trinidad and Tobago', 'TT'],
  ['Bosnia and Herzegovina', 'BA'],
])
const regionOf = new Map(readCountryCodes().map(({ iso2, region }) => [iso2, region]))
const countryOf = new Map(atlas.tables.zones.map(({ id, country }) => [id, country]))

function read(file: string): GemRow[] {
  return parse(readFileSync(join(gem, file)), { columns: true, relax_quotes: true })
}

class Tally {
  readonly #cells = new Map<string, number[]>()

  add(region: string | undefined, column: number, value: number): void {
    const row = this.#cells.get(region ?? 'other') ?? [0, 0]
    row[column] = (row[column] ?? 0) + value
    this.#cells.set(region ?? 'other', row)
  }

  lines(digits = 0): string[] {
    const rows = [...this.#cells]
      .filter(([, [theirs = 0]]) => theirs > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    const sum = (column: number): number => rows.reduce((all, [, cells]) => all + (cells[column] ?? 0), 0)
    const all: readonly [string, readonly number[]] = ['all', [sum(0), sum(1)]]
    return [...rows, all].map(([region, [theirs = 0, ours = 0]]) => {
      const share = theirs === 0 ? '' : `${Math.round((100 * ours) / theirs)} %`
      return `| ${region} | ${theirs.toFixed(digits)} | ${ours.toFixed(digits)} | ${share} |`
    })
  }
}

/** Kilometres of operating lines that cross borders, and of those whose border the atlas links. */
function crossings(file: string, carriers: readonly string[]): string[] {
  const linked = new Set(
    atlas.tables.links
      .filter((link) => carriers.includes(link.carrier))
      .map((link) => [countryOf.get(link.from_zone), countryOf.get(link.to_zone)].sort().join(' ')),
  )
  const tally = new Tally()
  for (const row of read(file)) {
    const countries = (row.countries ?? '').split(',').map((name) => iso.get(name.trim()) ?? '')
    const known = [...new Set(countries.filter((code) => code !== ''))]
    const length = Number(row.route_km_computed ?? 0)
    if (row.status !== 'operating' || known.length < 2 || !Number.isFinite(length)) continue
    const region = regionOf.get(known[0] ?? '')
    const isCovered = known.some((a) => known.some((b) => a !== b && linked.has([a, b].sort().join(' '))))
    tally.add(region, 0, length)
    if (isCovered) tally.add(region, 1, length)
  }
  return tally.lines()
}

/** Capacity of operating LNG units, and of the atlas's conversions and LNG supplies, Mt a year. */
function lng(direction: 'import' | 'export'): string[] {
  const tally = new Tally()
  for (const row of read('lng_terminals_2024-10.csv'))
    if (row.status === 'operating' && row.direction === direction && row.capacity_mtpa !== '')
      tally.add(regionOf.get(iso.get(row.country ?? '') ?? ''), 0, Number(row.capacity_mtpa))
  const kind = direction === 'import' ? 'regasification' : 'liquefaction'
  const rows = [
    ...atlas.tables.conversions
      .filter((row) => row.kind === kind)
      .map((row) => ['conversions', row] as const),
    ...(direction === 'export'
      ? atlas.tables.supplies
          .filter((row) => row.carrier === 'lng' && row.kind === 'production')
          .map((row) => ['supplies', row] as const)
      : []),
  ]
  for (const [table, row] of rows) {
    const figure = day && atlas.figure(table, row.id, 'capacity', day)
    const value = figure ? convert(figure.value, figure.unit, 'Mt/y', { carrier: 'lng' })?.value : undefined
    if (value !== undefined) tally.add(regionOf.get(countryOf.get(row.zone) ?? ''), 1, value)
  }
  return tally.lines()
}

/** Capacity of operating coal terminals in countries whose coal the atlas trades by sea, Mt a year. */
function coal(): string[] {
  const traded = new Set(
    atlas.tables.links
      .filter((link) => link.carrier === 'coal' && (link.kind === 'sea' || link.kind === 'market'))
      .flatMap((link) => [countryOf.get(link.from_zone) ?? '', countryOf.get(link.to_zone) ?? '']),
  )
  const tally = new Tally()
  for (const row of read('coal_terminals_2025-01.csv')) {
    const capacity = Number(row['capacity-(mt)'])
    const code = iso.get(row['country/area'] ?? '') ?? ''
    if (row.status !== 'operating' || !Number.isFinite(capacity)) continue
    tally.add(regionOf.get(code), 0, capacity)
    if (traded.has(code)) tally.add(regionOf.get(code), 1, capacity)
  }
  return tally.lines()
}

function table(title: string, theirs: string, ours: string, lines: readonly string[]): string[] {
  return [`### ${title}`, '', `| region | ${theirs} | ${ours} | share |`, '|---|---|---|---|', ...lines, '']
}

/** Zones with figures of 2023 by region and carrier: supply, demand. */
function balances(): string[] {
  const regions = [...new Set(readCountryCodes().map(({ region }) => region))].sort()
  const carriers = ['crude', 'products', 'gas', 'coal', 'power'] as const
  const counts = (region: string) =>
    carriers.map((carrier) => {
      const zones = new Set(
        (['supplies', 'demands'] as const).flatMap((name) =>
          atlas.tables[name]
            .filter(
              (row) => row.carrier === carrier && regionOf.get(countryOf.get(row.zone) ?? '') === region,
            )
            .filter((row) => day && atlas.figure(name, row.id, name === 'supplies' ? 'output' : 'rate', day))
            .map((row) => row.zone),
        ),
      )
      return String(zones.size)
    })
  return [
    '### Zones with a supply or a demand of 2023',
    '',
    `| region | ${carriers.join(' | ')} |`,
    `|---|${carriers.map(() => '---').join('|')}|`,
    ...regions.map((region) => `| ${region} | ${counts(region).join(' | ')} |`),
    '',
  ]
}

function totals(): string[] {
  const rows = day ? worldTotals(atlas, day) : []
  return [
    '### World totals of 2023',
    '',
    '| total | Factbook | rows of the atlas | difference |',
    '|---|---|---|---|',
    ...rows.map(
      ({ id, unit, published, summed }) =>
        `| ${id.replace(/^world-|-2023$/gu, '').replace('-', ' ')}, ${unit} | ${published} | ${summed.toFixed(0)} | ${(100 * (summed / published - 1)).toFixed(1)} % |`,
    ),
    '',
  ]
}

function statuses(): string[] {
  const capacities = atlas.tables.figures.filter(({ field }) => field === 'capacity')
  const share = (status: string): string => {
    const count = capacities.filter((figure) => figure.status === status).length
    return `| ${status} | ${count} | ${((100 * count) / capacities.length).toFixed(1)} % |`
  }
  return [
    '### Capacity figures by status',
    '',
    '| status | figures | share |',
    '|---|---|---|',
    ...['reported', 'estimated', 'assumed'].map(share),
    '',
  ]
}

/** Writes the tables of coverage between their marks in `docs/atlas.md`. */
function main(): void {
  const text = readFileSync(page, 'utf8')
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < 0) throw new Error(`${page}: the marks of the coverage are missing`)
  const body = [
    ...totals(),
    ...balances(),
    ...statuses(),
    ...table(
      'Gas pipelines that cross borders, km',
      'operating, GEM 2024-10',
      'border linked in the atlas',
      crossings('gas_pipelines_2024-10.csv', ['gas']),
    ),
    ...table(
      'Oil pipelines that cross borders, km',
      'operating, GEM 2024-06',
      'border linked in the atlas',
      crossings('oil_ngl_pipelines_2024-06.csv', ['crude', 'products']),
    ),
    ...table('Liquefaction, Mt a year', 'operating, GEM 2024-10', 'atlas, end of 2023', lng('export')),
    ...table('Regasification, Mt a year', 'operating, GEM 2024-10', 'atlas, end of 2023', lng('import')),
    ...table(
      'Coal terminals, Mt a year',
      'operating, GEM 2025-01',
      'in countries whose coal trade by sea the atlas has',
      coal(),
    ),
  ]
  writeFileSync(page, `${text.slice(0, from + begin.length)}\n\n${body.join('\n')}${text.slice(to)}`)
  console.log(body.join('\n'))
}

main()
