import type { Atlas } from '../../atlas/atlas.ts'
import { entityTypes } from '../claim.ts'
import type { NameEntry } from './name-entry.ts'

/** The atlas's names as the matcher takes them: with the country of each place, for offices that name none. */
export function namesOfAtlas(atlas: Pick<Atlas, 'nameIndexEntries' | 'tables'>): NameEntry[] {
  const countries = new Map(atlas.tables.places.map((place) => [place.id, place.country.split(' ')[0] ?? '']))
  const entries: NameEntry[] = []
  for (const { table, row, canonical, type, lang, name, kind } of atlas.nameIndexEntries()) {
    const entityType = entityTypes.find((one) => one === type)
    if (entityType === undefined) continue
    const seat = table === 'places' ? countries.get(row) : undefined
    entries.push({
      table,
      row,
      canonical,
      type: entityType,
      lang,
      name,
      kind,
      ...(seat === undefined || seat === '' ? {} : { seat }),
    })
  }
  return entries
}
