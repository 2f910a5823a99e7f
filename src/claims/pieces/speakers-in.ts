import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

/** Names and generic words that could speak, in order. */
export function speakersIn(marks: Marks, span: Span): Span[] {
  const names = marks.mentions
    .within(span.start, span.end)
    .filter((mention) =>
      ['person', 'company', 'organisation', 'country', 'place'].includes(mention.entity.type),
    )
  const words = ['role', 'anaphora:company', 'anaphora:ministry'].flatMap((group) =>
    cuesIn(marks, span, group),
  )
  return [...names, ...words].sort((a, b) => a.start - b.start)
}
