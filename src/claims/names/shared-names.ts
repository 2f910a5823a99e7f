import { baseOfCanonical } from './base-of-canonical.ts'
import type { OfficeData } from './bodies/find-offices.ts'
import { officeData } from './bodies/office-data.ts'
import type { NameEntry } from './name-entry.ts'
import type { NamesLexicon } from './names-lexicon.ts'
import { type PreparedName, prepareName } from './prepare-name.ts'

/** The names of the atlas with what the matchers of all languages need of them, made once for all. */
export interface SharedNames {
  readonly entries: readonly NameEntry[]
  /** English names, which stand in texts of every language: more than half of the names of each. */
  readonly english: ReadonlyMap<NameEntry, PreparedName | null>
  /** What is left of each English name without generic words. */
  readonly bases: ReadonlyMap<string, string>
  readonly offices: Omit<OfficeData, 'demonyms'>
}

export function shareNames(
  entries: readonly NameEntry[],
  lexicons: ReadonlyMap<string, NamesLexicon>,
): SharedNames {
  const lexicon = lexicons.get('en')
  const english = new Map<NameEntry, PreparedName | null>()
  const bases = new Map<string, string>()
  const keepBase = (called: string): void => {
    if (!bases.has(called)) bases.set(called, baseOfCanonical(called))
  }
  for (const entry of entries) {
    keepBase(entry.canonical)
    if (entry.lang !== 'en') continue
    keepBase(entry.name)
    english.set(entry, prepareName(entry, lexicon))
  }
  return { entries, english, bases, offices: officeData(entries, lexicons) }
}
