import { eventOf } from '../event-of.ts'
import { STANDS_ALONE } from '../lexicon/event-rules.ts'
import type { Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

export function isStrongIn(marks: Marks, span: Span): boolean {
  return (eventOf(marks, span)?.priority ?? 0) >= STANDS_ALONE
}
