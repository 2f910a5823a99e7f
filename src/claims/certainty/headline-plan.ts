import type { CueMatch } from '../lexicon/cue.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

/**
 * "Gas transit to stop in January": in a line that closes without a stop, the mark of an infinitive right before the
 * word of the event tells a plan. Empty elsewhere.
 */
export function headlinePlan(
  marks: Marks,
  clause: Span,
  eventCues: readonly CueMatch[],
): readonly CueMatch[] {
  const infinitives = cuesIn(marks, clause, 'modality:infinitive').filter((cue) =>
    eventCues.some((event) => event.firstToken - cue.lastToken === 1),
  )
  return infinitives.length > 0 && isHeadline(marks.text, clause) ? infinitives : []
}

function isHeadline(text: string, { start, end }: Span): boolean {
  const newline = text.indexOf('\n', end)
  const line = text.slice(text.lastIndexOf('\n', start) + 1, newline < 0 ? text.length : newline)
  return !/[.!?…]["”»)]?\s*$/u.test(line)
}
