import type { BriefStory } from './brief.ts'

/** What a story leaves out, by reason: what shares one reason is named together, in the order given. */
export function groupNotComputed(
  items: BriefStory['not_computed'],
): readonly { readonly whats: readonly string[]; readonly because: string }[] {
  const byReason = new Map<string, string[]>()
  for (const { what, because } of items) byReason.set(because, [...(byReason.get(because) ?? []), what])
  return [...byReason].map(([because, whats]) => ({ because, whats: counted(whats) }))
}

/** One of two equal titles would read as a slip: they become one with their number. */
function counted(titles: readonly string[]): readonly string[] {
  return [...new Set(titles)].map((title) => {
    const count = titles.filter((other) => other === title).length
    return count === 1 ? title : `${title} (${count} events)`
  })
}
