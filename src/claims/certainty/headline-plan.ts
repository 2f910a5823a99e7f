import type { CueMatch } from '../lexicon/cue.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import type { Asked } from './cue-scope.ts'

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

/** "X kündigte an, die Lieferungen wieder *aufzunehmen*": the event is an infinitive right behind who announces it. */
export function announcedPlan(
  marks: Marks,
  clause: Span,
  { frame, eventCues }: Pick<Asked, 'frame' | 'eventCues'>,
): readonly CueMatch[] {
  if (
    frame === null ||
    frame.end > clause.start ||
    !/^[,\s]*$/u.test(marks.text.slice(frame.end, clause.start))
  )
    return []
  return cuesIn(marks, clause, 'modality:infinitive').filter((cue) =>
    eventCues.some((event) => event.start < cue.end && cue.start < event.end),
  )
}

function isHeadline(text: string, { start, end }: Span): boolean {
  const newline = text.indexOf('\n', end)
  const line = text.slice(text.lastIndexOf('\n', start) + 1, newline < 0 ? text.length : newline)
  return !/[.!?…]["”»)]?\s*$/u.test(line)
}
