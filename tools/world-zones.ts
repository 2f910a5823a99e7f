import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { countryCodes } from '../src/atlas/country-names.ts'
import { readCountryCodes, readPanel, sharedFactbook } from './factbook.ts'

const atlas = join(import.meta.dirname, '../atlas')
const regions = ['africa', 'americas', 'asia', 'middle-east', 'oceania', 'europe'] as const

/**
 * Countries that get a zone: those that the Factbook shows in 2023 (else 2022) with 0.8 TWh of power use or
 * 9 kb/d of oil use, or with production of gas, coal or more than 1 kb/d of oil. What lies below uses together
 * less than a thousandth of each carrier of the world.
 */
function matters(latest: (series: string) => number): boolean {
  return (
    latest('el_cons') >= 0.8 ||
    latest('oil_cons') >= 9 ||
    latest('gas_prod') > 0 ||
    latest('coal_prod') > 0 ||
    latest('oil_prod') > 1
  )
}

/** Appends to `atlas/zones/REGION.csv` a row for each country that matters and has no zone yet. */
function main(): void {
  const panel = readPanel()
  const english = new Map(countryCodes().map(({ code, english: name }) => [code, name]))
  const points = new Map<string, { lat: string; lon: string }>(
    (
      parse(readFileSync(join(sharedFactbook, 'country_coordinates.csv')), { columns: true }) as {
        gec: string
        lat: string
        lon: string
      }[]
    ).map((row) => [row.gec, row]),
  )
  const present = new Set<string>()
  for (const file of [...regions, 'central-asia', 'russia']) {
    const rows = readZones(file)
    for (const row of rows) present.add(row.country ?? '')
  }
  for (const region of regions) {
    const lines: string[] = []
    for (const { gec, iso2, region: home } of readCountryCodes()) {
      if (home !== region || present.has(iso2)) continue
      if (!matters((series) => panel.latest(iso2, series))) continue
      const point = points.get(gec)
      if (!point) throw new Error(`no coordinates for ${gec}`)
      present.add(iso2)
      const name = english.get(iso2) ?? iso2
      const quoted = name.includes(',') ? `"${name}"` : name
      lines.push(`${iso2.toLowerCase()},${quoted},${iso2},country,${Number(point.lat)},${Number(point.lon)},`)
    }
    if (lines.length === 0) continue
    const path = join(atlas, 'zones', `${region}.csv`)
    const before =
      readZones(region).length > 0 ? readFileSync(path, 'utf8') : 'id,name,country,kind,lat,lon,note\n'
    writeFileSync(path, `${before}${lines.sort().join('\n')}\n`)
    console.log(`${region}: ${lines.length} zones added`)
  }
}

function readZones(region: string): Record<string, string>[] {
  try {
    return parse(readFileSync(join(atlas, 'zones', `${region}.csv`)), { columns: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

main()
