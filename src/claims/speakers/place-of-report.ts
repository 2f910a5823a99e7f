import { cuesIn, type EntityMention, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

/** Words of a day between an outlet and where it reports from. */
const DAY_WORDS = 8

/**
 * "Reuters reported *from London* on Friday", 路透社11月14日*伦敦*报道: the place behind an outlet that reports is where it
 * stood, and says nothing. Undefined where somebody is quoted, who may be a capital: "Reuters, citing Moscow".
 */
export function placeOfReport(
  marks: Marks,
  region: Span,
  mentions: readonly EntityMention[],
): EntityMention | undefined {
  if (cuesIn(marks, region, 'speech:relay').length > 0) return undefined
  const outlet = marks.mentions
    .within(region.start, region.end)
    .find((one) => marks.outlets.has(one.entity.canonical))
  if (outlet === undefined) return undefined
  return mentions.find(
    (one) =>
      one.entity.type === 'place' &&
      one.start >= outlet.end &&
      marks.tokens.countWithin(outlet.end, one.start) <= DAY_WORDS &&
      !/[,،，;:]/u.test(marks.text.slice(outlet.end, one.start)),
  )
}
