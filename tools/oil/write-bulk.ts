import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readOilZones, shares } from './read-tables.ts'
import type { RegionFiles } from './rows.ts'
import { type Port, seaFlows } from './sea-flows.ts'
import { writeSea } from './write-sea.ts'

type Cells = Readonly<Record<string, string>>
const read = (name: string): Cells[] =>
  parse(readFileSync(join(import.meta.dirname, name)), { columns: true })
const units = { lng: 'GWh/d', coal: 'kt/d' } as const
export type Bulk = keyof typeof units

const usual = new Map(readOilZones().map((zone) => [zone.zone, zone.ports]))
const special = new Map(
  read('bulk-ports.csv').map((row) => [`${row.carrier} ${row.zone}`, shares(row.ports)]),
)

/** Net seaborne trade of 2023 by zone and basin, from `bulk-margins.csv`: what the balances of gas and coal leave open. */
export function bulkPorts(carrier: Bulk, direction: 'import' | 'export'): Port[] {
  return read('bulk-margins.csv')
    .filter((row) => row.carrier === carrier && row.direction === direction)
    .flatMap((row) => {
      const zone = row.zone ?? ''
      const ports = special.get(`${carrier} ${zone}`) ?? usual.get(zone) ?? []
      return ports.map(([basin, share]) => ({ zone, basin, volume: Number(row.per_day) * share }))
    })
}

export interface BulkInputs {
  readonly carrier: Bulk
  readonly from: string
  readonly exports: readonly Port[]
  readonly imports: readonly Port[]
  /** Ports whose link stands in another table. */
  readonly elsewhere: ReadonlySet<Port>
  readonly nameOf: (zone: string) => string
  readonly cost: number | null
}

/** Links of ports and sea legs of one bulk carrier at one date; the larger side is scaled to the smaller. */
export function writeBulk(ports: RegionFiles, seas: RegionFiles, of: BulkInputs): void {
  const { carrier, from, nameOf } = of
  const unit = units[carrier]
  const total = (list: readonly Port[]) => list.reduce((sum, port) => sum + port.volume, 0)
  const least = Math.min(total(of.exports), total(of.imports))
  const sized = (list: readonly Port[]) => {
    const factor = least / total(list)
    return list.map((port) => ({ ...port, volume: port.volume * factor, link: !of.elsewhere.has(port) }))
  }
  const [sent, taken] = [sized(of.exports), sized(of.imports)]
  const what = carrier === 'lng' ? 'LNG' : 'Coal'
  const figure = (row: string, value: number) =>
    ports.figure({
      table: 'links',
      row,
      field: 'flow',
      value,
      unit,
      from,
      status: 'estimated',
      source: 'derived',
      note: 'net trade of 2023, split over coasts',
    })
  for (const port of sent.filter(({ link }) => link)) {
    const row = `${port.zone}-${port.basin}-${carrier}`
    const name = `${what} exports of ${nameOf(port.zone)} to the ${nameOf(port.basin)}`
    ports.add('links', [row, name, carrier, port.zone, port.basin, '', 'market', ''])
    figure(row, port.volume)
    if (of.cost !== null)
      ports.figure({
        table: 'links',
        row,
        field: 'cost',
        value: of.cost,
        low: of.cost * 0.6,
        high: of.cost * 1.4,
        unit: 'EUR/MWh',
        from,
        status: 'assumed',
        source: 'assumed',
        note: 'what a cargo fetches elsewhere, less the cost of the gas: a cargo not sold here is sold there',
      })
  }
  for (const port of taken.filter(({ link }) => link)) {
    const row = `${port.basin}-${port.zone}-${carrier}`
    const name = `${what} from the ${nameOf(port.basin)} to ${nameOf(port.zone)}`
    ports.add('links', [row, name, carrier, port.basin, port.zone, '', 'sea', ''])
    figure(row, port.volume)
  }
  const year = Number(from.slice(0, 4))
  writeSea(seas, from, new Map([[carrier, seaFlows(carrier, year, sent, taken)]]), unit)
}

/** The ports with what changed by the date, from `bulk-changes.csv`. */
export function withChanges(ports: readonly Port[], carrier: Bulk, direction: string, from: string): Port[] {
  const changes = read('bulk-changes.csv').filter(
    (row) => row.carrier === carrier && row.direction === direction && (row.from ?? '') <= from,
  )
  return ports.map((port) => {
    const change = changes.findLast((row) => row.zone === port.zone)
    return change ? { ...port, volume: Number(change.per_day) } : port
  })
}
