import type { NameEntry, SearchHit, SearchResult } from './atlas.ts'

/** How many near names are offered. */
const offered = 5

/**
 * Letters without case, accents, vowel signs, tatweel or punctuation; variants of one Arabic letter and
 * the final sigma made one. Two names that fold alike are one name to a person who searches.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/ς/gu, 'σ')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .replace(/ё/gu, 'е')
    .replace(/ı/gu, 'i')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim()
}

/**
 * Things with a name that folds to the query, or with an id that equals it; where there is none, the
 * nearest names by edit distance, at most a third of the query's length, best first.
 */
export function searchNames(entries: readonly NameEntry[], query: string): SearchResult {
  const wanted = foldName(query)
  if (wanted === '') return { hits: [], suggestions: [] }
  const direct = query.trim().toLowerCase()
  const exact = entries.filter(
    (entry) =>
      entry.row.toLowerCase() === direct ||
      entry.ref.toLowerCase() === direct ||
      foldName(entry.name) === wanted,
  )
  if (exact.length > 0) return { hits: once(exact), suggestions: [] }
  const ranked = entries
    .map((entry) => ({ entry, distance: nearness(foldName(entry.name), wanted) }))
    .filter(({ distance }) => distance <= Math.max(1, wanted.length / 3))
    .sort((a, b) => a.distance - b.distance || (a.entry.ref < b.entry.ref ? -1 : 1))
  return { hits: [], suggestions: once(ranked.map(({ entry }) => entry)).slice(0, offered) }
}

function once(entries: readonly NameEntry[]): SearchHit[] {
  const byRef = new Map<string, SearchHit>()
  for (const { ref, canonical, type, name } of entries)
    if (!byRef.has(ref)) byRef.set(ref, { ref, canonical, type, matched: name })
  return [...byRef.values()]
}

/** Edit distance; less than one where the query is a whole word of the name. */
function nearness(name: string, query: string): number {
  if (query.length >= 3 && ` ${name} `.includes(` ${query} `)) return 0.5 + name.length / 1000
  if (query.length >= 4 && name.includes(query)) return 0.9 + name.length / 1000
  return editDistance(name, query)
}

/** Insertions, deletions and replacements that turn one text into the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const replace = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(replace, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
