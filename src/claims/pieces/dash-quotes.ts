import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

const OPENING = /(?:^|[\n.!?…])[ \t]*[-–—][ \t]+(?=["«“„]?[\p{Lu}\p{N}])/gu
const CLOSING = /[ ,.!?…][-–—][ \t]+(?=\p{Ll})/gu
/** Letters behind a dash within which a verb of saying tells that it closes speech. */
const VERB_REACH = 24

/**
 * Speech that a dash opens at the head of a line or a sentence, up to the dash before its verb of saying
 * ("— …. …, — said X"), in order. A line without such a verb is an item of a list and is left out.
 */
export function dashQuotes(marks: Marks): Span[] {
  const { text } = marks
  const quotes: Span[] = []
  for (const opened of text.matchAll(OPENING)) {
    const start = opened.index + opened[0].length
    const line = text.indexOf('\n', start)
    const end = line < 0 ? text.length : line
    for (const dash of text.slice(start, end).matchAll(CLOSING)) {
      const from = start + dash.index + dash[0].length
      const reach = { start: from, end: Math.min(end, from + VERB_REACH) }
      const verbs = [...cuesIn(marks, reach, 'speech:verbs'), ...cuesIn(marks, reach, 'speech:passive')]
      if (!verbs.some((verb) => verb.start === from)) continue
      quotes.push({ start, end: start + dash.index + 1 })
      break
    }
  }
  return quotes
}
