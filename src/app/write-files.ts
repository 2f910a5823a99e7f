import { accessSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CorridorError } from '../core/errors.ts'

/**
 * Writes files into a folder by their paths in it, making folders as needed and leaving other files alone; gives
 * the paths written. Throws `output_unwritable`.
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): string[] {
  try {
    return [...files].map(([name, content]) => {
      const path = join(folder, name)
      makeFolder(resolve(dirname(path)))
      writeFileSync(path, content)
      return path
    })
  } catch (error) {
    throw unwritable(folder, error)
  }
}

/**
 * Throws `output_unwritable` where files plainly cannot go into `folder`, before minutes are spent on what would
 * stand in them. Makes nothing.
 */
export function expectWritable(folder: string): void {
  let nearest = resolve(folder)
  while (!existsSync(nearest)) nearest = dirname(nearest)
  if (!statSync(nearest).isDirectory()) throw unwritable(folder, { code: 'ENOTDIR' })
  try {
    accessSync(nearest, constants.W_OK)
  } catch (error) {
    throw unwritable(folder, error)
  }
}

/** One folder after the other: where the system refuses some (`/proc`), Node's recursive way never ends. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

const inWords: Readonly<Record<string, string>> = {
  EACCES: 'writing there is not permitted',
  EDQUOT: 'the disk is full',
  EEXIST: 'a file stands in the way',
  EISDIR: 'a folder stands in the way of a file',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands in the way',
  EPERM: 'writing there is not permitted',
  EROFS: 'the disk is read-only',
}

function unwritable(folder: string, error: unknown): CorridorError {
  const code = (error as { readonly code?: unknown } | null)?.code
  const reason = typeof code === 'string' ? (inWords[code] ?? code) : String(error)
  return new CorridorError(
    'output_unwritable',
    `${folder}: cannot be written (${reason}): name another with --out`,
    { cause: error },
  )
}
