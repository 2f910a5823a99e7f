import type { EntityType } from './claim.ts'
import type { EntityMention, Marks } from './marks.ts'
import { PLANT } from './subjects.ts'
import type { Span } from './text/sentences.ts'

const LANDS: ReadonlySet<EntityType> = new Set(['country', 'place'])

/** "the Energy Ministry of Cyprus", "Regierung der Region Kurdistan": the land within a body's name is not acted on. */
export function isInBody(land: EntityMention, mentions: readonly EntityMention[]): boolean {
  return (
    LANDS.has(land.entity.type) &&
    mentions.some(
      (one) =>
        one.entity.type === 'organisation' &&
        one.start <= land.start &&
        one.end >= land.end &&
        one.end - one.start > land.end - land.start,
    )
  )
}

/** Whether a clause names more than the body and its land: what the body speaks of. */
export function tellsMore(land: EntityMention, mentions: readonly EntityMention[]): boolean {
  return mentions.some(
    (one) =>
      one.entity.type !== 'organisation' &&
      one.entity.type !== 'person' &&
      one.entity.canonical !== land.entity.canonical,
  )
}

/** What a hyphen joins to an adjective of another country. */
const BODIES: ReadonlySet<EntityType> = new Set(['country', 'organisation'])
/** Words between an adjective and the name that it stands by: "the Chinese firm CNPC". */
const BESIDE_WORDS = 1

/**
 * "the Chinese firm CNPC", "Russian crude through the Druzhba": an adjective by a name tells of what is named, and
 * where plant is named, one by what flows tells only whence it came.
 */
export function isOfName(marks: Marks, adjective: Span, mentions: readonly EntityMention[]): boolean {
  const hasPlant = mentions.some((one) => PLANT.has(one.entity.type))
  return mentions.some((one) => {
    // "the Israeli minister X" speaks for Israel.
    if (one.entity.type === 'person' || (one.entity.type === 'commodity' && !hasPlant)) return false
    if (one.start <= adjective.start && one.end >= adjective.end) return true
    const between =
      one.start >= adjective.end
        ? { start: adjective.end, end: one.start }
        : { start: one.end, end: adjective.start }
    const gap = marks.text.slice(Math.min(between.start, between.end), between.end)
    if (between.end < between.start || /[,;:.،]/u.test(gap)) return false
    // "US-Russian talks" are of both.
    if (BODIES.has(one.entity.type) && /^[-‐‑–]$/u.test(gap)) return false
    return marks.tokens.within(between.start, between.end).length <= BESIDE_WORDS
  })
}
