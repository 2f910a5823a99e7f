import { PhraseTable } from './phrases.ts'

/** The first places of a word are those of `StartWords`. */
const FIRST = 4
const LAST = 123

/**
 * Gives every table of a language its place among the answers that words keep. Tables beyond the last place, and
 * those without a phrase, have none: they are looked up each time, and at once.
 */
export function keepTables(...lexicons: readonly object[]): void {
  let place = FIRST
  for (const table of new Set(lexicons.flatMap((lexicon) => tablesIn(lexicon, DEPTH)))) {
    if ([...table.firstWords()].length === 0 || place > LAST) continue
    table.keepAt(place)
    place++
  }
}

/** Tables stand in a lexicon, and in records and lists of it. */
const DEPTH = 3

function tablesIn(value: unknown, depth: number): PhraseTable<unknown>[] {
  if (value instanceof PhraseTable) return [value]
  if (depth === 0 || typeof value !== 'object' || value === null || value instanceof Map) return []
  return Object.values(value).flatMap((inner) => tablesIn(inner, depth - 1))
}
