import { type ClaimedEvent, eventOf, type FoundEvent, isClaimed } from './event-of.ts'
import { STANDS_ALONE } from './lexicon/event-rules.ts'
import { cuesIn, type Marks } from './marks.ts'
import { type Cut, cutsOf } from './pieces/cuts.ts'
import type { Span } from './text/sentences.ts'

export interface Clause extends Span {
  readonly event: ClaimedEvent | null
}

interface Atom extends Span {
  readonly event: FoundEvent | null
  readonly isHard: boolean
  readonly isCondition: boolean
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
export function clausesOf(marks: Marks, content: Span, lang: string): Clause[] {
  const atoms = atomsOf(marks, content)
  const groups: Atom[][] = []
  for (const atom of atoms) {
    const last = groups.at(-1)
    if (last === undefined || parts(marks, last, atom, lang)) groups.push([atom])
    else last.push(atom)
  }
  return groups.flatMap((group) => {
    const whole = trimClause(marks.text, group[0]?.start ?? 0, group.at(-1)?.end ?? 0)
    if (whole === null) return []
    const span = withoutThat(marks, whole)
    // What depends on a condition is the event, not the condition.
    const main = group.filter((atom, at) => !atom.isCondition && !isAside(marks, group, at))
    const event = eventOf(marks, ...main) ?? eventOf(marks, span) ?? deniedIn(marks, span)
    if (event !== null && !isClaimed(event)) return []
    return [{ ...span, event }]
  })
}

/** "X denied that any payment was due": without an event of its own, a statement. */
const DENIAL = 46

function deniedIn(marks: Marks, span: Span): FoundEvent | null {
  const cues = cuesIn(marks, span, 'modality:denied')
  return cues.length === 0 ? null : { event: 'statement', priority: DENIAL, rule: 'a word of denial', cues }
}

/** Whether an atom begins a clause of its own after those before it. */
function parts(marks: Marks, before: readonly Atom[], atom: Atom, lang: string): boolean {
  const event = strongest(before.filter((one) => !one.isCondition))
  if (before.every((one) => one.isCondition)) return false
  if (atom.isCondition)
    return event !== null && event.priority >= STANDS_ALONE && opensWithAnd(marks.text, atom)
  if (!atom.isHard && startsPredicate(marks, atom) && (before[0]?.event?.priority ?? 0) >= STANDS_ALONE)
    return false
  if (atom.isHard && wordsOf(marks, before) >= FEWEST_WORDS && tellsOn(marks, atom)) return true
  if (atom.isHard && opensQuote(marks, atom) && isNameAlone(marks, before)) return true
  // "X, in a statement, “…”": who says it stands before the quotation, without an event.
  if (atom.isHard && event === null && wordsOf(marks, before) >= FEWEST_WORDS && opensQuote(marks, atom))
    return true
  if (isToldBeside(marks, before, atom)) return false
  if (before.length === 1 && isLengthOfStop(marks, before[0]) && endsStop(atom)) return false
  if (wordsOf(marks, before) < FEWEST_WORDS || isComparison(marks, atom)) return false
  if (!standsAlone(marks, atom, lang) || event === null || event.priority < STANDS_ALONE) return false
  const length = atom.end - (before[0]?.start ?? 0)
  const isSame = event.event === atom.event?.event
  if (isSame && tellsOfAnother(marks, before, atom)) return true
  const isPlanned = (span: Span): boolean => cuesIn(marks, span, 'modality:planned').length > 0
  return !isSame || (length > (lang === 'zh' ? LONG_HAN : LONG) && isPlanned(atom) !== before.some(isPlanned))
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

/** "A rose 5%, while B fell 3%": the same kind of event, of something else and by a figure of its own. */
function tellsOfAnother(marks: Marks, before: readonly Atom[], atom: Atom): boolean {
  const hasFigure = (span: Span): boolean =>
    marks.quantities.within(span.start, span.end).some((one) => !BARE.test(one.unit))
  const namesIn = (span: Span): string[] => [
    ...marks.mentions.within(span.start, span.end).map((one) => one.entity.canonical),
    ...marks.implied.within(span.start, span.end).map((one) => one.canonical),
  ]
  if (!hasFigure(atom) || !before.some(hasFigure)) return false
  const known = new Set(before.flatMap(namesIn))
  return namesIn(atom).some((name) => !known.has(name))
}

/** After a semicolon: an event, or a figure in a clause of some length. */
function tellsOn(marks: Marks, atom: Atom): boolean {
  if (atom.event !== null) return true
  const words = marks.tokens.countWithin(atom.start, atom.end)
  return words >= FEWEST_WORDS && marks.quantities.countWithin(atom.start, atom.end) > 0
}

/** What clauses of time and cause only date; an attack in one is told beside. */
const WHEN = new Set([
  'repair_or_restart',
  'supply_halt',
  'supply_start',
  'military',
  'visit_or_meeting',
  'negotiation',
])

/** Whether an atom has no clause of its own, because it only says when, why or of what the one before is. */
function isToldBeside(marks: Marks, before: readonly Atom[], atom: Atom): boolean {
  const event = strongest(before.filter((one) => !one.isCondition))
  return event !== null && atom.event !== null && isBackground(marks, event.event, atom)
}

/** "restarted the line, which was shut down in May": what ends is no news of its own. */
function isStopBehind(marks: Marks, before: readonly Atom[], atom: Atom): boolean {
  if (isLengthOfStop(marks, atom)) return true
  const event = strongest(before.filter((one) => !one.isCondition))
  const first = marks.tokens.within(atom.start, atom.end)[0]
  const isJoined = first !== undefined && cuesIn(marks, first, 'join').length > 0
  return isJoined && event?.event === 'repair_or_restart' && isToldBeside(marks, before, atom)
}

const LENGTH = /^(?:day|week|month|year)$/u
const ENDS_STOP = new Set(['repair_or_restart', 'supply_start', 'transit'])

/** "after a halt of two years": no news of a halt, but how long what now ends has lasted. */
function isLengthOfStop(marks: Marks, atom: Atom | undefined): boolean {
  if (atom?.event?.event !== 'supply_halt') return false
  const first = marks.tokens.within(atom.start, atom.end)[0]
  const isJoined =
    first !== undefined && ['join', 'cause'].some((group) => cuesIn(marks, first, group).length > 0)
  const hasName = marks.mentions.within(atom.start, atom.end).some((one) => one.entity.type !== 'commodity')
  return (
    isJoined && !hasName && marks.quantities.within(atom.start, atom.end).some((one) => LENGTH.test(one.unit))
  )
}

function endsStop(atom: Atom): boolean {
  return ENDS_STOP.has(atom.event?.event ?? '')
}

/** Whether an atom of a clause only says how long what ends there has lasted: "*After a halt of two years* it resumed". */
function isAside(marks: Marks, group: readonly Atom[], at: number): boolean {
  const [atom, rest] = [group[at], group.slice(at + 1)]
  if (atom === undefined) return false
  return at === 0
    ? isLengthOfStop(marks, atom) && rest.some(endsStop)
    : isStopBehind(marks, group.slice(0, at), atom)
}

/** "resumed after a break", "signed a contract that raises deliveries": one telling. */
function isBackground(marks: Marks, event: string, atom: Atom): boolean {
  const first = marks.tokens.firstWithin(atom.start, atom.end)
  const isJoined = first !== undefined && cuesIn(marks, first, 'join').length > 0
  // "after days of repairs", "since the war began": when, not what.
  if (first !== undefined && WHEN.has(atom.event?.event ?? '') && cuesIn(marks, first, 'cause').length > 0)
    return true
  const hasName = marks.mentions
    .within(atom.start, atom.end)
    .some((one) => ['person', 'company', 'organisation'].includes(one.entity.type))
  if (ENDS_STOP.has(event) && isLengthOfStop(marks, atom)) return true
  switch (event) {
    case 'repair_or_restart':
      return isJoined && (atom.event?.event === 'supply_halt' || atom.event?.event === 'outage_or_attack')
    // "will install a turbine, an investment of 190 million"
    case 'construction':
      return !hasName && atom.event?.event === 'investment_or_loan'
    case 'agreement':
      return (
        !hasName &&
        (atom.event?.event === 'supply_change' ||
          (atom.event?.event === 'price_move' && !hasPercent(marks, atom)))
      )
    default:
      return false
  }
}

/** "agreed to cut output, which sent prices up 9%": how far a price moved is told for itself. */
function hasPercent(marks: Marks, atom: Span): boolean {
  return marks.quantities.within(atom.start, atom.end).some((one) => one.unit === '%')
}

function wordsOf(marks: Marks, atoms: readonly Atom[]): number {
  return atoms.reduce((sum, atom) => sum + marks.tokens.countWithin(atom.start, atom.end), 0)
}

function atomsOf(marks: Marks, content: Span): Atom[] {
  const cuts: Cut[] = [
    { at: content.start, isHard: false },
    ...cutsOf(marks, content),
    { at: content.end, isHard: false },
  ]
  const atoms: Atom[] = []
  let isHard = false
  cuts.slice(0, -1).forEach((cut, index) => {
    const span = { start: cut.at, end: cuts[index + 1]?.at ?? content.end }
    isHard ||= cut.isHard
    if (marks.tokens.countWithin(span.start, span.end) === 0) return
    atoms.push({
      ...span,
      event: eventOf(marks, span),
      isHard,
      isCondition: startsCondition(marks, span),
    })
    isHard = false
  })
  return atoms
}

const CONDITION_WORDS = 3

function startsCondition(marks: Marks, span: Span): boolean {
  // "… so that prices fall": what is aimed at depends on what is done, as on a condition.
  const first = marks.tokens.firstWithin(span.start, span.end)
  if (first !== undefined && cuesIn(marks, first, 'purpose').length > 0) return true
  const cue = cuesIn(marks, span, 'modality:conditional')[0]
  if (cue === undefined) return false
  const tokens = marks.tokens.within(span.start, span.end)
  if (cue.cue.value === 'after') return cue.end >= (tokens.at(-1)?.start ?? span.end)
  const limit = tokens[Math.min(CONDITION_WORDS, tokens.length) - 1]
  return limit !== undefined && cue.start <= limit.start
}

function standsAlone(marks: Marks, atom: Atom, lang: string): boolean {
  if (atom.event === null || atom.event.priority < STANDS_ALONE) return false
  return marks.tokens.countWithin(atom.start, atom.end) >= (lang === 'zh' ? FEWEST_HAN : FEWEST_WORDS)
}

function strongest(group: readonly Atom[]): { event: string; priority: number } | null {
  let best: FoundEvent | null = null
  for (const atom of group)
    if (atom.event !== null && atom.event.priority > (best?.priority ?? -1)) best = atom.event
  return best
}

/** "and that exports fell" is told by "exports fell". */
function withoutThat(marks: Marks, clause: Span): Span {
  const that = cuesIn(marks, clause, 'that')[0]
  const second = that === undefined ? undefined : marks.tokens.within(clause.start, clause.end)[1]
  if (that === undefined || second === undefined || that.start > second.start) return clause
  return trimClause(marks.text, that.end, clause.end) ?? clause
}

const HEAD = /[\s'’,;:،؛；，：.·—–\-)）」』”]/u
const TAIL = /[\s,;:،؛；，：.。·—–\-(（]/u

/** The stretch without punctuation, white space and quotation marks of half a quotation around it; null where nothing is left. */
export function trimClause(text: string, start: number, end: number): Span | null {
  const trimmed = { start, end }
  while (trimmed.start < end && HEAD.test(text[trimmed.start] ?? '')) trimmed.start++
  while (trimmed.end > start && TAIL.test(text[trimmed.end - 1] ?? '')) trimmed.end--
  if (trimmed.start >= trimmed.end) return null
  const half = halfQuotation(text.slice(trimmed.start, trimmed.end))
  return half.head + half.tail === 0
    ? trimmed
    : trimClause(text, trimmed.start + half.head, trimmed.end - half.tail)
}

/** Marks at either end, 0 or 1 each, whose other half does not stand between them: the cut went through a quotation. */
function halfQuotation(words: string): { head: number; tail: number } {
  const isOdd = words.split('"').length % 2 === 0
  const opens = /^[«„“「『]/u.test(words) && !/[»“”」』]/u.test(words.slice(1))
  const closes = /[»”」』]$/u.test(words) && !/[«„“「『]/u.test(words.slice(0, -1))
  const closesStraight = isOdd && words.endsWith('"')
  return {
    head: Number(opens || (isOdd && !closesStraight && words.startsWith('"'))),
    tail: Number(closes || closesStraight),
  }
}
