import type { CueMatch } from './lexicon/cue.ts'
import { cuesIn, type Marks } from './marks.ts'
import type { Span } from './text/sentences.ts'

const CAP = 'topic:price_cap'

/** "lowered the *price* cap to 44 dollars *a barrel*": words of a price that say what is capped, not what was paid. */
export function isOfCap(marks: Marks, spans: readonly Span[], cue: CueMatch): boolean {
  if (cue.cue.group !== 'event:price') return false
  const caps = spans.flatMap((span) => cuesIn(marks, span, CAP))
  if (caps.length === 0) return false
  if (caps.some((cap) => cap.start < cue.end && cue.start < cap.end)) return true
  return spans.some((span) =>
    marks.quantities
      .within(span.start, span.end)
      .some((amount) => amount.start <= cue.start && amount.end >= cue.end),
  )
}
