import type { Problem } from '../core/errors.ts'
import type { AnyRow, Atlas } from './atlas.ts'

/** A problem at a row: `links/europe.csv:12: nord-stream-1-a: from_zone is "ru-nn". Write the id of a zone.` */
export function rowProblem(atlas: Atlas, row: AnyRow, what: string): Problem {
  const origin = atlas.originOf(row)
  const where = origin ? `${origin.file}:${origin.line}` : 'atlas:0'
  const label = 'id' in row ? `${row.id}: ` : 'row' in row ? `${row.row}: ` : ''
  return { code: 'atlas_invalid', message: `${where}: ${label}${what}`, where }
}
