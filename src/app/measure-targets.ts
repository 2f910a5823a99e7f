import type { Atlas } from '../atlas/atlas.ts'
import type { Scenario } from '../scenarios/scenario.ts'

/** The rows that a measure of the atlas closes, by its id; none for a measure that it does not have. */
export function measureTargetsOf(atlas: Atlas): (measure: string) => readonly string[] {
  const byId = new Map(
    atlas.tables.measures.map((row) => [row.id, row.targets.split(' ').filter((target) => target !== '')]),
  )
  return (measure) => byId.get(measure) ?? []
}

/** Measures that a scenario imposes or lifts, by id: a session must know them when it is opened. */
export function imposedMeasures({ shocks }: Scenario): readonly string[] {
  return shocks
    .filter(({ field }) => field === 'measure')
    .map(({ asset }) => asset.replace(/^measures\//u, ''))
}
