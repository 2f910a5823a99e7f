import type { Clause } from '../clauses.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { cuesIn, cuesOfAny, type EntityMention, type Marks } from '../marks.ts'
import { isInOneQuote } from '../pieces/is-in-one-quote.ts'
import { outletAsSubject } from '../pieces/outlet-as-subject.ts'
import type { Piece } from '../pieces/piece.ts'
import { isProvided } from '../pieces/provided.ts'
import { speakersIn } from '../pieces/speakers-in.ts'
import type { Discourse } from '../speakers/discourse.ts'
import { readFrame } from '../speakers/read-frame.ts'
import type { Speaker } from '../speakers/speaker.ts'
import type { Span } from '../text/sentences.ts'
import type { SentenceInput } from './sentence-input.ts'

/** How far from its start a sentence is opened by a name. */
const OPENING = 6

/** How far after an Arabic verb its subject ends. */
const SUBJECT_REACH = 60

const BODIES = new Set(['person', 'company', 'organisation'])
const BARE_VERB = 3

/** "The ministry welcomed the deal but said that …": the name that opens the sentence speaks. */
export function subjectOfSentence(
  marks: Marks,
  sentence: Span,
  frame: Piece,
  { order }: Lexicon,
  isFirst: boolean,
): Speaker | null {
  if (frame.start <= sentence.start || frame.cue?.cue.group !== 'speech:verbs') return null
  // "X, writes the paper, will …"
  if (outletAsSubject(marks, { start: frame.cue.end, end: frame.end })) return null
  // "…carried words of the director X, in which he said that": an Arabic verb alone, behind a person.
  const bare = marks.tokens.within(frame.start, frame.end).length <= BARE_VERB
  const person = marks.mentions.within(sentence.start, frame.start).at(-1)
  if (order === 'verb_first' && bare && person?.entity.type === 'person')
    return { label: person.entity.canonical, isNamed: true }
  // "Poland's operator X cut flows …, it said", "…, saying that": who acts in the sentence is taken up.
  const isPronoun =
    ['anaphora:pronoun', 'speech:participle'].some((group) => cuesIn(marks, frame, group).length > 0) ||
    (isFirst && order === 'verb_second' && goesOnWithVerb(marks, frame))
  const begin = behindOutlet(marks, sentence)
  const reach = isPronoun ? SUBJECT_REACH : firmsOpening(marks, begin)
  const open = marks.mentions.within(begin, begin + reach)
  const first = isPronoun ? open.find((one) => BODIES.has(one.entity.type)) : open[0]
  const titled = first === undefined ? undefined : personRightBehind(marks, first)
  if (titled !== undefined && titled.end <= frame.start)
    return { label: titled.entity.canonical, isNamed: true }
  if (first === undefined || !BODIES.has(first.entity.type)) return null
  if (isInOneQuote(marks, first, frame)) return null
  return first.end <= frame.start ? { label: first.entity.canonical, isNamed: true } : null
}

const TITLE_WORDS = 3

/** "*The operator of the project* X cut flows, it said": how far the name behind a word for a firm may begin. */
function firmsOpening(marks: Marks, begin: number): number {
  const title = marks.tokens.within(begin, begin + SUBJECT_REACH).slice(0, TITLE_WORDS)
  const word = title.findLast((token) => cuesIn(marks, token, 'anaphora:company').length > 0)
  return word === undefined ? OPENING : Math.max(OPENING, word.end - begin + OPENING)
}

/** "X spoke in Y *and said that*": the verb right behind a joining word has the subject of the sentence. */
function goesOnWithVerb(marks: Marks, frame: Piece): boolean {
  const first = marks.tokens.firstWithin(frame.start, frame.end)
  if (first === undefined || frame.cue === null || cuesIn(marks, first, 'join').length === 0) return false
  return marks.tokens.countWithin(first.end, frame.cue.start) <= 1
}

const TITLE_LETTERS = 6

/** "Germany's economy minister X" where the title is written on to the name: the person whom a body or country leads to. */
function personRightBehind(marks: Marks, first: EntityMention): EntityMention | undefined {
  if (!['country', 'organisation'].includes(first.entity.type)) return undefined
  const behind = marks.mentions.within(first.start + 1, first.end + TITLE_LETTERS)
  const person = behind.find((one) => one.entity.type === 'person' && one.start >= first.end)
  return person !== undefined && /^\p{Script=Han}*$/u.test(marks.text.slice(first.end, person.start))
    ? person
    : undefined
}

/** "According to the agency X, *Y* … and said": where the sentence begins behind the outlet that it opens with. */
function behindOutlet(marks: Marks, sentence: Span): number {
  const first = marks.mentions.firstWithin(sentence.start, sentence.start + OPENING)
  if (first === undefined || !marks.outlets.has(first.entity.canonical)) return sentence.start
  const comma = /^[^,，\n。]{0,8}[,，]\s?/u.exec(marks.text.slice(first.end, first.end + OPENING + OPENING))
  return comma === null ? sentence.start : first.end + comma[0].length
}

/** "The deliveries will begin in May" after "X said": still X, while it speaks of what is to come. */
export function speaksOn(marks: Marks, input: SentenceInput, clause: Span): Speaker | null {
  if (isIntroduced(marks, input.body)) return input.discourse.speaker
  const last = input.previous.at(-1)
  if (last === undefined || last.sentence.line !== input.body.line || last.sentence.isHeading) return null
  const { speaker } = last.attribution
  if (speaker === null || !speaker.isNamed || last.sentence.end < input.body.start - 3) return null
  // Who is named at the head of the clause acts for themselves.
  const head = marks.tokens.within(clause.start, clause.end)[HEAD_WORDS - 1]
  const acts = marks.mentions
    .within(clause.start, head?.end ?? clause.end)
    .some((one) => ['company', 'organisation', 'country', 'person'].includes(one.entity.type))
  // Chinese tells on with "besides, at the same time" what the one before began.
  const first = marks.tokens.within(clause.start, clause.end)[0]
  const isBeside =
    input.lexicon.lang === 'zh' && first !== undefined && cuesIn(marks, first, 'join').length > 0
  const isTold = ['modality:planned', ...(input.lexicon.lang === 'zh' ? ['modality:negation'] : [])].some(
    (group) => cuesIn(marks, clause, group).length > 0,
  )
  return (!acts || isBeside) && (isBeside || isTold) ? speaker : null
}

/** A quotation that a colon leads to, on the line or the next: "The company said:\n“…”". */
function isIntroduced(marks: Marks, sentence: Span): boolean {
  const before = marks.text.slice(Math.max(0, sentence.start - INTRODUCED_REACH), sentence.start + 1)
  return /[:：]\s*["“«„「]$/u.test(before) || /[:：]\s*["“«„「]\s?.$/u.test(before)
}

const INTRODUCED_REACH = 8
const HEAD_WORDS = 3

const EARLY_WORDS = 4

/** "X spoke of a failure and demanded …": the second verb has the subject that opened the sentence. */
export function elidedSubject(
  marks: Marks,
  clause: Clause,
  sentence: Span,
  lexicon: Lexicon,
): Speaker | null {
  if (lexicon.order !== 'verb_second' || clause.start <= sentence.start) return null
  const words = marks.tokens.within(clause.start, clause.end)
  const [first, limit] = [words[0], words[EARLY_WORDS - 1]]
  if (first === undefined || limit === undefined || cuesIn(marks, first, 'join').length === 0) return null
  const head = { start: clause.start, end: limit.end }
  const [says] = cuesOfAny(marks, head, ACCUSES)
  // Who stands behind the verb is asked, not asking.
  if (says === undefined || speakersIn(marks, { start: head.start, end: says.start }).length > 0) return null
  const subject = marks.mentions
    .within(sentence.start, sentence.start + SUBJECT_REACH)
    .find((one) => BODIES.has(one.entity.type) && one.end < clause.start)
  return subject === undefined ? null : { label: subject.entity.canonical, isNamed: true }
}

/** "*He* called on households to save", "*Pidió* a los países que …": who spoke, by a pronoun or the verb alone. */
function takenUp(marks: Marks, clause: Span, cue: Span, discourse: Discourse): Speaker | null | undefined {
  const before = { start: clause.start, end: cue.start }
  if (speakersIn(marks, before).length > 0) return undefined
  const words = marks.tokens.countWithin(before.start, before.end)
  const isPronoun = words > 0 && words <= BARE_VERB && cuesIn(marks, before, 'anaphora:pronoun').length > 0
  const next = marks.tokens.firstWithin(cue.end, clause.end)
  const asks = words === 0 && next !== undefined && cuesIn(marks, next, 'at').length > 0
  if (!isPronoun && !asks) return undefined
  const { person, personSpoke, speaker } = discourse
  return !personSpoke && person !== null ? { label: person, isNamed: true } : speaker
}

/** Words between an Arabic verb and its subject: "denied on Monday evening". */
const BESIDE_VERB_WORDS = 2

const ACCUSES = ['event:accuse', 'event:urge', 'speech:stance']
const DENIES_OR_ACCUSES = ['modality:denied', ...ACCUSES]

/** Who denies or accuses: the subject of the clause, where such a word has no frame of its own. */
export function subjectOf(
  marks: Marks,
  clause: Clause,
  discourse: Discourse,
  lexicon: Lexicon,
): Speaker | null {
  const [cue] = [...cuesOfAny(marks, clause, DENIES_OR_ACCUSES)].sort((a, b) => a.start - b.start)
  // Who opposes is told about, not quoted.
  const opposes = clause.event?.event === 'policy_opposition' && cue?.cue.group === 'speech:stance'
  if (cue === undefined || opposes || isProvided(marks, clause, cue)) return null
  // "…, denying any agreement between X and Y": who spoke, not whom it is about.
  if (lexicon.order === 'verb_first' && cuesIn(marks, cue, 'speech:participle').length > 0)
    return discourse.speaker
  const near = { start: cue.start, end: Math.min(clause.end, cue.end + SUBJECT_REACH) }
  const before = { start: clause.start, end: cue.start }
  const region = lexicon.order === 'verb_first' ? near : before
  const again = lexicon.order === 'verb_second' ? takenUp(marks, clause, cue, discourse) : undefined
  if (again !== undefined) return again
  // Chinese puts its subject first or leaves it out: a name behind the verb is its object.
  const first =
    speakersIn(marks, region)[0] ?? (lexicon.lang === 'zh' ? undefined : speakersIn(marks, clause)[0])
  if (lexicon.order === 'verb_first') {
    const isBeside =
      first !== undefined && marks.tokens.countWithin(cue.end, first.start) <= BESIDE_VERB_WORDS
    const body = marks.mentions.within(clause.start, cue.start).findLast((one) => BODIES.has(one.entity.type))
    // "the ministry received a statement in which it denied any link to X"
    if (!isBeside && body !== undefined) return { label: body.entity.canonical, isNamed: true }
  }
  if (first === undefined) return null
  const isBefore = lexicon.order !== 'verb_first' && first.end <= cue.start
  // Who is told about gives no title to take up.
  const own = { ...discourse, titled: new Map(discourse.titled) }
  return readFrame(marks, isBefore ? before : { start: region.start, end: first.end }, own).speaker
}
