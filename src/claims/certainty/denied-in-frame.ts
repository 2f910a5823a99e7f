import type { CueMatch } from '../lexicon/cue.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Piece } from '../pieces/piece.ts'
import type { Span } from '../text/sentences.ts'

/** Words between a denial and what is denied: "denied media reports that". */
const DENIED_WITHIN = 2
/** Characters between a frame and the clause right behind it. */
const RIGHT_BEHIND = 3

/** "X denied reports that …": what the reports are said to tell, right behind them, is denied. */
export function deniedReports(marks: Marks, frame: Span, clause: Span): CueMatch[] {
  if (frame.end > clause.start || clause.start - frame.end > RIGHT_BEHIND) return []
  const last = cuesIn(marks, frame, 'speech:').at(-1)
  if (last === undefined) return []
  // "neither confirmed nor denied": nothing is said of it.
  const silent = cuesIn(marks, frame, 'event:silent')
  return cuesIn(marks, frame, 'modality:denied').filter((cue) => {
    const gap = last.firstToken - cue.lastToken
    const isSilent = silent.some((one) => one.start <= cue.start && one.end >= cue.end)
    return last.lastToken >= cue.lastToken && gap <= DENIED_WITHIN && !isSilent
  })
}

/** Words between a denial and the verb of what is denied: "denied the latest media reports which say that". */
const REPORTS_WITHIN = 16
const REPORTS_REACH = 160

/** "X denied … reports which say that …": the frame before the clause only tells what is denied. */
export function deniedBefore(marks: Marks, frame: Piece, clause: Span): CueMatch[] {
  if (frame.cue?.cue.group !== 'speech:verbs' || frame.end > clause.start) return []
  const words = marks.tokens.within(Math.max(0, frame.cue.start - REPORTS_REACH), frame.cue.start)
  const from = words.slice(-REPORTS_WITHIN)[0]?.start ?? frame.cue.start
  const reports = cuesIn(marks, { start: from, end: frame.cue.start }, 'speech:reports')[0]
  if (reports === undefined || /[.!?;؛،,]\s/u.test(marks.text.slice(reports.end, frame.cue.start))) return []
  const before = { start: from, end: reports.start }
  const silent = cuesIn(marks, before, 'event:silent')
  return cuesIn(marks, before, 'modality:denied').filter(
    (cue) =>
      !silent.some((one) => one.start <= cue.start && one.end >= cue.end) &&
      !/[.!?\n]/u.test(marks.text.slice(cue.end, reports.start)),
  )
}

/** "X does not expect that …": what is not expected is said not to come. */
export function negatedStance(marks: Marks, frame: Span): CueMatch[] {
  const stances = cuesIn(marks, frame, 'speech:stance')
  if (stances.length === 0) return []
  return cuesIn(marks, frame, 'modality:negation').filter((cue) =>
    stances.some((stance) => stance.firstToken - cue.lastToken === 1),
  )
}
