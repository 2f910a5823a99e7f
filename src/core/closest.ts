/** Of names, share of letter pairs in common below which one is not near another. */
const LEAST_ALIKE = 0.2

/** At most three of `names` that are spelt nearest to `wanted`, by the letter pairs that they share; nearest first. */
export function closest(wanted: string, names: readonly string[]): string[] {
  const own = letterPairs(wanted)
  return names
    .map((name) => {
      const other = letterPairs(name.slice(name.indexOf('/') + 1))
      const shared = [...own].filter((pair) => other.has(pair)).length
      return { name, score: shared / Math.max(1, own.size + other.size - shared) }
    })
    .filter(({ score }) => score > LEAST_ALIKE)
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name)
}

function letterPairs(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
}
