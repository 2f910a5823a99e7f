import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readCountryCodes, readPanel } from './factbook.ts'
import { FileOfRows } from './file-of-rows.ts'
import { deliveredPart, plantsOf } from './generation.ts'
import { gasFactors, powerFactors } from './month-factors.ts'
import { readZones, type Share, sharesOf, type Zone } from './zone-shares.ts'

const atlas = join(import.meta.dirname, '../atlas')
const years = [2022, 2023] as const
const panel = readPanel()
const codes = new Map(readCountryCodes().map((code) => [code.iso2, code]))
const peaks = publishedPeaks()
const byPower = powerFactors()
const byClimate = gasFactors()

const supplies = new FileOfRows('id,name,carrier,zone,asset,kind,note')
const demands = new FileOfRows('id,name,carrier,zone,kind,note')
const figures = new FileOfRows(
  'table,row,field,value,low,high,unit,valid_from,valid_to,status,source,as_written,note',
)
const profiles = new FileOfRows('table,row,month,factor,status,source')
const conversions = new FileOfRows('id,name,from_carrier,to_carrier,zone,asset,kind,note')

/** Countries with underground stores: their wells run evenly, the stores follow the seasons. */
const evenWells = new Set(['US', 'CA', 'CN', 'IR'])

/**
 * Writes the rows that follow from the Factbook panel alone: power, gas and coal of 2022 and 2023, as printed,
 * for every zone that has none by hand. Shares over zones come from `zone-shares.csv`, months from Ember.
 */
function main(): void {
  const taken = {
    demands: zonesWith('demands'),
    supplies: zonesWith('supplies'),
  }
  for (const [country, own] of [...readZones(atlas)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const isFree = (table: 'demands' | 'supplies', carrier: string) => (zone: Share) =>
      !taken[table].has(`${zone.id} ${carrier}`)
    if (!codes.has(country)) continue
    for (const zone of sharesOf(country, 'power', own).filter(isFree('demands', 'power')))
      addPower(country, zone)
    for (const carrier of ['gas', 'coal'] as const) {
      for (const zone of shares(country, carrier, 'demand', own).filter(isFree('demands', carrier)))
        addUse(country, zone, carrier)
      for (const zone of shares(country, carrier, 'production', own).filter(isFree('supplies', carrier)))
        addProduction(country, zone, carrier)
    }
  }
  supplies.write(join(atlas, 'supplies/factbook.csv'))
  demands.write(join(atlas, 'demands/factbook.csv'))
  figures.write(join(atlas, 'figures/factbook.csv'))
  profiles.write(join(atlas, 'profiles/factbook.csv'))
  conversions.write(join(atlas, 'conversions/generation.csv'))
}

function shares(country: string, carrier: string, side: string, own: readonly Zone[]): Share[] {
  return sharesOf(country, `${carrier}-${side}`, own)
}

interface Written {
  readonly unit: string
  readonly status?: string
  readonly written?: string
  readonly note?: string
  readonly source?: string
}

function addFigure(
  place: string,
  field: string,
  value: number,
  year: number,
  zone: Share,
  more: Written,
): void {
  const [table = '', row = ''] = place.split('/')
  const { unit, status = 'reported', written = '', note = '', source = 'factbook-2026' } = more
  const part =
    zone.part === 1 ? '' : `${Number((zone.part * 100).toPrecision(3))} % of the country, share assumed`
  const worth = zone.part !== 1 && status === 'reported' ? 'estimated' : status
  const text = [part, note].filter((words) => words !== '').join('; ')
  const rounded = Number((value * zone.part).toPrecision(6))
  figures.add([table, row, field, rounded, '', '', unit, `${year}-01-01`, '', worth, source, written, text])
}

/** Highest loads as published, the one nearest to 2023 of each country (`power-peaks.csv`). */
function publishedPeaks() {
  const text = readFileSync(join(import.meta.dirname, 'power-peaks.csv'), 'utf8')
  const rows: Record<string, string>[] = parse(text, { columns: true })
  return new Map(
    rows.map(({ country = '', day = '', gw, source = '', written = '', note = '' }) => [
      country,
      {
        gw: Number(gw),
        year: Number(day.slice(0, 4)),
        source,
        written,
        note: [day.length > 4 ? `on ${day}` : '', note].filter((words) => words !== '').join('; '),
      },
    ]),
  )
}

function addProfile(place: string, factors: readonly number[] | null, source: string): void {
  const [table = '', row = ''] = place.split('/')
  factors?.forEach((factor, month) => {
    profiles.add([table, row, month + 1, Number(factor.toFixed(4)), 'estimated', source])
  })
}

function addCost(row: string, value: number, unit: string): void {
  const range = [Number((value / 2).toPrecision(3)), Number((value * 1.8).toPrecision(3))]
  figures.add(['supplies', row, 'cost', value, ...range, unit, '', '', 'assumed', 'assumed', '', ''])
}

/** What a limit starts from: the year where no months are known. */
function spanOf(factors: readonly number[] | null): string {
  return factors === null ? 'mean of the year, months unknown or even,' : 'mean of the highest month'
}

function addPower(country: string, zone: Share): void {
  const [supply, demand] = [`${zone.id}-power-supply`, `${zone.id}-power-demand`]
  const factors = byPower.get(codes.get(country)?.iso3 ?? '') ?? null
  const highest = factors === null ? 1 : Math.max(...factors)
  const span = spanOf(factors)
  const burnt = addGeneration(country, zone)
  const peak = peaks.get(country)
  if (peak !== undefined) {
    const { gw, year, written, note, source } = peak
    addFigure(`demands/${demand}`, 'peak', gw, year, zone, { unit: 'GW', written, note, source })
  }
  for (const year of years) {
    const used = panel.value(country, 'el_cons', year)
    if (used === null) continue
    const trade = (panel.value(country, 'el_imp', year) ?? 0) - (panel.value(country, 'el_exp', year) ?? 0)
    // Shares of a zone are applied when the figure is written; plants are known by zone already.
    const made = Math.max(used - trade - burnt / zone.part, 0)
    const written = panel.written(country, 'el_cons', year)
    addFigure(`demands/${demand}`, 'rate', used, year, zone, { unit: 'TWh/y', written })
    if (peak === undefined || year < peak.year)
      addFigure(`demands/${demand}`, 'peak', (used * highest * 1.4) / 8.76, year, zone, {
        unit: 'GW',
        status: 'estimated',
        note: `${span} times 1.4, assumption power-peak-over-month`,
      })
    addFigure(`supplies/${supply}`, 'output', made, year, zone, {
      unit: 'TWh/y',
      status: 'estimated',
      note: `use less net imports${burnt > 0 ? ' and generation from gas and coal' : ''}: delivered, after losses of the grid`,
    })
    addFigure(`supplies/${supply}`, 'capacity', made * highest * 1.1, year, zone, {
      unit: 'TWh/y',
      status: 'estimated',
      note: `${span} plus 10 %, assumption power-spare-output`,
    })
    const installed = panel.value(country, 'el_cap', year) ?? 0
    if (installed > 0)
      addFigure(`supplies/${supply}`, 'peak', installed, year, zone, {
        unit: 'GW',
        written: panel.written(country, 'el_cap', year),
        note: 'installed',
      })
  }
  supplies.add([
    supply,
    `Power of ${zone.name}`,
    'power',
    zone.id,
    '',
    'production',
    burnt > 0 ? 'all sources but those with plants of their own rows' : 'all sources',
  ])
  demands.add([demand, `Power use of ${zone.name}`, 'power', zone.id, 'final', ''])
  addCost(supply, 30, 'EUR/MWh')
  addProfile(`demands/${demand}`, factors, 'ember-2025-05')
  addProfile(`supplies/${supply}`, factors, 'ember-2025-05')
}

const units = { gas: 'bcm/y', coal: 'Mt/y' } as const

/** Plants by fuel as conversions; gives what they deliver, TWh a year. */
function addGeneration(country: string, zone: Share): number {
  const used = panel.value(country, 'el_cons', 2023) ?? 0
  const trade = (panel.value(country, 'el_imp', 2023) ?? 0) - (panel.value(country, 'el_exp', 2023) ?? 0)
  const part = deliveredPart(codes.get(country)?.iso3 ?? '', used - trade, trade)
  let delivered = 0
  for (const { fuel, twh, gw, efficiency, note } of plantsOf(zone.id)) {
    const row = `${zone.id}-${fuel}-power`
    delivered += twh * part
    conversions.add([
      row,
      `Power from ${fuel} in ${zone.name}`,
      fuel,
      'power',
      zone.id,
      '',
      'generation',
      note,
    ])
    const unit = fuel === 'gas' ? 'TWh/y' : 'Mt/y'
    const from = country === 'KZ' ? '2024-01-01' : '2022-01-01'
    const figure = (field: string, value: number, unitOf: string, why: string): void => {
      const rounded = Number(value.toPrecision(5))
      figures.add([
        'conversions',
        row,
        field,
        rounded,
        '',
        '',
        unitOf,
        from,
        '',
        'assumed',
        'assumed',
        '',
        why,
      ])
    }
    figure('flow', twh / efficiency, unit, `${twh} TWh of gross output in 2023`)
    figure('capacity', (gw * 8.76 * 0.9) / efficiency, unit, `${gw} GW, nine tenths available`)
    figure(
      'efficiency',
      Number((efficiency * part).toPrecision(4)),
      fuel === 'gas' ? '1' : 'MWh/t',
      `delivered: ${efficiency} gross times ${part.toFixed(3)} after own use and losses`,
    )
  }
  return delivered
}

function gasProfile(country: string): readonly [readonly number[] | null, string] {
  const climate = byClimate.get(country)
  return climate
    ? [climate, 'derived']
    : [byPower.get(codes.get(country)?.iso3 ?? '') ?? null, 'ember-2025-05']
}

function addUse(country: string, zone: Share, carrier: 'gas' | 'coal'): void {
  const demand = `${zone.id}-${carrier}-demand`
  const unit = units[carrier]
  if (panel.latest(country, `${carrier}_cons`) < 0.01) return
  for (const year of years) {
    const used = panel.value(country, `${carrier}_cons`, year)
    if (used === null) continue
    const written = panel.written(country, `${carrier}_cons`, year)
    addFigure(`demands/${demand}`, 'rate', used, year, zone, { unit, written })
  }
  const name = carrier === 'gas' ? 'Gas use' : 'Coal use'
  demands.add([demand, `${name} of ${zone.name}`, carrier, zone.id, 'final', ''])
  if (carrier === 'gas') addProfile(`demands/${demand}`, ...gasProfile(country))
}

function addProduction(country: string, zone: Share, carrier: 'gas' | 'coal'): void {
  const supply = `${zone.id}-${carrier}-production`
  const unit = units[carrier]
  if (panel.latest(country, `${carrier}_prod`) < 0.01) return
  const [factors, source] = carrier === 'gas' && !evenWells.has(country) ? gasProfile(country) : [null, '']
  const highest = factors === null ? 1 : Math.max(...factors)
  for (const year of years) {
    const made = panel.value(country, `${carrier}_prod`, year)
    if (made === null) continue
    const written = panel.written(country, `${carrier}_prod`, year)
    addFigure(`supplies/${supply}`, 'output', made, year, zone, { unit, written })
    addFigure(`supplies/${supply}`, 'capacity', made * highest * 1.05, year, zone, {
      unit,
      status: 'estimated',
      note: `${spanOf(factors)} plus 5 %, assumption production-spare`,
    })
  }
  const name = carrier === 'gas' ? 'Gas production' : 'Coal production'
  supplies.add([supply, `${name} of ${zone.name}`, carrier, zone.id, '', 'production', ''])
  if (carrier === 'gas') addCost(supply, 10, 'EUR/MWh')
  else addCost(supply, 60, 'USD/t')
  addProfile(`supplies/${supply}`, factors, source)
}

/** `ZONE CARRIER` of rows that stand in files by hand: those keep their own figures. */
function zonesWith(table: 'demands' | 'supplies'): Set<string> {
  const found = new Set<string>()
  for (const file of readdirSync(join(atlas, table)))
    if (!['factbook.csv', 'open-trade.csv'].includes(file))
      for (const row of parse(readFileSync(join(atlas, table, file)), { columns: true }) as Record<
        string,
        string
      >[])
        if (row.kind !== 'market') found.add(`${row.zone} ${row.carrier}`)
  return found
}

main()
