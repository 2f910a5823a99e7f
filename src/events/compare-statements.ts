import type { EventType } from '../claims/claim.ts'
import { agree, daysApart, type Statement } from './statement.ts'
import { kindWeight, type Subject } from './subjects.ts'

/** What speaks for and against two claims being of one happening. */
export interface Comparison {
  /** Evidence less the threshold for these two types: 0 and more says one happening. */
  readonly margin: number
  /** Why they cannot be one, whatever speaks for it; null where nothing forbids it. */
  readonly veto: string | null
}

const bilateral = new Set<EventType>(['visit_or_meeting', 'agreement', 'negotiation'])
const physical = new Set<EventType>([
  'supply_start',
  'supply_halt',
  'supply_change',
  'outage_or_attack',
  'repair_or_restart',
  'construction',
  'discovery_or_drilling',
  'transit',
])

/** Types that reports use for one happening; any other two types are two happenings. */
const nearTypes: readonly (readonly [EventType, EventType])[] = [
  ['supply_halt', 'outage_or_attack'],
  ['supply_start', 'repair_or_restart'],
  ['supply_change', 'transit'],
  ['construction', 'investment_or_loan'],
  ['sanction', 'supply_halt'],
  ['statement', 'other'],
]

/** An agreement and the deliveries or the money it is about are one only where both give its figure. */
const withFigure: readonly (readonly EventType[])[] = [
  ['agreement', 'transit'],
  ['agreement', 'investment_or_loan'],
]

/**
 * Evidence wanted. One line named by both (0.9), or two parties and their bond (0.8), suffices for one
 * type; near types want a second hint (a figure, a day, a speaker).
 */
const sameType = 0.8
const nearType = 1.05
/** Claims of one report are of different things unless much speaks against it. */
const sameReport = 0.2
const priceType = 0.5
/** One target and one day suffice for a sanction, which comes as a package, and for a price. */
const sanctionType = 0.6

const dayBonus = 0.35
const spanBonus = 0.1
const figureBonus = 0.4
const speakerBonus = 0.25
/** One speaker denying one kind of thing within days denies one thing, however it is named. */
const denialBonus = 0.8
const partiesBonus = 0.3
const otherTopic = 0.4
/** Where nothing dates one of them, two parties and their bond alone do not suffice. */
const undatedDoubt = 0.05

const ownThreshold: Readonly<Partial<Record<EventType, number>>> = {
  price_move: priceType,
  sanction: sanctionType,
  sanction_relief: sanctionType,
}

/** Whether two claims must never stand in one event, whatever a third claim has in common with both. */
export function cannotBeOne(a: Statement, b: Statement): boolean {
  return thresholdOf(a, b) === null || vetoOf(a, b) !== null
}

export function compareStatements(a: Statement, b: Statement): Comparison {
  const threshold = thresholdOf(a, b)
  if (threshold === null) return { margin: -1, veto: 'types' }
  if (!touch(a, b) && !denyTheSame(a, b)) return { margin: -threshold, veto: null }
  const veto = vetoOf(a, b)
  if (veto !== null) return { margin: -1, veto }
  return { margin: evidenceOf(a, b) - threshold, veto: null }
}

function denyTheSame(a: Statement, b: Statement): boolean {
  return a.isDenial && b.isDenial && a.claim.event === b.claim.event && speaksTheSame(a, b)
}

function thresholdOf(a: Statement, b: Statement): number | null {
  const [typeA, typeB] = [a.claim.event, b.claim.event]
  const within = a.reading.id === b.reading.id ? sameReport : 0
  // Two denials by one speaker are one denial, whatever each report calls what is denied.
  if (a.isDenial && b.isDenial && speaksTheSame(a, b)) return sameType + within
  if (typeA === typeB) {
    const isOnOneDay = a.when.precision === 'day' && b.when.precision === 'day'
    return ((isOnOneDay ? ownThreshold[typeA] : undefined) ?? sameType) + within
  }
  if (isOtherSideOfDenial(a, b) || areOneEncounter(a, b)) return nearType + within
  if (withFigure.some((types) => types.includes(typeA) && types.includes(typeB)))
    return figuresShared(a, b) > 0 ? nearType + within : null
  const isNear = nearTypes.some(([x, y]) => (x === typeA && y === typeB) || (x === typeB && y === typeA))
  return isNear ? nearType + within : null
}

function vetoOf(a: Statement, b: Statement): string | null {
  if (a.isDenial !== b.isDenial && !isOtherSideOfDenial(a, b)) return 'denial'
  if (a.isDenial === b.isDenial && a.claim.polarity !== b.claim.polarity && !a.isDenial) return 'polarity'
  if (isState(a) !== isState(b) && a.claim.event !== b.claim.event) return 'state'
  const apart = daysApart(a.when, b.when)
  if (apart !== null && apart > 1) return 'time'
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

/** How things are, not what became of them: a line that carries most of a country's oil. */
function isState(statement: Statement): boolean {
  return statement.claim.event === 'transit' && statement.claim.modality === 'ongoing'
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
function areOneEncounter(a: Statement, b: Statement): boolean {
  const [talks, meeting] = a.claim.event === 'negotiation' ? [a, b] : [b, a]
  return meeting.claim.event === 'visit_or_meeting' && isUntopical(talks) && haveSameParties(a, b)
}

/** What a speaker asserts while denying something else of the same thing on the same day: it left, it does not survey. */
function isOtherSideOfDenial(a: Statement, b: Statement): boolean {
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

function speaksTheSame(a: Statement, b: Statement): boolean {
  return a.speaker.some((key) => b.speaker.includes(key))
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

function topics(statement: Statement): readonly Subject[] {
  return statement.subjects.filter(({ kind }) => kind === 'site' || kind === 'line' || kind === 'company')
}

interface Shared {
  readonly subject: Subject
  readonly weight: number
}

/** What both name, each thing once, with what it says. A relation says half of the thing itself. */
export function shared(a: Statement, b: Statement): readonly Shared[] {
  if (!touch(a, b)) return []
  const left = [...b.subjects]
  const found: Shared[] = []
  const take = (test: (x: Subject, y: Subject) => boolean, share: number): void => {
    for (const subject of a.subjects) {
      if (found.some((item) => item.subject === subject)) continue
      const index = left.findIndex((other) => test(subject, other))
      const other = left[index]
      if (!other) continue
      left.splice(index, 1)
      found.push({ subject, weight: share * Math.min(kindWeight[subject.kind], kindWeight[other.kind]) })
    }
  }
  take((x, y) => x.keys.some((key) => y.keys.includes(key)), 1)
  take((x, y) => standsBehind(x, y) || standsBehind(y, x), 0.75)
  take((x, y) => x.related.some((key) => y.related.includes(key)), 0.5)
  return found
}

/** Cheap, and false for most pairs of a large corpus. */
function touch(a: Statement, b: Statement): boolean {
  const [few, many] = a.touches.size < b.touches.size ? [a.touches, b.touches] : [b.touches, a.touches]
  for (const key of few) if (many.has(key)) return true
  return false
}

function standsBehind(x: Subject, y: Subject): boolean {
  return x.related.some((key) => y.keys.includes(key))
}

function evidenceOf(a: Statement, b: Statement): number {
  const common = shared(a, b)
  const areOneDenial = denyTheSame(a, b)
  if (common.length === 0 && !areOneDenial) return 0
  let evidence = common.reduce((sum, { weight }) => sum + weight, 0)
  const apart = daysApart(a.when, b.when)
  if (apart !== null)
    evidence += a.when.precision === 'day' && b.when.precision === 'day' ? dayBonus : spanBonus
  evidence += figureBonus * Math.min(figuresShared(a, b), 2)
  if (areOneDenial) evidence += denialBonus
  else if (speaksTheSame(a, b)) evidence += speakerBonus
  return evidence + bondOf(a, b) - doubtOf(a, b)
}

function figuresShared(a: Statement, b: Statement): number {
  return a.amounts.filter((x) => b.amounts.some((y) => agree(x, y, 0.01))).length
}

/** Two parties in common bind a meeting, an agreement or talks more than two countries bind a pipeline. */
function bondOf(a: Statement, b: Statement): number {
  if (!bilateral.has(a.claim.event) || !bilateral.has(b.claim.event)) return 0
  const other = b.parties
  return [...a.parties].filter((key) => other.has(key)).length >= 2 ? partiesBonus : 0
}

const certain = new Set(['happened', 'ongoing'])

function doubtOf(a: Statement, b: Statement): number {
  let doubt = daysApart(a.when, b.when) === null ? undatedDoubt : 0
  const [modalityA, modalityB] = [a.modality, b.modality]
  // A deal to come is another deal; a delivery to come may be the one that began.
  const isPlanOfAct = bilateral.has(a.claim.event) && bilateral.has(b.claim.event)
  if (certain.has(modalityA) !== certain.has(modalityB))
    doubt += isPlanOfAct || ![modalityA, modalityB].includes('announced_or_planned') ? 0.4 : 0.15
  if (
    !bilateral.has(a.claim.event) ||
    a.claim.event !== b.claim.event ||
    a.claim.event === 'visit_or_meeting'
  )
    return doubt
  const goods = (statement: Statement): string[] =>
    statement.subjects.filter(({ kind }) => kind === 'commodity').map(({ name }) => name)
  const [goodsA, goodsB] = [goods(a), goods(b)]
  const isOneSided = (goodsA.length === 0) !== (goodsB.length === 0)
  const areApart = goodsA.length > 0 && goodsB.length > 0 && !goodsA.some((name) => goodsB.includes(name))
  if (a.claim.event === 'negotiation') {
    doubt += isOneSided || areApart ? otherTopic : 0
    // Talks of two about a third are other talks than those of the two.
    doubt += a.parties.size === b.parties.size ? 0 : 0.15
  }
  // A deal told without its goods is mostly the headline of one told with them.
  if (a.claim.event === 'agreement') doubt += areApart ? otherTopic : isOneSided ? 0.05 : 0
  if (topics(a).length === 0 && topics(b).length === 0 && otherContext(a, b)) doubt += otherTopic
  return doubt
}

const contexts = new WeakMap<Statement['reading'], readonly string[]>()

/** Lines, sites and companies that a report names anywhere. */
function contextOf({ reading }: Statement): readonly string[] {
  const known = contexts.get(reading)
  if (known) return known
  const kinds = ['pipeline', 'station', 'terminal', 'port', 'company']
  const found = reading.entities.filter(({ type }) => kinds.includes(type)).map(({ canonical }) => canonical)
  contexts.set(reading, found)
  return found
}

/** Neither claim names a line or a company, and their reports are about different ones. */
function otherContext(a: Statement, b: Statement): boolean {
  const [mainA, mainB] = [contextOf(a), contextOf(b)]
  return mainA.length > 0 && mainB.length > 0 && !mainA.some((name) => mainB.includes(name))
}
