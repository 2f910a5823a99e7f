import { describe, expect, it } from 'vitest'
import { importAgsi } from '../atlas/import/import-agsi.ts'
import { importEntsog } from '../atlas/import/import-entsog.ts'
import { importEurostat } from '../atlas/import/import-eurostat.ts'
import { importGem } from '../atlas/import/import-gem.ts'
import { importGemWorkbook, type WorkbookSheet } from '../atlas/import/import-gem-workbook.ts'
import { importJodi } from '../atlas/import/import-jodi.ts'
import { numberOf } from '../atlas/import/imported.ts'
import { openAtlas } from './load-atlas.ts'

const { atlas } = openAtlas()
const sheet = (name: string, ...rows: (readonly string[])[]): WorkbookSheet => ({ name, rows })

describe('workbooks of Global Energy Monitor on fields, mines and plants', () => {
  const units = sheet(
    'Field-level main data',
    ['Unit ID', 'Unit Name', 'Fuel type', 'Country/Area', 'Status', 'Latitude', 'Longitude'],
    ['L1', 'Tengiz Oil and Gas Field (Kazakhstan)', 'oil and gas', 'Kazakhstan', 'operating', '46', '53'],
    ['L2', 'Moon Gas Field (Norway)', 'gas', 'Norway', 'operating', '66', '3'],
    ['L3', 'Mars Oil Field (Norway)', 'oil', 'Norway', 'discovered', '66', '4'],
    ['L4', 'Venus Oil Field (Norway)', 'oil', 'Norway', 'operating', '66', '5'],
  )
  const columns = [
    'Unit ID',
    'Fuel description',
    'Quantity (converted)',
    'Units (converted)',
    'Data Year',
  ] as const

  it('give the output of a field in its latest year, crude with condensate and without gas liquids', () => {
    const produced = sheet(
      'Field-level production data',
      columns,
      ['L1', 'oil', '200', 'million bbl/y', '2023'],
      ['L1', 'oil', '210', 'million bbl/y', '2024'],
      ['L1', 'condensate', '5', 'million bbl/y', '2024'],
      ['L1', 'NGL', '40', 'million bbl/y', '2024'],
      ['L1', 'gas', '17000', 'million m³/y', '2024'],
      ['L2', 'associated gas', '300', 'million m³/y', '2024'],
      ['L2', 'dry gas', '700', 'million m³/y', '2024'],
      ['L2', 'gas', '1000', 'million m³/y', '2024'],
      ['L2', 'condensate', '1', 'million bbl/y', '2022'],
    )
    const reserves = sheet('Field-level reserves data', columns, ['L4', 'oil', '9', 'million bbl', '2024'])
    const { rows, skipped } = importGemWorkbook([sheet('About', ['x']), units, reserves, produced], atlas)
    expect(rows.figures?.map((one) => [one.row, one.value, one.unit, one.valid_from])).toEqual([
      ['tengiz', '215', 'Mbbl/y', '2024-01-01'],
      ['gem-l2', '1000', 'Mm3/y', '2024-01-01'],
    ])
    expect(rows.assets).toMatchObject([
      { id: 'gem-l2', name: 'Moon Gas Field', kind: 'field', carrier: 'gas', country: 'NO' },
    ])
    expect([...skipped.keys()]).toEqual([
      'status discovered: only what is operating is taken',
      'a field without production',
    ])
  })

  it('read the sheet of earlier releases, where production and reserves stand together', () => {
    const both = sheet(
      'Production & reserves',
      [...columns, 'Production/reserves'],
      ['L1', 'crude oil and condensate', '220', 'million bbl/y', '2022', 'production'],
      ['L1', 'crude oil', '190', 'million bbl/y', '2022', 'production'],
      ['L1', 'oil', '400', 'million bbl/y', '2022', 'production design capacity'],
    )
    const { rows } = importGemWorkbook([units, both], atlas)
    expect(rows.figures?.map((one) => [one.row, one.value])).toEqual([['tengiz', '220']])
  })

  it('read the file of the map, where output stands beside the field', () => {
    const text =
      'unit-id,wiki-name,country/area,status,production---oil-(million-bbl/y),production-year---oil,production---gas-(million-m³/y),production-year---gas\nOG1,Tengiz Oil Field (Kazakhstan),Kazakhstan,operating,211.5,2023,90,2023\n'
    expect(importGem(text, atlas).rows.figures).toMatchObject([
      { row: 'tengiz', field: 'output', value: '211.5', unit: 'Mbbl/y' },
    ])
  })

  it('add the units of a power plant, and take a mine for a mine though its capacity is in Mtpa as that of LNG', () => {
    const plants = sheet(
      'Gas & Oil Units',
      ['Country/Area', 'Plant name', 'Unit name', 'Fuel', 'Capacity (MW)', 'Status', 'GEM location ID'],
      ['Germany', 'Moon power station', '1', 'fossil gas: natural gas', '400', 'operating', 'L7'],
      ['Germany', 'Moon power station', '2', 'fossil gas: natural gas', '250', 'operating', 'L7'],
      ['Germany', 'Moon power station', '3', 'fossil gas: natural gas', '900', 'construction', 'L7'],
    )
    const mines = sheet(
      'Non-closed mines',
      ['GEM Mine ID', 'Country / Area', 'Mine Name', 'Status', 'Capacity (Mtpa)', 'Production (Mtpa)'],
      ['M1', 'Poland', 'Moon Coal Mine', 'Operating', '12', '-'],
    )
    const { rows } = importGemWorkbook([plants, mines], atlas)
    expect(rows.assets).toMatchObject([
      { id: 'gem-l7', kind: 'plant', carrier: 'power', country: 'DE' },
      { id: 'gem-m1', kind: 'field', carrier: 'coal', country: 'PL' },
    ])
    expect(rows.figures?.map((one) => [one.row, one.field, one.value, one.unit])).toEqual([
      ['gem-l7', 'capacity', '650', 'MW'],
      ['gem-m1', 'capacity', '12', 'Mt/y'],
    ])
  })

  it('do not add what a terminal ships to what it takes, and leave ammonia out', () => {
    const text =
      'ProjectID,TerminalName,FacilityType,Fuel,Status,Country/Area,CapacityInMtpa\nT1,Moon LNG,import,LNG,operating,Germany,4\nT1,Moon LNG,export,LNG,operating,Germany,10\nT2,Sun LNG,export,NH3,operating,Germany,1\n'
    const { rows, skipped } = importGem(text, atlas)
    expect(rows.figures?.map((one) => [one.row, one.value])).toEqual([['gem-t1', '10']])
    expect([...skipped.keys()]).toEqual([
      'a line or terminal of nh3',
      'the smaller way of a terminal that ships LNG and takes it',
    ])
  })
})

describe('other layouts of the same publishers', () => {
  it('AGSI: countries within a day of the EU, and the columns as CSV with semicolons', () => {
    const nested = {
      data: [
        {
          code: 'eu',
          gasDayStart: '2024-03-01',
          children: [{ code: 'DE', gasDayStart: '2024-03-01', gasInStorage: '171.2' }],
        },
      ],
    }
    const csv = 'name;code;gasDayStart;gasInStorage;status\nGermany;DE;2024-03-01;171.2;C\n'
    for (const text of [JSON.stringify(nested), csv]) {
      expect(importAgsi(text, atlas).rows.figures).toMatchObject([
        { row: 'de-gas-storage', field: 'level', value: '171.2' },
      ])
    }
  })

  it('Eurostat: the table of the bulk download with flags behind its values', () => {
    const text =
      'freq,siec,partner,unit,geo\\TIME_PERIOD\t2022-01 \t2022-02 \t2022-03 \nM,G3000,SK,TJ_GCV,AT\t31000 p\t: c\t3100 \n'
    expect(
      importEurostat(text, atlas).rows.observations?.map((one) => [one.from, one.value, one.unit]),
    ).toEqual([
      ['2022-01-01', '1000', 'TJ/d'],
      ['2022-03-01', '100', 'TJ/d'],
    ])
  })

  it('ENTSOG: the list under the name that the address first had', () => {
    const row = {
      indicator: 'Physical Flow',
      periodFrom: '2024-01-01 06:00',
      operatorKey: 'HU-TSO-0001',
      pointLabel: 'Nowhere',
      directionKey: 'entry',
      unit: 'kWh/d',
      value: 1,
    }
    expect([
      ...importEntsog(JSON.stringify({ meta: {}, operationaldatas: [row] }), atlas).skipped.keys(),
    ]).toEqual(['Nowhere (entry): no link of the atlas is known by this point'])
  })

  it('JODI: columns parted by semicolons', () => {
    const text =
      'REF_AREA;TIME_PERIOD;ENERGY_PRODUCT;FLOW_BREAKDOWN;UNIT_MEASURE;OBS_VALUE;ASSESSMENT_CODE\nNO;2024-01;NATGAS;TOTDEMO;M3;310;1\n'
    expect(importJodi(text, atlas).rows.figures).toMatchObject([{ value: '10', unit: 'Mm3/d' }])
  })

  it.each([
    ['171.2', 171.2],
    ['1,234,567.5', 1234567.5],
    ['171,2', null],
    ['1.234,5', null],
    ['12.3 p', null],
    [':', null],
  ])('the number %s', (written, value) => {
    expect(numberOf(written)).toBe(value)
  })
})
