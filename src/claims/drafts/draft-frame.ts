import { cuesIn, type EntityMention, type Marks } from '../marks.ts'
import type { Piece } from '../pieces/piece.ts'
import { type Discourse, passedOnAgain, remember, spoke } from '../speakers/discourse.ts'
import { readFrame } from '../speakers/read-frame.ts'
import type { Attribution, FrameReading } from '../speakers/speaker.ts'
import { follow } from '../subjects.ts'
import type { Span } from '../text/sentences.ts'
import { closeBy, creditAll, viaOf } from './credit.ts'
import { beginsAnew, isSubordinate, tellsItself } from './frame-scope.ts'
import { attributed, merge } from './merge-attributions.ts'
import { reportsOn } from './outlet-ahead.ts'
import { nearestTeller, tellsOfItself } from './own-account.ts'
import { pointedAt, pointsBack } from './pointed-at.ts'
import type { SoFar } from './so-far.ts'
import { subjectOfSentence } from './subject-of.ts'

/** Reads who a frame says is speaking, for what stands before it and what comes. */
export function draftFrame(soFar: SoFar, frame: Piece): void {
  const { input, pieces, made } = soFar
  const { marks, body, lexicon, subjects, discourse } = input
  const mentions = marks.mentions.within(frame.start, frame.end)
  const read = readWithCompany(soFar, frame)
  const attribution = attributionOf(soFar, frame, read)
  if (reportsOn(frame, read, body, lexicon)) soFar.reported = attribution.via
  remember(discourse, mentions, marks)
  discourse.outlet = attribution.via.at(-1) ?? discourse.outlet
  follow(subjects, mentions, null)
  spoke(discourse, attribution, mentions, countriesIn(marks, frame, mentions))
  // "The agency Y reported that …": what is told on without a frame is told by Y, not by who spoke before.
  const isBack = made.length === 0 && pointsBack(marks, frame, pieces)
  const leads = frame.opens || (made.length === 0 && pieces.length > 1 && !isBack)
  if (leads && read.speaker === null && read.via.length > 0) discourse.speaker = null
  if (made.length === 0)
    for (const draft of soFar.told)
      draft.attribution = merge(draft.attribution, { speaker: null, via: read.via })
  if (isBack) tellPrevious(soFar, frame, attribution)
  speakForBefore(soFar, frame, { read, attribution })
  // A second frame right after this one ("…, the agency reported, citing X") speaks for the same words.
  soFar.isAfterFrame = true
  soFar.current = { attribution, frame }
  soFar.isNamed = read.isNamedHere
}

/** What a frame names, where "the company" is the one that speaks of itself in what it says. */
function readWithCompany({ input, pieces, behind }: SoFar, frame: Piece): FrameReading {
  const { marks, body, discourse } = input
  const closes = !frame.opens && behind.length > 0
  const before = pointsBack(marks, frame, pieces) ? input.previous.at(-1)?.sentence : undefined
  const saying = before ?? (closes ? { start: body.start, end: frame.start } : undefined)
  const subject = saying === undefined ? null : firstCompany(marks, saying, discourse)
  const last = discourse.company
  discourse.company = subject ?? last
  const read = readFrame(marks, frame, discourse)
  discourse.company = last
  return read
}

/** Who speaks by a frame and what else the sentence has said of it, with the outlets that hand it on. */
function attributionOf(soFar: SoFar, frame: Piece, read: FrameReading): FrameReading {
  const { input, current, made, behind, toldAhead, reported } = soFar
  const { marks, body, lexicon, discourse } = input
  // "…, said X, adding that …" goes on with X; "X called it …, saying that …" names its subject.
  const goesOn = current !== null && cuesIn(marks, frame, 'speech:participle').length > 0
  const said =
    read.isNamedHere || goesOn
      ? read
      : {
          ...read,
          speaker: tellsOfItself(marks, frame)
            ? nearestTeller(marks, body, frame)
            : (subjectOfSentence(marks, body, frame, lexicon, current === null) ?? read.speaker),
        }
  // "X reported, sources said that …": one frame right behind another credits its outlet too.
  const again = { ...said, via: passedOnAgain(discourse, said) }
  const adjoined = current !== null && behind.length === 0 ? { ...again, via: viaOf(current, again) } : again
  if (adjoined.via.length > 0 || beginsAnew(marks, frame, body, lexicon)) return adjoined
  return { ...adjoined, via: made.length === 0 && toldAhead !== null ? [toldAhead] : reported }
}

/** "X said this, the agency Y reports": the sentences before are told by X. */
function tellPrevious(soFar: SoFar, frame: Piece, attribution: Attribution): void {
  const { previous, body } = soFar.input
  const pointed = pointedAt(previous, body, attribution)
  soFar.told = pointed.told
  for (const draft of pointed.passedOn) {
    const { speaker, via } = draft.attribution
    if (via.length === 0) draft.attribution = { speaker, via: attribution.via }
  }
  for (const draft of soFar.told) {
    draft.attribution = merge(attribution, draft.attribution)
    draft.spokenBy = 'points back'
    draft.saidIn = frame
  }
}

/** Gives what stands before a frame in its sentence to whom the frame names. */
function speakForBefore(
  soFar: SoFar,
  frame: Piece,
  { read, attribution }: { readonly read: FrameReading; readonly attribution: Attribution },
): void {
  const { input, pieces, made, behind, waiting } = soFar
  const { marks, body, lexicon } = input
  const isAnew = beginsAnew(marks, frame, body, lexicon)
  if (!frame.opens && !isAnew) closeBy(marks, behind, frame, read)
  if (!frame.opens && frame === pieces.at(-1)) creditAll(made, read)
  soFar.behind = []
  // "After their talk in May, the minister said that …": the minister also says that they talked.
  // "X happened, and Y said that …": Arabic begins anew with "and".
  if (isAnew || tellsItself(marks, frame, body)) return
  for (const draft of waiting) {
    if (frame.opens && !isSubordinate(marks, draft.clause)) continue
    draft.attribution = attributed(draft, attribution, behind.includes(draft))
    draft.spokenBy ??= 'frame'
    draft.saidIn ??= frame
  }
}

/** "X signed a contract with Y, the company said": of two that a sentence names the first is the company. */
function firstCompany(marks: Marks, told: Span, discourse: Discourse): string | null {
  if (discourse.companySpoke) return null
  const first = marks.mentions
    .within(told.start, told.end)
    .find((one) => one.entity.type === 'company' && !marks.outlets.has(one.entity.canonical))
  return first?.entity.canonical ?? null
}

/** Countries of a frame: named, of an adjective, or in the name of an office ("Hungarian Foreign Ministry"). */
function countriesIn(marks: Marks, span: Span, mentions: readonly EntityMention[]): string[] {
  const named = mentions.filter((one) => one.entity.type === 'country').map((one) => one.entity.canonical)
  return [...named, ...marks.implied.within(span.start, span.end).map((one) => one.canonical)]
}
