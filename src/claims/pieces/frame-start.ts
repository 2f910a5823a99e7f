import { isMatter } from '../but-not.ts'
import type { CueMatch } from '../lexicon/cue.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import { isInOneQuote } from './is-in-one-quote.ts'
import { isStrongIn } from './is-strong-in.ts'
import { outletAsSubject } from './outlet-as-subject.ts'
import { speakersIn } from './speakers-in.ts'
import { APPOSITION_WORDS } from './with-apposition.ts'

/**
 * Where the frame begins when commas part the verb from its subject ("The minister, who was on a visit,
 * said"): the start of the sentence, if what stands before names a speaker and no event.
 */
export function takesSubject(
  marks: Marks,
  sentence: Span,
  start: number,
  verb: CueMatch,
  lexicon: Lexicon,
): number {
  if (lexicon.order !== 'verb_second' || !verb.cue.group.endsWith(':verbs')) return start
  const head = { start: sentence.start, end: start }
  if (head.end > head.start && isUnnamedSource(marks, head)) return sentence.start
  if (head.end <= head.start || !isAdjunct(marks, { start, end: verb.start }, lexicon)) return start
  if (isSubjectBefore(marks, { start, end: verb.start })) return start
  const rest = { start: verb.end, end: sentence.end }
  if (speakersIn(marks, rest).some((one) => isSubjectBehind(marks, verb, one))) return start
  // "X, *writes the paper Y*, will …"
  if (outletAsSubject(marks, rest)) return start
  if (isTitledBehind(marks, { start, end: verb.start }, verb)) return start
  if (isTitleBefore(marks, head)) return sentence.start
  const first = speakersIn(marks, head)[0]
  if (first === undefined || isInOneQuote(marks, first, verb)) return start
  const subject = beforeMatter(marks, head, first)
  if (cuesIn(marks, subject, 'speech:').length > 0) return start
  const isPerson = marks.mentions
    .within(first.start, Math.min(head.end, sentence.start + TITLE_OF_SUBJECT))
    .some((one) => one.entity.type === 'person')
  if (first.start - sentence.start > 25 && !isPerson) return start
  return isStrongIn(marks, subject) ? start : sentence.start
}

/** "X, *commenting on the halt of exports*, said": what the speaker comments on is neither told nor said. */
function beforeMatter(marks: Marks, head: Span, speaker: Span): Span {
  const matter = cuesIn(marks, head, 'about').find(
    (cue) => cue.start >= speaker.end && /,\s$/u.test(marks.text.slice(0, cue.start).slice(-2)),
  )
  return { start: head.start, end: matter?.start ?? head.end }
}

/** "A source in the ministry, *who asked not to be named*, told X that …" */
function isUnnamedSource(marks: Marks, head: Span): boolean {
  const comma = marks.text.slice(head.start, head.end).indexOf(',')
  if (comma < 0) return false
  const subject = { start: head.start, end: head.start + comma }
  const behind = { start: subject.end, end: head.end }
  return (
    cuesIn(marks, subject, 'role').length > 0 &&
    !isStrongIn(marks, subject) &&
    cuesIn(marks, behind, 'qualifier').some((cue) => cue.cue.value === 'unnamed')
  )
}

const BARE_SUBJECT = 4
/** Letters of a title and a name that open a sentence: "The head of the works council of X, Name Surname, …". */
const TITLE_OF_SUBJECT = 120

/** "…, *the minister* said", "…, *a company spokesman* said": who speaks, not what a preposition leads. */
function isSubjectBefore(marks: Marks, span: Span): boolean {
  const words = marks.tokens.within(span.start, span.end)
  const [speaker] = speakersIn(marks, span)
  if (speaker === undefined || words.length > BARE_SUBJECT) return false
  const lead = marks.tokens.countWithin(span.start, speaker.start)
  return lead <= 2 && marks.mentions.countWithin(speaker.start, speaker.end) === 0
}

/** Letters between a verb of saying and its subject: an article at most, with a space on each side. */
const ARTICLE = 6

const TITLE_HEAD_WORDS = 3

/** "*The head of the agency for oil spills, Name Surname,* said": a title opens the sentence, who bears it stands between commas. */
function isTitleBefore(marks: Marks, head: Span): boolean {
  const named = marks.mentions.within(head.start, head.end).at(-1)
  const limit = marks.tokens.within(head.start, head.end)[TITLE_HEAD_WORDS - 1]
  if (named?.entity.type !== 'person' || limit === undefined) return false
  const isBetween =
    /,\s*$/u.test(marks.text.slice(head.start, named.start)) &&
    /^,\s*$/u.test(marks.text.slice(named.end, head.end))
  return isBetween && cuesIn(marks, { start: head.start, end: limit.end }, 'role').length > 0
}

/** "said X": right behind the verb; not "told Reuters that", nor "X, head of Y, said, Russia could …". */
function isSubjectBehind(marks: Marks, verb: CueMatch, one: Span): boolean {
  // "said on Friday the minister X"
  const day = marks.dates.firstWithin(verb.end, one.start)
  const told = day !== undefined && day.start - verb.end <= ARTICLE ? day.end : verb.end
  // "sagten zwei hochrangige Beamte": how many they are and of what kind stands before who they are.
  const from = cuesIn(marks, { start: told, end: one.start }, 'qualifier').at(-1)?.end ?? told
  if (one.start - from >= ARTICLE || /[,،:]/u.test(marks.text.slice(verb.end, one.start))) return false
  // "said in Algiers that", "a déclaré à Reuters que": where, or to whom; "informó que X": what is said.
  const between = { start: from, end: one.start }
  if (['at', 'that'].some((group) => cuesIn(marks, between, group).length > 0)) return false
  const [named] = marks.mentions.within(one.start, one.end)
  const isOutlet = named !== undefined && marks.outlets.has(named.entity.canonical)
  return !isOutlet || cuesIn(marks, { start: one.end, end: one.end + THAT_WITHIN }, 'that').length === 0
}

const TITLE_WORDS = 6

/** "…, said *company adviser Name Surname*": behind a comma and the verb a person whose title no list has. */
function isTitledBehind(marks: Marks, lead: Span, verb: Span): boolean {
  if (marks.tokens.countWithin(lead.start, lead.end) > 0) return false
  const person = marks.mentions
    .within(verb.end, verb.end + TITLE_OF_SUBJECT)
    .find((one) => one.entity.type === 'person')
  if (person === undefined || marks.tokens.countWithin(verb.end, person.start) > TITLE_WORDS) return false
  const title = { start: verb.end, end: person.start }
  if (/[,،.:;"«“„]/u.test(marks.text.slice(title.start, title.end))) return false
  return cuesIn(marks, title, 'at').length + cuesIn(marks, title, 'that').length === 0
}

/** "told Reuters that", "told Reuters in Baghdad that": room for where it was said. */
const THAT_WITHIN = 20

const ADJUNCT_LEAD = 4

/** Nothing, or what a preposition leads: "X, *in an interview with Y*, said", with or without the second comma. */
function isAdjunct(marks: Marks, span: Span, lexicon: Lexicon): boolean {
  const words = marks.tokens.within(span.start, span.end)
  const first = words[0]
  if (first === undefined || isMatter(marks, span)) return true
  return (
    words.length <= APPOSITION_WORDS &&
    first.printed.length <= ADJUNCT_LEAD &&
    /^\p{Ll}+$/u.test(first.printed) &&
    ['join', 'that', 'anaphora:pronoun'].every((group) => cuesIn(marks, first, group).length === 0) &&
    lexicon.order === 'verb_second' &&
    !isStrongIn(marks, span)
  )
}

const APPOSITIONS = 3
const NAMED_WITHIN = 30
const COMMA_BEFORE = /[,،"”»’]\s*$/u

/**
 * "…, X, chief executive of Y, said": where commas part the verb from a speaker who stands behind what is said,
 * the frame begins with the name. Stretches with an event of their own are what is said.
 */
export function behindComma(
  marks: Marks,
  cuts: readonly number[],
  start: number,
  verb: CueMatch,
  lexicon: Lexicon,
): number {
  if (lexicon.order !== 'verb_second' || !verb.cue.group.endsWith(':verbs')) return start
  if (marks.text.slice(start, verb.start).trim() !== '') return start
  const next = marks.mentions.within(verb.end, verb.end + NAMED_WITHIN)
  if (next.some((one) => isSubjectBehind(marks, verb, one))) return start
  let begin = start
  const before = cuts.filter((cut) => cut < start && COMMA_BEFORE.test(marks.text.slice(cut - 3, cut)))
  for (const cut of before.slice(-APPOSITIONS).reverse()) {
    const head = { start: cut, end: start }
    if (isStrongIn(marks, head) || cuesIn(marks, head, 'speech:').some((cue) => !isWordOfOutlet(cue))) break
    const first = marks.mentions.within(cut, start).find((one) => SPEAKERS.has(one.entity.type))
    if (first !== undefined && first.start - cut <= NAMED_WITHIN) begin = cut
  }
  return begin
}

export const SPEAKERS = new Set(['person', 'company', 'organisation'])

function isWordOfOutlet(cue: CueMatch): boolean {
  return cue.cue.group === 'speech:outlet'
}
