import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { corridor } from './run-corridor.ts'

const good =
  'LONDON, Feb 18, 2026 (Harbour Ledger) - Drones damaged the Kropotkinskaya pumping station on Tuesday, the operator said.'

describe('bad input', () => {
  let folder = ''
  const write = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'corridor-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('reads the good report, says one line for each bad one, and exits 3', () => {
    const huge = write('huge.txt', 'x')
    truncateSync(huge, 50 * 1024 * 1024)
    const ran = corridor([
      'read',
      '--json',
      '--quiet',
      write('good.txt', good),
      write('empty.txt', ''),
      write('picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0])),
      write('broken.txt', new Uint8Array([0x41, 0xff, 0xfe, 0x41])),
      write('other.json', '{"events":[]}'),
      huge,
      join(folder, 'missing.txt'),
    ])
    expect(ran.status).toBe(3)
    const lines = ran.out.trim().split('\n')
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ schema_version: '1', id: 'good', lang: 'en' })
    for (const name of ['empty.txt', 'picture.txt', 'broken.txt', 'other.json', 'huge.txt', 'missing.txt']) {
      expect(ran.err.split('\n').filter((line) => line.includes(name))).toHaveLength(1)
    }
  })

  it('exits 1 when no input can be used', () => {
    const ran = corridor(['read', write('empty.txt', '')])
    expect(ran.status).toBe(1)
    expect(ran.err).toContain('empty.txt')
    expect(ran.out).toBe('')
  })

  it('names a language that it cannot read', () => {
    const ran = corridor([
      'read',
      '--json',
      write('good.txt', good),
      write(
        'finnish.txt',
        'Kaasun toimitus Suomeen keskeytyi aamulla, kertoi yhtiö, ja putki suljettiin huollon vuoksi.',
      ),
    ])
    expect(ran.status).toBe(3)
    expect(ran.err).toMatch(/finnish.*language/u)
  })

  it('says how to name the language of a text too short to show it', () => {
    const ran = corridor(['read', write('short.txt', 'hm')])
    expect(ran.status).toBe(1)
    expect(ran.err).toContain('too few to tell the language: pass it as .json with "lang"')
    const named = corridor(['read', write('short.json', JSON.stringify({ text: 'hm', lang: 'en' }))])
    expect(named.status).toBe(0)
  })

  it('lets no control character of a broken file reach the screen', () => {
    const ran = corridor(['read', write('odd.json', '{"text": \u001b[31mred\u0007')])
    expect(ran.status).toBe(1)
    expect(ran.err.replace(/\n/gu, '')).not.toMatch(/\p{Cc}/u)
  })

  it('treats a report without a claim as done', () => {
    const ran = corridor([
      'read',
      '--json',
      write('plain.txt', 'The weather in the mountains was mild and the hills were green all day.'),
    ])
    expect(ran.status).toBe(0)
    expect(JSON.parse(ran.out).claims).toEqual([])
  })

  it('never runs what a page carries', () => {
    const page = `<html><body><article><p>${good} ${good}</p><script>require('fs').writeFileSync('owned','x')</script>
      <img src="http://127.0.0.1:9/x.png" onerror="alert(1)"></article></body></html>`
    const ran = corridor(['read', '--json', write('page.html', page)], { cwd: folder })
    expect(ran.status).toBe(0)
    expect(JSON.parse(ran.out).text).not.toContain('writeFileSync')
  })

  it.each([
    [['brief', '.', '--published', '2025-02-30'], '2025-02-30'],
    [['solve', '--as-of', '2025-13-01'], '2025-13-01'],
    [['reed', '.'], 'read'],
    [['solve', '--as-of', '1900-01-01'], 'no demand on 1900-01-01'],
    [['solve', '--as-of', '2999-01-01'], 'take a day before 2100'],
    [['solve', '--workers', '2'], 'without --ensemble'],
    [['solve', '--scenario', '.'], 'not a file'],
    [['read', '.', '--jsno'], '--json'],
    [[], 'Usage'],
  ])('calls %j wrong usage and says what to write', (args, told) => {
    const ran = corridor(args as string[])
    expect(ran.status).toBe(2)
    expect(ran.err + ran.out).toContain(told)
  })

  it('refuses a scenario that names an unknown asset, and suggests near ones', () => {
    const file = write(
      'wrong.yaml',
      'id: wrong\ntitle: Wrong\nstart: 2025-06-01\nshocks:\n  - { asset: assets/turkstrem, field: capacity, value: 0 }\n',
    )
    const ran = corridor(['solve', '--scenario', file])
    expect(ran.status).toBe(2)
    expect(ran.err).toContain('assets/turkstrem')
    expect(ran.err).toContain('turkstream')
  })

  it.each([
    ['', 'expected object'],
    ['id: x\ntitle: y\nshocks: []\n', '"start" is missing'],
    [
      'id: x\ntitle: y\nstart: 2025-06-01\nshocks:\n  - { asset: links/turkstream-1, field: capacity, value: .nan }\n',
      '"shocks.0.value": expected number, received NaN',
    ],
  ])('refuses the scenario %j and names the field', (content, told) => {
    const ran = corridor(['scenario', 'show', write('own.yaml', content)])
    expect(ran.status).toBe(2)
    expect(ran.err).toContain(told)
    expect(ran.err).toContain('corridor scenario show cpc-one-mooring')
  })

  it('suggests the shipped scenario that is spelt nearest', () => {
    const ran = corridor(['scenario', 'show', 'cpc-one-moring'])
    expect(ran.status).toBe(1)
    expect(ran.err).toContain('did you mean cpc-one-mooring?')
  })

  it('finds a folder without a table no atlas, and says how to begin one', () => {
    const ran = corridor(['atlas', 'check', mkdtempSync(join(folder, 'bare-'))])
    expect(ran.status).toBe(1)
    expect(ran.err).toContain('corridor atlas export --format csv')
  })

  it('refuses a place that cannot be written before the work', () => {
    const ran = corridor(['brief', write('good.txt', good), '--out', join(write('in-the-way', ''), 'out')])
    expect(ran.status).toBe(1)
    expect(ran.err).toContain('a file stands in the way')
    expect(ran.err).not.toContain('reading 1 of 1')
  })

  it('says that a name is unknown and suggests one', () => {
    const ran = corridor(['atlas', 'show', 'Turkstrem'])
    expect(ran.status).toBe(1)
    expect(ran.err).toMatch(/did you mean.*TurkStream/u)
  })

  it('reads a report from standard input', () => {
    const ran = corridor(['read', '--json', '-'], { input: good })
    expect(ran.status).toBe(0)
    expect(JSON.parse(ran.out)).toMatchObject({ id: 'stdin', published: '2026-02-18' })
  })
})
