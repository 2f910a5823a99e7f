import { aboutOf } from '../about.ts'
import { type Clause, clausesOf } from '../clauses.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { cuesIn, type EntityMention, type Marks } from '../marks.ts'
import type { Piece } from '../pieces/piece.ts'
import { piecesOf } from '../pieces/pieces-of.ts'
import { type Discourse, passedOnAgain, remember, spoke } from '../speakers/discourse.ts'
import { readFrame } from '../speakers/read-frame.ts'
import { rememberTitles } from '../speakers/remember-titles.ts'
import type { Attribution, FrameReading, Speaker } from '../speakers/speaker.ts'
import { follow } from '../subjects.ts'
import type { Span } from '../text/sentences.ts'
import { type Draft, speakBy } from './draft.ts'
import { attributed, merge } from './merge-attributions.ts'
import { reportsOn, toldTo } from './outlet-ahead.ts'
import { pointedAt, pointsBack } from './pointed-at.ts'
import type { SentenceInput } from './sentence-input.ts'
import { elidedSubject, speaksOn, subjectOf, subjectOfSentence } from './subject-of.ts'

type Current = { readonly attribution: Attribution; readonly frame: Piece } | null

export function draftSentence(input: SentenceInput): Draft[] {
  const { marks, body, lexicon, subjects, discourse } = input
  const pieces = piecesOf(marks, body, lexicon)
  const made: Draft[] = []
  /** Content of this sentence that no frame has spoken for yet. */
  let waiting: Draft[] = []
  let isAfterFrame = false
  /** Content right before the next piece. */
  let behind: Draft[] = []
  let current: Current = null
  let isNamed = false
  /** What stands before this sentence and is told by it: "X said this, the agency Y reports". */
  let told: readonly Draft[] = []
  /** The outlets whose report the sentence opens with: "As X reports, the group, which …, announced that …". */
  let reported: readonly string[] = []
  /** "In an interview with the agency X, …": to whom, before the frame of who says it. */
  let toldAhead: string | null = null
  pieces.forEach((piece, at) => {
    const outlet = at === 0 && pieces[1]?.kind === 'frame' ? toldTo(marks, piece) : null
    if (outlet !== null) {
      toldAhead = outlet
      return
    }
    const mentions = marks.mentions.within(piece.start, piece.end)
    if (piece.kind === 'frame') {
      const closes = !piece.opens && behind.length > 0
      const before = pointsBack(marks, piece, pieces) ? input.previous.at(-1)?.sentence : undefined
      const saying = before ?? (closes ? { start: body.start, end: piece.start } : undefined)
      const subject = saying === undefined ? null : firstCompany(marks, saying, discourse)
      const last = discourse.company
      discourse.company = subject ?? last
      const read = readFrame(marks, piece, discourse)
      discourse.company = last
      // "…, said X, adding that …" goes on with X; "X called it …, saying that …" names its subject.
      const goesOn = current !== null && cuesIn(marks, piece, 'speech:participle').length > 0
      const said =
        read.isNamedHere || goesOn
          ? read
          : {
              ...read,
              speaker: subjectOfSentence(marks, body, piece, lexicon, current === null) ?? read.speaker,
            }
      // "X reported, sources said that …": one frame right behind another credits its outlet too.
      const again = { ...said, via: passedOnAgain(discourse, said) }
      const adjoined =
        current !== null && behind.length === 0 ? { ...again, via: viaOf(current, again) } : again
      const passedOn = made.length === 0 && toldAhead !== null ? [toldAhead] : reported
      const attribution =
        adjoined.via.length === 0 && !beginsAnew(marks, piece, body, lexicon)
          ? { ...adjoined, via: passedOn }
          : adjoined
      if (reportsOn(piece, read, body, lexicon)) reported = attribution.via
      remember(discourse, mentions, marks)
      discourse.outlet = attribution.via.at(-1) ?? discourse.outlet
      follow(subjects, mentions)
      spoke(discourse, attribution, mentions, countriesIn(marks, piece, mentions))
      // "The agency Y reported that …": what is told on without a frame is told by Y, not by who spoke before.
      const leads =
        piece.opens || (made.length === 0 && pieces.length > 1 && !pointsBack(marks, piece, pieces))
      if (leads && read.speaker === null && read.via.length > 0) discourse.speaker = null
      if (made.length === 0)
        for (const draft of told)
          draft.attribution = merge(draft.attribution, { speaker: null, via: read.via })
      if (made.length === 0 && pointsBack(marks, piece, pieces)) {
        const pointed = pointedAt(input.previous, body, attribution)
        told = pointed.told
        for (const draft of pointed.passedOn) {
          const { speaker, via } = draft.attribution
          if (via.length === 0) draft.attribution = { speaker, via: attribution.via }
        }
        for (const draft of told) {
          draft.attribution = merge(attribution, draft.attribution)
          draft.spokenBy = 'points back'
          draft.saidIn = piece
        }
      }
      const isAnew = beginsAnew(marks, piece, body, lexicon)
      if (!piece.opens && !isAnew) closeBy(marks, behind, piece, read)
      if (!piece.opens && piece === pieces.at(-1)) creditAll(made, read)
      const near = behind
      behind = []
      // "After their talk in May, the minister said that …": the minister also says that they talked.
      // "X happened, and Y said that …": Arabic begins anew with "and".
      const isAside = tellsItself(marks, piece, body) || isAnew
      for (const draft of isAside ? [] : waiting)
        if (!piece.opens || isSubordinate(marks, draft.clause)) {
          draft.attribution = attributed(draft, attribution, near.includes(draft))
          draft.spokenBy ??= 'frame'
          draft.saidIn ??= piece
        }
      // A second frame right after this one ("…, the agency reported, citing X") speaks for the same words.
      isAfterFrame = true
      current = { attribution, frame: piece }
      isNamed = read.isNamedHere
      return
    }
    if (isAfterFrame && isCitedAlone(marks, piece)) return
    if (isAfterFrame) waiting = []
    isAfterFrame = false
    const clauses = clausesOf(marks, piece, lexicon)
    if (piece.within !== null) {
      const attribution = readFrame(marks, piece.within, discourse)
      spoke(discourse, attribution, marks.mentions.within(piece.within.start, piece.within.end))
      current = { attribution, frame: piece.within }
    }
    behind = []
    for (const found of clauses) {
      // "X added “…”, and Y is …": behind the quotation the report speaks again.
      if (current !== null && isBehindQuote(marks, current.frame, found, lexicon)) {
        current = null
        waiting = []
      }
      const clause = withFrame(marks, found, current?.frame ?? null)
      const about = aboutOf(marks, clause, {
        sentence: body,
        event: clause.event?.event ?? null,
        speaker: (current as Current)?.attribution.speaker ?? null,
        subjects,
        company: discourse.company,
        ministry: discourse.ministry,
      })
      const own = marks.mentions.within(clause.start, clause.end)
      remember(discourse, own, marks)
      rememberTitles(marks, own, discourse)
      follow(subjects, own)
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
      }
      const subject =
        elidedSubject(marks, clause, body, lexicon) ?? subjectOf(marks, clause, discourse, lexicon)
      speakBy(draft, subject, 'subject of the clause')
      if (subject !== null && own.some((one) => isPerson(one, subject)))
        spoke(discourse, { speaker: subject, via: [] }, own)
      // Reported speech without a frame (German "sei", "habe") goes on with the last speaker.
      if (cuesIn(marks, clause, 'speech:reported').length > 0)
        speakBy(draft, discourse.speaker, 'reported speech')
      if (current === null && !pieces.some((one) => one.kind === 'frame'))
        speakBy(draft, speaksOn(marks, input, clause), 'same speaker goes on')
      made.push(draft)
      behind.push(draft)
      if (current === null) waiting.push(draft)
    }
  })
  return made
}

/**
 * "It added that …, according to X", "sources said that …, X reported": what closes a clause names who says it where
 * the frame before took somebody up, and credits its outlet in any case.
 */
function closeBy(marks: Marks, behind: readonly Draft[], frame: Piece, closing: FrameReading): void {
  const isCited = cuesIn(marks, frame, 'speech:relay').length > 0
  for (const draft of behind) {
    if (draft.spokenBy !== 'frame') continue
    const { speaker, via } = draft.attribution
    if (closing.speaker !== null && closing.isNamedHere && isWithinQuote(marks, draft.saidIn, frame)) {
      draft.attribution = closing
      continue
    }
    // "X reported that …, citing sources": the outlet names nobody before.
    const isOpen = !draft.isNamed || (isCited && speaker === null)
    const isNew = isOpen && closing.isNamedHere && closing.speaker !== null
    draft.attribution = {
      speaker: isNew ? closing.speaker : speaker,
      via: closing.speaker === null || isNew ? [...new Set([...via, ...closing.via])] : via,
    }
  }
}

/** "“… According to X, they need time”, Y said": whom a quotation cites is not who speaks in it. */
function isWithinQuote(marks: Marks, cited: Span | null, frame: Span): boolean {
  return cited !== null && /^[^"“”«»„]+["”“»],?\s*$/u.test(marks.text.slice(cited.start, frame.start))
}

/** "…, said X, adding that …, the agency Y reports": the outlet that closes a sentence has told all of it. */
function creditAll(made: readonly Draft[], closing: FrameReading): void {
  if (closing.speaker !== null) return
  for (const draft of made) {
    const { speaker, via } = draft.attribution
    if (via.length === 0) draft.attribution = { speaker, via: closing.via }
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

function viaOf(before: { readonly attribution: Attribution }, own: Attribution): readonly string[] {
  const { speaker, via } = before.attribution
  return speaker === null ? [...new Set([...own.via, ...via])] : own.via
}

function isPerson(mention: EntityMention, speaker: Speaker): boolean {
  return mention.entity.type === 'person' && mention.entity.canonical === speaker.label
}

function isSubordinate(marks: Marks, clause: Span): boolean {
  const first = marks.tokens.firstWithin(clause.start, clause.end)
  return first !== undefined && cuesIn(marks, first, 'join').length > 0
}

const CITING_REACH = 40

/** "…, X reported, *citing data of Y on tankers*": what an outlet rests on, behind its frame, is no claim. */
function isCitedAlone(marks: Marks, piece: Piece): boolean {
  const reach = { start: piece.start, end: Math.min(piece.end, piece.start + CITING_REACH) }
  const [relay] = cuesIn(marks, reach, 'speech:relay')
  if (relay === undefined) return false
  const isFirst = /^[\s,،，]*(?:\p{L}{1,4}\s)?$/u.test(marks.text.slice(piece.start, relay.start))
  return isFirst && !/[,،，;:]/u.test(marks.text.slice(relay.end, piece.end).trimEnd().slice(0, -1))
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

const FEWEST_TOLD = 3
const DOUBTS = ['modality:possible', 'modality:planned', 'modality:ongoing']

const FEWEST_FOLLOWING = 6

/**
 * Whether a frame speaks for what follows alone: one that the "and" of Arabic joins, and "according to X" in Chinese,
 * where it stands before what X says, unless it closes the sentence.
 */
function beginsAnew(marks: Marks, frame: Piece, sentence: Span, lexicon: Lexicon): boolean {
  if (lexicon.lang === 'zh')
    return (
      frame.cue?.cue.group === 'speech:before' &&
      marks.text.slice(frame.start, frame.end).trimStart().startsWith('据') &&
      marks.tokens.countWithin(frame.end, sentence.end) >= FEWEST_FOLLOWING
    )
  return (
    lexicon.order === 'verb_first' && frame.opens && /^\s*و/u.test(marks.text.slice(frame.start, frame.end))
  )
}

const FEWEST_QUOTED = 4

/** Whether a clause stands behind the quotation that an Arabic frame has opened: «قال X "…"، و…». */
function isBehindQuote(marks: Marks, frame: Piece, clause: Span, lexicon: Lexicon): boolean {
  if (lexicon.order !== 'verb_first' || !frame.opens || frame.end > clause.start) return false
  const quote = marks.quotes
    .within(frame.start, clause.start)
    .find((one) => one.end > frame.end && one.start - frame.end < 4 && one.end <= clause.start)
  return quote !== undefined && marks.tokens.within(quote.start, quote.end).length >= FEWEST_QUOTED
}

/** "fell *after* X said that …", «после слов X о том, *что* он …»: what X says is none of what stands before. */
function opensBeside(marks: Marks, frame: Piece, first: Span): boolean {
  return ['beside', 'that'].some((group) =>
    cuesIn(marks, frame, group).some(
      (cue) => cue.start === first.start && cue.end <= (frame.cue?.start ?? 0),
    ),
  )
}

/** "…, after X said that it could end": a clause beside what stands before, with its own saying and said. */
function tellsItself(marks: Marks, frame: Piece, sentence: Span): boolean {
  const [first] = marks.tokens.within(frame.start, frame.end)
  if (first === undefined || frame.cue === null || frame.start <= sentence.start) return false
  if (opensBeside(marks, frame, first)) return true
  if (cuesIn(marks, first, 'join').length === 0) return false
  const told = { start: frame.cue.end, end: frame.end }
  if (marks.tokens.countWithin(told.start, told.end) < FEWEST_TOLD) return false
  return DOUBTS.some((group) => cuesIn(marks, told, group).length > 0)
}
