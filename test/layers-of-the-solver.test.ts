import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './run-corridor.ts'

/** Folders of `src/solve` from the ground up: each imports those before it and the types beside them, nothing after it. */
const layers = ['linear', 'network', 'base', 'model', 'results', 'plans', 'peaks', 'session.ts', 'answers']
/** What a solution is, and the periods that it has: plain types that every layer may name. */
const types = ['result.ts', 'solution.ts', 'supplier-loss.ts', 'time-grid.ts']
const solve = join(root, 'src/solve')

const files = readdirSync(solve, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !/\.test\.ts$|-fixture\.ts$/u.test(path),
)
const layerOf = (path: string): string => path.split(sep)[0] ?? ''

function importsOf(path: string): string[] {
  const text = readFileSync(join(solve, path), 'utf8')
  return [...text.matchAll(/from '(\.[^']+)'/gu)]
    .map(([, from = '']) => relative(solve, resolve(solve, dirname(path), from)))
    .filter((to) => !to.startsWith('..'))
    .map(layerOf)
}

describe('the layers of the solver', () => {
  it('are all there, and every file of the top is one of them or a type', () => {
    const top = new Set(files.map(layerOf))
    for (const layer of layers) expect(top).toContain(layer)
    const beside = ['export', 'import', 'screen']
    expect([...top].filter((one) => ![...layers, ...types, ...beside].includes(one))).toEqual([])
  })

  it.each(layers)('%s imports only what lies under it', (layer) => {
    const under = layers.slice(0, layers.indexOf(layer) + 1)
    const own = files.filter((path) => layerOf(path) === layer)
    expect(own.length).toBeGreaterThan(0)
    const beyond = own.flatMap((path) =>
      importsOf(path)
        .filter((to) => !under.includes(to) && !types.includes(to))
        .map((to) => `${path} imports ${to}`),
    )
    expect(beyond).toEqual([])
  })
})
