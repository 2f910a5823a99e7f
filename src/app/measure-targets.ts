import type { Atlas } from '../atlas/atlas.ts'

/** The rows that a measure of the atlas closes, by its id; none for a measure that it does not have. */
export function measureTargetsOf(atlas: Atlas): (measure: string) => readonly string[] {
  const byId = new Map(
    atlas.tables.measures.map((row) => [row.id, row.targets.split(' ').filter((target) => target !== '')]),
  )
  return (measure) => byId.get(measure) ?? []
}
