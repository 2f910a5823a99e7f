import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importGemWorkbook } from '../atlas/import/import-gem-workbook.ts'
import { importPublisher } from './import-publisher.ts'
import { openAtlas } from './load-atlas.ts'
import { readWorkbook } from './read-workbook.ts'
import { tinyWorkbook } from './tiny-workbook.ts'

const { atlas } = openAtlas()
const line = atlas.tables.assets.find((asset) => asset.kind === 'pipeline' && asset.carrier === 'gas')

/** Columns as the workbook of gas pipelines has them, in its order, those in between left out. */
const pipelines = [
  [
    'ProjectID',
    'CountriesOrAreas',
    'PipelineName',
    'SegmentName',
    'Wiki',
    'Status',
    'Fuel',
    'Owner',
    'StartYear1',
    'Capacity',
    'CapacityUnits',
    'CapacityBcm/y',
    'LengthKnownKm',
    'LengthMergedKm',
  ],
  ['P1', 'Russia', line?.name ?? '', 'A', '', 'Operating', 'Gas', '', 2001, 30, 'bcm/y', 30, 100, 100],
  ['P1', 'Russia', line?.name ?? '', 'B', '', 'Operating', 'Gas', '', 2002, 20, 'bcm/y', 20, '--', 50.5],
  ['P2', 'Germany, Poland', 'Moon Line', '', '', 'Operating', 'Gas', '', '--', '--', '--', '--', '--', 12],
  ['P3', 'Germany', 'Sun Line', '', '', 'Operating', 'Hydrogen', '', '', 1, '', 1, 1, 1],
  ['P4', 'Germany', 'Mars Line', '', '', 'Proposed', 'Gas', '', '', 5, '', 5, 1, 1],
]

describe('a workbook of Global Energy Monitor', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'workbook-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is read as downloaded: the sheet of data among the others, known by its columns', async () => {
    const file = join(folder, 'GEM-GGIT-Gas-Pipelines-2024-12.xlsx')
    writeFileSync(
      file,
      tinyWorkbook({
        About: [['Global Gas Infrastructure Tracker'], ['Release', 'December 2024']],
        'Gas Pipelines 2024-12-17': pipelines,
      }),
    )
    const { taken, skipped } = await importPublisher('gem', file, join(folder, 'out'))
    expect(taken).toEqual({ sources: 1, assets: 1, figures: 3 })
    expect(skipped.map(([reason]) => reason)).toEqual([
      'a line or terminal of hydrogen',
      'status Proposed: only what is operating is taken',
    ])
    expect(openAtlas(join(folder, 'out')).problems).toEqual([])
  })

  it('gives figures of several sheets, with a notice above the names of columns, and skips empty marks', async () => {
    const sheets = await readWorkbook(
      tinyWorkbook({
        'Gas pipelines - data': [['Europe Gas Tracker'], [], ...pipelines],
        'LNG terminals - data': [
          ['ComboID', 'TerminalName', 'Status', 'Country/Area', 'CapacityInMtpa', 'Latitude', 'Longitude'],
          ['T1', 'Moon Terminal', 'Operating', 'Germany', 3.5, 54.25, 'TBD'],
          ['T2', 'Moon Terminal', 'Operating', 'Germany', 1.5, 54.25, 'TBD'],
        ],
      }),
    )
    const { rows } = importGemWorkbook(sheets, atlas)
    expect(rows.figures?.map((one) => [one.row, one.field, one.value, one.unit])).toEqual([
      [line?.id, 'capacity', '30', 'bcm/y'],
      [line?.id, 'length', '150.5', 'km'],
      ['gem-p2', 'length', '12', 'km'],
      ['gem-t1', 'capacity', '5', 'Mt/y'],
    ])
    expect(rows.assets).toMatchObject([
      { id: 'gem-p2', country: 'DE PL' },
      { id: 'gem-t1', country: 'DE', lat: '54.25', lon: null },
    ])
  })

  it('names the sheets and the mend when none holds what is read, or one holds no row', async () => {
    const plants = await readWorkbook(
      tinyWorkbook({ About: [['x']], 'Gas & Oil Units': [['Plant name'], ['A']] }),
    )
    expect(() => importGemWorkbook(plants, atlas)).toThrow(
      /"About", "Gas & Oil Units".+capacitybcmy.+as downloaded/u,
    )
    const empty = await readWorkbook(tinyWorkbook({ 'LNG Terminals': [['TerminalName', 'CapacityInMtpa']] }))
    expect(() => importGemWorkbook(empty, atlas)).toThrow(
      /sheet "LNG Terminals".+download the workbook again/u,
    )
  })

  it('says of a broken workbook, and of one of another publisher, what to do', async () => {
    const broken = join(folder, 'broken.xlsx')
    writeFileSync(broken, tinyWorkbook({ Data: pipelines }).subarray(0, 300))
    await expect(importPublisher('gem', broken, folder)).rejects.toThrow(
      /broken\.xlsx: not a whole Excel workbook .+: download it again/u,
    )
    const other = join(folder, 'other.xlsx')
    writeFileSync(other, tinyWorkbook({ Data: [['a']] }))
    await expect(importPublisher('jodi', other, folder)).rejects.toThrow('save the sheet of data as CSV')
  })
})
