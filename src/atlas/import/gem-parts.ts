import { cellOf, type GemRow } from './gem-rows.ts'
import type { Tracker } from './gem-trackers.ts'
import { numberOf, type Skipped } from './imported.ts'

/** What the parts of one thing come to, by figure of the tracker. */
export function sumsOf(rows: readonly GemRow[], tracker: Tracker) {
  return tracker.figures.flatMap(({ field, columns, unit }) => {
    const values = rows.flatMap((row) => numberOf(cellOf(row, columns)) ?? [])
    // Lengths of parts and capacities of units add; capacities of segments in a row do not.
    const value =
      field === 'capacity' && tracker.kind === 'pipeline'
        ? Math.max(...values)
        : values.reduce((sum, one) => sum + one, 0)
    return values.length === 0 || value <= 0 ? [] : [{ field, unit, value }]
  })
}

/** Of a terminal that ships LNG and takes it, the rows of the way with the larger capacity: the two do not add. */
export function oneWay(rows: readonly GemRow[], tracker: Tracker, skipped: Skipped): readonly GemRow[] {
  if (tracker.carrier !== 'lng') return rows
  const way = (row: GemRow): string =>
    cellOf(row, ['facilitytype', 'direction', 'importexport']).toLowerCase()
  const ways = [...new Set(rows.map(way))]
  if (ways.length < 2) return rows
  const capacity = (one: string): number =>
    sumsOf(
      rows.filter((row) => way(row) === one),
      tracker,
    )[0]?.value ?? 0
  const main = ways.reduce((best, one) => (capacity(one) > capacity(best) ? one : best))
  skipped.add('the smaller way of a terminal that ships LNG and takes it')
  return rows.filter((row) => way(row) === main)
}
