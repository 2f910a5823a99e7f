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
 * Things with a name that folds to the query, or with an id that equals it; where there is none, the only one with such a
 * name apart from the words that say what kind of thing it is ("Power of Siberia pipeline", gazoduc, НПЗ); else the
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
  const alike = once(apartFromKinds(entries, wanted))
  if (alike.length === 1) return { hits: alike, suggestions: [] }
  const ranked = entries
    .map((entry) => ({ entry, distance: nearness(foldName(entry.name), wanted) }))
    .filter(({ distance }) => distance <= Math.max(1, wanted.length / 3))
    .sort((a, b) => a.distance - b.distance || (a.entry.ref < b.entry.ref ? -1 : 1))
  return { hits: [], suggestions: once(ranked.map(({ entry }) => entry)).slice(0, offered) }
}

/** A word in the names of this many assets says of what kind they are. */
const OF_A_KIND = 3

/**
 * Names with the same words as the query where words that say what kind of thing it is are left out of both; else the
 * longest whose words all stand in the query beside nothing but such words ("Nord Stream pipeline").
 */
function apartFromKinds(entries: readonly NameEntry[], wanted: string): readonly NameEntry[] {
  const named = entries
    .filter(({ ref }) => ref.startsWith('assets/'))
    .map((entry) => ({ entry, words: foldName(entry.name).split(' ') }))
  const refsOf = new Map<string, Set<string>>()
  for (const { entry, words } of named) {
    for (const word of words) refsOf.set(word, (refsOf.get(word) ?? new Set()).add(entry.ref))
  }
  const isOfKind = (word: string): boolean => !/\d/u.test(word) && (refsOf.get(word)?.size ?? 0) >= OF_A_KIND
  const own = (words: readonly string[]): string =>
    words
      .filter((word) => !isOfKind(word))
      .sort()
      .join(' ')
  const asked = wanted.split(' ')
  const query = own(asked)
  const same = query === '' ? [] : named.filter(({ words }) => own(words) === query)
  if (same.length > 0) return same.map(({ entry }) => entry)
  const inside = named.filter(
    ({ words }) =>
      words.every((word) => asked.includes(word)) &&
      asked.every((word) => words.includes(word) || isOfKind(word)) &&
      words.some((word) => word.length > 3),
  )
  const longest = Math.max(...inside.map(({ words }) => words.length))
  return inside.filter(({ words }) => words.length === longest && words.length > 1).map(({ entry }) => entry)
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
