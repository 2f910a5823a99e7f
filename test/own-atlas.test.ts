import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNetwork } from '../src/app/open-network.ts'
import { briefSchema } from '../src/briefs/brief.ts'
import { calendarDate } from '../src/core/time.ts'
import { corridor, root } from './run-corridor.ts'

/** A gas day of Germany in the shape that the AGSI documentation shows. */
const agsi = {
  last_page: 1,
  total: 1,
  dataset: 'Country',
  data: [
    {
      name: 'Germany',
      code: 'DE',
      gasDayStart: '2026-02-10',
      gasInStorage: '66.1442',
      full: '26.83',
      workingGasVolume: '246.489',
      injectionCapacity: '4292.58',
      withdrawalCapacity: '7067.36',
      status: 'C',
    },
  ],
}

describe('tables of the user’s own over the shipped atlas', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'own-atlas-'))
    const file = join(folder, 'agsi.json')
    writeFileSync(file, JSON.stringify(agsi))
    const ran = corridor(['atlas', 'import', 'agsi', file, '--out', join(folder, 'own')])
    expect([ran.status, ran.err]).toEqual([0, expect.any(String)])
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('an imported gas day is in the network of the next days, with its source', () => {
    const store = (network: ReturnType<ReturnType<typeof openNetwork>['networkAt']>) =>
      network.stores.find((one) => one.id === 'de-gas-storage')
    const day = calendarDate('2026-02-12')
    const before = store(openNetwork(undefined).networkAt(day))
    const after = store(openNetwork(join(folder, 'own')).networkAt(day))
    expect(after?.volume.value).toBeCloseTo(246_489, 0)
    expect(after?.withdrawal?.value).toBeCloseTo(7067.36, 1)
    expect(after?.withdrawal?.value).not.toBeCloseTo(before?.withdrawal?.value ?? 0, 0)
  })

  it('a brief counts with it, and names its source', () => {
    mkdirSync(join(folder, 'own/assumptions'), { recursive: true })
    writeFileSync(
      join(folder, 'own/assumptions/mine.csv'),
      'id,statement,low,central,high,unit,status,source\nhalt-days,Days of a halt as we see it,20,40,60,day,estimated,desk\n',
    )
    mkdirSync(join(folder, 'own/sources'), { recursive: true })
    writeFileSync(
      join(folder, 'own/sources/mine.csv'),
      'id,title,publisher,url,published,licence,evidence,note\ndesk,Our desk,,,,,own_knowledge,\n',
    )
    const report = join(root, 'examples/reports/09-border-gas-en.txt')
    const out = join(folder, 'brief')
    const ran = corridor([
      'brief',
      report,
      '--network',
      join(folder, 'own'),
      '--out',
      out,
      '--json',
      '--quiet',
    ])
    expect(ran.status).toBe(0)
    const days = briefSchema
      .parse(JSON.parse(ran.out))
      .figures.find((one) => one.id === 'assumption:halt-days')
    expect([days?.value, days?.source]).toEqual([40, 'desk'])
  }, 120_000)

  it('reading knows the names of the folder', () => {
    mkdirSync(join(folder, 'named/names'), { recursive: true })
    writeFileSync(
      join(folder, 'named/names/mine.csv'),
      'table,row,lang,name,kind,note\nassets,tengiz-station,en,Zinlandic Pumping Works,name,\n',
    )
    const text =
      'ASTANA, Feb 18, 2026 - A fire halted Zinlandic Pumping Works on Wednesday, the operator said.\n'
    const read = (more: readonly string[]) =>
      corridor(['read', '-', '--json', '--quiet', ...more], { input: text }).out
    expect(read([])).not.toContain('tengiz-station')
    expect(read(['--network', join(folder, 'named')])).toContain('tengiz-station')
  })

  it('a folder that is not sound is told with its faults', () => {
    mkdirSync(join(folder, 'bad/figures'), { recursive: true })
    writeFileSync(join(folder, 'bad/figures/mine.csv'), 'table,row,field\nlinks,nowhere,flow\n')
    const ran = corridor([
      'brief',
      join(root, 'examples/reports/02-station-en.txt'),
      '-n',
      join(folder, 'bad'),
    ])
    expect(ran.status).not.toBe(0)
    expect(ran.err).toContain('atlas check')
  })
})
