import { expect, it } from 'vitest'
import type { NameEntry } from './atlas.ts'
import { searchNames } from './search-names.ts'

const named = (row: string, canonical: string, names: readonly string[]): NameEntry[] =>
  [canonical, ...names].map((name) => ({
    table: 'assets',
    row,
    ref: `assets/${row}`,
    canonical,
    type: 'pipeline',
    lang: 'en',
    name,
    kind: 'name' as const,
  }))

/** Three pipelines make "pipeline" and "gazoduc" words of a kind; "nord" and "stream" stand in three names too. */
const entries = [
  ...named('a', 'Adria pipeline', ['gazoduc Adria']),
  ...named('m', 'Maghreb-Europe Gas Pipeline', ['gazoduc du Maghreb']),
  ...named('b', 'Beni Saf pipeline', ['gazoduc Beni Saf']),
  ...named('n', 'Nord Stream', []),
  ...named('n1', 'Nord Stream 1', []),
  ...named('n2', 'Nord Stream 2', []),
  ...named('p', 'Power of Siberia', []),
]

const refs = (query: string) => searchNames(entries, query).hits.map(({ ref }) => ref)

it('finds a thing by its name with a word of its kind that the name has not, or without one that it has', () => {
  expect(refs('Power of Siberia pipeline')).toEqual(['assets/p'])
  expect(refs('gazoduc Maghreb')).toEqual([])
  expect(refs('gazoduc Adria pipeline')).toEqual(['assets/a'])
  expect(refs('Adria')).toEqual(['assets/a'])
})

it('takes the longest name inside the query where all its words are of a kind, and numbers for no such words', () => {
  expect(refs('Nord Stream pipeline')).toEqual(['assets/n'])
  expect(refs('Nord Stream 2 pipeline')).toEqual(['assets/n2'])
})

it('finds nothing by words of a kind alone, and offers what is near', () => {
  expect(refs('pipeline')).toEqual([])
  expect(searchNames(entries, 'pipeline').suggestions.length).toBeGreaterThan(0)
})
