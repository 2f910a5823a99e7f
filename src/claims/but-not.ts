import { cuesIn, type Marks } from './marks.ts'
import type { Span } from './text/sentences.ts'

const BUT_NOT_WORDS = 10

/** "…, *but not* exports", "…, die Exporte *aber nicht*": few words that deny of something else what was just told. */
export function isButNot(marks: Marks, span: Span): boolean {
  const words = marks.tokens.within(span.start, span.end)
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined || words.length > BUT_NOT_WORDS) return false
  return cuesIn(marks, span, 'but_not').some((cue) => cue.start === first.start || cue.end === last.end)
}

/** "With regard to deliveries, …": what is only named as the matter. */
export function isMatter(marks: Marks, span: Span): boolean {
  const first = marks.tokens.firstWithin(span.start, span.end)
  return first !== undefined && cuesIn(marks, span, 'about').some((cue) => cue.start === first.start)
}
