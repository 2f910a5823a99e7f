import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type CountryCode, readCountryCodes, readPanel, sharedFactbook } from './factbook.ts'
import { FileOfRows } from './file-of-rows.ts'

const atlas = join(import.meta.dirname, '../atlas')
const years = [2022, 2023] as const
const panel = readPanel()

interface Share {
  readonly zone: string
  readonly share: number
  readonly status: string
  readonly note: string
}

/** Countries whose power has rows of its own by zone. */
const ownPower = new Set(['KZ'])

/**
 * Writes the rows that follow from the Factbook panel alone: power of every zone. Each is the figure as printed,
 * of 2022 and 2023; shares of a country over its zones come from `zone-shares.csv`, months from Ember.
 */
function main(): void {
  const zones = readZones()
  const codes = new Map(readCountryCodes().map((code) => [code.iso2, code]))
  const months = emberMonths()
  const supplies = new FileOfRows('id,name,carrier,zone,asset,kind,note')
  const demands = new FileOfRows('id,name,carrier,zone,kind,note')
  const figures = new FileOfRows(
    'table,row,field,value,low,high,unit,valid_from,valid_to,status,source,as_written,note',
  )
  const profiles = new FileOfRows('table,row,month,factor,status,source')

  for (const [country, own] of [...zones].sort()) {
    const code = codes.get(country)
    if (!code || ownPower.has(country)) continue
    for (const share of sharesOf(country, 'power', own)) {
      const { zone } = share
      const name = own.find(({ id }) => id === zone)?.name ?? zone
      const [supply, demand] = [`${zone}-power-supply`, `${zone}-power-demand`]
      const [imports, exports] = [`${zone}-power-imports`, `${zone}-power-exports`]
      const factors = profileOf(code, months)
      const highest = factors === null ? 1 : Math.max(...factors)
      let traded = 0
      for (const year of years) {
        const used = panel.value(country, 'el_cons', year)
        if (used === null) continue
        const from = `${year}-01-01`
        const bought = panel.value(country, 'el_imp', year) ?? 0
        const sold = panel.value(country, 'el_exp', year) ?? 0
        const trade = bought - sold
        traded += trade
        const write = (table: string, row: string, field: string, value: number, more: FigureRest): void => {
          const {
            unit = 'TWh/y',
            status = 'reported',
            source = 'factbook-2026',
            written = '',
            note = '',
          } = more
          const part =
            share.share === 1
              ? note
              : [`${share.share * 100} % of the country`, note].filter((t) => t !== '').join('; ')
          const worth = share.share === 1 ? status : status === 'reported' ? 'estimated' : status
          figures.add([
            table,
            row,
            field,
            round(value * share.share),
            '',
            '',
            unit,
            from,
            '',
            worth,
            source,
            written,
            part,
          ])
        }
        write('demands', demand, 'rate', used, { written: panel.written(country, 'el_cons', year) })
        const note = 'use less net imports: delivered, after losses of the grid'
        write('supplies', supply, 'output', Math.max(used - trade, 0), { status: 'estimated', note })
        write('supplies', supply, 'capacity', Math.max(used - trade, 0) * highest * 1.1, {
          status: 'estimated',
          note: 'mean of the highest month plus 10 %, assumption power-spare-output; the peak of an hour is the installed capacity',
        })
        const installed = panel.value(country, 'el_cap', year)
        if (installed !== null && installed > 0)
          write('supplies', supply, 'peak', installed, {
            unit: 'GW',
            written: panel.written(country, 'el_cap', year),
            note: 'installed',
          })
        write('demands', demand, 'peak', (used * highest * 1.35) / 8.76, {
          unit: 'GW',
          status: 'estimated',
          note: 'mean of the highest month times 1.35, assumption power-peak-over-month',
        })
        if (Math.abs(trade) > 0) {
          write('supplies', imports, 'output', Math.max(trade, 0), {})
          write('demands', exports, 'rate', Math.max(-trade, 0), {})
        }
      }
      supplies.add([supply, `Power of ${name}`, 'power', zone, '', 'production', 'all sources'])
      demands.add([demand, `Power use of ${name}`, 'power', zone, 'final', ''])
      void traded
      if (factors !== null)
        for (const [table, row] of [
          ['demands', demand],
          ['supplies', supply],
        ] as const)
          factors.forEach((factor, month) => {
            profiles.add([table, row, month + 1, round(factor), 'estimated', 'ember-2025-05'])
          })
    }
  }
  figures.keepOnly((row) => !/-power-(imports|exports)$/u.test(row[1] ?? ''))
  supplies.write(join(atlas, 'supplies/factbook.csv'))
  demands.write(join(atlas, 'demands/factbook.csv'))
  figures.write(join(atlas, 'figures/factbook.csv'))
  profiles.write(join(atlas, 'profiles/ember.csv'))
}

interface FigureRest {
  readonly unit?: string
  readonly status?: string
  readonly source?: string
  readonly written?: string
  readonly note?: string
}

function sharesOf(country: string, carrier: string, own: readonly { id: string }[]): Share[] {
  const rows = (
    parse(readFileSync(join(import.meta.dirname, 'zone-shares.csv')), { columns: true }) as Record<
      string,
      string
    >[]
  ).filter((row) => row.country === country && row.carrier === carrier)
  const only = own.find(({ id }) => id === country.toLowerCase())
  if (rows.length === 0) return only ? [{ zone: only.id, share: 1, status: 'reported', note: '' }] : []
  return rows.map((row) => ({
    zone: row.zone ?? '',
    share: Number(row.share_pct) / 100,
    status: row.status ?? 'assumed',
    note: row.note ?? '',
  }))
}

function readZones(): Map<string, { id: string; name: string }[]> {
  const zones = new Map<string, { id: string; name: string }[]>()
  for (const file of readdirSync(join(atlas, 'zones')))
    for (const row of parse(readFileSync(join(atlas, 'zones', file)), { columns: true }) as Record<
      string,
      string
    >[]) {
      const { id = '', name = '', country = '', kind } = row
      if (kind === 'market' || country === '') continue
      zones.set(country, [...(zones.get(country) ?? []), { id, name }])
    }
  return zones
}

/** Twelve factors by ISO3, from the months of 2023, for countries that Ember has in full. */
function emberMonths(): Map<string, number[]> {
  const rows = parse(readFileSync(join(sharedFactbook, '../ember/demand_monthly.csv')), {
    columns: true,
  }) as Record<'iso3' | 'month' | 'demand_twh', string>[]
  const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  const found = new Map<string, number[]>()
  for (const { iso3, month, demand_twh: twh } of rows) {
    const [year, number] = month.split('-').map(Number)
    if (year !== 2023 || number === undefined || iso3 === '') continue
    const factors = found.get(iso3) ?? []
    factors[number - 1] = Number(twh) / (days[number - 1] ?? 30)
    found.set(iso3, factors)
  }
  return new Map([...found].filter(([, factors]) => Object.keys(factors).length === 12))
}

function profileOf(code: CountryCode, months: Map<string, number[]>): number[] | null {
  const means = months.get(code.iso3)
  if (!means) return null
  const mean = means.reduce((sum, value) => sum + value, 0) / 12
  return means.map((value) => value / mean)
}

function round(value: number): number {
  return Number(value.toPrecision(5))
}

main()
