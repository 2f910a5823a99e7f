import { type Atom, strongest } from './clause-atoms.ts'
import { cuesIn, type Marks } from './marks.ts'
import type { Span } from './text/sentences.ts'

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
export function isToldBeside(marks: Marks, before: readonly Atom[], atom: Atom): boolean {
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
export function isLengthOfStop(marks: Marks, atom: Atom | undefined): boolean {
  if (atom?.event?.event !== 'supply_halt') return false
  const first = marks.tokens.within(atom.start, atom.end)[0]
  const isJoined =
    first !== undefined && ['join', 'cause'].some((group) => cuesIn(marks, first, group).length > 0)
  const hasName = marks.mentions.within(atom.start, atom.end).some((one) => one.entity.type !== 'commodity')
  return (
    isJoined && !hasName && marks.quantities.within(atom.start, atom.end).some((one) => LENGTH.test(one.unit))
  )
}

const WORKS_WORDS = 8

/** "…, repairs to take ten days": how long works last, in few words that nothing joins to what they mend. */
export function isLengthOfWorks(marks: Marks, atom: Atom): boolean {
  if (atom.event?.event !== 'repair_or_restart') return false
  const first = marks.tokens.firstWithin(atom.start, atom.end)
  if (first === undefined || cuesIn(marks, first, 'join').length > 0) return false
  return (
    marks.tokens.countWithin(atom.start, atom.end) <= WORKS_WORDS &&
    marks.quantities.within(atom.start, atom.end).some((one) => LENGTH.test(one.unit))
  )
}

export function endsStop(atom: Atom): boolean {
  return ENDS_STOP.has(atom.event?.event ?? '')
}

/** Whether an atom of a clause only says how long what ends there has lasted: "*After a halt of two years* it resumed". */
export function isAside(marks: Marks, group: readonly Atom[], at: number): boolean {
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
  if (first !== undefined && atom.event?.rule === FAULT && opensWithCause(marks, atom, first)) return true
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

/** "because of a leak": why, as no attack is that somebody made. */
const FAULT = 'outage'

function opensWithCause(marks: Marks, atom: Span, first: Span): boolean {
  return cuesIn(marks, atom, 'cause').some((cue) => cue.start === first.start)
}

/** "agreed to cut output, which sent prices up 9%": how far a price moved is told for itself. */
function hasPercent(marks: Marks, atom: Span): boolean {
  return marks.quantities.within(atom.start, atom.end).some((one) => one.unit === '%')
}
