import type { Problem } from '../core/errors.ts'
import type { Atlas } from './atlas.ts'
import { checkNames } from './check-names.ts'
import { checkNumbers } from './check-numbers.ts'
import { checkReferences } from './check-references.ts'

/**
 * Everything that is wrong with the atlas, ordered by file and line, each problem naming the row and what
 * to mend. Problems of reading the files come from `loadAtlas`. Empty: nothing found.
 */
export function checkAtlas(atlas: Atlas): Problem[] {
  const problems = [...checkReferences(atlas), ...checkNumbers(atlas), ...checkNames(atlas)]
  return problems.sort((a, b) => {
    const [fileA, lineA] = place(a.where)
    const [fileB, lineB] = place(b.where)
    return fileA < fileB ? -1 : fileA > fileB ? 1 : lineA - lineB || (a.message < b.message ? -1 : 1)
  })
}

function place(where: string): [string, number] {
  const colon = where.lastIndexOf(':')
  return [where.slice(0, colon), Number(where.slice(colon + 1))]
}
