import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const folder = fileURLToPath(new URL('.', import.meta.url))
const tsx = fileURLToPath(new URL('../node_modules/tsx/dist/cli.mjs', import.meta.url))

describe('examples', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))

  it.each(names)('%s runs and its answer is right', (name) => {
    const printed = execFileSync(process.execPath, [tsx, `${folder}/${name}`], { encoding: 'utf8' })
    expect(printed.trim()).not.toBe('')
  })
})
