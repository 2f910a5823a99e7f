import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { corridor } from './run-corridor.ts'

const guide = readFileSync(fileURLToPath(new URL('../docs/adding-a-language.md', import.meta.url)), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'corridor-language-'))
afterAll(() => rmSync(folder, { recursive: true }))

const files = [...guide.matchAll(/```yaml file=(\S+)\n([\s\S]*?)```/gu)]
const own = join(folder, 'my-lexicons')
mkdirSync(join(own, 'nl'), { recursive: true })
for (const [, name, content] of files) writeFileSync(join(own, 'nl', name ?? ''), content ?? '')
const sentence = /echo '([^']+)' > zin\.txt/u.exec(guide)?.[1] ?? ''
writeFileSync(join(folder, 'zin.txt'), `${sentence}\n`)

describe('the guide on adding a language', () => {
  it('shows all eight files', () => {
    expect(files.map(([, name]) => name).sort()).toEqual(
      ['language', 'events', 'modality', 'speech', 'names', 'numbers', 'units', 'dates']
        .map((name) => `${name}.yaml`)
        .sort(),
    )
  })

  it('makes a language from data alone that reads the sentence as the guide says', () => {
    const run = corridor(
      ['read', 'zin.txt', '--json', '--published', '2026-03-05', '--lexicons', 'my-lexicons'],
      { cwd: folder },
    )
    expect(run.err).not.toContain('error')
    const reading = JSON.parse(run.out) as {
      lang: string
      quantities: { value: number; unit: string }[]
      claims: { event: string; speaker: string; time: string; assets: string[] }[]
    }
    expect(reading.lang).toBe('nl')
    expect(reading.quantities).toMatchObject([{ value: 12, unit: '%' }])
    expect(reading.claims).toMatchObject([{ event: 'supply_change', speaker: 'Gazprom', time: '2026-03-03' }])
    expect(reading.claims[0]?.assets).toContain('TurkStream')
  })

  it('is not needed for the shipped languages: without the folder Dutch is unknown', () => {
    const run = corridor(['read', 'zin.txt', '--json'], { cwd: folder })
    expect(run.status).not.toBe(0)
    expect(run.err).toContain('no lexicon for language')
  })

  it('has its folder checked with the shipped ones', () => {
    const run = corridor(['lexicon', 'check', 'nl', '--lexicons', 'my-lexicons'], { cwd: folder })
    expect(run.out).toContain('nl:')
    expect(run.err).not.toContain('cannot be read')
  })

  it('names the file and the field that nothing knows', () => {
    const names = join(own, 'nl', 'names.yaml')
    const before = readFileSync(names, 'utf8')
    writeFileSync(names, `${before}\ncolour: [groen]\n`)
    const run = corridor(['read', 'zin.txt', '--lexicons', 'my-lexicons'], { cwd: folder })
    writeFileSync(names, before)
    expect(run.status).toBe(2)
    expect(run.err).toMatch(/lexicons\/nl\/names\.yaml: .*"colour".*: correct the file/u)
    expect(run.err).not.toContain('internal error')
  })

  it('names a file that is no YAML', () => {
    const names = join(own, 'nl', 'names.yaml')
    const before = readFileSync(names, 'utf8')
    writeFileSync(names, 'colour: [groen\n')
    const run = corridor(['read', 'zin.txt', '--lexicons', 'my-lexicons'], { cwd: folder })
    writeFileSync(names, before)
    expect(run.status).toBe(2)
    expect(run.err).toMatch(/names\.yaml: not valid YAML .*: mend the file/u)
    expect(run.err).not.toContain('internal error')
  })

  it('says which folder is missing', () => {
    const run = corridor(['read', 'zin.txt', '--lexicons', 'nowhere'], { cwd: folder })
    expect(run.err).toContain('nowhere: there is no such folder')
    expect(run.status).toBe(1)
  })
})
