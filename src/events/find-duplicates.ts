import type { Reading } from '../claims/claim.ts'

export interface Duplicate {
  readonly report: string
  readonly of: string
}

/** Share of common word pairs from which two texts with the same figures and names are one text. */
const nearIdentical = 0.9

/**
 * Reports whose text another one already has: word for word, or nearly so with every number and every
 * recognised name alike. A copy in which a share, a station or a day was changed is no duplicate. The
 * first by publication, then by id, is the original.
 */
export function findDuplicates(readings: readonly Reading[]): Duplicate[] {
  const ordered = [...readings].sort((a, b) => {
    const [x, y] = [`${a.published ?? '9999'} ${a.id}`, `${b.published ?? '9999'} ${b.id}`]
    return x < y ? -1 : x > y ? 1 : 0
  })
  const originals: { reading: Reading; words: readonly string[]; facts: string }[] = []
  const found: Duplicate[] = []
  for (const reading of ordered) {
    const words = reading.text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
    const facts = factsOf(reading)
    const original = originals.find(
      (other) => facts === other.facts && overlap(words, other.words) >= nearIdentical,
    )
    if (original) found.push({ report: reading.id, of: original.reading.id })
    else originals.push({ reading, words, facts })
  }
  return found.sort((a, b) => (a.report < b.report ? -1 : 1))
}

/** Digits and recognised names: what must not differ in a copy. */
function factsOf(reading: Reading): string {
  const numbers = (reading.text.match(/\p{N}+/gu) ?? []).join(' ')
  const names = reading.entities.map((entity) => entity.canonical).sort()
  return `${reading.lang} ${numbers} ${[...new Set(names)].join('|')}`
}

function overlap(a: readonly string[], b: readonly string[]): number {
  const pairs = (words: readonly string[]): Set<string> =>
    new Set(words.map((word, index) => `${word} ${words[index + 1] ?? ''}`))
  const [x, y] = [pairs(a), pairs(b)]
  const common = [...x].filter((pair) => y.has(pair)).length
  const all = x.size + y.size - common
  return all === 0 ? 1 : common / all
}
