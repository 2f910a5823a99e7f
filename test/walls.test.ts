import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './run-corridor.ts'

const forbidden = [
  ['src/core', '../atlas/atlas.ts'],
  ['src/atlas', '../claims/claim.ts'],
  ['src/reports', '../atlas/atlas.ts'],
  ['src/claims', '../events/event.ts'],
  ['src/claims/names', '../../solve/session.ts'],
  ['src/events', '../claims/read-claims.ts'],
  ['src/scenarios', '../solve/session.ts'],
  ['src/scenarios/outages', '../../solve/session.ts'],
  ['src/solve', '../scenarios/outages/draft-outage.ts'],
  ['src/solve/import', '../../claims/claim.ts'],
  ['src/briefs', '../solve/session.ts'],
  ['src/briefs/compose', '../../solve/session.ts'],
  ['src/app', '../cli/run.ts'],
  ['src/app/prices', '../../cli/run.ts'],
  ['src/cli', '../solve/session.ts'],
] as const
const allowed = [
  ['src/events', '../claims/claim.ts'],
  ['src/claims/names', '../../core/errors.ts'],
  ['src/claims/names', '../claim.ts'],
  ['src/scenarios/outages', '../claimed/claimed-range.ts'],
  ['src/solve/import', '../../core/errors.ts'],
  ['src/solve/import', '../linear/programme.ts'],
  ['src/briefs/compose', '../brief.ts'],
  ['src/briefs/html', '../charts/chart.ts'],
  ['src/briefs/compose', '../../solve/result.ts'],
  ['src/cli', '../app/config.ts'],
] as const

/** A copy of the settings in a folder of its own, so that seeded faults never touch the checkout. */
describe('walls between stages', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'walls-'))
    copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const lintText = (place: string, text: string): string => {
    const path = join(folder, place, 'seeded.ts')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    const ran = spawnSync(
      process.execPath,
      [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'lint', path],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    return ran.stdout + ran.stderr
  }
  const lint = (place: string, from: string): string =>
    lintText(place, `import { thing } from '${from}'\n\nexport const kept: unknown = thing\n`)

  it.each(forbidden)('refuses that a file in %s imports %s', (place, from) => {
    expect(lint(place, from)).toContain('noRestrictedImports')
  })

  it.each(allowed)('lets a file in %s import %s', (place, from) => {
    const told = lint(place, from)
    expect(told).toContain('Checked 1 file')
    expect(told).not.toContain('noRestrictedImports')
  })

  const stages = ['core', 'atlas', 'reports', 'claims', 'events', 'scenarios', 'solve', 'briefs']

  it.each(stages)('keeps files and the process out of src/%s', (stage) => {
    expect(lint(`src/${stage}`, 'node:fs')).toContain('noNodejsModules')
    expect(lintText(`src/${stage}`, 'export const arch = process.arch\n')).toContain('noRestrictedGlobals')
  })

  it('lets the app read files', () => {
    expect(lint('src/app', 'node:fs')).not.toContain('noNodejsModules')
  })
})
