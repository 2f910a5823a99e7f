import { eventOf } from '../event-of.ts'
import type { CueMatch } from '../lexicon/cue.ts'
import { STANDS_ALONE } from '../lexicon/event-rules.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import { cutsOf } from './cuts.ts'
import { frameIn } from './frame-in.ts'
import { behindComma, takesSubject } from './frame-start.ts'
import { isStrongIn } from './is-strong-in.ts'
import type { Piece } from './piece.ts'
import { isGoingOn, isProvided } from './provided.ts'
import { speakersIn } from './speakers-in.ts'
import { thusFrame } from './thus-frame.ts'
import { withApposition } from './with-apposition.ts'

/** Frames without "that": between commas, beside a quotation, "according to X", or before the bare clause. */
export function looseFrames(
  marks: Marks,
  sentence: Span,
  lexicon: Lexicon,
  /** Where what an outlet passes on begins, with a verb of saying of its own. */
  passedOn: readonly number[] = [],
): Piece[] {
  const points = [...cutsOf(marks, sentence).map((cut) => cut.at), ...passedOn].sort((a, b) => a - b)
  const cuts = [sentence.start, ...points, sentence.end]
  const frames: Piece[] = []
  const thus = thusFrame(marks, sentence)
  if (thus !== null) return [thus]
  const parted = partedBackward(marks, sentence, cuts)
  if (parted !== null) frames.push(parted.frame)
  for (let index = parted?.to ?? 0; index + 1 < cuts.length; index++) {
    const atom = { start: cuts[index] ?? 0, end: cuts[index + 1] ?? 0 }
    const cue = cuesIn(marks, atom, 'speech:').find(
      (one) =>
        /:(verbs|before|after|backward)$/u.test(one.cue.group) &&
        !isProvided(marks, sentence, one) &&
        !isGoingOn(marks, atom, one) &&
        !isOfReports(marks, atom, one),
    )
    if (cue === undefined) continue
    const found = eventOf(marks, atom)
    const isStrong = found !== null && found.priority >= STANDS_ALONE
    const colon = /[:：]\s*["“«„「]?\s*$/u.test(marks.text.slice(atom.start, atom.end))
    const isTold = index > 0 && isSaidBySpeaker(marks, atom, cue, lexicon)
    const frame = frameIn(marks, atom, cue, isStrong && !isTold, colon, lexicon)
    const begin = takesSubject(marks, sentence, frame.start, cue, lexicon)
    const start = begin < frame.start ? begin : behindComma(marks, cuts, frame.start, cue, lexicon)
    const opens = frame.opens || (start < frame.start && isStrong)
    const end = start < frame.start && isStrong ? cue.end : frame.end
    if (cue.cue.group === 'speech:backward') {
      // "This was said after the session by the minister": all up to another verb of saying.
      frames.push({ ...frame, start, end: endOfSaying(marks, cuts, index), opens })
      continue
    }
    const behind = opens ? null : endOfLongTitle(marks, cuts, index, cue, lexicon)
    if (behind !== null) {
      frames.push({ ...frame, start: cue.start, end: behind, opens })
      continue
    }
    const isClosing = !opens && frame.kind === 'frame' && start > sentence.start
    const named =
      (cue.cue.group === 'speech:before' || start === sentence.start) && !opens
        ? namedBehindTitle(marks, { start, end })
        : null
    const told = named ?? (isClosing ? withApposition(marks, end, cuts) : end)
    frames.push({ ...frame, start, end: opens ? withOutletTold(marks, told, atom.end) : told, opens })
  }
  return frames
}

const BEHIND_SPEAKER = 2

/** "X ha smentito le notizie *secondo cui* …": words of whom it is told by are of a speaker right before them, or of none. */
function isOfReports(marks: Marks, atom: Span, cue: CueMatch): boolean {
  if (cue.cue.group !== 'speech:after') return false
  const speaker = speakersIn(marks, { start: atom.start, end: cue.start }).at(-1)
  return speaker !== undefined && marks.tokens.countWithin(speaker.end, cue.start) > BEHIND_SPEAKER
}

/** "Об этом во вторник, 3 марта, сообщил X": words that point back, parted by commas. `to`: the cut behind them. */
function partedBackward(
  marks: Marks,
  sentence: Span,
  cuts: readonly number[],
): { readonly frame: Piece; readonly to: number } | null {
  const first = marks.tokens.firstWithin(sentence.start, sentence.end)
  const cue = cuesIn(marks, sentence, 'speech:backward').find((one) => one.start === first?.start)
  if (cue === undefined || cue.end <= (cuts[1] ?? sentence.end)) return null
  const at = cuts.findLastIndex((cut) => cut < cue.end)
  const end = endOfSaying(marks, cuts, at)
  const frame = { kind: 'frame', start: sentence.start, end, cue, opens: false, within: null } as const
  return { frame, to: cuts.indexOf(end) }
}

/** "According to the minister, *Name Surname*, exports fell": who bears the title stands between commas behind it. */
function namedBehindTitle(marks: Marks, frame: Span): number | null {
  if (!/,\s*$/u.test(marks.text.slice(frame.start, frame.end))) return null
  const isOfBody = marks.mentions
    .within(frame.start, frame.end)
    .some((one) => ['person', 'company', 'organisation'].includes(one.entity.type))
  if (isOfBody && cuesIn(marks, frame, 'role').length === 0) return null
  const next = marks.tokens.firstWithin(frame.end, marks.text.length)
  const person = next === undefined ? undefined : marks.mentions.firstWithin(next.start, next.end + 1)
  if (person?.start !== next?.start || person?.entity.type !== 'person') return null
  return marks.text[person.end] === ',' ? person.end + 1 : null
}

const TOLD_WORDS = 2

/** "X a annoncé *à l'AFP* la remise en service": to whom it was said, behind the verb, is of the frame. */
function withOutletTold(marks: Marks, end: number, limit: number): number {
  const next = marks.mentions.within(end, limit)[0]
  if (next === undefined || !marks.outlets.has(next.entity.canonical)) return end
  const isNext = marks.tokens.countWithin(end, next.start) <= TOLD_WORDS
  return isNext && /^[\s\p{L}'’]*$/u.test(marks.text.slice(end, next.start)) ? next.end : end
}

/** End of the last stretch from a place on before one that has a word of saying of its own. */
function endOfSaying(marks: Marks, cuts: readonly number[], index: number): number {
  const rest = cuts.slice(index + 1)
  const next = rest.findIndex((cut, step) => {
    const end = rest[step + 1]
    return end !== undefined && cuesIn(marks, { start: cut, end }, 'speech:').some(isSaying)
  })
  return (next < 0 ? rest.at(-1) : rest[next]) ?? 0
}

const isSaying = (cue: CueMatch): boolean => /:(verbs|before|after|relay|backward)$/u.test(cue.cue.group)
const LONG_TITLE_WORDS = 24

/**
 * "…, said after the session the new head of the Commission for Energy and Water X": where the verb opens what closes
 * the sentence and only further on a person is named, all up to the end tells who speaks and on what occasion.
 */
function endOfLongTitle(
  marks: Marks,
  cuts: readonly number[],
  index: number,
  cue: CueMatch,
  lexicon: Lexicon,
): number | null {
  const [start, end, last] = [cuts[index] ?? 0, cuts[index + 1] ?? 0, cuts.at(-1) ?? 0]
  if (lexicon.order !== 'verb_second' || !cue.cue.group.endsWith(':verbs') || index === 0 || end >= last)
    return null
  if (
    marks.tokens.countWithin(start, cue.start) > 0 ||
    !/[,،»”"–—-]\s*$/u.test(marks.text.slice(0, start).slice(-3))
  )
    return null
  const personIn = (span: Span): Span | undefined =>
    marks.mentions.within(span.start, span.end).find((one) => one.entity.type === 'person')
  const rest = { start: end, end: last }
  const named = personIn(rest)
  if (personIn({ start, end }) !== undefined || named === undefined) return null
  // "– said the head of X, Name Surname – and the plant is shut": behind the dash the words go on.
  const dash = /^\s+[–—-]\s+/u.exec(marks.text.slice(named.end, last))
  if (dash !== null && /[–—-]\s*$/u.test(marks.text.slice(0, start))) return named.end + dash[0].length
  if (marks.tokens.countWithin(cue.end, last) > LONG_TITLE_WORDS) return null
  const says =
    cuesIn(marks, rest, 'speech:').some(isSaying) ||
    cuesIn(marks, { start: cue.end, end: last }, 'that').length > 0
  return says || /[,،;:]/u.test(marks.text.slice(end, last)) ? null : last
}

const SPEAKER_WORDS = 3

/** "…, said the minister after the meeting": verb and speaker open it, so its event is only the occasion. */
function isSaidBySpeaker(marks: Marks, atom: Span, cue: CueMatch, lexicon: Lexicon): boolean {
  if (lexicon.order !== 'verb_second' || !cue.cue.group.endsWith(':verbs')) return false
  // A Chinese verb has its subject before it: who stands behind is told about.
  if (lexicon.lang === 'zh' || marks.tokens.countWithin(atom.start, cue.start) > 0) return false
  if (cuesIn(marks, cue, 'speech:participle').length > 0) return false
  // "dijeron este martes tres fuentes": the day stands between.
  const day = marks.dates.firstWithin(cue.end, atom.end)
  const isDayNext = day !== undefined && marks.tokens.countWithin(cue.end, day.start) <= 1
  const limit = marks.tokens.within(isDayNext ? day.end : cue.end, atom.end)[SPEAKER_WORDS - 1]
  const speaker = speakersIn(marks, { start: cue.end, end: limit?.end ?? atom.end })[0]
  return speaker !== undefined && !isStrongIn(marks, { start: cue.end, end: speaker.start })
}
