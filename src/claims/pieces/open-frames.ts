import type { EntityType } from '../claim.ts'
import type { CueMatch } from '../lexicon/cue.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import { type Cut, cutsOf } from './cuts.ts'
import { behindComma, takesSubject } from './frame-start.ts'
import { isStrongIn } from './is-strong-in.ts'
import { isPassedOn } from './passed-on.ts'
import type { Piece } from './piece.ts'
import { speakersIn } from './speakers-in.ts'

/** Words between a verb of saying and its "that": room for the speaker, the day and the occasion. */
const THAT_WORDS = 26
/** "stressing *on* that": an Arabic participle has no subject between it and its "that". */
const PARTICIPLE_WORDS = 2

/** "X said on Friday that …": from the clause of the verb to the "that". */
export function openFrames(marks: Marks, sentence: Span, lexicon: Lexicon): Piece[] {
  const verbs = cuesIn(marks, sentence, 'speech:verbs')
  const cuts = cutsOf(marks, sentence)
  /** Where what the frame before opens begins: "the statement said that *X announced that* …". */
  let told = sentence.start
  let outer: Span = { start: sentence.start, end: sentence.start }
  return verbs.flatMap((verb, index): Piece[] => {
    const next = verbs[index + 1]?.start ?? sentence.end
    const that = cuesIn(marks, { start: verb.end, end: next }, 'that').find(
      (cue) =>
        // "el año que viene"
        !marks.dates.covers(cue.start) &&
        !isJoining(marks, cue) &&
        !leadsToCited(marks, cue) &&
        !leadsToUnnamed(marks, cue),
    )
    if (that === undefined || that.firstToken - verb.lastToken > THAT_WORDS)
      return lexicon.order === 'verb_first' ? namedFrame(marks, { start: told, end: verb.start }, verb) : []
    const between = { start: verb.end, end: that.start }
    const isParticiple = lexicon.order === 'verb_first' && cuesIn(marks, verb, 'speech:participle').length > 0
    if (isParticiple && marks.tokens.countWithin(between.start, between.end) > PARTICIPLE_WORDS) return []
    if (lexicon.order === 'verb_first' && isToldBefore(marks, cuts, between)) return []
    if (lexicon.order === 'verb_second' && isOfLaterNoun(marks, cuts, between)) return []
    const cut = cuts.findLast((one) => one.at <= verb.start)?.at ?? sentence.start
    const isBehindOutlet = isPassedOn(marks, outer, verb)
    const behind = lexicon.order === 'verb_first' ? Math.max(cut, told) : cut
    const atom = isBehindOutlet ? outer.end : behind
    told = that.end
    // Arabic puts the verb first, unless "But a source in the company explained that …".
    const head = { start: atom, end: verb.start }
    const named = speakersIn(marks, head).length > 0 || cuesIn(marks, head, 'speech:outlet').length > 0
    const isSubject = named && !isStrongIn(marks, head)
    const start = lexicon.order === 'verb_first' && !isSubject ? verb.start : atom
    outer = { start, end: that.end }
    if (isBehindOutlet) return [{ kind: 'frame', ...outer, cue: verb, opens: true, within: null }]
    const whole = takesSubject(marks, sentence, start, verb, lexicon)
    const points = [sentence.start, ...cuts.map((cut) => cut.at)]
    const begin = whole < start ? whole : behindComma(marks, points, start, verb, lexicon)
    return [{ kind: 'frame', start: begin, end: that.end, cue: verb, opens: true, within: null }]
  })
}

const NAMED_WORDS = 6
const BODIES = new Set<EntityType>(['person', 'company', 'organisation'])

/** "that *the guard announced* the seizure of X": Arabic puts who says it first behind "that", and may do without another. */
function namedFrame(marks: Marks, head: Span, verb: CueMatch): Piece[] {
  const words = marks.tokens.countWithin(head.start, head.end)
  if (
    words === 0 ||
    words > NAMED_WORDS ||
    cuesIn(marks, { start: head.start - 6, end: head.start }, 'that').length === 0
  )
    return []
  const subject = marks.mentions.firstWithin(head.start, head.end)
  // A country that "voiced interest" acts.
  const isBody = subject !== undefined && BODIES.has(subject.entity.type)
  const isFirst = isBody && marks.tokens.countWithin(head.start, subject.start) <= 1
  if (!isFirst || isStrongIn(marks, head)) return []
  return [{ kind: 'frame', start: head.start, end: verb.end, cue: verb, opens: true, within: null }]
}

/** "announced, on Monday, the closure of X, because of what is thought to be": what is announced is a noun. */
function isToldBefore(marks: Marks, cuts: readonly Cut[], between: Span): boolean {
  const ends = [
    ...cuts.map((cut) => cut.at).filter((at) => at > between.start && at < between.end),
    between.end,
  ]
  let from = between.start
  return ends.some((end) => {
    const atom = { start: from, end }
    from = end
    const first = marks.tokens.firstWithin(atom.start, atom.end)
    if (first === undefined || !isStrongIn(marks, atom)) return false
    if (isApposition(marks, between, atom, first)) return false
    return cuesIn(marks, first, 'join').length === 0 && cuesIn(marks, first, 'cause').length === 0
  })
}

/** "said X, *commander of the forces of Y*, that": who the person before the comma is, whatever they command. */
function isApposition(marks: Marks, between: Span, atom: Span, first: Span): boolean {
  const person = marks.mentions.within(between.start, atom.start).at(-1)
  return (
    person?.entity.type === 'person' &&
    /^[,،]\s*$/u.test(marks.text.slice(person.end, atom.start)) &&
    cuesIn(marks, first, 'role').length > 0
  )
}

/** "announced the restart of the line, following a stop that lasted a year": the "that" of a noun behind a comma. */
function isOfLaterNoun(marks: Marks, cuts: readonly Cut[], between: Span): boolean {
  const comma = cuts.findLast((cut) => cut.at > between.start && cut.at < between.end)
  if (comma === undefined) return false
  const [told, rest] = [
    { start: between.start, end: comma.at },
    { start: comma.at, end: between.end },
  ]
  const first = marks.tokens.within(rest.start, rest.end)[0]
  return first !== undefined && cuesIn(marks, first, 'cause').length > 0 && isStrongIn(marks, told)
}

/** The "que" of "alors que" joins clauses and opens no speech. */
function isJoining(marks: Marks, that: CueMatch): boolean {
  return cuesIn(marks, { start: Math.max(0, that.start - JOIN_REACH), end: that.end }, 'join').some(
    (join) => join.start < that.start && join.end >= that.end,
  )
}

const CITING_REACH = 24

/** "informó X, *que cita* datos de Y": a comma before it and a verb of citing right behind make it a relative. */
function leadsToCited(marks: Marks, that: CueMatch): boolean {
  if (!/,\s*$/u.test(marks.text.slice(Math.max(0, that.start - 2), that.start))) return false
  return cuesIn(marks, { start: that.start, end: that.end + CITING_REACH }, 'speech:relay').some(
    (cue) => cue.start === that.start || cue.firstToken - that.lastToken === 1,
  )
}

const UNNAMED_WORDS = 3

/** "dijo un funcionario *que pidió no ser identificado*": who speaks stays unnamed; the words open no speech. */
function leadsToUnnamed(marks: Marks, that: CueMatch): boolean {
  return cuesIn(marks, { start: that.start, end: that.end + UNNAMED_REACH }, 'qualifier').some(
    (cue) => cue.cue.value === 'unnamed' && cue.firstToken - that.lastToken <= UNNAMED_WORDS,
  )
}

const UNNAMED_REACH = 60
const JOIN_REACH = 24
