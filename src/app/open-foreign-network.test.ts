import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { calendarDate } from '../core/time.ts'
import { openForeignNetwork } from './open-foreign-network.ts'
import { silentProgress } from './progress.ts'
import { solveNetwork } from './solve-network.ts'

const folder = mkdtempSync(join(tmpdir(), 'corridor-network-'))
const put = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('a network of another programme', () => {
  it('is told by what stands in it', () => {
    const pypsa = join(folder, 'pypsa')
    mkdirSync(pypsa)
    writeFileSync(join(pypsa, 'buses.csv'), 'name\nA\n')
    writeFileSync(join(pypsa, 'notes.txt'), 'not read')
    expect(openForeignNetwork(pypsa)).toEqual({ kind: 'pypsa', files: new Map([['buses.csv', 'name\nA\n']]) })
    expect(openForeignNetwork(put('small.m', 'mpc.baseMVA = 1;'))).toMatchObject({
      kind: 'matpower',
      file: 'small.m',
    })
    expect(openForeignNetwork(folder)).toBeNull()
  })

  it('is refused with what to give instead where it is nothing that can be read', () => {
    expect(() => openForeignNetwork(join(folder, 'nowhere'))).toThrow(/no such file or folder: give/u)
    expect(() => openForeignNetwork(put('net.nc', 'x'))).toThrow(/export_to_csv_folder/u)
    expect(() => openForeignNetwork(put('bytes.m', Uint8Array.of(0xff, 0xfe)))).toThrow(/UTF-8/u)
  })

  it('takes no scenario, which names rows of an atlas', async () => {
    const solving = solveNetwork({
      network: put('case.m', 'mpc.baseMVA = 1;'),
      scenario: 'any',
      asOf: null,
      today: calendarDate('2026-01-01'),
      progress: silentProgress,
    })
    await expect(solving).rejects.toThrow(/leave it out/u)
  })
})
