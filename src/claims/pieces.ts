import { eventOf } from './event-of.ts'
import { STANDS_ALONE } from './lexicon/event-rules.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import type { CueMatch } from './lexicon/pattern.ts'
import { cuesIn, type Marks } from './marks.ts'
import type { Span } from './text/sentences.ts'

/** A stretch of a sentence: what is said, or who says it. */
export interface Piece extends Span {
  readonly kind: 'content' | 'frame'
  /** Of a frame: the cue of speech, and whether what is said follows it for certain. */
  readonly cue: CueMatch | null
  readonly opens: boolean
  /** Of a frame without commas in the midst of a clause: that clause. */
  readonly around?: Span
  /** Of content: a frame between commas in its midst ("Russia, the minister said, will …"). */
  readonly within: Piece | null
}

const SEPARATOR = /[,;:،؛；，：·—–-]/u
const HARD = /[;؛；·]/u
/** Words between a verb of saying and its "that": room for the speaker, the day and the occasion. */
const THAT_WORDS = 26
const QUOTE_WORDS = 4
const LONGEST_QUOTE = 1500

export interface Cut {
  readonly at: number
  /** A semicolon, a dash, a quotation mark: what follows never belongs to what stands before. */
  readonly isHard: boolean
}

/** Positions where punctuation or a joining word may end a clause; never inside a number, a date or a name. */
export function cutsOf(marks: Marks, span: Span): Cut[] {
  const cuts: Cut[] = []
  for (let at = span.start; at < span.end; at++) {
    const mark = marks.text[at] ?? ''
    if (!SEPARATOR.test(mark) || isWhole(marks, at)) continue
    if (isParting(mark, marks.text[at - 1], marks.text[at + 1]))
      cuts.push({ at: at + 1, isHard: HARD.test(mark) })
  }
  for (const group of ['join', 'purpose'])
    for (const word of cuesIn(marks, span, group)) cuts.push({ at: word.start, isHard: false })
  for (const word of cuesIn(marks, span, 'modality:conditional'))
    cuts.push({ at: word.cue.value === 'after' ? word.end : word.start, isHard: false })
  for (const quote of longQuotes(marks, span)) {
    cuts.push({ at: quote.start, isHard: true }, { at: Math.min(quote.end, span.end), isHard: true })
  }
  for (const that of cuesIn(marks, span, 'that'))
    if (isSecondThat(marks, that)) cuts.push({ at: that.start, isHard: true })
  return cuts
    .filter((cut) => cut.at > span.start && cut.at < span.end)
    .sort((a, b) => a.at - b.at || Number(b.isHard) - Number(a.isHard))
    .filter((cut, index, all) => all[index - 1]?.at !== cut.at)
}

/** A dash parts with a space on one side; a hyphen only where it is typed for a dash, between two. */
function isParting(mark: string, before: string | undefined, after: string | undefined): boolean {
  if (mark === '-') return before === ' ' && after === ' '
  return (mark !== '–' && mark !== '—') || before === ' ' || after === ' '
}

/** "… and that": what follows is said beside what stands before. */
function isSecondThat(marks: Marks, that: CueMatch): boolean {
  const before = marks.tokens.within(Math.max(0, that.start - 12), that.start).at(-1)
  if (before !== undefined && cuesIn(marks, before, 'join').length > 0 && before.end >= that.start - 1)
    return true
  // Arabic writes "and" onto the word.
  return /^و[إأ]/u.test(marks.text.slice(that.start, that.start + 2))
}

export function longQuotes(marks: Marks, span: Span): Span[] {
  return marks.quotes
    .within(Math.max(0, span.start - LONGEST_QUOTE), span.end)
    .filter(
      (quote) =>
        quote.end > span.start &&
        marks.tokens.within(quote.start, quote.end).length >= fewestWords(marks, quote) &&
        !isName(marks, quote) &&
        !isFragment(marks.text, quote),
    )
}

const QUOTE_HAN = 9

/** A Han character is less than a word: 「東方聯盟」 is a name. */
function fewestWords(marks: Marks, quote: Span): number {
  return /\p{Script=Han}/u.test(marks.text[quote.start + 1] ?? '') ? QUOTE_HAN : QUOTE_WORDS
}

/** accusing «groups backed from abroad»: quoted words within a clause are no clause. */
function isFragment(text: string, quote: Span): boolean {
  const inner = text.slice(quote.start + 1, quote.end - 1).trimStart()
  const before = text.slice(Math.max(0, quote.start - 3), quote.start).trimEnd()
  return /^\p{Ll}/u.test(inner) && /\p{L}$/u.test(before) && !/[.!?…]\s/u.test(inner)
}

/** A name in quotation marks is nobody's words. */
function isName(marks: Marks, quote: Span): boolean {
  return marks.mentions.within(quote.start, quote.start + 2).some((mention) => mention.end >= quote.end - 1)
}

function isWhole(marks: Marks, at: number): boolean {
  return (
    marks.quantities.covers(at) ||
    marks.dates.covers(at) ||
    marks.mentions.covers(at) ||
    (/\d/u.test(marks.text[at - 1] ?? '') && /\d/u.test(marks.text[at + 1] ?? ''))
  )
}

/** Cuts a sentence into what is said and who says it, in order, without gaps. */
export function piecesOf(marks: Marks, sentence: Span, lexicon: Lexicon): Piece[] {
  const frames = dropOverlaps(
    lexicon.order === 'verb_last'
      ? lastVerbFrames(marks, sentence)
      : [...openFrames(marks, sentence, lexicon), ...looseFrames(marks, sentence, lexicon)],
  )
  const pieces: Piece[] = []
  let from = sentence.start
  for (const frame of frames) {
    if (frame.around !== undefined && frame.around.start >= from) {
      if (frame.around.start > from) pieces.push(content(from, frame.around.start))
      pieces.push(content(frame.around.start, frame.around.end, frame))
      from = frame.around.end
      continue
    }
    if (frame.start > from) pieces.push(content(from, frame.start))
    pieces.push(frame)
    from = frame.end
  }
  if (from < sentence.end) pieces.push(content(from, sentence.end))
  return joinAroundFrames(
    marks,
    pieces.filter((piece) => /[\p{L}\p{N}]/u.test(marks.text.slice(piece.start, piece.end))),
  )
}

function content(start: number, end: number, within: Piece | null = null): Piece {
  return { kind: 'content', start, end, cue: null, opens: false, within }
}

const FEW_WORDS = 8

/** A subject, a frame between commas and its predicate are one content, with the frame within. */
function joinAroundFrames(marks: Marks, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (let index = 0; index < pieces.length; index++) {
    const [head, frame, rest] = [pieces[index], pieces[index + 1], pieces[index + 2]]
    if (head === undefined) break
    if (
      head.kind === 'content' &&
      frame?.kind === 'frame' &&
      !frame.opens &&
      rest?.kind === 'content' &&
      /[,،，]\s*$/u.test(marks.text.slice(head.start, head.end)) &&
      /[,،，]\s*$/u.test(marks.text.slice(frame.start, frame.end)) &&
      (isOpenEnded(marks, head) || isTail(marks, rest))
    ) {
      joined.push(content(head.start, rest.end, frame))
      index += 2
    } else joined.push(head)
  }
  return joined
}

/** A subject before the frame, its predicate behind it. */
function isOpenEnded(marks: Marks, head: Span): boolean {
  return marks.tokens.within(head.start, head.end).length <= FEW_WORDS && !isStrongIn(marks, head)
}

const TAIL_WORDS = 16

/** "Loadings fell, by X's count, by 18% to …": what follows the frame is the rest of the same clause. */
function isTail(marks: Marks, rest: Span): boolean {
  const words = marks.tokens.within(rest.start, rest.end)
  const first = words[0]
  if (first === undefined || words.length > TAIL_WORDS || isStrongIn(marks, rest)) return false
  return cuesIn(marks, first, 'join').length === 0 && marks.quantities.within(rest.start, rest.end).length > 0
}

function isStrongIn(marks: Marks, span: Span): boolean {
  return (eventOf(marks, span)?.priority ?? 0) >= STANDS_ALONE
}

const SUBJECT_ATOM_WORDS = 9

/**
 * Where the verb ends the sentence, its speaker opens it: up to the first comma, or the name alone. A phrase
 * with a word for "according to" is a frame wherever it stands.
 */
function lastVerbFrames(marks: Marks, sentence: Span): Piece[] {
  const back = cuesIn(marks, sentence, 'speech:backward')[0]
  // "The minister said this": the whole sentence only says who told what stands before it.
  if (back !== undefined && back.start - sentence.start < 3 && speakersIn(marks, sentence).length > 0)
    return [
      { kind: 'frame', start: sentence.start, end: sentence.end, cue: back, opens: false, within: null },
    ]
  const cuts = [sentence.start, ...cutsOf(marks, sentence).map((cut) => cut.at), sentence.end]
  const frames: Piece[] = cuesIn(marks, sentence, 'speech:after').flatMap((cue) => {
    const start = cuts.findLast((cut) => cut <= cue.start) ?? sentence.start
    return [
      { kind: 'frame' as const, start, end: cue.end, cue, opens: start === sentence.start, within: null },
    ]
  })
  const verb = [
    ...cuesIn(marks, sentence, 'speech:verbs'),
    ...cuesIn(marks, sentence, 'speech:passive'),
  ].sort((a, b) => b.start - a.start)[0]
  if (verb === undefined) return frames
  // "X and Y said": a joining word parts no subject from its verb.
  const comma =
    cuts.find((cut) => cut > sentence.start && /[\p{P}]\s*$/u.test(marks.text.slice(cut - 2, cut))) ??
    sentence.end
  const head = { start: sentence.start, end: comma }
  const subject = speakersIn(marks, head)[0]
  const words = marks.tokens.within(head.start, head.end).length
  // "In the statement, …": whoever made it.
  const isAgain = words <= PRONOUN_WORDS && cuesIn(marks, head, 'anaphora:pronoun').length > 0
  const isShort = words <= SUBJECT_ATOM_WORDS
  const parted =
    (isAgain || endsInSubject(marks, head)) && isShort && comma < verb.start && !isStrongIn(marks, head)
  const opening = parted ? comma : (titledPerson(marks, head) ?? bareSubject(marks, sentence, subject))
  const isPassive = verb.cue.group === 'speech:passive'
  const behind = subjectBehind(marks, { start: verb.end, end: sentence.end })
  if (opening !== null && behind === null && !(isPassive && !parted))
    frames.push({ kind: 'frame', start: sentence.start, end: opening, cue: verb, opens: true, within: null })
  else
    frames.push({
      kind: 'frame',
      start: verb.start,
      end: behind ?? verb.end,
      cue: verb,
      opens: false,
      within: null,
    })
  return frames
}

const PRONOUN_WORDS = 2
const BEHIND_SUBJECT = 3

/** "X, in a statement,": a name near the end of the head, or the statement it made; not "to a question on X". */
function endsInSubject(marks: Marks, head: Span): boolean {
  const last = speakersIn(marks, head).at(-1)
  if (last === undefined) return false
  const behind = marks.tokens.within(last.end, head.end)
  const isName = /^\p{Lu}/u.test(behind.at(-1)?.printed ?? '')
  return isName || behind.length <= BEHIND_SUBJECT || cuesIn(marks, head, 'anaphora:pronoun').length > 0
}

/** The mark that closes the quotation of a name belongs to the name. */
function endOfQuoted(marks: Marks, name: Span): number {
  return /^[»”"]/u.test(marks.text.slice(name.end, name.end + 1)) ? name.end + 1 : name.end
}

/** End of a name that opens a sentence as its subject: with an ending behind an apostrophe it is none. */
function bareSubject(marks: Marks, sentence: Span, subject: Span | undefined): number | null {
  // "Besides, X said": what only joins the sentence to the one before stands aside.
  const join = cuesIn(marks, sentence, 'join').find((cue) => cue.start - sentence.start < 3)
  const begin = join === undefined ? sentence.start : join.end
  if (subject === undefined || subject.start - begin >= 3) return null
  return /['’]/u.test(marks.text[subject.end] ?? '') ? null : endOfQuoted(marks, subject)
}

const TITLE_WORDS = 10
const BESIDE_WORDS = 1

/** End of a person who opens a sentence behind a title: "Energy minister X … said", "On a visit to X, minister Y …". */
function titledPerson(marks: Marks, head: Span): number | null {
  const person = marks.mentions.within(head.start, head.end).find((one) => one.entity.type === 'person')
  if (person === undefined) return null
  const title = { start: head.start, end: person.start }
  const role = cuesIn(marks, title, 'role').at(-1)
  if (role === undefined || marks.tokens.within(title.start, title.end).length > TITLE_WORDS) return null
  const isBeside = marks.tokens.within(role.end, title.end).length <= BESIDE_WORDS
  return isBeside && !isStrongIn(marks, title) ? person.end : null
}

/** End of the subject where a verb-last language puts it behind the verb of saying: "…, said the company". */
function subjectBehind(marks: Marks, rest: Span): number | null {
  const words = marks.tokens.within(rest.start, rest.end).length
  if (words === 0 || words > SUBJECT_ATOM_WORDS || isStrongIn(marks, rest)) return null
  const isSubject = speakersIn(marks, rest).length > 0 || cuesIn(marks, rest, 'anaphora:pronoun').length > 0
  return isSubject ? rest.end : null
}

/** "X said on Friday that …": from the clause of the verb to the "that". */
function openFrames(marks: Marks, sentence: Span, lexicon: Lexicon): Piece[] {
  const verbs = cuesIn(marks, sentence, 'speech:verbs')
  const cuts = cutsOf(marks, sentence)
  return verbs.flatMap((verb, index): Piece[] => {
    const next = verbs[index + 1]?.start ?? sentence.end
    const that = cuesIn(marks, { start: verb.end, end: next }, 'that').find((cue) => !isJoining(marks, cue))
    if (that === undefined || that.firstToken - verb.lastToken > THAT_WORDS) return []
    if (lexicon.order === 'verb_first' && isToldBefore(marks, cuts, { start: verb.end, end: that.start }))
      return []
    const atom = cuts.findLast((cut) => cut.at <= verb.start)?.at ?? sentence.start
    // Arabic puts the verb first, unless "But a source in the company explained that …".
    const head = { start: atom, end: verb.start }
    const named = speakersIn(marks, head).length > 0 || cuesIn(marks, head, 'speech:outlet').length > 0
    const isSubject = named && !isStrongIn(marks, head)
    const start = lexicon.order === 'verb_first' && !isSubject ? verb.start : atom
    const whole = takesSubject(marks, sentence, start, verb, lexicon)
    const points = [sentence.start, ...cuts.map((cut) => cut.at)]
    const begin = whole < start ? whole : behindComma(marks, points, start, verb, lexicon)
    return [{ kind: 'frame', start: begin, end: that.end, cue: verb, opens: true, within: null }]
  })
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
    const first = marks.tokens.within(atom.start, atom.end)[0]
    if (first === undefined || !isStrongIn(marks, atom)) return false
    return cuesIn(marks, first, 'join').length === 0 && cuesIn(marks, first, 'cause').length === 0
  })
}

/** The "que" of "alors que" joins clauses and opens no speech. */
function isJoining(marks: Marks, that: CueMatch): boolean {
  return cuesIn(marks, { start: Math.max(0, that.start - JOIN_REACH), end: that.end }, 'join').some(
    (join) => join.start < that.start && join.end >= that.end,
  )
}

const JOIN_REACH = 24

/** Frames without "that": between commas, beside a quotation, "according to X", or before the bare clause. */
function looseFrames(marks: Marks, sentence: Span, lexicon: Lexicon): Piece[] {
  const cuts = [sentence.start, ...cutsOf(marks, sentence).map((cut) => cut.at), sentence.end]
  const frames: Piece[] = []
  for (let index = 0; index + 1 < cuts.length; index++) {
    const atom = { start: cuts[index] ?? 0, end: cuts[index + 1] ?? 0 }
    const cue = cuesIn(marks, atom, 'speech:').filter((one) =>
      /:(verbs|before|after|backward)$/u.test(one.cue.group),
    )[0]
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
    frames.push({ ...frame, start, end: isClosing ? withApposition(marks, end, cuts) : end, opens })
  }
  return frames
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
    marks.tokens.within(start, cue.start).length > 0 ||
    !/[,،»”"–—-]\s*$/u.test(marks.text.slice(0, start).slice(-3))
  )
    return null
  const isPerson = (span: Span): boolean =>
    marks.mentions.within(span.start, span.end).some((one) => one.entity.type === 'person')
  const rest = { start: end, end: last }
  if (isPerson({ start, end }) || !isPerson(rest)) return null
  if (marks.tokens.within(cue.end, last).length > LONG_TITLE_WORDS) return null
  const says =
    cuesIn(marks, rest, 'speech:').some(isSaying) ||
    cuesIn(marks, { start: cue.end, end: last }, 'that').length > 0
  return says || /[,،;:]/u.test(marks.text.slice(end, last)) ? null : last
}

const SPEAKER_WORDS = 3

/** "…, said the minister after the meeting": verb and speaker open it, so its event is only the occasion. */
function isSaidBySpeaker(marks: Marks, atom: Span, cue: CueMatch, lexicon: Lexicon): boolean {
  if (lexicon.order !== 'verb_second' || !cue.cue.group.endsWith(':verbs')) return false
  if (marks.tokens.within(atom.start, cue.start).length > 0) return false
  const limit = marks.tokens.within(cue.end, atom.end)[SPEAKER_WORDS - 1]
  const speaker = speakersIn(marks, { start: cue.end, end: limit?.end ?? atom.end })[0]
  return speaker !== undefined && !isStrongIn(marks, { start: cue.end, end: speaker.start })
}

const APPOSITION_WORDS = 14

/** "…, said X, head of the board of Y": what follows the speaker up to the end tells who that is. */
function withApposition(marks: Marks, end: number, cuts: readonly number[]): number {
  const last = cuts.at(-1) ?? end
  const rest = { start: end, end: last }
  const words = marks.tokens.within(rest.start, rest.end)
  const [first] = words
  if (first === undefined) return end
  // "the minister of energy and chief executive of Y, X"
  const isJoined = cuesIn(marks, first, 'join').length > 0
  if (!isJoined && !/[,،，]\s*$/u.test(marks.text.slice(0, end).slice(-3))) return end
  const isUnnamed = cuesIn(marks, rest, 'qualifier').some((cue) => cue.cue.value === 'unnamed')
  if (isUnnamed) return last
  const next = cuts.filter((cut) => cut > end).slice(0, isJoined ? 2 : 1)
  return [last, ...next.reverse()].find((to) => tellsWho(marks, { start: end, end: to })) ?? end
}

const ROLE_WITHIN = 3
const PERSON_WITHIN = 8

/** "head of the board of Y", "in charge of energy, X": a role or a person at the head of a few words without an event. */
function tellsWho(marks: Marks, rest: Span): boolean {
  const words = marks.tokens.within(rest.start, rest.end)
  const head = (count: number): Span => ({ start: rest.start, end: words[count - 1]?.end ?? rest.end })
  const named = head(PERSON_WITHIN)
  const isWho =
    cuesIn(marks, head(ROLE_WITHIN), 'role').length > 0 ||
    marks.mentions.within(named.start, named.end).some((one) => one.entity.type === 'person')
  if (!isWho || words.length > APPOSITION_WORDS) return false
  return cuesIn(marks, rest, 'speech:verbs').length === 0 && !isStrongIn(marks, rest)
}

/**
 * Where the frame begins when commas part the verb from its subject ("The minister, who was on a visit,
 * said"): the start of the sentence, if what stands before names a speaker and no event.
 */
function takesSubject(marks: Marks, sentence: Span, start: number, verb: CueMatch, lexicon: Lexicon): number {
  if (lexicon.order !== 'verb_second' || !verb.cue.group.endsWith(':verbs')) return start
  const head = { start: sentence.start, end: start }
  if (head.end <= head.start || !isAdjunct(marks, { start, end: verb.start }, lexicon)) return start
  if (speakersIn(marks, { start: verb.end, end: sentence.end }).some((one) => one.start - verb.end < 4))
    return start
  if (cuesIn(marks, head, 'speech:').length > 0) return start
  const names = speakersIn(marks, head)
  const first = names[0]
  if (first === undefined || first.start - sentence.start > 25) return start
  return isStrongIn(marks, head) ? start : sentence.start
}

const ADJUNCT_LEAD = 4

/** Nothing, or what a preposition leads: "X, *in an interview with Y*, said", with or without the second comma. */
function isAdjunct(marks: Marks, span: Span, lexicon: Lexicon): boolean {
  const words = marks.tokens.within(span.start, span.end)
  const first = words[0]
  if (first === undefined) return true
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
function behindComma(
  marks: Marks,
  cuts: readonly number[],
  start: number,
  verb: CueMatch,
  lexicon: Lexicon,
): number {
  if (lexicon.order !== 'verb_second' || !verb.cue.group.endsWith(':verbs')) return start
  if (marks.text.slice(start, verb.start).trim() !== '') return start
  const next = marks.mentions.within(verb.end, verb.end + NAMED_WITHIN)
  if (next.some((one) => one.start - verb.end < 4)) return start
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

const SPEAKERS = new Set(['person', 'company', 'organisation'])

function isWordOfOutlet(cue: CueMatch): boolean {
  return cue.cue.group === 'speech:outlet'
}

function frameIn(
  marks: Marks,
  atom: Span,
  cue: CueMatch,
  isStrong: boolean,
  colon: boolean,
  lexicon: Lexicon,
): Piece {
  const frame = (start: number, end: number, opens = false): Piece => ({
    kind: 'frame',
    start,
    end,
    cue,
    opens,
    within: null,
  })
  const group = cue.cue.group.slice('speech:'.length)
  if (group === 'backward') return frame(atom.start, atom.end)
  if (group === 'after') {
    const speaker = speakersIn(marks, { start: atom.start, end: cue.start }).at(-1)
    return isStrong && speaker !== undefined && speaker.start > atom.start + 12
      ? frame(speaker.start, cue.end)
      : frame(atom.start, cue.end, true)
  }
  const before = { start: atom.start, end: cue.start }
  const after = { start: cue.end, end: atom.end }
  if (group === 'before') {
    // "Russia delivers, by its own account, …" has begun to tell.
    const leads =
      marks.tokens.within(before.start, before.end).length <= 2 &&
      marks.mentions.within(before.start, before.end).length === 0
    if (!leads) {
      const speaker = whoIn(marks, after)
      const goesOn =
        speaker !== undefined && marks.tokens.within(speaker.end, atom.end).length >= GOES_ON_WORDS
      return goesOn && !isSharedSubject(marks, speaker, atom)
        ? { ...frame(cue.start, speaker.end), around: atom }
        : frame(cue.start, atom.end)
    }
    if (!isStrong) return frame(atom.start, atom.end, colon)
    const speaker = whoIn(marks, after)
    return frame(atom.start, speaker?.end ?? cue.end, true)
  }
  const hasSubject = speakersIn(marks, before).length > 0
  // "Experts expect no lasting rises": what is expected stands behind the verb, however weak it is.
  const isStance = cuesIn(marks, cue, 'speech:stance').length > 0
  const tells = saysMore(marks, after) || (isStance && eventOf(marks, after) !== null)
  if (!isStrong && !(hasSubject && tells)) return frame(atom.start, atom.end, colon)
  if (lexicon.order === 'verb_last') return frame(cue.start, cue.end)
  const speaker = speakersIn(marks, after)[0]
  if (lexicon.order === 'verb_first') return frame(cue.start, speaker?.end ?? cue.end, true)
  const subject = speakersIn(marks, before)[0]
  const event = eventOf(marks, before)
  if (subject !== undefined && (event === null || event.priority < STANDS_ALONE))
    return frame(atom.start, cue.end, true)
  return event === null ? frame(atom.start, cue.end, true) : frame(cue.start, atom.end)
}

const SHARED_WORDS = 4

/** "according to X and Y": another who could speak stands right behind the first. */
function isSharedSubject(marks: Marks, speaker: Span, atom: Span): boolean {
  const limit = marks.tokens.within(speaker.end, atom.end)[SHARED_WORDS - 1]
  return marks.mentions
    .within(speaker.end, limit?.end ?? atom.end)
    .some((one) => SPEAKERS.has(one.entity.type))
}

const TITLE_REACH = 30

/** The first who could speak, up to the name behind a word for them: "the operator X", "the head of customs X". */
function whoIn(marks: Marks, span: Span): Span | undefined {
  const [first, ...rest] = speakersIn(marks, span)
  if (first === undefined || marks.mentions.within(first.start, first.end).length > 0) return first
  const named = rest.find((one) => marks.mentions.within(one.start, one.end).length > 0)
  if (named === undefined || named.start - first.end > TITLE_REACH) return first
  const between = { start: first.end, end: named.start }
  const isApart = /[,.;:،]/u.test(marks.text.slice(between.start, between.end))
  const person = marks.mentions.within(named.start, named.end)[0]?.entity.type === 'person'
  return isApart || !(person || named.start - first.end <= 2) ? first : { start: first.start, end: named.end }
}

/** "flows were, according to X, only half": words behind the speaker that go on with the clause. */
const GOES_ON_WORDS = 3
const SAID_WORDS = 5
const SUBJECT_WORDS = 3

/** Whether what stands after a verb of saying is said: it begins with a subject that is known, or has an event. */
function saysMore(marks: Marks, rest: Span): boolean {
  const words = marks.tokens.within(rest.start, rest.end)
  const limit = words[SUBJECT_WORDS - 1]
  if (words.length < SAID_WORDS || limit === undefined) return false
  const head = { start: rest.start, end: limit.end }
  return eventOf(marks, rest) !== null
    ? marks.mentions.within(head.start, head.end).length > 0 || cuesIn(marks, head, 'anaphora:').length > 0
    : cuesIn(marks, head, 'anaphora:').length > 0
}

/** Names and generic words that could speak, in order. */
export function speakersIn(marks: Marks, span: Span): Span[] {
  const names = marks.mentions
    .within(span.start, span.end)
    .filter((mention) =>
      ['person', 'company', 'organisation', 'country', 'place'].includes(mention.entity.type),
    )
  const words = ['role', 'anaphora:company', 'anaphora:ministry'].flatMap((group) =>
    cuesIn(marks, span, group),
  )
  return [...names, ...words].sort((a, b) => a.start - b.start)
}

/** Frames in order; of two that overlap the one that opens a content clause stands, else the first. */
function dropOverlaps(frames: readonly Piece[]): Piece[] {
  const kept: Piece[] = []
  const ordered = [...frames].sort((a, b) => Number(b.opens) - Number(a.opens) || a.start - b.start)
  for (const frame of ordered) {
    if (kept.some((other) => frame.start < other.end && other.start < frame.end)) continue
    kept.push(frame)
  }
  return kept.sort((a, b) => a.start - b.start)
}
