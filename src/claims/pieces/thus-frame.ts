import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import { isStrongIn } from './is-strong-in.ts'
import type { Piece } from './piece.ts'
import { speakersIn } from './speakers-in.ts'

const NAMED_WITHIN = 10
const VERBS = ['state', 'happened', 'planned', 'ongoing', 'possible'].map((name) => `modality:${name}`)

/** "Così il ministro X in una nota.": a sentence without a verb that says whose words those before it were. */
export function thusFrame(marks: Marks, sentence: Span): Piece | null {
  const first = marks.tokens.firstWithin(sentence.start, sentence.end)
  const cue = cuesIn(marks, sentence, 'thus').find((one) => one.start === first?.start)
  if (cue === undefined || isStrongIn(marks, sentence)) return null
  const limit = marks.tokens.within(cue.end, sentence.end)[NAMED_WITHIN - 1]
  const rest = { start: cue.end, end: limit?.end ?? sentence.end }
  if (speakersIn(marks, rest).length === 0) return null
  if (VERBS.some((group) => cuesIn(marks, rest, group).length > 0)) return null
  return { kind: 'frame', start: sentence.start, end: sentence.end, cue, opens: false, within: null }
}
