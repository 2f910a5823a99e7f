import type { NameEntry } from '../name-entry.ts'
import type { NamesLexicon } from '../names-lexicon.ts'
import type { OfficeData } from './find-offices.ts'

export function officeData(
  entries: readonly NameEntry[],
  lexicons: ReadonlyMap<string, NamesLexicon>,
): Omit<OfficeData, 'demonyms'> {
  const adjectives = new Map<string, string>()
  for (const [word, code] of Object.entries(lexicons.get('en')?.data.demonyms ?? {})) {
    if (!adjectives.has(code)) adjectives.set(code, word)
  }
  const seats = new Map<string, string>()
  const organisations = new Map<string, { canonical: string; atlas: string }>()
  for (const entry of entries) {
    if (entry.table === 'places' && entry.seat !== undefined && entry.seat !== '')
      seats.set(entry.canonical, entry.seat)
    if (entry.type === 'organisation')
      // A composed name may be another English name of the row.
      for (const name of entry.lang === 'en' ? [entry.canonical, entry.name] : [entry.canonical])
        organisations.set(name.toLowerCase(), {
          canonical: entry.canonical,
          atlas: `${entry.table}/${entry.row}`,
        })
  }
  return { adjectives, seats, organisations }
}
