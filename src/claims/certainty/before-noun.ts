import type { CueMatch } from '../lexicon/cue.ts'
import { cuesIn, type Marks } from '../marks.ts'
import { timeUnits } from '../quantities/time-units.ts'
import type { Span } from '../text/sentences.ts'

/** What a verb carries of which the whole is done. */
const DONE = '了'
const STOP = /[,，、;；:：。!！?？\n]/u

/** What stands between a word and the next mark. */
function runBehind(marks: Marks, { end }: Span): Span {
  const length = marks.text.slice(end).search(STOP)
  return { start: end, end: length < 0 ? marks.text.length : end + length }
}

/** Whether a name stands here, or an amount that is no time: 将10天后 is still to come. */
function leadsInObject(marks: Marks, at: number): boolean {
  if (marks.mentions.countWithin(at, at + 1) > 0) return true
  const amount = marks.quantities.firstWithin(at, marks.text.length)
  return amount?.start === at && !timeUnits.has(amount.unit)
}

/**
 * 将 before a verb is "will" (将上调油价), before a noun it leads in what something is done to (将油价上调了): told by a name
 * or an amount right behind it, or by 了 further on, which no future has.
 */
export function isObjectMarker(marks: Marks, cue: CueMatch): boolean {
  const marker = cuesIn(marks, cue, 'object_marker')[0]
  if (marker?.start !== cue.start) return false
  // 将从每年550亿: the cue goes on behind the marker, and what stands there is no object
  if (marker.end === cue.end && leadsInObject(marks, cue.end)) return true
  return cuesIn(marks, runBehind(marks, cue), 'modality:happened').some((one) => one.cue.pattern === DONE)
}

/** 未能就过境费达成协议: what "not" is of stands behind what a word like "on" or "with" leads in, however long. */
export function isBeforeCoverb(marks: Marks, cue: CueMatch, eventCues: readonly CueMatch[]): boolean {
  const run = runBehind(marks, cue)
  return (
    cuesIn(marks, run, 'coverb').some((one) => one.start === cue.end) &&
    eventCues.some((event) => event.start > cue.end && event.end <= run.end)
  )
}
