import type { EventType } from '../claims/claim.ts'
import { daysBetween } from '../core/time.ts'
import { figuresShared, shared, speaksTheSame } from './shared-subjects.ts'
import { agree, areComparable, daysApart, type Statement } from './statement.ts'
import type { Subject } from './subjects.ts'

export const bilateral = new Set<EventType>(['visit_or_meeting', 'agreement', 'negotiation'])

export const physical = new Set<EventType>([
  'supply_start',
  'supply_halt',
  'supply_change',
  'outage_or_attack',
  'repair_or_restart',
  'construction',
  'discovery_or_drilling',
  'transit',
])

export function vetoOf(a: Statement, b: Statement): string | null {
  if (a.isDenial !== b.isDenial && !isOtherSideOfDenial(a, b)) return 'denial'
  if (a.isDenial === b.isDenial && a.claim.polarity !== b.claim.polarity && !a.isDenial) return 'polarity'
  if (isState(a) !== isState(b) && a.claim.event !== b.claim.event && ratesShared(a, b) === 0) return 'state'
  const apart = daysApart(a.when, b.when)
  if (apart !== null && apart > 1 && !isOfItsContent(a, b) && !isOfItsContent(b, a)) return 'time'
  if (areOtherStatistics(a, b)) return 'period'
  if (a.claim.event === 'statement' && b.claim.event === 'statement' && !mayBeOneStatement(a, b))
    return 'speaker'
  const isPhysical = physical.has(a.claim.event) || physical.has(b.claim.event)
  if (apartIn(a, b, isPhysical ? ['site', 'place'] : ['site'])) return 'site'
  if (apartIn(a, b, ['line'])) return 'line'
  if (bilateral.has(a.claim.event) && bilateral.has(b.claim.event)) {
    if (otherParties(a, b)) return 'parties'
    if (isUntopical(a) && isUntopical(b) && !haveSameParties(a, b)) return 'parties'
    if (
      a.claim.event === 'negotiation' &&
      b.claim.event === 'negotiation' &&
      topics(a).length > 0 !== topics(b).length > 0
    )
      return 'topic'
    if (apartIn(a, b, ['site', 'line', 'company'])) return 'topic'
  }
  return null
}

/** Days from which on a time is the period of a figure ("in 2025", "from January to April") and no day of an event. */
const periodDays = 27

/** What went through over two periods, or two sums over one: no figure in common, and not one thing counted. */
function areOtherStatistics(a: Statement, b: Statement): boolean {
  if (!isStatistic(a) || !isStatistic(b) || figuresShared(a, b) > 0) return false
  if (a.when.first !== b.when.first || a.when.last !== b.when.last) return true
  const pairs = a.amounts.flatMap((x) =>
    b.amounts.filter((y) => y.base === x.base).map((y) => [x, y] as const),
  )
  return pairs.length > 0 && !pairs.some(([x, y]) => areComparable(x, y))
}

function isStatistic({ when, amounts, modality }: Statement): boolean {
  if (when.precision !== 'span' || when.first === null || when.last === null) return false
  return modality === 'happened' && amounts.length > 0 && daysBetween(when.first, when.last) >= periodDays
}

/** How things are, not what became of them: a line that carries most of a country's oil. */
function isState(statement: Statement): boolean {
  return statement.claim.event === 'transit' && statement.claim.modality === 'ongoing'
}

/** Flows that both give: what runs through a line now is what its fall has left. */
function ratesShared(a: Statement, b: Statement): number {
  return a.amounts.filter((x) => x.base.endsWith('/day') && b.amounts.some((y) => agree(x, y, 0.01))).length
}

/** A deal, and the deliveries to come that it is about: each has its own day, and one figure binds them. */
function isOfItsContent(deal: Statement, content: Statement): boolean {
  return (
    deal.claim.event === 'agreement' &&
    content.claim.event !== 'agreement' &&
    content.modality === 'announced_or_planned' &&
    figuresShared(deal, content) > 0
  )
}

/** Talks of which nothing is told but who held them. */
function isUntopical(statement: Statement): boolean {
  const isOfGoods = statement.subjects.some(({ kind }) => kind === 'commodity')
  return statement.claim.event === 'negotiation' && topics(statement).length === 0 && !isOfGoods
}

function haveSameParties(a: Statement, b: Statement): boolean {
  const [fromA, fromB] = [a.parties, b.parties]
  return fromA.size === fromB.size && [...fromA].every((key) => fromB.has(key))
}

/** Talks without a topic between those who meet are the meeting. */
export function areOneEncounter(a: Statement, b: Statement): boolean {
  const [talks, meeting] = a.claim.event === 'negotiation' ? [a, b] : [b, a]
  return meeting.claim.event === 'visit_or_meeting' && isUntopical(talks) && haveSameParties(a, b)
}

/** What a speaker asserts while denying something else of the same thing on the same day: it left, it does not survey. */
export function isOtherSideOfDenial(a: Statement, b: Statement): boolean {
  const asserted = a.isDenial ? b : a
  return (
    a.isDenial !== b.isDenial &&
    asserted.claim.event === 'other' &&
    a.when.precision === 'day' &&
    b.when.precision === 'day' &&
    speaksTheSame(a, b)
  )
}

/** A statement is one happening with another by the same mouth, or on the same site or line. */
function mayBeOneStatement(a: Statement, b: Statement): boolean {
  if (a.speaker.length > 0 && b.speaker.length > 0) return speaksTheSame(a, b)
  return shared(a, b).some(({ subject }) => subject.kind === 'site' || subject.kind === 'line')
}

/**
 * Both name things of these kinds and none meets: the look-alikes. Places count among sites only where a
 * claim names no other site, and a thing inside the other's meets it.
 */
function apartIn(a: Statement, b: Statement, kinds: readonly Subject['kind'][]): boolean {
  const [first = 'site', ...more] = kinds
  const pick = (statement: Statement): readonly Subject[] => {
    const own = statement.subjects.filter((subject) => subject.kind === first)
    if (first === 'site' && more.includes('place'))
      return own.length > 0
        ? own
        : statement.subjects.filter((subject) => subject.kind === 'place' && subject.related.length === 0)
    return [...own, ...statement.subjects.filter((subject) => more.includes(subject.kind))]
  }
  const [fromA, fromB] = [pick(a), pick(b)]
  if (fromA.length === 0 || fromB.length === 0) return false
  // A site also meets a place of its name, wherever the other claim lists it.
  return (
    !fromA.some((x) => b.subjects.some((y) => meets(x, y))) &&
    !fromB.some((y) => a.subjects.some((x) => x.kind !== 'line' && meets(x, y)))
  )
}

function meets(a: Subject, b: Subject): boolean {
  if (a.keys.some((key) => b.keys.includes(key))) return true
  const inside = (x: Subject, y: Subject): boolean =>
    x.related.some((key) => key.startsWith('assets/') && y.keys.includes(key)) && x.kind === y.kind
  return inside(a, b) || inside(b, a)
}

/** Each side names a party that the other lacks: talks of Russia with two different countries. */
function otherParties(a: Statement, b: Statement): boolean {
  const [fromA, fromB] = [a.parties, b.parties]
  const isWithin = (x: ReadonlySet<string>, y: ReadonlySet<string>): boolean =>
    [...x].every((key) => y.has(key))
  return fromA.size > 1 && fromB.size > 1 && !isWithin(fromA, fromB) && !isWithin(fromB, fromA)
}

export function topics(statement: Statement): readonly Subject[] {
  return statement.subjects.filter(({ kind }) => kind === 'site' || kind === 'line' || kind === 'company')
}
