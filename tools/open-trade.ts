import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openAtlas } from '../src/app/load-atlas.ts'
import type { Network } from '../src/atlas/network.ts'
import { parseCalendarDate } from '../src/core/time.ts'
import { readCountryCodes } from './factbook.ts'
import { FileOfRows } from './file-of-rows.ts'

const atlasFolder = join(import.meta.dirname, '../atlas')
const tables = ['supplies', 'demands', 'figures'] as const
const units = { gas: 'GWh/d', lng: 'GWh/d', power: 'GWh/d', coal: 'kt/d' } as const
type Traded = keyof typeof units

/** Zones whose gas is balanced by hand elsewhere, date by date. */
const balancedRegions = new Set(['europe', 'russia', 'central-asia'])
/** Zones of these regions whose gas nobody balances by hand. */
const gasHere = new Set(['al', 'cy', 'gi', 'is', 'me', 'xk'])
/** Zones elsewhere whose gas flows on into those regions, with figures of other years. */
const gasByHand = new Set(['ir', 'dz', 'ly', 'cn-xinjiang'])

/**
 * Writes `open-trade.csv`: for each zone and carrier the net trade of 2023 that no link of the atlas carries,
 * as a market row, so that nothing is hidden in differences. Run again after links were added: it starts from
 * the atlas without these rows.
 */
function main(): void {
  const paths = tables.map((table) => join(atlasFolder, table, 'open-trade.csv'))
  for (const path of paths) if (existsSync(path)) rmSync(path)
  const date = parseCalendarDate('2023-07-01')
  if (date === null) throw new Error('no such day')
  const { atlas } = openAtlas()
  const network = atlas.networkAt(date)
  const names = new Map(atlas.tables.zones.map((zone) => [zone.id, zone]))
  const regionOf = new Map(readCountryCodes().map(({ iso2, region }) => [iso2, region]))
  const supplies = new FileOfRows('id,name,carrier,zone,asset,kind,note')
  const demands = new FileOfRows('id,name,carrier,zone,kind,note')
  const figures = new FileOfRows(
    'table,row,field,value,low,high,unit,valid_from,valid_to,status,source,as_written,note',
  )
  const openings = new Map<string, number>()
  for (const [bus, { net, size }] of [...balances(network)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [id = '', carrier = ''] = bus.split(':')
    const zone = names.get(id)
    if (!zone || zone.kind === 'market' || !(carrier in units)) continue
    const inRegion = balancedRegions.has(regionOf.get(zone.country) ?? '') && !gasHere.has(id)
    if ((inRegion || gasByHand.has(id)) && carrier === 'gas') continue
    if (inRegion && carrier === 'lng' && !['ru-east', 'ru-nw', 'no'].includes(id)) continue
    if (zone.country === 'KZ') continue
    if (Math.abs(net) < 0.01 * size || Math.abs(net) < 0.01) continue
    const unit = units[carrier as Traded]
    const value = Number(Math.abs(net).toPrecision(5))
    openings.set(carrier, (openings.get(carrier) ?? 0) + value)
    const note = 'net trade of 2023 that no link here carries, and what the figures leave unexplained'
    if (net < 0) {
      const row = `${id}-${carrier}-open-imports`
      supplies.add([row, `Other ${carrier} imports of ${zone.name}`, carrier, id, '', 'market', note])
      for (const [field, factor] of [
        ['output', 1],
        ['capacity', 1.3],
      ] as const)
        figures.add([
          'supplies',
          row,
          field,
          Number((value * factor).toPrecision(5)),
          '',
          '',
          unit,
          '2022-01-01',
          untilOf(carrier),
          'estimated',
          'derived',
          '',
          note,
        ])
    } else {
      const row = `${id}-${carrier}-open-exports`
      demands.add([row, `Other ${carrier} exports of ${zone.name}`, carrier, id, 'market', note])
      figures.add([
        'demands',
        row,
        'rate',
        value,
        '',
        '',
        unit,
        '2022-01-01',
        untilOf(carrier),
        'estimated',
        'derived',
        '',
        note,
      ])
    }
  }
  supplies.write(paths[0] ?? '')
  demands.write(paths[1] ?? '')
  figures.write(paths[2] ?? '')
  for (const [carrier, value] of openings) console.log(`${carrier}: ${value.toFixed(0)} open`)
}

/** From 2024 all LNG goes over the sea basins. */
function untilOf(carrier: string): string {
  return carrier === 'lng' ? '2023-12-31' : ''
}

/** By bus: what enters less what leaves by the figures of the day, and the larger of the two. */
function balances(network: Network): Map<string, { net: number; size: number }> {
  const found = new Map<string, { net: number; size: number }>()
  const add = (bus: string, value: number | undefined): void => {
    if (value === undefined) return
    const before = found.get(bus) ?? { net: 0, size: 0 }
    found.set(bus, { net: before.net + value, size: before.size + Math.abs(value) / 2 })
  }
  for (const { bus, output, kind } of network.supplies) if (kind !== 'emergency') add(bus, output?.value)
  for (const { bus, rate } of network.demands) add(bus, -rate.value)
  for (const { from, to, flow, loss } of network.links) {
    add(from, flow ? -flow.value : undefined)
    add(to, flow ? flow.value * (1 - loss) : undefined)
  }
  for (const { from, to, flow, efficiency } of network.conversions) {
    add(from, flow ? -flow.value : undefined)
    add(to, flow ? flow.value * efficiency : undefined)
  }
  return found
}

main()
