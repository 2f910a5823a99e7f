import type { Panel } from '../factbook.ts'
import type { Balance } from './balance.ts'
import { type OilZone, readCosts } from './read-tables.ts'
import type { RegionFiles } from './rows.ts'

export interface CountryInputs {
  readonly balance: Balance
  readonly zones: readonly OilZone[]
  readonly panel: Panel
  readonly nameOf: (zone: string) => string
}

/**
 * Cost of a barrel, USD, where `crude-costs.csv` gives none: the price level of the market, at which oil is produced
 * that could as well stay away. It sets the worth of a barrel in the base; cheap oil earns a rent over its own cost.
 */
const USUAL_COST = 65
/** World refining capacity over world runs of 2023, 103,050 to 82,871 kb/d, where a country is not printed. */
const CAPACITY_OVER_RUNS = 1.2435
/** Headroom of fields and plants that run flat out. */
const HEADROOM = 1.03

const costs = readCosts()

/** Supply of crude and of other liquids, refining, direct burning and demand of every zone at one epoch. */
export function writeCountries(out: RegionFiles, { balance, zones, panel, nameOf }: CountryInputs): void {
  const { from } = balance.epoch
  const isFirst = from === '2023-01-01'
  for (const zone of zones) {
    const id = zone.zone
    const name = nameOf(id)
    const total = panel.written(zone.iso2, 'oil_prod', 2023)
    const crude = balance.crude.get(id) ?? 0
    if (crude > 0 && zone.iso2 !== 'CN') {
      const row = id === 'tm' ? 'tm-crude-refined' : `${id}-crude`
      const supply = { table: 'supplies', row, unit: 'kb/d', from } as const
      out.add('supplies', [row, `Crude and condensate of ${name}`, 'crude', id, '', 'production', zone.note])
      out.figure({
        ...supply,
        field: 'output',
        value: crude,
        status: isFirst ? 'estimated' : 'assumed',
        source: isFirst ? 'factbook-2026' : 'assumed',
        written: isFirst ? total : '',
        note: isFirst ? 'crude and condensate in the total of all liquids: share from general knowledge' : '',
      })
      if (isFirst) {
        const most = Math.max(...[2023, 2024, 2025, 2026].map((year) => zone.crude(year as 2023) ?? 0))
        const sustained = (zone.crude(2024) ?? 0) + zone.spare
        const isSpare = zone.spare >= 400
        out.figure({
          ...supply,
          field: 'capacity',
          value: isSpare ? sustained : Math.max(sustained, most * HEADROOM),
          status: isSpare ? 'estimated' : 'assumed',
          source: isSpare ? 'iea-spare-2025' : 'assumed',
          note: isSpare ? `output of 2024 and ${zone.spare} kb/d of spare capacity` : 'little spare',
        })
        out.figure({
          ...supply,
          field: 'cost',
          value: costs.get(id) ?? USUAL_COST,
          unit: 'USD/bbl',
          status: 'assumed',
          source: 'assumed',
        })
      }
    }
    const other = balance.other.get(id) ?? 0
    if (other > 0 && isFirst) {
      const row = `${id}-other-liquids`
      out.add('supplies', [
        row,
        `Natural gas liquids, biofuels and other liquids of ${name}`,
        'products',
        id,
        '',
        'production',
        '',
      ])
      const supply = { table: 'supplies', row, unit: 'kb/d', from } as const
      const rest = { status: 'estimated', source: 'factbook-2026' } as const
      out.figure({
        ...supply,
        ...rest,
        field: 'output',
        value: other,
        written: total,
        note: 'all liquids less crude and condensate, whose share is general knowledge',
      })
      out.figure({
        ...supply,
        field: 'capacity',
        value: other,
        status: 'estimated',
        source: 'derived',
      })
    }
    const runs = balance.runs.get(id) ?? 0
    if (runs > 0.5) {
      const row = `${id}-refining`
      const conversion = { table: 'conversions', row, unit: 'kb/d', from } as const
      out.add('conversions', [row, `Refineries of ${name}`, 'crude', 'products', id, '', 'refining', ''])
      const printed = zone.refining
      out.figure({
        ...conversion,
        field: 'flow',
        value: runs,
        status: printed ? 'estimated' : 'assumed',
        source: printed ? 'ei-review-2026' : 'oil-balance',
        note: printed
          ? 'throughput as printed, scaled so that all crude of the world is used'
          : isFirst
            ? 'general knowledge, scaled so that all crude of the world is used'
            : '',
      })
      const capacity = printed?.capacity(balance.epoch.year) ?? 0
      const isPrinted = printed !== null && capacity >= runs
      const isWhole = printed?.part === 1
      if (isFirst || isPrinted)
        out.figure({
          ...conversion,
          field: 'capacity',
          value: isPrinted ? capacity : runs * (printed ? HEADROOM : CAPACITY_OVER_RUNS),
          status: isPrinted && isWhole ? 'reported' : 'estimated',
          source: 'ei-review-2026',
          written: isPrinted && isWhole ? String(capacity) : '',
          note: !isPrinted
            ? printed
              ? 'plants run above the capacity that is printed'
              : 'runs times world capacity over world runs'
            : isWhole
              ? ''
              : 'capacity of the country shared by runs',
        })
      if (isFirst) {
        out.figure({
          ...conversion,
          field: 'efficiency',
          value: balance.gain,
          unit: '1',
          low: 1,
          high: 1.07,
          status: 'estimated',
          source: 'oil-balance',
          note: 'gain in volume that closes the world balance of 2023',
        })
      }
    }
    const burn = balance.burn.get(id) ?? 0
    if (burn > 0 && isFirst) {
      const row = `${id}-crude-burn`
      out.add('demands', [row, `Crude burnt for power and industry in ${name}`, 'crude', id, 'final', ''])
      out.figure({
        table: 'demands',
        row,
        field: 'rate',
        value: burn,
        unit: 'kb/d',
        from,
        status: 'assumed',
        source: 'assumed',
      })
    }
    const demand = balance.demand.get(id) ?? 0
    if (demand > 0) {
      const row = `${id}-products`
      const isPublished = isFirst && zone.share === 1 && zone.burn === 0
      out.add('demands', [row, `Oil products of ${name}`, 'products', id, 'final', ''])
      out.figure({
        table: 'demands',
        row,
        field: 'rate',
        value: demand,
        unit: 'kb/d',
        from,
        status: isPublished ? 'reported' : 'estimated',
        source: isFirst ? 'factbook-2026' : 'oil-balance',
        written: isFirst ? panel.written(zone.iso2, 'oil_cons', 2023) : '',
        note: isPublished ? '' : isFirst ? 'part of the country, less crude burnt' : 'with stock change',
      })
    }
  }
  const liquids = balance.other.get('ru-siberia') ?? 0
  if (isFirst && liquids > 0) {
    const rest = { unit: 'kb/d', from, status: 'estimated', source: 'factbook-2026' } as const
    const supply = { table: 'supplies', row: 'ru-other-liquids', ...rest } as const
    out.add('supplies', [
      'ru-other-liquids',
      'Natural gas liquids of Russia',
      'products',
      'ru-siberia',
      '',
      'production',
      '',
    ])
    const written = panel.written('RU', 'oil_prod', 2023)
    out.figure({ ...supply, field: 'output', value: liquids, written, note: 'all liquids less crude' })
    out.figure({ ...supply, field: 'capacity', value: liquids })
    out.add('demands', [
      'ru-other-liquids',
      'Gas liquids used in Russia',
      'products',
      'ru-siberia',
      'final',
      'petrochemistry and households',
    ])
    out.figure({ table: 'demands', row: 'ru-other-liquids', field: 'rate', value: liquids, ...rest, written })
  }
}
