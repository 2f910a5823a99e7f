import { certaintyOf } from './certainty.ts'
import type { Claim, DateMention, Entity, Quantity } from './claim.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { findDateline } from './dateline.ts'
import { glossOf } from './gloss.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import type { CueMatch } from './lexicon/pattern.ts'
import { cuesIn, type Implied, type Marks, mentionsOf } from './marks.ts'
import { longQuotes, type Piece, piecesOf, speakersIn } from './pieces.ts'
import { type Attribution, type Discourse, readFrame, remember, type Speaker, spoke } from './speaker.ts'
import { aboutOf, follow, type Subjects, subjectsOf } from './subjects.ts'
import { Layer } from './text/layer.ts'
import { findQuotes } from './text/quotes.ts'
import { type Sentence, type Span, splitSentences } from './text/sentences.ts'
import { tokenise } from './text/tokens.ts'
import { whenOf } from './when.ts'

/** A text with everything found in it beside claims. */
export interface Annotated {
  readonly text: string
  readonly published: string | null
  readonly entities: readonly Entity[]
  readonly implied: readonly Implied[]
  readonly quantities: readonly Quantity[]
  readonly dates: readonly DateMention[]
  readonly outlets: ReadonlySet<string>
}

interface Draft {
  readonly clause: Clause
  readonly sentence: Sentence
  readonly frame: Span | null
  attribution: Attribution
  readonly about: ReturnType<typeof aboutOf>
  readonly isLead: boolean
}

const FEWEST_WORDS = 3
const LONGEST_NAME = 80
/** How far after an Arabic verb its subject ends. */
const SUBJECT_REACH = 60
/** Below this an event is only what a clause mentions; it is a claim where somebody says it or it has a number. */
const WORTH_A_CLAIM = 35

/** The claims of a text, in its order, without those of a headline that the body tells again. */
export function findClaims(input: Annotated, lexicon: Lexicon): Claim[] {
  const marks = marksOf(input, lexicon)
  const whole = [...input.quantities, ...input.dates, ...mentionsOf(input.entities)].sort(
    (a, b) => a.start - b.start,
  )
  const sentences = withoutRepeats(
    splitSentences(input.text, { abbreviations: lexicon.abbreviations, whole }),
    input.text,
  )
  const drafts = draftsOf(marks, sentences, lexicon)
  attributeQuotes(drafts, marks, lexicon)
  const claims = drafts.flatMap((draft, index) =>
    claimOf(marks, draft, index, input, lexicon.order === 'verb_last'),
  )
  return withoutHeadings(claims, drafts).map(({ claim }, index) => {
    const numbered = { ...claim, id: `c${index + 1}` }
    return { ...numbered, gloss: glossOf(numbered, input.quantities) }
  })
}

function marksOf(input: Annotated, lexicon: Lexicon): Marks {
  const tokens = tokenise(input.text, lexicon.lang)
  const names = new Layer(mentionsOf(input.entities).filter((one) => one.entity.type !== 'commodity'))
  // A word of a name is no cue: the Ministry of Trade does not trade, the United States states nothing.
  const isName = (cue: CueMatch): boolean =>
    names
      .within(cue.start - LONGEST_NAME, cue.end)
      .some((name) => name.start <= cue.start && name.end >= cue.end)
  const found = lexicon.matcher
    .find(tokens)
    .filter((cue) => cue.cue.group.startsWith('anaphora') || !isName(cue))
  // "claimed responsibility" claims nothing: a phrase that makes an event is no verb of saying.
  const phrases = new Layer(
    found.filter((cue) => cue.cue.group.startsWith('event:') && cue.lastToken > cue.firstToken),
  )
  const isPart = (cue: CueMatch): boolean =>
    phrases
      .within(cue.start - LONGEST_NAME, cue.end)
      .some((phrase) => phrase.start <= cue.start && phrase.end >= cue.end)
  const cues = found.filter((cue) => cue.cue.group !== 'speech:verbs' || !isPart(cue))
  return {
    text: input.text,
    tokens: new Layer(tokens),
    cues: new Layer(cues),
    mentions: new Layer(mentionsOf(input.entities)),
    implied: new Layer(input.implied),
    quantities: new Layer(input.quantities),
    dates: new Layer(input.dates),
    quotes: new Layer(findQuotes(input.text)),
    outlets: input.outlets,
  }
}

/** A page that prints its lead twice says it once. */
function withoutRepeats(sentences: readonly Sentence[], text: string): Sentence[] {
  const seen = new Set<string>()
  return sentences.filter((sentence) => {
    const words = text.slice(sentence.start, sentence.end)
    if (seen.has(words)) return false
    seen.add(words)
    return true
  })
}

function draftsOf(marks: Marks, sentences: readonly Sentence[], lexicon: Lexicon): Draft[] {
  const drafts: Draft[] = []
  const subjects = subjectsOf(marks.mentions.all)
  // "the operator said" may come before its name does
  const discourse: Discourse = {
    speaker: null,
    company: firstOf(marks, 'company'),
    companySpoke: false,
    ministry: null,
    outlet: null,
    ownOutlet: null,
  }
  const firstBody = sentences.find((sentence) => !sentence.isHeading)
  const dateline = firstBody === undefined ? null : findDateline(marks, firstBody)
  discourse.ownOutlet = dateline?.outlet ?? null
  let credit = discourse.ownOutlet
  for (const sentence of sentences) {
    const start = Math.max(sentence.start, Math.min(dateline?.end ?? sentence.start, sentence.end))
    if (start >= sentence.end) continue
    const body = sentence.line === firstBody?.line ? { ...sentence, start } : sentence
    const isLead = firstBody !== undefined && sentence.line <= firstBody.line
    const made = draftSentence({ marks, body, lexicon, subjects, discourse, isLead, previous: drafts })
    // The outlet of the dateline stands behind the first claim.
    if (credit !== null && made[0] !== undefined && !sentence.isHeading) {
      const { speaker, via } = made[0].attribution
      made[0].attribution = { speaker, via: [...new Set([...via, credit])] }
      credit = null
    }
    drafts.push(...made)
  }
  return drafts
}

function firstOf(marks: Marks, type: Entity['type']): string | null {
  return marks.mentions.all.find((one) => one.entity.type === type)?.entity.canonical ?? null
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

function draftSentence(input: SentenceInput): Draft[] {
  const { marks, body, lexicon, subjects, discourse } = input
  const pieces = piecesOf(marks, body, lexicon)
  const made: Draft[] = []
  /** Content of this sentence that no frame has spoken for yet. */
  let waiting: Draft[] = []
  let current: { attribution: Attribution; frame: Piece } | null = null
  pieces.forEach((piece) => {
    const mentions = marks.mentions.within(piece.start, piece.end)
    if (piece.kind === 'frame') {
      const attribution = readFrame(marks, piece, discourse)
      remember(discourse, mentions, marks.outlets)
      discourse.outlet = attribution.via.at(-1) ?? discourse.outlet
      follow(subjects, mentions)
      spoke(discourse, attribution, mentions)
      if (piece.cue?.cue.group === 'speech:backward' && made.length === 0) {
        const last = input.previous.filter((draft) => !draft.sentence.isHeading).at(-1)
        for (const draft of input.previous)
          if (draft.sentence === last?.sentence && draft.attribution.speaker === null)
            draft.attribution = attribution
      }
      // "After their talk in May, the minister said that …": the minister also says that they talked.
      for (const draft of waiting)
        if (!piece.opens || isSubordinate(marks, draft.clause))
          draft.attribution = merge(draft.attribution, attribution)
      waiting = []
      current = { attribution, frame: piece }
      return
    }
    const clauses = clausesOf(marks, piece, lexicon.lang)
    if (piece.within !== null) {
      const attribution = readFrame(marks, piece.within, discourse)
      spoke(discourse, attribution, marks.mentions.within(piece.within.start, piece.within.end))
      current = { attribution, frame: piece.within }
    }
    for (const found of clauses) {
      const clause = withFrame(marks, found, current?.frame ?? null)
      const about = aboutOf(marks, clause, body, clause.event?.event ?? null, subjects)
      const own = marks.mentions.within(clause.start, clause.end)
      remember(discourse, own, marks.outlets)
      follow(subjects, own)
      const draft: Draft = {
        clause,
        sentence: body,
        frame: current?.frame ?? null,
        attribution: current?.attribution ?? { speaker: null, via: [] },
        about,
        isLead: input.isLead,
      }
      const subject = subjectOf(marks, clause, discourse, lexicon)
      if (subject !== null && draft.attribution.speaker === null)
        draft.attribution = { ...draft.attribution, speaker: subject }
      // Reported speech without a frame (German "sei", "habe") goes on with the last speaker.
      if (draft.attribution.speaker === null && cuesIn(marks, clause, 'speech:reported').length > 0)
        draft.attribution = { ...draft.attribution, speaker: discourse.speaker }
      made.push(draft)
      if (current === null) waiting.push(draft)
    }
  })
  return made
}

function isSubordinate(marks: Marks, clause: Span): boolean {
  const first = marks.tokens.within(clause.start, clause.end)[0]
  return first !== undefined && cuesIn(marks, first, 'join').length > 0
}

const SHORT_WORDS = 4

/** A few words without an event ("until 10 June") are told together with who says them. */
function withFrame(marks: Marks, clause: Clause, frame: Piece | null): Clause {
  const isShort = clause.event === null && marks.tokens.within(clause.start, clause.end).length <= SHORT_WORDS
  return isShort && frame !== null && frame.end <= clause.start && clause.start - frame.end < 4
    ? { ...clause, start: frame.start }
    : clause
}

function merge(own: Attribution, more: Attribution): Attribution {
  return { speaker: own.speaker ?? more.speaker, via: [...new Set([...own.via, ...more.via])] }
}

/** What stands inside a quotation belongs to the frame that touches it, also over several sentences. */
function attributeQuotes(drafts: readonly Draft[], marks: Marks, _lexicon: Lexicon): void {
  for (const quote of longQuotes(marks, { start: 0, end: marks.text.length })) {
    const inside = drafts.filter(
      (draft) => draft.clause.start >= quote.start && draft.clause.end <= quote.end,
    )
    const known = inside.find((draft) => draft.attribution.speaker !== null)?.attribution
    let last: Speaker | null = known?.speaker ?? null
    if (last === null) {
      const before = drafts.findLast(
        (draft) => draft.clause.end <= quote.start && draft.attribution.speaker !== null,
      )
      last = before?.attribution.speaker ?? null
    }
    for (const draft of inside)
      if (draft.attribution.speaker === null)
        draft.attribution = { speaker: last, via: draft.attribution.via }
  }
}

function claimOf(
  marks: Marks,
  draft: Draft,
  index: number,
  input: Annotated,
  verbIsLast: boolean,
): { claim: Claim; draft: Draft }[] {
  const { clause, attribution, about } = draft
  const quantities = marks.quantities.within(clause.start, clause.end)
  const energy = quantities.filter(
    (one) => !/^(count|year|month|week|day|hour|people|ordinal)$/u.test(one.unit),
  )
  const words = marks.tokens.within(clause.start, clause.end).length
  const found = clause.event
  const isSaid = draft.frame !== null || attribution.speaker !== null
  if (words < FEWEST_WORDS || (about.assets.length === 0 && found === null)) return []
  const isWorth =
    found !== null
      ? found.priority >= WORTH_A_CLAIM || (isSaid && about.assets.length > 0) || energy.length > 0
      : energy.length > 0 && (isSaid || about.assets.length > about.implied.length)
  if (!isWorth && !(isSaid && attribution.speaker !== null && about.assets.length > 0)) return []
  const event = found?.event ?? (energy.length > 0 ? 'other' : 'statement')
  const certainty = certaintyOf(marks, clause, {
    event,
    eventCues: found?.cues ?? [],
    frame: draft.frame,
    hasSpeaker: attribution.speaker !== null,
    verbIsLast,
  })
  const { speaker } = attribution
  const claim: Claim = {
    id: `c${index + 1}`,
    evidence: input.text.slice(clause.start, clause.end),
    span: [clause.start, clause.end],
    event,
    modality: certainty.modality,
    polarity: certainty.polarity,
    assets: [...about.assets],
    assets_implied: [...about.implied],
    speaker: speaker?.label ?? null,
    speaker_named: speaker?.isNamed ?? false,
    via: [...attribution.via],
    time: whenOf(marks, {
      clause,
      sentence: draft.sentence,
      event,
      modality: certainty.modality,
      published: input.published,
      isLead: draft.isLead,
    }),
    quantities: quantities.map((one) => one.id),
    gloss: '',
    cues: [
      ...(found?.cues ?? []).map((cue) => `${cue.cue.group}:${cue.cue.pattern}`),
      ...certainty.cues.map((cue) => `${cue.cue.group}:${cue.cue.pattern}`),
    ],
  }
  return [{ claim, draft }]
}

/** Who denies or accuses: the subject of the clause, where such a word has no frame of its own. */
function subjectOf(marks: Marks, clause: Span, discourse: Discourse, lexicon: Lexicon): Speaker | null {
  const cue = [...cuesIn(marks, clause, 'modality:denied'), ...cuesIn(marks, clause, 'event:accuse')].sort(
    (a, b) => a.start - b.start,
  )[0]
  if (cue === undefined) return null
  const near = { start: cue.start, end: Math.min(clause.end, cue.end + SUBJECT_REACH) }
  const region = lexicon.order === 'verb_first' ? near : { start: clause.start, end: cue.end }
  const first = speakersIn(marks, region)[0] ?? speakersIn(marks, clause)[0]
  if (first === undefined) return null
  return readFrame(marks, { start: region.start, end: Math.max(first.end, region.start) }, discourse).speaker
}

function withoutHeadings(
  made: readonly { claim: Claim; draft: Draft }[],
  _drafts: readonly Draft[],
): { claim: Claim; draft: Draft }[] {
  const body = made.filter((one) => !one.draft.sentence.isHeading)
  return made.filter(
    (one) =>
      !one.draft.sentence.isHeading ||
      !body.some(
        (other) =>
          other.claim.event === one.claim.event ||
          other.claim.assets.some((asset) => one.claim.assets.includes(asset)),
      ),
  )
}
