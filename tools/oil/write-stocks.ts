import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Panel } from '../factbook.ts'
import type { Balance } from './balance.ts'
import type { OilZone } from './read-tables.ts'
import type { RegionFiles } from './rows.ts'

export interface StockInputs {
  readonly balances: readonly Balance[]
  readonly zones: readonly OilZone[]
  readonly panel: Panel
  readonly nameOf: (zone: string) => string
}

/** Smallest runs, or demand, in kb/d, of a zone that gets commercial tanks. */
const LEAST = 1000
/** Smallest net imports, kb/d, of a member whose emergency stocks get a row: each store costs the programme time. */
const LEAST_NET = 600
/** Usable commercial stock in days of runs and of demand. */
const CRUDE_DAYS = 20
const PRODUCT_DAYS = 15
/** Emergency stocks of members of the IEA and of the EU, days of net imports. */
const MEMBER_DAYS = 90
const READ = { columns: true } as const

/** Tanks of ports, commercial stocks and emergency stocks: published ones first, then rules of days. */
export function writeStocks(out: RegionFiles, { balances, zones, panel, nameOf }: StockInputs): void {
  const given = parse(readFileSync(join(import.meta.dirname, 'stocks.csv')), READ) as Record<string, string>[]
  const members = new Set(
    (
      parse(readFileSync(join(import.meta.dirname, 'stock-members.csv')), READ) as Record<string, string>[]
    ).flatMap((row) => (row.zones ?? '').split(' ')),
  )
  const has = new Set(given.map((row) => `${row.zone} ${row.carrier} ${row.kind}`))
  for (const row of given) {
    out.add('stores', [
      row.id ?? '',
      row.name ?? '',
      row.carrier ?? '',
      row.zone ?? '',
      row.asset ?? '',
      row.kind ?? '',
      '',
    ])
    const volume = Number(row.volume_mb) * 1000
    figures(row.id ?? '', volume, Number(row.level_pct), Number(row.days), {
      status: row.status ?? 'assumed',
      source: row.source ?? 'assumed',
      written: row.as_written ?? '',
      note: row.note ?? '',
      low: row.low ? Number(row.low) * 1000 : '',
      high: row.high ? Number(row.high) * 1000 : '',
    })
  }
  const first = balances[0]
  for (const zone of zones) {
    const name = nameOf(zone.zone)
    const runs = first?.runs.get(zone.zone) ?? 0
    const demand = first?.demand.get(zone.zone) ?? 0
    if (runs >= LEAST && !has.has(`${zone.zone} crude tank`))
      rule(
        'crude',
        'tank',
        'commercial-crude',
        `Commercial crude stocks of ${name}`,
        runs * CRUDE_DAYS,
        60,
        40,
      )
    if (demand >= LEAST && !has.has(`${zone.zone} products tank`))
      rule(
        'products',
        'tank',
        'commercial-products',
        `Commercial product stocks of ${name}`,
        demand * PRODUCT_DAYS,
        60,
        30,
      )
    if (!members.has(zone.zone)) continue
    const net =
      (panel.value(zone.iso2, 'oil_cons', 2023) ?? 0) - (panel.value(zone.iso2, 'oil_prod', 2023) ?? 0)
    if (net < LEAST_NET) continue
    const part = runs > 0.4 * demand ? 0.5 : 0
    if (part > 0 && !has.has(`${zone.zone} crude strategic`))
      rule(
        'crude',
        'strategic',
        'emergency-crude',
        `Emergency crude stocks of ${name}`,
        net * MEMBER_DAYS * part,
        95,
        90,
      )
    if (!has.has(`${zone.zone} products strategic`))
      rule(
        'products',
        'strategic',
        'emergency-products',
        `Emergency product stocks of ${name}`,
        net * MEMBER_DAYS * (1 - part),
        95,
        90,
      )

    function rule(
      carrier: string,
      kind: string,
      suffix: string,
      title: string,
      volume: number,
      level: number,
      days: number,
    ): void {
      const row = `${zone.zone}-${suffix}`
      out.add('stores', [row, title, carrier, zone.zone, '', kind, ''])
      figures(row, volume, level, days, {
        status: 'assumed',
        source: 'assumed',
        written: '',
        note:
          kind === 'tank'
            ? 'usable part of commercial stocks, days of use'
            : '90 days of net imports of 2023',
        low: '',
        high: '',
      })
    }
  }

  function figures(
    row: string,
    volume: number,
    level: number,
    days: number,
    rest: {
      status: string
      source: string
      written: string
      note: string
      low: number | string
      high: number | string
    },
  ): void {
    const store = { table: 'stores', row, from: '2023-01-01' } as const
    const assumed = { status: 'assumed', source: 'assumed' } as const
    out.figure({ ...store, field: 'volume', value: volume, unit: 'kbbl', ...rest })
    out.figure({ ...store, field: 'level', value: level, unit: '%', ...assumed })
    for (const field of ['injection', 'withdrawal'])
      out.figure({ ...store, field, value: volume / days, unit: 'kb/d', ...assumed })
  }
}
