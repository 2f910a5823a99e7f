import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { expectWritable, writeFiles } from './write-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'write-files-'))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, 'a-file'), 'kept')

describe('writing results', () => {
  it('makes the folders that are missing and leaves other files alone', () => {
    const written = writeFiles(join(folder, 'new', 'deep'), new Map([['sub/one.csv', 'a\n']]))
    expect(written).toEqual([join(folder, 'new', 'deep', 'sub', 'one.csv')])
    expect(readFileSync(written[0] ?? '', 'utf8')).toBe('a\n')
    expect(readFileSync(join(folder, 'a-file'), 'utf8')).toBe('kept')
  })

  it('says in words why a folder cannot be written, and what to do', () => {
    const below = join(folder, 'a-file', 'out')
    const refusal = /out: cannot be written \(a file stands in the way\): name another with --out/u
    expect(() => expectWritable(below)).toThrow(refusal)
    expect(() => writeFiles(below, new Map([['x', '']]))).toThrow(refusal)
  })

  it('finds a folder that is not made yet writable, and makes nothing', () => {
    const later = join(folder, 'later')
    expectWritable(later)
    expect(() => readFileSync(later)).toThrow('ENOENT')
  })

  it('ends where the system lets nobody make a folder', () => {
    expect(() => writeFiles('/proc/corridor-out', new Map([['x', '']]))).toThrow('cannot be written')
  })
})
