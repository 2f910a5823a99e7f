import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAtlas } from '../atlas/check-atlas.ts'
import { calendarDate } from '../core/time.ts'
import type { Solution } from '../solve/solution.ts'
import { exportAtlas } from './export-atlas.ts'
import { exportSolution } from './export-solution.ts'
import { openAtlas, shippedAtlasFolder } from './load-atlas.ts'
import { loadSolver } from './load-solver.ts'
import { openForeignNetwork, solveForeignNetwork } from './open-foreign-network.ts'

const day = calendarDate('2024-06-15')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('exportAtlas', () => {
  it('copies the data package whole: the copy is an atlas as sound as the original', () => {
    const out = join(folder, 'csv')
    exportAtlas({ atlas: undefined, format: 'csv', day, out })
    const [copy, original] = [openAtlas(out), openAtlas(shippedAtlasFolder)]
    expect(copy.problems).toEqual(original.problems)
    expect(copy.atlas.tables.figures).toEqual(original.atlas.tables.figures)
    expect(checkAtlas(copy.atlas)).toEqual(checkAtlas(original.atlas))
    expect(readdirSync(out)).toContain('datapackage.json')
  })

  it('writes zones, links and assets with the figures of the day, longitude first', () => {
    const out = join(folder, 'geojson')
    exportAtlas({ atlas: undefined, format: 'geojson', day, out })
    const read = (name: string) => JSON.parse(readFileSync(join(out, `${name}.geojson`), 'utf8'))
    const { tables } = openAtlas().atlas
    expect(read('zones').features).toHaveLength(tables.zones.length)
    expect(read('assets').features).toHaveLength(tables.assets.length)
    const links = read('links').features
    expect(links).toHaveLength(tables.links.length)
    const line = links.find((one: { id: string }) => one.id === 'links/cpc-kazakh-section')
    const from = tables.zones.find((zone) => zone.id === 'kz-west')
    expect(line.geometry.coordinates[0]).toEqual([from?.lon, from?.lat])
    expect(Object.keys(line.properties).some((key) => /^(?:capacity|flow)_/u.test(key))).toBe(true)
  })

  it('writes a PyPSA folder of the whole atlas that the importer reads and solves', async () => {
    const out = join(folder, 'pypsa')
    exportAtlas({ atlas: undefined, format: 'pypsa', day, out })
    const network = openForeignNetwork(out)
    if (network === null) throw new Error('not read as a PyPSA folder')
    const solution = solveForeignNetwork(await loadSolver(), network, { day, shouldStop: () => false })
    expect(solution.status).toBe('optimal')
  })

  it('names the formats where another is asked for', () => {
    expect(() => exportAtlas({ atlas: undefined, format: 'xlsx', day, out: folder })).toThrow(
      'csv, geojson, pypsa',
    )
  })
})

const solution: Solution = {
  schema_version: '1',
  status: 'optimal',
  objective: 1,
  objective_constant: 0,
  periods: [
    { id: 'p1', start: '2025-01-01', days: 10 },
    { id: 'p2', start: '2025-01-11', days: 30 },
  ],
  flows: [
    { link: 'cpc-kazakh-section', carrier: 'crude', period: 'p1', value: 100, unit: 'kbbl/d', headroom: 20 },
    { link: 'cpc-kazakh-section', carrier: 'crude', period: 'p2', value: 20, unit: 'kbbl/d', headroom: 100 },
    { link: 'elsewhere', carrier: 'gas', period: 'p1', value: 5, unit: 'GWh/d', headroom: null },
  ],
  unserved: [{ zone: 'kz-west', carrier: 'gas', tier: 'industry', period: 'p2', value: 2, unit: 'GWh/d' }],
  prices: [],
  stores: [],
  capacities: [],
  binding: [],
  conflict: [],
  supplies: [],
  conversions: [],
  class_flows: [],
}

describe('exportSolution', () => {
  const write = (...formats: Parameters<typeof exportSolution>[0]['formats']) => {
    const out = join(folder, `solution-${formats.join('-')}`)
    exportSolution({ solution, formats, network: undefined, scenario: 'a-scenario', out })
    return (name: string): string => readFileSync(join(out, name), 'utf8')
  }

  it('gives each unit a column of its own, named after it', () => {
    expect(write('csv')('flows.csv').split('\n')).toEqual([
      'link,carrier,period,start,days,value_gwh_d,headroom_gwh_d,value_kbbl_d,headroom_kbbl_d',
      'cpc-kazakh-section,crude,p1,2025-01-01,10,,,100,20',
      'cpc-kazakh-section,crude,p2,2025-01-11,30,,,20,100',
      'elsewhere,gas,p1,2025-01-01,10,5,,,',
      '',
    ])
  })

  it('writes the IAMC long table, flows under the two zones that they join', () => {
    const rows = write('iamc')('solution.iamc.csv').split('\n')
    expect(rows[0]).toBe('model,scenario,region,variable,unit,time,value')
    expect(rows[1]).toMatch(
      /^Corridor [\d.]+,a-scenario,kz-west>ru-cpc-line,Trade\|Crude,kbbl\/d,2025-01-01,100$/u,
    )
    expect(rows).toHaveLength(6)
  })

  it('writes mean flows by days on the map, and quantities that stay unserved', () => {
    const { features } = JSON.parse(write('geojson')('solution.geojson'))
    // 100 for 10 days and 20 for 30: 40 a day; 2 a day for 30 days: 60.
    expect(features[0].properties).toMatchObject({ mean_flow_kbbl_d: 40, least_headroom_kbbl_d: 20 })
    expect(features[0].geometry.type).toBe('LineString')
    expect(features.at(-1)).toMatchObject({ id: 'zones/kz-west', properties: { unserved_gas_gwh: 60 } })
  })

  it('writes Parquet that reads back as the same rows', async () => {
    write('parquet')
    const bytes = readFileSync(join(folder, 'solution-parquet', 'flows.parquet'))
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    const rows = await parquetReadObjects({ file })
    expect(rows[0]).toMatchObject({
      link: 'cpc-kazakh-section',
      days: 10,
      value_kbbl_d: 100,
      value_gwh_d: null,
    })
    expect(rows).toHaveLength(3)
  })
})
