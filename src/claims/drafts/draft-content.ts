import { aboutOf, carrierTold } from '../about.ts'
import { type Clause, clausesOf } from '../clauses.ts'
import { cuesIn, type EntityMention, type Marks } from '../marks.ts'
import type { Piece } from '../pieces/piece.ts'
import { remember, spoke } from '../speakers/discourse.ts'
import { readFrame } from '../speakers/read-frame.ts'
import { rememberTitles } from '../speakers/remember-titles.ts'
import type { Speaker } from '../speakers/speaker.ts'
import { follow } from '../subjects.ts'
import { type Draft, speakBy } from './draft.ts'
import { isBehindQuote, isCitedAlone, isSubordinate } from './frame-scope.ts'
import { nearestTeller, tellsOfItself } from './own-account.ts'
import type { SoFar } from './so-far.ts'
import { elidedSubject, speaksOn, subjectOf } from './subject-of.ts'

/** Drafts a claim of each clause of what a piece of the sentence tells, said by whom the frame before it names. */
export function draftContent(soFar: SoFar, piece: Piece): void {
  const { marks, lexicon, discourse } = soFar.input
  if (soFar.isAfterFrame && isCitedAlone(marks, piece)) return
  if (soFar.isAfterFrame) soFar.waiting = []
  soFar.isAfterFrame = false
  const clauses = clausesOf(marks, piece, lexicon)
  if (piece.within !== null) {
    const read = readFrame(marks, piece.within, discourse)
    const attribution = tellsOfItself(marks, piece.within)
      ? { ...read, speaker: nearestTeller(marks, soFar.input.body, piece.within) }
      : read
    spoke(discourse, attribution, marks.mentions.within(piece.within.start, piece.within.end))
    soFar.current = { attribution, frame: piece.within }
  }
  soFar.behind = []
  for (const found of clauses) {
    // "X added “…”, and Y is …": behind the quotation the report speaks again.
    if (soFar.current !== null && isBehindQuote(marks, soFar.current.frame, found, lexicon)) {
      soFar.current = null
      soFar.waiting = []
    }
    const draft = draftClause(soFar, found, piece.within)
    soFar.made.push(draft)
    soFar.behind.push(draft)
    if (soFar.current === null) soFar.waiting.push(draft)
  }
}

function draftClause({ input, pieces, current, isNamed }: SoFar, found: Clause, cited: Piece | null): Draft {
  const { marks, body, lexicon, subjects, discourse } = input
  const clause = withFrame(marks, found, current?.frame ?? null)
  const about = aboutOf(marks, clause, {
    sentence: body,
    event: clause.event?.event ?? null,
    speaker: current?.attribution.speaker ?? null,
    subjects,
    cited,
    company: discourse.company,
    ministry: discourse.ministry,
  })
  const own = marks.mentions.within(clause.start, clause.end)
  remember(discourse, own, marks)
  rememberTitles(marks, own, discourse)
  follow(subjects, own, carrierTold(marks, clause))
  const draft: Draft = {
    clause,
    sentence: body,
    frame: current?.frame ?? null,
    attribution: current?.attribution ?? { speaker: null, via: [] },
    spokenBy: current === null ? null : 'frame',
    saidIn: current?.frame ?? null,
    isNamed,
    about,
    isLead: input.isLead,
    heard: discourse.speaker,
    office: discourse,
  }
  const subject = elidedSubject(marks, clause, body, lexicon) ?? subjectOf(marks, clause, discourse, lexicon)
  speakBy(draft, subject, 'subject of the clause')
  if (subject !== null && own.some((one) => isPerson(one, subject)))
    spoke(discourse, { speaker: subject, via: [] }, own)
  // Reported speech without a frame (German "sei", "habe") goes on with the last speaker.
  if (cuesIn(marks, clause, 'speech:reported').length > 0)
    speakBy(draft, discourse.speaker, 'reported speech')
  if (current === null && !pieces.some((one) => one.kind === 'frame'))
    speakBy(draft, speaksOn(marks, input, clause), 'same speaker goes on')
  return draft
}

function isPerson(mention: EntityMention, speaker: Speaker): boolean {
  return mention.entity.type === 'person' && mention.entity.canonical === speaker.label
}

const SHORT_WORDS = 4

/** A few words without an event ("until 10 June") are told together with who says them. */
function withFrame(marks: Marks, clause: Clause, frame: Piece | null): Clause {
  const isShort = clause.event === null && marks.tokens.countWithin(clause.start, clause.end) <= SHORT_WORDS
  // "said the agency, and the plant": what goes on after the frame names more who say it.
  return isShort &&
    !isSubordinate(marks, clause) &&
    frame !== null &&
    frame.end <= clause.start &&
    clause.start - frame.end < 4
    ? { ...clause, start: frame.start }
    : clause
}
