import { readSeaLegs } from './read-tables.ts'
import type { RegionFiles } from './rows.ts'

const legs = readSeaLegs()
/** Freight for 1,000 km: USD a barrel, EUR a MWh, USD a tonne. */
const freight: Readonly<Record<string, readonly [value: number, unit: string]>> = {
  crude: [0.2, 'USD/bbl'],
  products: [0.3, 'USD/bbl'],
  lng: [0.3, 'EUR/MWh'],
  coal: [1.2, 'USD/t'],
}
const words: Readonly<Record<string, string>> = {
  crude: 'crude',
  products: 'products',
  lng: 'LNG',
  coal: 'coal',
}

/** Links between basins with the flow of one day, each carrier on its own row, id `LEG-CARRIER`. */
export function writeSea(
  out: RegionFiles,
  from: string,
  flows: ReadonlyMap<string, ReadonlyMap<string, number>>,
  unit = 'kb/d',
): void {
  for (const [carrier, byLeg] of flows)
    for (const leg of legs) {
      if (!leg.carriers.includes(carrier)) continue
      const row = `${leg.id}-${carrier}`
      const kind = leg.id === 'sumed' ? 'pipeline' : 'market'
      out.add('links', [
        row,
        `${leg.name}, ${words[carrier]}`,
        carrier,
        leg.from,
        leg.to,
        leg.asset,
        kind,
        leg.note,
      ])
      const link = { table: 'links', row, from } as const
      out.figure({
        ...link,
        field: 'flow',
        value: byLeg.get(leg.id) ?? 0,
        unit,
        status: 'estimated',
        source: 'gravity-prior',
      })
      const [rate, price] = freight[carrier] ?? [0, 'EUR/MWh']
      const assumed = { status: 'assumed', source: 'assumed' } as const
      out.figure({
        ...link,
        field: 'cost',
        value: (rate * leg.length) / 1000,
        unit: price,
        ...assumed,
        note: `${leg.length} km`,
      })
      if (leg.id === 'sumed')
        out.figure({
          ...link,
          field: 'capacity',
          value: 2500,
          high: 2800,
          unit,
          status: 'reported',
          source: 'oil-gem-goit',
          note: 'two lines of 1.25 mb/d',
        })
    }
}
