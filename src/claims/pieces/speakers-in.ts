import type { EntityType } from '../claim.ts'
import { cuesOfAny, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

const SPEAKING = new Set<EntityType>(['person', 'company', 'organisation', 'country', 'place'])
const WORDS = ['role', 'anaphora:company', 'anaphora:ministry']

/** Names and generic words that could speak, in order. */
export function speakersIn(marks: Marks, span: Span): Span[] {
  const names = marks.mentions
    .within(span.start, span.end)
    .filter((mention) => SPEAKING.has(mention.entity.type))
  const words = cuesOfAny(marks, span, WORDS)
  return words.length === 0 ? names : [...names, ...words].sort((a, b) => a.start - b.start)
}
