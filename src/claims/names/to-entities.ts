import type { Entity } from '../claim.ts'
import type { Spotting } from './spotting.ts'

export function toEntities(text: string, spottings: readonly Spotting[]): Entity[] {
  const entities = new Map<string, Entity>()
  for (const one of spottings) {
    const key = `${one.canonical}|${one.type}`
    const mention = { surface: text.slice(one.start, one.end), start: one.start, end: one.end }
    const entity = entities.get(key)
    if (entity === undefined) {
      entities.set(key, {
        canonical: one.canonical,
        type: one.type,
        surfaces: [mention.surface],
        mentions: [mention],
        atlas: one.atlas,
        match: one.match,
        score: one.score,
      })
      continue
    }
    entity.mentions.push(mention)
    if (!entity.surfaces.includes(mention.surface)) entity.surfaces.push(mention.surface)
    if (one.score > entity.score)
      Object.assign(entity, { match: one.match, score: one.score, atlas: one.atlas ?? entity.atlas })
  }
  return [...entities.values()]
}
