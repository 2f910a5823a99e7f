import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CorridorError } from '../core/errors.ts'

/** Folder of the installed package: where `atlas/`, `lexicons/` and `scenarios/` lie, from sources and from dist. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) {
      throw new CorridorError('internal', 'the installed package has no package.json: install Corridor again')
    }
    folder = parent
  }
  return folder
}

/** Version of the installed package, as in its package.json. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0'
}
