import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

const NEAR_WORDS = 3

/** Whether an outlet is the first that stands behind a verb, and not whom something is said to. */
export function outletAsSubject(marks: Marks, behind: Span): boolean {
  const limit = marks.tokens.within(behind.start, behind.end)[NEAR_WORDS - 1]
  const near = { start: behind.start, end: limit?.end ?? behind.end }
  const named = marks.mentions
    .within(near.start, behind.end)
    .find((one) => one.start <= near.end && marks.outlets.has(one.entity.canonical))
  const word = cuesIn(marks, near, 'speech:outlet')[0]
  const at = Math.min(named?.start ?? behind.end, word?.start ?? behind.end)
  return at < behind.end && cuesIn(marks, { start: behind.start, end: at }, 'at').length === 0
}
