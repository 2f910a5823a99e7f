import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './run-corridor.ts'

/**
 * Folders of `src/scenarios` from the ground up: each may import those before it. What all of them share, and what
 * asks them all (`draft-questions.ts`), stands beside them.
 */
const layers = ['claimed', 'targets', 'outages', 'bans', 'rises', 'projects', 'contracts', 'sanctions']
const scenarios = join(root, 'src/scenarios')

describe('the folders of questions', () => {
  it('are all in the order', () => {
    const folders = readdirSync(scenarios, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map(({ name }) => name).sort()).toEqual([...layers, 'ensemble'].sort())
  })

  it.each(layers)('%s imports only what lies before it', (layer) => {
    const later = layers.slice(layers.indexOf(layer) + 1)
    const files = readdirSync(join(scenarios, layer)).filter((file) => /(?<!\.test)\.ts$/u.test(file))
    expect(files.length).toBeGreaterThan(0)
    const beyond = files.flatMap((file) =>
      [...readFileSync(join(scenarios, layer, file), 'utf8').matchAll(/from '\.\.\/([\w-]+)\//gu)]
        .filter(([, folder = '']) => later.includes(folder))
        .map(([from]) => `${file}: ${from}`),
    )
    expect(beyond).toEqual([])
  })
})
