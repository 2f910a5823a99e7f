import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

const NEAR_WORDS = 3

/** ", writes the paper X, …": an outlet right behind a verb and up to a comma, and not whom something is said to. */
export function outletAsSubject(marks: Marks, behind: Span): boolean {
  const comma = marks.text.slice(behind.start, behind.end).search(/[,،]/u)
  const between = { start: behind.start, end: comma < 0 ? behind.end : behind.start + comma }
  const limit = marks.tokens.within(between.start, between.end)[NEAR_WORDS - 1]
  const near = { start: between.start, end: limit?.end ?? between.end }
  const named = marks.mentions
    .within(near.start, between.end)
    .find((one) => one.start <= near.end && marks.outlets.has(one.entity.canonical))
  const word = cuesIn(marks, near, 'speech:outlet')[0]
  const at = Math.min(named?.start ?? between.end, word?.start ?? between.end)
  // "told Reuters": whom it is said to needs no preposition.
  const isTold = word === undefined && named !== undefined && named.end < between.end
  return at < between.end && !isTold && cuesIn(marks, { start: behind.start, end: at + 1 }, 'at').length === 0
}
