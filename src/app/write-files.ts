import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CorridorError } from '../core/errors.ts'

/**
 * Writes files into a folder by their paths in it, making folders as needed and leaving other files alone; gives
 * the paths written. Throws `output_unwritable`.
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): string[] {
  try {
    return [...files].map(([name, content]) => {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
      return path
    })
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CorridorError(
      'output_unwritable',
      `${folder}: cannot be written (${reason}): name another with --out`,
      { cause: error },
    )
  }
}
