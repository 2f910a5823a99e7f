import type { NumberItem } from './number-lexicon.ts'

const longestCompound = 80

/** vierundzwanzig: four, and, twenty. The pieces must cover the whole word; null otherwise. */
export function splitCompound(word: string, pieces: ReadonlyMap<string, NumberItem>): NumberItem[] | null {
  if (word.length > longestCompound) return null
  // best[i]: fewest pieces that cover the first i letters, and the last of them.
  const best: ({ count: number; from: number; item: NumberItem } | null)[] = [null]
  for (let end = 1; end <= word.length; end += 1) {
    best[end] = null
    for (let from = 0; from < end; from += 1) {
      const item = pieces.get(word.slice(from, end))
      const before = from === 0 ? 0 : best[from]?.count
      if (item === undefined || before === undefined) continue
      const known = best[end]
      if (!known || before + 1 < known.count) best[end] = { count: before + 1, from, item }
    }
  }
  const items: NumberItem[] = []
  for (let end = word.length; end > 0; ) {
    const piece = best[end]
    if (!piece) return null
    items.unshift(piece.item)
    end = piece.from
  }
  return items[0]?.kind === 'and' ? null : items
}
