import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

export const years = [2023, 2024, 2025, 2026] as const
export type Year = (typeof years)[number]

type Cells = Readonly<Record<string, string>>

function read(name: string): Cells[] {
  return parse(readFileSync(join(import.meta.dirname, name)), { columns: true })
}

function number(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text)
}

/** `med:0.4 ne:0.6`: share of a zone's seaborne trade by basin. */
export function shares(text: string | undefined): readonly (readonly [basin: string, share: number])[] {
  return (text ?? '')
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [basin = '', share = '1'] = part.split(':')
      return [`sea-${full[basin] ?? basin}`, Number(share)] as const
    })
}

const full: Readonly<Record<string, string>> = {
  ne: 'atlantic-ne',
  w: 'atlantic-w',
  s: 'atlantic-s',
  e: 'pacific-e',
}

/** Rows of `refining.csv`: distillation capacity at the end of the year and throughput of countries, kb/d, as printed. */
function readRefining() {
  return new Map(
    read('refining.csv').map((row) => [
      row.iso2 ?? '',
      {
        capacity: (year: Year) => Number(row[year < 2025 ? 'capacity_2023' : 'capacity_2025']),
        runs: (year: Year) => Number(row[`runs_${Math.min(year, 2025)}`]),
      },
    ]),
  )
}

/**
 * Rows of `oil-zones.csv`: kb/d; `share` of the country's demand and of its liquids beside crude. Refining of a country
 * in `refining.csv` is shared among its zones by their `runs`; elsewhere `runs` stands, and capacity is unknown.
 */
export function readOilZones() {
  const refining = readRefining()
  const rows = read('oil-zones.csv')
  const ofCountry = (iso2: string | undefined) =>
    rows.filter((row) => row.iso2 === iso2).reduce((total, row) => total + (number(row.runs) ?? 0), 0)
  return rows.map((row) => {
    let last = number(row.crude_2023)
    const crude = new Map(
      years.map((year) => {
        last = number(row[`crude_${year}`]) ?? last
        return [year, last] as const
      }),
    )
    const printed = refining.get(row.iso2 ?? '')
    const runs = number(row.runs) ?? 0
    const part = printed && runs > 0 ? runs / ofCountry(row.iso2) : 0
    return {
      zone: row.zone ?? '',
      iso2: row.iso2 ?? '',
      share: number(row.share) ?? 1,
      crude: (year: Year) => crude.get(year) ?? null,
      spare: number(row.spare) ?? 0,
      runs: (year: Year) => (printed ? part * printed.runs(year) : runs),
      /** Null: not printed. */
      refining: printed ? { capacity: (year: Year) => part * printed.capacity(year), part } : null,
      burn: number(row.burn) ?? 0,
      ports: shares(row.ports),
      crudeImport: number(row.crude_import) ?? 0,
      productImport: number(row.product_import) ?? 0,
      landlockedFrom: row.landlocked_from || null,
      note: row.note ?? '',
    }
  })
}
export type OilZone = ReturnType<typeof readOilZones>[number]

/** Rows of `crude-pipelines.csv`: kb/d; a flow of null is what the receiving zone still lacks. */
export function readPipelines() {
  return read('crude-pipelines.csv').map((row) => ({
    id: row.id ?? '',
    name: row.name ?? '',
    from: row.from ?? '',
    to: row.to ?? '',
    asset: row.asset ?? '',
    kind: row.kind ?? 'pipeline',
    capacity: number(row.capacity) ?? 0,
    low: row.capacity_low ?? '',
    high: row.capacity_high ?? '',
    flow: (year: Year) => (row[`flow_${year}`] === 'rest' ? null : (number(row[`flow_${year}`]) ?? 0)),
    status: row.capacity_status ?? 'assumed',
    source: row.capacity_source ?? 'assumed',
    note: row.note ?? '',
  }))
}

/** Rows of `sea-legs.csv`: length and hindrance in km. */
export function readSeaLegs() {
  const basin = (short: string | undefined) => shares(short)[0]?.[0] ?? ''
  return read('sea-legs.csv').map((row) => ({
    id: row.id ?? '',
    name: row.name ?? '',
    from: basin(row.from),
    to: basin(row.to),
    asset: row.asset ?? '',
    carriers: (row.carriers ?? '').split(' '),
    length: number(row.km) ?? 0,
    hindrance: (year: number, carrier: string) =>
      ((year <= 2023 ? number(row.hindrance_2023) : number(row.hindrance_2024)) ?? 0) +
      (carrier === 'crude' ? (number(row.crude_extra) ?? 0) : 0),
    note: row.note ?? '',
  }))
}

/** Rows of `existing-ports.csv`: links of the older tables that load into a basin, or draw from one. */
export function readExistingPorts() {
  return read('existing-ports.csv').map((row) => ({
    link: row.link ?? '',
    zone: row.zone ?? '',
    basin: row.basin ?? '',
    carrier: row.carrier ?? '',
    flow: (year: Year) => number(row[`flow_${year}`]),
  }))
}

/** Rows of `affinities.csv`: weight of trade from origins to destinations, zones or groups. */
export function readAffinities() {
  const groups = new Map(read('groups.csv').map((row) => [row.group ?? '', (row.zones ?? '').split(' ')]))
  const zones = (text: string | undefined) =>
    new Set((text ?? '').split(' ').flatMap((name) => groups.get(name) ?? [name]))
  return read('affinities.csv').map((row) => ({
    carriers: (row.carriers ?? '').split(' '),
    from: zones(row.from),
    to: zones(row.to),
    weight: number(row.weight) ?? 1,
  }))
}

export function readCosts(): ReadonlyMap<string, number> {
  return new Map(
    read('crude-costs.csv').flatMap((row) =>
      (row.zones ?? '').split(' ').map((zone) => [zone, Number(row.usd_bbl)] as const),
    ),
  )
}

/** Rows of `landing-ports.csv`: the port by which all that a zone takes from a basin comes ashore. */
export function readLandingPorts() {
  return read('landing-ports.csv').map((row) => ({
    zone: row.zone ?? '',
    basin: row.basin ?? '',
    carrier: row.carrier ?? '',
    asset: row.asset ?? '',
  }))
}

/** Rows of `port-assets.csv`: the named ports of a zone in a basin, with their shares of its loadings. */
export function readPortAssets() {
  return read('port-assets.csv').map((row) => ({
    zone: row.zone ?? '',
    basin: row.basin ?? '',
    carrier: row.carrier ?? '',
    share: number(row.share) ?? 1,
    suffix: row.suffix ?? '',
    asset: row.asset ?? '',
    capacity: row.capacity ?? '',
    low: row.low ?? '',
    high: row.high ?? '',
    status: row.status ?? 'assumed',
    source: row.source ?? 'assumed',
    note: row.note ?? '',
  }))
}
