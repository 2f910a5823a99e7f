import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import type { Atlas } from '../atlas/atlas.ts'
import { closest } from '../core/closest.ts'
import { CorridorError } from '../core/errors.ts'
import { parseScenario } from '../scenarios/parse-scenario.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { packageRoot } from './package-root.ts'

/** A scenario file is a page of text; a larger one is refused before it is parsed. */
const LARGEST_BYTES = 256 * 1024

export interface ListedScenario {
  readonly id: string
  readonly title: string
  readonly path: string
}

/** The shipped what-ifs, by id. */
export function listScenarios(atlas: Atlas): readonly ListedScenario[] {
  return shippedFiles().map((path) => {
    const scenario = readScenarioFile(path, atlas)
    return { id: scenario.id, title: scenario.title, path }
  })
}

/** A shipped scenario by id, or one of the user's by path. */
export function openScenario(nameOrPath: string, atlas: Atlas): Scenario {
  const shipped = shippedFiles()
  const found = shipped.find((path) => basename(path, '.yaml') === nameOrPath)
  if (found !== undefined) return readScenarioFile(found, atlas)
  if (existsSync(nameOrPath)) return readScenarioFile(nameOrPath, atlas)
  const ids = shipped.map((path) => basename(path, '.yaml'))
  throw new CorridorError(
    'name_not_found',
    `no scenario "${nameOrPath}": give the path of a file, or one of the shipped (corridor scenario list)`,
    { details: { suggestions: closest(nameOrPath, ids) } },
  )
}

function shippedFiles(): string[] {
  const folder = join(packageRoot(), 'scenarios')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name))
}

function readScenarioFile(path: string, atlas: Atlas): Scenario {
  const where = basename(path)
  const file = statSync(path)
  if (!file.isFile()) {
    throw new CorridorError(
      'scenario_invalid',
      `${where}: not a file: give the path of one scenario (.yaml or .json)`,
    )
  }
  if (file.size > LARGEST_BYTES) {
    throw new CorridorError(
      'scenario_invalid',
      `${where}: larger than ${LARGEST_BYTES / 1024} kB; a scenario is a short file`,
    )
  }
  let value: unknown
  try {
    // YAML reads JSON too; aliases are limited so that a small file cannot unfold into a huge one.
    value = parse(readFileSync(path, 'utf8'), { maxAliasCount: 20 })
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new CorridorError('scenario_invalid', `${where}: not valid YAML or JSON (${reason}): mend the file`)
  }
  return parseScenario(value, { atlas, where })
}
