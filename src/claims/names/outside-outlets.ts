import type { Entity } from '../claim.ts'
import type { Outlets } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

const LANDS: ReadonlySet<string> = new Set(['country', 'place'])

/** Entities without lands that stand within the name of an outlet alone: "Interfax-Ukraine" tells nothing of Ukraine. */
export function outsideOutlets(entities: readonly Entity[], outlets: Outlets): Entity[] {
  const told = entities.filter((one) => outlets.has(one.canonical)).flatMap((one) => one.mentions)
  if (told.length === 0) return [...entities]
  const isOutside = (one: Span): boolean =>
    !told.some((other) => other.start <= one.start && other.end >= one.end)
  return entities.flatMap((entity) => {
    if (!LANDS.has(entity.type)) return [entity]
    const mentions = entity.mentions.filter(isOutside)
    if (mentions.length === entity.mentions.length) return [entity]
    const surfaces = [...new Set(mentions.map((one) => one.surface))]
    return mentions.length === 0 ? [] : [{ ...entity, mentions, surfaces }]
  })
}
