import { isButNot, isMatter } from './but-not.ts'
import { type Atom, asksWhether, atomsOf, strongest } from './clause-atoms.ts'
import { isDenialBehind } from './denial-behind.ts'
import { type ClaimedEvent, eventOf, type FoundEvent, isClaimed } from './event-of.ts'
import { STANDS_ALONE } from './lexicon/event-rules.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { cuesIn, type Marks } from './marks.ts'
import { benchmarksIn } from './priced-commodity.ts'
import type { Span } from './text/sentences.ts'
import { endsStop, isAside, isLengthOfStop, isLengthOfWorks, isToldBeside } from './told-beside.ts'
import { trimClause } from './trim-clause.ts'

export interface Clause extends Span {
  readonly event: ClaimedEvent | null
  /** Denies of something else what the clause before told: "…, but not exports". */
  readonly deniesBefore: boolean
}

const FEWEST_WORDS = 3
const FEWEST_HAN = 7
/** Two tellings of one event within this many units of text are one claim. */
const LONG = 110
const LONG_HAN = 40

/**
 * Cuts what is said into clauses that each speak of one event. A stretch without an event of its own goes to
 * the clause before it; "if …" goes with what depends on it; neighbours on the same event are one.
 */
export function clausesOf(marks: Marks, content: Span, lexicon: Lexicon): Clause[] {
  const atoms = atomsOf(marks, content)
  const groups: Atom[][] = []
  for (const atom of atoms) {
    const last = groups.at(-1)
    if (last === undefined || parts(marks, last, atom, lexicon)) groups.push([atom])
    else last.push(atom)
  }
  let before: ClaimedEvent | null = null
  return groups.flatMap((group): Clause[] => {
    if (group.every((atom) => isMatter(marks, atom))) return []
    const whole = trimClause(marks.text, group[0]?.start ?? 0, group.at(-1)?.end ?? 0)
    if (whole === null) return []
    const span = withoutThat(marks, whole)
    // What depends on a condition is the event, not the condition.
    const told = group.filter(
      (atom, at) => !atom.isCondition && !isAside(marks, group, at) && !(at === 0 && isMatter(marks, atom)),
    )
    const main = withoutRelatives(marks, told, lexicon)
    const event = eventOf(marks, ...main) ?? eventOf(marks, span) ?? deniedIn(marks, span)
    if (event !== null && !isClaimed(event)) return []
    if (before !== null && isButNot(marks, whole) && isNamedAlone(event))
      return [{ start: whole.start, end: whole.end, event: { ...before, cues: [] }, deniesBefore: true }]
    before = event
    return [{ start: span.start, end: span.end, event, deniesBefore: false }]
  })
}

/** Neither an event of its own nor more than the noun of one: "exports". */
function isNamedAlone(event: FoundEvent | null): boolean {
  return event === null || event.priority < STANDS_ALONE || event.event === 'transit'
}

/** A clause whose subject is told more of in a relative clause tells what stands behind that. */
function withoutRelatives(marks: Marks, told: readonly Atom[], lexicon: Lexicon): readonly Atom[] {
  const at = told.findIndex((atom, index) => isPredicateOfSubject(marks, told.slice(0, index), atom, lexicon))
  if (at < 0) return told
  const rest = told.filter((atom, index) => index >= at || !atom.isRelative)
  return eventOf(marks, ...rest) === null ? told : rest
}

/** "X denied that any payment was due": without an event of its own, a statement. */
const DENIAL = 46

function deniedIn(marks: Marks, span: Span): FoundEvent | null {
  const cues = cuesIn(marks, span, 'modality:denied')
  return cues.length === 0 ? null : { event: 'statement', priority: DENIAL, rule: 'a word of denial', cues }
}

function isJoined(marks: Marks, atom: Atom): boolean {
  const first = marks.tokens.firstWithin(atom.start, atom.end)
  return first !== undefined && cuesIn(marks, first, 'join').length > 0
}

const ASIDE_WORDS = 7
const SMALL_LETTERS = 3

/** "signed, *on 11 April in Algiers*, a deal": a day between commas, behind which the clause goes on. */
function isDateAside(marks: Marks, atom: Atom | undefined): boolean {
  if (atom === undefined || atom.event !== null || atom.isRelative || isJoined(marks, atom)) return false
  const words = marks.tokens.within(atom.start, atom.end)
  const [date] = marks.dates.within(atom.start, atom.end)
  if (date === undefined || words.length > ASIDE_WORDS) return false
  // An article or a preposition may stand before it.
  const [first, second] = words
  const isSmall = first !== undefined && first.printed.length <= SMALL_LETTERS
  const opens = date.start <= ((isSmall ? second : first)?.start ?? atom.start)
  return opens && marks.quantities.countWithin(atom.start, atom.end) === 0
}

/** "The line, which carries gas, *has been shut*": what a bare subject does stands behind what is told of it. */
function isPredicateOfSubject(marks: Marks, before: readonly Atom[], atom: Atom, lexicon: Lexicon): boolean {
  const [subject, ...rest] = before
  if (subject === undefined || rest.length === 0 || atom.isRelative) return false
  if (subject.event !== null && !(isNoun(marks, subject) && opensWithVerb(marks, atom, lexicon))) return false
  if (!rest.every((one) => one.isRelative)) return false
  const hasFigure = rest.some((one) =>
    marks.quantities.within(one.start, one.end).some((quantity) => !BARE.test(quantity.unit)),
  )
  return !isJoined(marks, atom) && !hasFigure && /,\s*$/u.test(marks.text.slice(0, atom.start).slice(-2))
}

/** "Pidió a la empresa *que aumente* la producción": what somebody asks for, right behind whom they ask. */
function isAskedFor(marks: Marks, before: readonly Atom[], atom: Atom): boolean {
  const first = marks.tokens.firstWithin(atom.start, atom.end)
  if (first === undefined || cuesIn(marks, first, 'that').length === 0) return false
  return before.at(-1)?.event?.cues[0]?.cue.group === 'event:urge'
}

const VERBAL = ['planned', 'happened', 'state', 'possible'].map((name) => `modality:${name}`)
const SUBJECT_WORDS = 12

/** "The contract for the transit of gas": an event told as a noun, without a form of a verb. */
function isNoun(marks: Marks, atom: Atom): boolean {
  return (
    marks.tokens.countWithin(atom.start, atom.end) <= SUBJECT_WORDS &&
    [...VERBAL, 'modality:ongoing'].every((group) => cuesIn(marks, atom, group).length === 0)
  )
}

/** ", ends in May", ", was shut": a verb at the head of an atom has its subject before. A participle tells beside. */
function opensWithVerb(marks: Marks, atom: Atom, { comesOf }: Lexicon): boolean {
  const first = marks.tokens.firstWithin(atom.start, atom.end)
  if (first === undefined || comesOf.endings.some((ending) => first.forms[0]?.endsWith(ending))) return false
  return ['predicate', 'event:halt', ...VERBAL].some((group) =>
    cuesIn(marks, atom, group).some((cue) => cue.start === first.start),
  )
}

/** Whether an atom begins a clause of its own after those before it. */
function parts(marks: Marks, before: readonly Atom[], atom: Atom, lexicon: Lexicon): boolean {
  const { lang } = lexicon
  const event = strongest(before.filter((one) => !one.isCondition))
  if (before.every((one) => one.isCondition)) return false
  if (atom.isCondition)
    return (
      event !== null &&
      event.priority >= STANDS_ALONE &&
      (opensWithAnd(marks.text, atom) || isJoinAlone(marks, before.at(-1)))
    )
  if (event !== null && event.priority >= STANDS_ALONE && asksWhether(marks, atom)) return true
  if (!atom.isHard && startsPredicate(marks, atom) && (before[0]?.event?.priority ?? 0) >= STANDS_ALONE)
    return false
  if (isButNot(marks, atom) && event !== null && event.priority >= TOLD_BEFORE_JOIN) return true
  if (!atom.isHard && isPredicateOfSubject(marks, before, atom, lexicon)) return false
  if ((event?.priority ?? 0) >= STANDS_ALONE && isDenialBehind(marks, atom)) return true
  if (!atom.isHard && isAskedFor(marks, before, atom)) return false
  if (!atom.isHard && before.length >= 2 && isDateAside(marks, before.at(-1)) && !isJoined(marks, atom))
    return false
  if (event === null && goesOnInQuote(marks, before, atom)) return false
  if (atom.isHard && wordsOf(marks, before) >= FEWEST_WORDS && tellsOn(marks, atom)) return true
  if (atom.isHard && opensQuote(marks, atom) && isNameAlone(marks, before)) return true
  // "X, in a statement, “…”": who says it stands before the quotation, without an event.
  if (atom.isHard && event === null && wordsOf(marks, before) >= FEWEST_WORDS && opensQuote(marks, atom))
    return true
  if (isToldBeside(marks, before, atom)) return false
  if (before.length === 1 && isLengthOfStop(marks, before[0]) && endsStop(atom)) return false
  if (wordsOf(marks, before) < FEWEST_WORDS || isComparison(marks, atom)) return false
  if (event !== null && event.priority >= STANDS_ALONE && isLengthOfWorks(marks, atom)) return true
  // "opened in 2006 and carries oil": where the tense turns, what stands before is told for itself.
  const goesOn = isJoined(marks, atom) && !atom.isRelative
  const turns = goesOn ? turnsTense(marks, before, atom) : turnsToPlan(marks, before, atom)
  const least = turns ? TOLD_BEFORE_JOIN : STANDS_ALONE
  if (!standsAlone(marks, atom, lang) || event === null || event.priority < least) return false
  const length = atom.end - (before[0]?.start ?? 0)
  const isSame = event.event === atom.event?.event
  if (isSame && tellsOfAnother(marks, before, atom)) return true
  if (!isSame || turnsToPlan(marks, before, atom)) return true
  return length > (lang === 'zh' ? LONG_HAN : LONG) && isPlannedAnew(marks, before, atom)
}

const isPlanned = (marks: Marks, span: Span): boolean => cuesIn(marks, span, 'modality:planned').length > 0

/** One of the two is to come and the other is not. */
const isPlannedAnew = (marks: Marks, before: readonly Atom[], atom: Atom): boolean =>
  isPlanned(marks, atom) !== before.some((one) => isPlanned(marks, one))

/** "flows reached 28 mcm a day, and will rise to 43 mcm": figures on both sides, of which one is to come. */
const turnsToPlan = (marks: Marks, before: readonly Atom[], atom: Atom): boolean =>
  isPlannedAnew(marks, before, atom) && haveFigures(marks, before, atom)

/** "“Gas prices,” said X, “*will fall*”": a quotation that who says it parts goes on in small letters, or in a script that has none. */
function goesOnInQuote(marks: Marks, before: readonly Atom[], atom: Atom): boolean {
  const [first] = before
  const opening = marks.tokens.firstWithin(atom.start, atom.end)
  if (first === undefined || opening === undefined || !opensQuote(marks, atom)) return false
  return opensQuote(marks, first) && !/^\p{Lu}/u.test(opening.printed)
}

/** An event weaker than this is only mentioned before "and", "while". */
const TOLD_BEFORE_JOIN = 44
const TENSES = ['planned', 'happened', 'ongoing', 'state'].map((name) => `modality:${name}`)

function turnsTense(marks: Marks, before: readonly Atom[], atom: Atom): boolean {
  const tenseOf = (spans: readonly Span[]): string | undefined =>
    TENSES.find((group) => spans.some((one) => cuesIn(marks, one, group).length > 0))
  const [was, is] = [tenseOf(before), tenseOf([atom])]
  return was !== undefined && is !== undefined && was !== is
}

/** "…, 15 percent less than a year before": an amount that compares what stands before. */
function isComparison(marks: Marks, atom: Atom): boolean {
  const first = marks.tokens.within(atom.start, atom.end)[0]
  if (
    first === undefined ||
    !marks.quantities.within(atom.start, atom.end).some((one) => one.start <= first.start)
  )
    return false
  return marks.mentions.within(atom.start, atom.end).length === 0
}

/** "The restart of the reactor, one of 1.3 GW, has been put off": the verb of an event that stands before as a noun. */
function startsPredicate(marks: Marks, atom: Atom): boolean {
  const first = marks.tokens.within(atom.start, atom.end)[0]
  return first !== undefined && cuesIn(marks, atom, 'predicate').some((cue) => cue.start === first.start)
}

/** "…, and if X happens, Y follows": a condition behind "and" belongs to what follows. Arabic writes it onto the word. */
function opensWithAnd(text: string, atom: Span): boolean {
  return /^\s*وإ/u.test(text.slice(atom.start, atom.start + 4))
}

/** "…, and if X happens, Y follows": the "and" stands alone between two cuts. */
function isJoinAlone(marks: Marks, atom: Atom | undefined): boolean {
  if (atom === undefined || marks.tokens.countWithin(atom.start, atom.end) !== 1) return false
  return cuesIn(marks, atom, 'join').length > 0 && cuesIn(marks, atom, 'that').length === 0
}

/** "Erdoğan, “…”": a name that only says whose words follow. */
function isNameAlone(marks: Marks, before: readonly Atom[]): boolean {
  const [first, last] = [before[0], before.at(-1)]
  if (first === undefined || last === undefined) return false
  const words = marks.tokens.within(first.start, last.end)
  const names = marks.mentions.within(first.start, last.end).filter((one) => one.entity.type !== 'commodity')
  return (
    names.length > 0 &&
    words.every((word) => names.some((one) => one.start <= word.start && one.end >= word.end))
  )
}

function opensQuote(marks: Marks, atom: Span): boolean {
  return marks.quotes.countWithin(atom.start, atom.start + 2) > 0
}

const BARE = /^(count|year|month|week|day|hour|people|ordinal)$/u

const hasFigure = (marks: Marks, span: Span): boolean =>
  marks.quantities.within(span.start, span.end).some((one) => !BARE.test(one.unit))

/** Figures on both sides. */
const haveFigures = (marks: Marks, before: readonly Atom[], atom: Atom): boolean =>
  hasFigure(marks, atom) && before.some((one) => hasFigure(marks, one))

/** "A rose 5%, while B fell 3%": the same kind of event, of something else and by a figure of its own. */
function tellsOfAnother(marks: Marks, before: readonly Atom[], atom: Atom): boolean {
  const namesIn = (span: Span): string[] => [
    // Grades of one commodity are told apart by what they are called: "Brent rose 2%, while WTI fell 3%".
    ...marks.mentions
      .within(span.start, span.end)
      .map((one) =>
        one.entity.type === 'commodity'
          ? marks.text.slice(one.start, one.end).toLowerCase()
          : one.entity.canonical,
      ),
    ...marks.implied.within(span.start, span.end).map((one) => one.canonical),
    ...benchmarksIn(marks, span),
  ]
  if (!haveFigures(marks, before, atom)) return false
  const known = new Set(before.flatMap(namesIn))
  return namesIn(atom).some((name) => !known.has(name))
}

/** After a semicolon: an event, or a figure in a clause of some length. */
function tellsOn(marks: Marks, atom: Atom): boolean {
  if (atom.event !== null) return true
  const words = marks.tokens.countWithin(atom.start, atom.end)
  return words >= FEWEST_WORDS && marks.quantities.countWithin(atom.start, atom.end) > 0
}

function wordsOf(marks: Marks, atoms: readonly Atom[]): number {
  return atoms.reduce((sum, atom) => sum + marks.tokens.countWithin(atom.start, atom.end), 0)
}

function standsAlone(marks: Marks, atom: Atom, lang: string): boolean {
  if (atom.event === null || atom.event.priority < STANDS_ALONE) return false
  return marks.tokens.countWithin(atom.start, atom.end) >= (lang === 'zh' ? FEWEST_HAN : FEWEST_WORDS)
}

/** "and that exports fell" is told by "exports fell". */
function withoutThat(marks: Marks, clause: Span): Span {
  const that = cuesIn(marks, clause, 'that')[0]
  const second = that === undefined ? undefined : marks.tokens.within(clause.start, clause.end)[1]
  if (that === undefined || second === undefined || that.start > second.start) return clause
  // "Perhaps that X falls": what certainty depends on stays.
  if (cuesIn(marks, { start: clause.start, end: that.start }, 'modality:possible').length > 0) return clause
  return trimClause(marks.text, that.end, clause.end) ?? clause
}
