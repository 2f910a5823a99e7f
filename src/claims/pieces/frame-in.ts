import { isMatter } from '../but-not.ts'
import { eventOf } from '../event-of.ts'
import type { CueMatch } from '../lexicon/cue.ts'
import { STANDS_ALONE } from '../lexicon/event-rules.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { cuesIn, type Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'
import { SPEAKERS } from './frame-start.ts'
import { outletAsSubject } from './outlet-as-subject.ts'
import type { Piece } from './piece.ts'
import { speakersIn } from './speakers-in.ts'

const ENDS_AT_ONCE = /^[,،]/u

/** Phrases that end in whose words they are: "по думите му". */
const OWN_WORDS = /\s(?:му|ѝ|й|им|него|нея|тях)$/u

export function frameIn(
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
    const speaker =
      speakersIn(marks, { start: atom.start, end: cue.start }).at(-1) ?? rightBefore(marks, atom.start)
    if (speaker !== undefined && speaker.start < atom.start) return frame(speaker.start, cue.end, true)
    if (speaker !== undefined && isInVerb(marks, { start: speaker.start, end: cue.end }, atom))
      return { around: atom, ...frame(speaker.start, cue.end) }
    return isStrong && speaker !== undefined && speaker.start > atom.start + 12
      ? frame(speaker.start, cue.end)
      : frame(atom.start, cue.end, true)
  }
  const before = { start: atom.start, end: cue.start }
  const after = { start: cue.end, end: atom.end }
  if (group === 'before') {
    // "in his words X …": who speaks is in the phrase itself.
    if (OWN_WORDS.test(cue.cue.pattern) && marks.tokens.within(before.start, before.end).length <= 2)
      return frame(atom.start, cue.end, true)
    // "Russia delivers by its own account on Monday": nobody is named behind it.
    if (cuesIn(marks, cue, 'speech:own').length > 0) return { around: atom, ...frame(cue.start, cue.end) }
    // "Russia delivers, by the ministry's account, …" has begun to tell.
    const leads =
      marks.tokens.countWithin(before.start, before.end) <= 2 &&
      marks.mentions.countWithin(before.start, before.end) === 0
    if (!leads) {
      // "nach Angaben des Betreibers": the article may be of both cues.
      const speaker =
        whoIn(marks, after) ??
        speakersIn(marks, { start: cue.start, end: atom.end }).find((one) => one.end > cue.end)
      const goesOn =
        speaker !== undefined &&
        (marks.tokens.countWithin(speaker.end, atom.end) >= GOES_ON_WORDS ||
          // "The repair takes, according to X, seven months": an amount is of what is told.
          marks.quantities.countWithin(speaker.end, atom.end) > 0 ||
          isInVerb(marks, { start: cue.start, end: speaker.end }, atom))
      return goesOn && !isSharedSubject(marks, speaker, atom)
        ? { around: atom, ...frame(cue.start, speaker.end) }
        : frame(cue.start, atom.end)
    }
    // "As he added, X has …": the comma closes the frame; who speaks is who spoke before.
    if (ENDS_AT_ONCE.test(marks.text.slice(cue.end, cue.end + 2))) return frame(atom.start, cue.end, true)
    const speaker = whoIn(marks, after)
    if (!isStrong && !tellsBehind(marks, speaker, atom)) return frame(atom.start, atom.end, colon)
    return frame(atom.start, speaker?.end ?? cue.end, true)
  }
  // "…, stressing Iraq's commitment": an Arabic participle goes on with who spoke and has no subject behind it.
  if (lexicon.order === 'verb_first' && cuesIn(marks, cue, 'speech:participle').length > 0)
    return frame(cue.start, cue.end, true)
  if (isInserted(marks, cue, atom)) return frame(cue.start, atom.end)
  const hasSubject = speakersIn(marks, before).length > 0
  // "Experts expect no lasting rises": what is expected stands behind the verb, however weak it is.
  const isStance = cuesIn(marks, cue, 'speech:stance').length > 0
  const tells = saysMore(marks, after) || (isStance && eventOf(marks, after) !== null)
  if (lexicon.order === 'verb_first') {
    const title = speakersIn(marks, after)[0]
    const named = title === undefined ? undefined : namedBehindComma(marks, title, atom)
    if (named !== undefined) return frame(cue.start, named.end, true)
  }
  if (!isStrong && !(hasSubject && tells)) return frame(atom.start, atom.end, colon)
  if (lexicon.order === 'verb_last') return frame(cue.start, cue.end)
  if (lexicon.order === 'verb_first') {
    const who = whoIn(marks, after)
    const isAhead = hasSubject && who !== undefined && isToldTo(marks, { start: cue.end, end: who.end })
    return frame(isAhead ? atom.start : cue.start, endOfTold(marks, who?.end ?? cue.end, atom), true)
  }
  const subject = speakersIn(marks, before)[0]
  // "With regard to deliveries the minister said …": the matter is named before who speaks of it.
  const teller = isMatter(marks, before) ? speakersIn(marks, before).at(-1) : undefined
  if (teller !== undefined) {
    const own = marks.implied.firstWithin(teller.start - OWN_REACH, teller.start)
    return frame(own?.start ?? teller.start, cue.end, true)
  }
  const event = eventOf(marks, before)
  if (subject !== undefined && (event === null || event.priority < STANDS_ALONE))
    return frame(atom.start, cue.end, true)
  return event === null ? frame(atom.start, cue.end, true) : frame(cue.start, atom.end)
}

/** "The mayor X, *secondo cui* …": who is named right before the comma; undefined where the words before it name nobody. */
function rightBefore(marks: Marks, comma: number): Span | undefined {
  const named = marks.mentions.within(comma - NAME_REACH, comma).at(-1)
  if (named === undefined || named.entity.type !== 'person') return undefined
  return /^,\s*$/u.test(marks.text.slice(named.end, comma)) ? named : undefined
}

const NAME_REACH = 60

/** "X, *writes the paper Y*, will …": a verb between commas with an outlet as its subject right behind. */
function isInserted(marks: Marks, cue: CueMatch, atom: Span): boolean {
  if (cue.cue.group !== 'speech:verbs' || marks.tokens.countWithin(atom.start, cue.start) > 0) return false
  const isApart = (at: number): boolean => /[,،]\s*$/u.test(marks.text.slice(at - 2, at))
  if (!isApart(atom.start) || !isApart(atom.end)) return false
  return outletAsSubject(marks, { start: cue.end, end: atom.end })
}

/** «وكان الوزير X أكد *في تصريح لقناة Y*»: behind the verb stands to whom it was said, before it who said it. */
const isToldTo = (marks: Marks, behind: Span): boolean => cuesIn(marks, behind, 'speech:quoted_by').length > 0

const TOLD_WORDS = 1
const OUTLET_WORDS = 3

/** «أكد الوزير X *في تصريح لقناة Y* استئناف …»: the outlet to which it was said, right behind who said it, is of the frame. */
function endOfTold(marks: Marks, end: number, atom: Span): number {
  const told = cuesIn(marks, { start: end, end: atom.end }, 'speech:quoted_by')[0]
  if (told === undefined || marks.tokens.countWithin(end, told.start) > TOLD_WORDS) return end
  const outlet = marks.mentions
    .within(told.start, atom.end)
    .find((one) => marks.outlets.has(one.entity.canonical))
  if (outlet === undefined || marks.tokens.countWithin(told.end, outlet.start) > OUTLET_WORDS) return end
  return outlet.end
}

const BEGUN_WORDS = 3

/** "Die Anlage wurde *laut X* beschädigt": between the parts of a verb, so that the event stands behind alone. */
function isInVerb(marks: Marks, frame: Span, atom: Span): boolean {
  const before = { start: atom.start, end: frame.start }
  if (marks.tokens.countWithin(before.start, before.end) < BEGUN_WORDS) return false
  if (marks.tokens.countWithin(frame.end, atom.end) === 0) return false
  const isTold = (span: Span): boolean => (eventOf(marks, span)?.priority ?? 0) >= STANDS_ALONE
  return isTold(atom) && !isTold(before) && !isTold(frame)
}

/** "According to X the supply is stable": a weak event with words enough behind who says it. */
function tellsBehind(marks: Marks, speaker: Span | undefined, atom: Span): boolean {
  if (speaker === undefined) return false
  const rest = { start: speaker.end, end: atom.end }
  return marks.tokens.countWithin(rest.start, rest.end) >= GOES_ON_WORDS && eventOf(marks, rest) !== null
}

const OFFICE_REACH = 80
/** "the Iranian oil minister": letters from the land to the title. */
const OWN_REACH = 25

/** "announced the head of the X company, Name Surname, …": who bears the title stands behind its comma. */
function namedBehindComma(marks: Marks, title: Span, atom: Span): Span | undefined {
  if (marks.mentions.countWithin(title.start, title.end) > 0) return undefined
  const named = marks.mentions
    .within(atom.end - 1, title.end + OFFICE_REACH)
    .find((one) => one.entity.type === 'person')
  if (named === undefined || !/^[,،]? $/u.test(marks.text.slice(atom.end - 1, named.start))) return undefined
  return cuesIn(marks, { start: title.end, end: named.start }, 'speech:verbs').length > 0 ? undefined : named
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
  if (first === undefined || marks.mentions.countWithin(first.start, first.end) > 0) return first
  const named = rest.find((one) => marks.mentions.countWithin(one.start, one.end) > 0)
  if (named === undefined || named.start - first.end > TITLE_REACH) return first
  const between = { start: first.end, end: named.start }
  const isApart = /[,.;:،]/u.test(marks.text.slice(between.start, between.end))
  const person = marks.mentions.firstWithin(named.start, named.end)?.entity.type === 'person'
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
    ? marks.mentions.countWithin(head.start, head.end) > 0 || cuesIn(marks, head, 'anaphora:').length > 0
    : cuesIn(marks, head, 'anaphora:').length > 0
}
