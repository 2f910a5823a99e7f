import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importAgsi } from '../atlas/import/import-agsi.ts'
import { importEia } from '../atlas/import/import-eia.ts'
import { importEntsog } from '../atlas/import/import-entsog.ts'
import { importEurostat } from '../atlas/import/import-eurostat.ts'
import { importGem } from '../atlas/import/import-gem.ts'
import { importJodi } from '../atlas/import/import-jodi.ts'
import { calendarDate } from '../core/time.ts'
import { importPublisher } from './import-publisher.ts'
import { openAtlas } from './load-atlas.ts'

const { atlas } = openAtlas()
const gem = fileURLToPath(new URL('../../../shared/data/gem/lng_terminals_2024-10.csv', import.meta.url))
// biome-ignore lint/suspicious/noConsole: a skipped test must be heard
if (!existsSync(gem)) console.warn('SKIPPED: ../shared/data/gem is missing, so no real file is imported')

describe('files of publishers, small and of the documented shape', () => {
  it('AGSI: fill of the day, volume and rates of a country', () => {
    const answer = {
      last_page: 1,
      data: [
        {
          name: 'Germany',
          code: 'DE',
          gasDayStart: '2024-03-01',
          gasInStorage: '171.2',
          workingGasVolume: '256.1',
          injectionCapacity: '4,106.5',
          withdrawalCapacity: '-',
          status: 'E',
        },
        { name: 'Atlantis', code: 'XA', gasDayStart: '2024-03-01', gasInStorage: '1' },
      ],
    }
    const { rows, skipped } = importAgsi(JSON.stringify(answer), atlas)
    expect(
      rows.figures?.map((one) => [one.row, one.field, one.value, one.unit, one.valid_to, one.status]),
    ).toEqual([
      ['de-gas-storage', 'level', '171.2', 'TWh', '2024-03-01', 'estimated'],
      ['de-gas-storage', 'volume', '256.1', 'TWh', null, 'estimated'],
      ['de-gas-storage', 'injection', '4106.5', 'GWh/d', null, 'estimated'],
    ])
    expect([...skipped.values()]).toEqual([1])
  })

  it('Eurostat: JSON-stat and SDMX-CSV give the same monthly flow, per day of the month', () => {
    const json = {
      version: '2.0',
      id: ['freq', 'siec', 'partner', 'unit', 'geo', 'time'],
      size: [1, 1, 2, 1, 1, 2],
      dimension: {
        freq: { category: { index: { M: 0 } } },
        siec: { category: { index: { G3000: 0 } } },
        partner: { category: { index: { SK: 0, XX: 1 } } },
        unit: { category: { index: { TJ_GCV: 0 } } },
        geo: { category: { index: { AT: 0 } } },
        time: { category: { index: { '2023-01': 0, '2023-02': 1 } } },
      },
      value: { 1: 2800, 2: 5 },
    }
    const csv =
      'DATAFLOW,LAST UPDATE,freq,siec,partner,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nESTAT:NRG_TI_GASM(1.0),x,M,G3000,SK,TJ_GCV,AT,2023-02,2800,\nESTAT:NRG_TI_GASM(1.0),x,M,G3000,SK,MIO_M3,AT,2023-02,75,\n'
    const [first, second] = [importEurostat(JSON.stringify(json), atlas), importEurostat(csv, atlas)]
    // February 2023 has 28 days: 2800 TJ are 100 a day.
    expect(first.rows.observations).toMatchObject([
      { from: '2023-02-01', to: '2023-02-28', value: '100', unit: 'TJ/d' },
    ])
    expect(second.rows.observations).toEqual(first.rows.observations)
    expect(second.skipped.get('the same month in another unit')).toBe(1)
  })

  it('ENTSOG: the mean of the days of a month, in the direction of the operator', () => {
    const link = atlas.tables.links.find(
      (one) => one.carrier === 'gas' && one.asset !== null && /^[a-z]{2}$/u.test(one.to_zone),
    )
    const point = atlas.nameOf(`assets/${link?.asset}`)
    const row = (day: string, value: number | null) => ({
      indicator: 'Physical Flow',
      periodType: 'day',
      periodFrom: `${day}T06:00:00+01:00`,
      operatorKey: `${link?.to_zone.toUpperCase()}-TSO-0001`,
      pointLabel: point,
      directionKey: 'entry',
      unit: 'kWh/d',
      value,
    })
    const text = JSON.stringify({
      operationaldata: [
        row('2024-01-01', 100e6),
        row('2024-01-02', 300e6),
        row('2024-01-03', null),
        { ...row('2024-01-04', 1), indicator: 'GCV' },
      ],
    })
    const { rows, skipped } = importEntsog(text, atlas)
    expect(rows.observations).toMatchObject([
      { value: '200', unit: 'GWh/d', from: '2024-01-01', to: '2024-01-02' },
    ])
    expect(rows.observations?.[0]?.links).toContain(link?.id)
    expect(skipped.size).toBe(2)
  })

  it('EIA and JODI: national totals on the one row of a country, and what has several is counted', () => {
    const one = atlas.tables.supplies.find(
      (row) =>
        row.carrier === 'crude' &&
        row.kind === 'production' &&
        /^[a-z]{2}$/u.test(row.zone) &&
        atlas.tables.supplies.filter(
          (other) =>
            other.carrier === 'crude' &&
            other.kind === 'production' &&
            atlas.zonesOf(row.zone.toUpperCase()).includes(other.zone),
        ).length === 1,
    )
    const code = one?.zone.toUpperCase() ?? ''
    const name = new Intl.DisplayNames('en', { type: 'region' }).of(code)
    const eia = {
      response: {
        data: [
          {
            period: '2023',
            productName: 'Crude oil including lease condensate',
            activityName: 'Production',
            countryRegionId: 'AAA',
            countryRegionName: name,
            unit: 'TBPD',
            value: '1234.5',
          },
          {
            period: '2023',
            productName: 'Crude oil including lease condensate',
            activityName: 'Production',
            countryRegionId: 'KAZ',
            countryRegionName: 'Kazakhstan',
            unit: 'TBPD',
            value: '1900',
          },
        ],
      },
    }
    const fromEia = importEia(JSON.stringify(eia), atlas)
    expect(fromEia.rows.figures).toMatchObject([
      {
        table: 'supplies',
        row: one?.id,
        field: 'output',
        value: '1234.5',
        unit: 'kb/d',
        valid_from: '2023-01-01',
        valid_to: '2023-12-31',
      },
    ])
    expect([...fromEia.skipped.keys()][0]).toContain('cannot be split')
    const jodi = `REF_AREA,TIME_PERIOD,ENERGY_PRODUCT,FLOW_BREAKDOWN,UNIT_MEASURE,OBS_VALUE,ASSESSMENT_CODE\n${code},2024-02,CRUDEOIL,INDPROD,KBD,1200,3\n${code},2024-02,CRUDEOIL,INDPROD,KTONS,5000,1\n${code},2024-02,CRUDEOIL,INDPROD,KBD,x,1\n`
    const fromJodi = importJodi(jodi, atlas)
    expect(fromJodi.rows.figures).toMatchObject([
      {
        row: one?.id,
        value: '1200',
        unit: 'kb/d',
        valid_from: '2024-02-01',
        valid_to: '2024-02-29',
        status: 'estimated',
      },
    ])
    expect(fromJodi.skipped.size).toBe(2)
  })

  it('GEM: figures on the asset that the atlas knows by name, a new asset for another, only what operates', () => {
    const known = atlas.tables.assets.find((asset) => asset.kind === 'pipeline' && asset.carrier === 'gas')
    const text = `ProjectID,PipelineName,SegmentName,Status,Countries,CapacityBcm/y,LengthMergedKm\nP1,"${known?.name}",A,Operating,Russia,30,100\nP1,"${known?.name}",B,operating,Russia,20,50\nP2,Moon Line,,operating,Germany;Poland,5,\nP3,Mars Line,,proposed,Germany,5,\n`
    const { rows, skipped } = importGem(text, atlas)
    expect(rows.assets).toMatchObject([
      { id: 'gem-p2', name: 'Moon Line', country: 'DE PL', kind: 'pipeline', carrier: 'gas' },
    ])
    expect(rows.figures?.map((one) => [one.row, one.field, one.value])).toEqual([
      [known?.id, 'capacity', '30'],
      [known?.id, 'length', '150'],
      ['gem-p2', 'capacity', '5'],
    ])
    expect(skipped.size).toBe(1)
  })

  it.each([
    [importAgsi, '{"error":"x"}'],
    [importEurostat, '{"error":[]}'],
    [importEntsog, '{"message":"no data"}'],
    [importEia, '{"error":"key"}'],
    [importJodi, 'a,b\n1,2\n'],
    [importGem, 'PK\u0003\u0004'],
    [importAgsi, 'not JSON'],
  ])('refuses a file of another form and says which form it takes (%#)', (importer, text) => {
    expect(() => importer(text, atlas)).toThrow(/not of the form that .+ gives out: .+/u)
  })
})

describe('importPublisher', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'import-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('tells a picture as no text, and quotes no more of a broken table than a line holds', async () => {
    const [picture, broken] = [join(folder, 'map.png'), join(folder, 'broken.csv')]
    writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))
    await expect(importPublisher('gem', picture, join(folder, 'none'))).rejects.toThrow(
      /map\.png: not a text file/u,
    )
    writeFileSync(broken, `a,b\n${'x'.repeat(4000)}"y,1\n`)
    const error = await importPublisher('gem', broken, join(folder, 'none')).catch((caught: Error) => caught)
    expect(error).toBeInstanceOf(Error)
    expect((error as Error).message.length).toBeLessThan(500)
  })

  it('writes tables that lie over the shipped atlas, where the newer figure then holds', async () => {
    const file = join(folder, 'agsi.json')
    writeFileSync(
      file,
      JSON.stringify({
        data: [{ code: 'DE', gasDayStart: '2026-10-01', gasInStorage: '123.4', status: 'C' }],
      }),
    )
    const out = join(folder, 'over')
    const { taken } = await importPublisher('agsi', file, out)
    expect(taken).toEqual({ sources: 1, figures: 1 })
    const { atlas: laid, problems } = openAtlas(out)
    expect(problems).toEqual([])
    expect(
      laid.figureAsPublished('stores', 'de-gas-storage', 'level', calendarDate('2026-10-01')),
    ).toMatchObject({ value: 123.4, source: 'agsi-import' })
    expect(laid.tables.zones).toHaveLength(atlas.tables.zones.length)
  })

  it('says what is wrong with a publisher, a path and a file without anything for the atlas', async () => {
    await expect(importPublisher('opec', 'x', folder)).rejects.toThrow(
      'gem, entsog, agsi, eia, eurostat, jodi',
    )
    await expect(importPublisher('agsi', join(folder, 'none.json'), folder)).rejects.toThrow('cannot be read')
    const empty = join(folder, 'empty.json')
    writeFileSync(empty, '{"data":[]}')
    await expect(importPublisher('agsi', empty, folder)).rejects.toThrow(
      'nothing of it has a place in the atlas',
    )
  })

  it.skipIf(!existsSync(gem))(
    'reads a real file of Global Energy Monitor into an atlas that loads whole',
    async () => {
      const out = join(folder, 'gem')
      const { taken } = await importPublisher('gem', gem, out)
      expect(taken.figures).toBeGreaterThan(100)
      expect(openAtlas(out).problems).toEqual([])
    },
  )
})
