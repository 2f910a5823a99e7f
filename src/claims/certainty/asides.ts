import type { CueMatch } from '../lexicon/cue.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

const COMMA = /[,،]/u
/** What stands between a comma and what is told of the noun before it: nothing, or "from", "in". */
const OPENING = /[,،]\s*(?:[\p{L}\p{M}]{1,3}\s+)?$/u
const LONGEST_OPENING = 6

/**
 * Stretches between two commas that tell of the noun before them, where the event is told beside: "the line, *which has not
 * run since August*, will resume", «трубопровод, *не работающий с августа*, возобновит работу». What is said there of
 * how sure things are is not said of the event.
 */
export function asidesIn(marks: Marks, clause: Span, eventCues: readonly CueMatch[]): readonly Span[] {
  if (eventCues.length === 0) return []
  const openings = [
    ...cuesIn(marks, clause, 'relative'),
    ...negatedOpenings(marks, clause, Math.min(...eventCues.map((event) => event.start))),
  ]
  return openings.flatMap(({ start, end }) => {
    if (!OPENING.test(marks.text.slice(Math.max(clause.start, start - LONGEST_OPENING), start))) return []
    const length = marks.text.slice(end, clause.end).search(COMMA)
    const aside = { start, end: end + length }
    return length < 0 || eventCues.some((event) => event.end > start && event.start < aside.end)
      ? []
      : [aside]
  })
}

/** "not" right behind a comma and before the event, as before a participle. */
const negatedOpenings = (marks: Marks, clause: Span, event: number): readonly CueMatch[] =>
  cuesIn(marks, clause, 'modality:negation').filter(
    ({ start, end }) => end <= event && /[,،]\s*$/u.test(marks.text.slice(start - 2, start)),
  )
