import { cannotBeOne, compareStatements } from './compare-statements.ts'
import type { Statement } from './statement.ts'

/**
 * Groups of claims that speak of one happening. Pairs are joined from the strongest down; a join that
 * would bring two claims together that cannot be one is refused, so look-alikes never meet through a
 * third claim. Groups and their claims come in key order, whatever the order of the input.
 */
export function groupStatements(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const ordered = [...statements].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const pairs: { a: number; b: number; margin: number }[] = []
  ordered.forEach((left, a) => {
    for (let b = a + 1; b < ordered.length; b++) {
      const right = ordered[b]
      if (!right) continue
      const { margin, veto } = compareStatements(left, right)
      if (veto === null && margin >= 0) pairs.push({ a, b, margin })
    }
  })
  const isForbidden = (x: number, y: number): boolean => {
    const [left, right] = [ordered[Math.min(x, y)], ordered[Math.max(x, y)]]
    return left !== undefined && right !== undefined && cannotBeOne(left, right)
  }
  pairs.sort((x, y) => y.margin - x.margin || x.a - y.a || x.b - y.b)
  const groupOf = ordered.map((_, index) => index)
  const refused = new Set<string>()
  const members = new Map(ordered.map((_, index) => [index, [index]]))
  for (const { a, b } of pairs) {
    const [from, to] = [groupOf[b] ?? b, groupOf[a] ?? a]
    if (from === to) continue
    const [moved, kept] = [members.get(from) ?? [], members.get(to) ?? []]
    const attempt = `${from} ${moved.length} ${to} ${kept.length}`
    if (refused.has(attempt)) continue
    if (moved.some((x) => kept.some((y) => isForbidden(x, y)))) {
      refused.add(attempt)
      continue
    }
    for (const index of moved) groupOf[index] = to
    members.set(to, [...kept, ...moved])
    members.delete(from)
  }
  return [...members.values()].map((indexes) =>
    indexes.sort((x, y) => x - y).flatMap((index) => ordered[index] ?? []),
  )
}
