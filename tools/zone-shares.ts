import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

export interface Zone {
  readonly id: string
  readonly name: string
}

export interface Share extends Zone {
  /** Part of the country's figure, 0 to 1. */
  readonly part: number
}

const rows = parse(readFileSync(join(import.meta.dirname, 'zone-shares.csv')), { columns: true }) as Record<
  'country' | 'series' | 'zone' | 'share_pct' | 'note',
  string
>[]

/** Zones of the atlas by ISO code, markets left out. */
export function readZones(atlas: string): Map<string, Zone[]> {
  const zones = new Map<string, Zone[]>()
  for (const file of readdirSync(join(atlas, 'zones')))
    for (const row of parse(readFileSync(join(atlas, 'zones', file)), { columns: true }) as Record<
      string,
      string
    >[]) {
      const { id = '', name = '', country = '', kind } = row
      if (kind !== 'market' && country !== '')
        zones.set(country, [...(zones.get(country) ?? []), { id, name }])
    }
  return zones
}

/** How a figure of a country spreads over its zones: whole where it has one zone, else by `zone-shares.csv`. */
export function sharesOf(country: string, series: string, own: readonly Zone[]): Share[] {
  const listed = rows.filter((row) => row.country === country && row.series === series)
  const only = own.find(({ id }) => id === country.toLowerCase())
  if (listed.length === 0) return only ? [{ ...only, part: 1 }] : []
  return listed.map((row) => {
    const zone = own.find(({ id }) => id === row.zone)
    if (!zone) throw new Error(`zone-shares.csv: ${row.zone} is no zone of ${country}`)
    return { ...zone, part: Number(row.share_pct) / 100 }
  })
}
