import { type Clause, clausesOf } from './clauses.ts'
import { findDateline } from './dateline.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { cuesIn, type EntityMention, type Marks } from './marks.ts'
import type { Piece } from './pieces/piece.ts'
import { piecesOf } from './pieces/pieces-of.ts'
import { speakersIn } from './pieces/speakers-in.ts'
import {
  type Attribution,
  type Discourse,
  type FrameReading,
  readFrame,
  remember,
  rememberTitles,
  type Speaker,
  spoke,
} from './speaker.ts'
import { aboutOf, follow, opened, type Subjects, subjectsOf } from './subjects.ts'
import type { Sentence, Span } from './text/sentences.ts'

/** How the speaker of a clause was found. */
export type SpokenBy =
  | 'frame'
  | 'subject of the clause'
  | 'reported speech'
  | 'same speaker goes on'
  | 'quotation'
  | 'points back'
  | null

/** A clause with whom it comes from and what it is about, before it is known to be a claim. */
export interface Draft {
  readonly clause: Clause
  readonly sentence: Sentence
  readonly frame: Piece | null
  attribution: Attribution
  /** What gave the speaker, where it was not the frame. */
  spokenBy: SpokenBy
  /** The words that say who speaks, before the clause or behind it. */
  saidIn: Span | null
  /** Whether its frame names the speaker and takes up none. */
  readonly isNamed: boolean
  readonly about: ReturnType<typeof aboutOf>
  readonly isLead: boolean
}

/** How far from its start a sentence is opened by a name. */
const OPENING = 6
/** How far after an Arabic verb its subject ends. */
const SUBJECT_REACH = 60

/** The clauses of all sentences in order; each sentence knows who spoke in those before it. */
export function draftClauses(marks: Marks, sentences: readonly Sentence[], lexicon: Lexicon): Draft[] {
  const drafts: Draft[] = []
  // "the operator said" may come before its name does
  const discourse: Discourse = {
    speaker: null,
    company: firstSpeaking(marks),
    companySpoke: false,
    ministry: null,
    person: null,
    titled: new Map(),
    owners: new Set(),
    personSpoke: false,
    line: null,
    outlet: null,
    ownOutlet: null,
  }
  const firstBody = sentences.find((sentence) => !sentence.isHeading)
  const dateline = datelineOf(marks, sentences, firstBody)
  discourse.ownOutlet = dateline?.outlet ?? null
  const isInDateline = (one: Span): boolean =>
    dateline !== null && one.start >= dateline.start && one.end <= dateline.end
  const subjects = subjectsOf(
    marks.mentions.all.filter((one) => !isInDateline(one)),
    marks.outlets,
  )
  let credit = discourse.ownOutlet
  for (const sentence of sentences) {
    const start = Math.max(sentence.start, Math.min(dateline?.end ?? sentence.start, sentence.end))
    if (start >= sentence.end || isOfPage(marks, sentence)) continue
    const body = sentence.line === firstBody?.line ? { ...sentence, start } : sentence
    const isLead = firstBody !== undefined && sentence.line <= firstBody.line
    const made = draftSentence({ marks, body, lexicon, subjects, discourse, isLead, previous: drafts })
    // The outlet of the dateline stands behind the first claim.
    if (credit !== null && made[0] !== undefined && !sentence.isHeading) {
      const { speaker, via } = made[0].attribution
      made[0].attribution = { speaker, via: [...new Set([...via, credit])] }
      credit = null
    }
    drafts.push(...made.map((draft) => takeUpDenied(marks, draft, drafts.at(-1))))
    opened(subjects, body)
  }
  return drafts
}

/** In the first sentence, or a line of its own before it. */
function datelineOf(
  marks: Marks,
  sentences: readonly Sentence[],
  firstBody: Sentence | undefined,
): ReturnType<typeof findDateline> {
  if (firstBody === undefined) return null
  for (const line of sentences) {
    if (line.start > firstBody.start) break
    const found = findDateline(marks, line)
    if (found !== null && (line === firstBody || found.end >= line.end)) return found
  }
  return null
}

/** How many words of a line of the page may stand before what shows it: "(Reporting by …)". */
const PAGE_WORDS = 2

/** "Read also: …", "Photo: …": a line of the page, not of the report. */
function isOfPage(marks: Marks, sentence: Span): boolean {
  const limit = marks.tokens.within(sentence.start, sentence.end)[PAGE_WORDS - 1]
  return cuesIn(marks, { start: sentence.start, end: sentence.end }, 'page').some(
    (cue) => limit === undefined || cue.start <= limit.start,
  )
}

/** Longest denial, in words, that says nothing of its own: "Kyiv rejected these accusations". */
const BACKWARD_WORDS = 9

/** A short denial without an event of its own denies what was told just before, and is about the same. */
function takeUpDenied(marks: Marks, draft: Draft, last: Draft | undefined): Draft {
  const { clause } = draft
  const isShort = marks.tokens.within(clause.start, clause.end).length <= BACKWARD_WORDS
  const says = clause.event === null || clause.event.event === 'statement'
  if (!isShort || !says || last === undefined || last.clause.event === null) return draft
  if (last.sentence.isHeading || cuesIn(marks, clause, 'modality:denied').length === 0) return draft
  const assets = [...new Set([...draft.about.assets, ...last.about.assets])]
  const implied = assets.filter(
    (name) => draft.about.implied.includes(name) || !draft.about.assets.includes(name),
  )
  // The cues of the event stand in the sentence before; here they only say what is denied.
  return { ...draft, clause: { ...clause, event: last.clause.event }, about: { assets, implied } }
}

const SPEAKS_WITHIN = 3

/** The first company beside a verb of saying anywhere in the text. */
function firstSpeaking(marks: Marks): string | null {
  const companies = marks.mentions.all.filter((one) => one.entity.type === 'company')
  const speaks = companies.find((one) => {
    const before = marks.tokens.within(Math.max(0, one.start - 40), one.start).slice(-SPEAKS_WITHIN)
    const after = marks.tokens.within(one.end, one.end + 40).slice(0, SPEAKS_WITHIN)
    const near = { start: before[0]?.start ?? one.start, end: after.at(-1)?.end ?? one.end }
    return cuesIn(marks, near, 'speech:verbs').length > 0
  })
  return speaks?.entity.canonical ?? null
}

interface SentenceInput {
  readonly marks: Marks
  readonly body: Sentence
  readonly lexicon: Lexicon
  readonly subjects: Subjects
  readonly discourse: Discourse
  readonly isLead: boolean
  readonly previous: readonly Draft[]
}

type Current = { readonly attribution: Attribution; readonly frame: Piece } | null

function draftSentence(input: SentenceInput): Draft[] {
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
  pieces.forEach((piece) => {
    const mentions = marks.mentions.within(piece.start, piece.end)
    if (piece.kind === 'frame') {
      const read = readFrame(marks, piece, discourse)
      const told = read.isNamedHere
        ? read
        : { ...read, speaker: subjectOfSentence(marks, body, piece) ?? read.speaker }
      // "X reported, sources said that …": one frame right behind another credits its outlet too.
      const attribution =
        current !== null && behind.length === 0 ? { ...told, via: viaOf(current, told) } : told
      remember(discourse, mentions, marks.outlets)
      discourse.outlet = attribution.via.at(-1) ?? discourse.outlet
      follow(subjects, mentions)
      spoke(discourse, attribution, mentions, countriesIn(marks, piece, mentions))
      if (made.length === 0 && pointsBack(marks, piece, pieces)) {
        for (const draft of pointedAt(input.previous, body)) {
          draft.attribution = merge(attribution, draft.attribution)
          draft.spokenBy = 'points back'
          draft.saidIn = piece
        }
      }
      if (!piece.opens) closeBy(behind, read)
      const near = behind
      behind = []
      // "After their talk in May, the minister said that …": the minister also says that they talked.
      const isAside = tellsItself(marks, piece, body)
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
    if (isAfterFrame) waiting = []
    isAfterFrame = false
    const clauses = clausesOf(marks, piece, lexicon.lang)
    if (piece.within !== null) {
      const attribution = readFrame(marks, piece.within, discourse)
      spoke(discourse, attribution, marks.mentions.within(piece.within.start, piece.within.end))
      current = { attribution, frame: piece.within }
    }
    behind = []
    for (const found of clauses) {
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
      remember(discourse, own, marks.outlets)
      rememberTitles(marks, own, discourse.titled)
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
function closeBy(behind: readonly Draft[], closing: FrameReading): void {
  for (const draft of behind) {
    if (draft.spokenBy !== 'frame') continue
    const { speaker, via } = draft.attribution
    const isNew = !draft.isNamed && closing.isNamedHere && closing.speaker !== null
    draft.attribution = {
      speaker: isNew ? closing.speaker : speaker,
      via: closing.speaker === null || isNew ? [...new Set([...via, ...closing.via])] : via,
    }
  }
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

/** "X said this", or a line of its own "– X said" below what was said. */
function pointsBack(marks: Marks, frame: Piece, pieces: readonly Piece[]): boolean {
  if (frame.cue?.cue.group === 'speech:backward') return true
  return pieces.length === 1 && /^[-–—]\s/u.test(marks.text.slice(frame.start, frame.start + 3))
}

const POINTED_SENTENCES = 3

/**
 * What "X said this" points back at: the sentence before, and those before that one in its paragraph; where the
 * paragraph before is meant as a whole, all of it. Nothing that somebody else has said.
 */
function pointedAt(previous: readonly Draft[], sentence: Sentence): Draft[] {
  const pointed: Draft[] = []
  const told = previous.filter((draft) => !draft.sentence.isHeading)
  const last = told.at(-1)
  for (const draft of told.reverse()) {
    if (draft.attribution.speaker !== null || draft.sentence.line !== last?.sentence.line) break
    if (new Set([...pointed, draft].map((one) => one.sentence)).size > POINTED_SENTENCES) break
    if (last.sentence.line === sentence.line && draft.sentence !== last.sentence) break
    pointed.push(draft)
  }
  return pointed
}

/** Gives a speaker to a clause that has none. */
export function speakBy(draft: Draft, speaker: Speaker | null, how: SpokenBy): void {
  if (speaker === null || draft.attribution.speaker !== null) return
  draft.attribution = { ...draft.attribution, speaker }
  draft.spokenBy = how
}

const BODIES = new Set(['person', 'company', 'organisation'])

/** "The ministry welcomed the deal but said that …": the name that opens the sentence speaks. */
function subjectOfSentence(marks: Marks, sentence: Span, frame: Piece): Speaker | null {
  if (frame.start <= sentence.start || frame.cue?.cue.group !== 'speech:verbs') return null
  // "Poland's operator X cut flows …, it said": the pronoun takes up who acts in the sentence.
  const isPronoun = cuesIn(marks, frame, 'anaphora:pronoun').length > 0
  const reach = sentence.start + (isPronoun ? SUBJECT_REACH : OPENING)
  const open = marks.mentions.within(sentence.start, reach)
  const first = isPronoun ? open.find((one) => BODIES.has(one.entity.type)) : open[0]
  if (first === undefined || !['person', 'company', 'organisation'].includes(first.entity.type)) return null
  return first.end <= frame.start ? { label: first.entity.canonical, isNamed: true } : null
}

/** "The deliveries will begin in May" after "X said": still X, while it speaks of what is to come. */
function speaksOn(marks: Marks, input: SentenceInput, clause: Span): Speaker | null {
  const last = input.previous.at(-1)
  if (last === undefined || last.sentence.line !== input.body.line || last.sentence.isHeading) return null
  const { speaker } = last.attribution
  if (speaker === null || !speaker.isNamed || last.sentence.end < input.body.start - 3) return null
  // Who is named at the head of the clause acts for themselves.
  const head = marks.tokens.within(clause.start, clause.end)[HEAD_WORDS - 1]
  const acts = marks.mentions
    .within(clause.start, head?.end ?? clause.end)
    .some((one) => ['company', 'organisation', 'country', 'person'].includes(one.entity.type))
  return !acts && cuesIn(marks, clause, 'modality:planned').length > 0 ? speaker : null
}

const HEAD_WORDS = 3

function isSubordinate(marks: Marks, clause: Span): boolean {
  const first = marks.tokens.within(clause.start, clause.end)[0]
  return first !== undefined && cuesIn(marks, first, 'join').length > 0
}

const SHORT_WORDS = 4

/** A few words without an event ("until 10 June") are told together with who says them. */
function withFrame(marks: Marks, clause: Clause, frame: Piece | null): Clause {
  const isShort = clause.event === null && marks.tokens.within(clause.start, clause.end).length <= SHORT_WORDS
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

/** "…, after X said that it could end": a clause beside what stands before, with its own saying and said. */
function tellsItself(marks: Marks, frame: Piece, sentence: Span): boolean {
  const [first] = marks.tokens.within(frame.start, frame.end)
  if (first === undefined || frame.cue === null || frame.start <= sentence.start) return false
  if (cuesIn(marks, first, 'join').length === 0) return false
  const told = { start: frame.cue.end, end: frame.end }
  if (marks.tokens.within(told.start, told.end).length < FEWEST_TOLD) return false
  return ['possible', 'planned', 'ongoing'].some((name) => cuesIn(marks, told, `modality:${name}`).length > 0)
}

/** "The group backed the plan, the minister said": who says it stands over who acts in it. */
function attributed(draft: Draft, frame: Attribution, isNear: boolean): Attribution {
  // What only the form of a verb gave to the last speaker is whose the frame says.
  const acts = isNear && draft.spokenBy !== 'frame' && draft.spokenBy !== null && frame.speaker !== null
  if (acts) draft.spokenBy = 'frame'
  return merge(acts ? { ...draft.attribution, speaker: null } : draft.attribution, frame)
}

function merge(own: Attribution, more: Attribution): Attribution {
  return { speaker: own.speaker ?? more.speaker, via: [...new Set([...own.via, ...more.via])] }
}

/** Who denies or accuses: the subject of the clause, where such a word has no frame of its own. */
const EARLY_WORDS = 4

/** "X spoke of a failure and demanded …": the second verb has the subject that opened the sentence. */
function elidedSubject(marks: Marks, clause: Clause, sentence: Span, lexicon: Lexicon): Speaker | null {
  if (lexicon.order !== 'verb_second' || clause.start <= sentence.start) return null
  const words = marks.tokens.within(clause.start, clause.end)
  const [first, limit] = [words[0], words[EARLY_WORDS - 1]]
  if (first === undefined || limit === undefined || cuesIn(marks, first, 'join').length === 0) return null
  const head = { start: clause.start, end: limit.end }
  const says = ['event:accuse', 'event:urge', 'speech:stance'].flatMap((group) =>
    cuesIn(marks, head, group),
  )[0]
  // Who stands behind the verb is asked, not asking.
  if (says === undefined || speakersIn(marks, { start: head.start, end: says.start }).length > 0) return null
  const subject = marks.mentions
    .within(sentence.start, sentence.start + SUBJECT_REACH)
    .find((one) => BODIES.has(one.entity.type) && one.end < clause.start)
  return subject === undefined ? null : { label: subject.entity.canonical, isNamed: true }
}

function subjectOf(marks: Marks, clause: Clause, discourse: Discourse, lexicon: Lexicon): Speaker | null {
  const cue = ['modality:denied', 'event:accuse', 'event:urge', 'speech:stance']
    .flatMap((group) => cuesIn(marks, clause, group))
    .sort((a, b) => a.start - b.start)[0]
  // Who opposes is told about, not quoted.
  const opposes = clause.event?.event === 'policy_opposition' && cue?.cue.group === 'speech:stance'
  if (cue === undefined || opposes) return null
  const near = { start: cue.start, end: Math.min(clause.end, cue.end + SUBJECT_REACH) }
  const before = { start: clause.start, end: cue.start }
  const region = lexicon.order === 'verb_first' ? near : before
  // Chinese puts its subject first or leaves it out: a name behind the verb is its object.
  const first =
    speakersIn(marks, region)[0] ?? (lexicon.lang === 'zh' ? undefined : speakersIn(marks, clause)[0])
  if (first === undefined) return null
  const isBefore = lexicon.order !== 'verb_first' && first.end <= cue.start
  // Who is told about gives no title to take up.
  const own = { ...discourse, titled: new Map(discourse.titled) }
  return readFrame(marks, isBefore ? before : { start: region.start, end: first.end }, own).speaker
}
