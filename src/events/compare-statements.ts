import type { EventType } from '../claims/claim.ts'
import { figuresShared, shared, speaksTheSame, touch } from './shared-subjects.ts'
import { daysApart, type Statement } from './statement.ts'
import { areOneEncounter, bilateral, isOtherSideOfDenial, physical, topics, vetoOf } from './vetoes.ts'

/** What speaks for and against two claims being of one happening. */
export interface Comparison {
  /** Evidence less the threshold for these two types: 0 and more says one happening. */
  readonly margin: number
  /** Why they cannot be one, whatever speaks for it; null where nothing forbids it. */
  readonly veto: string | null
}

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
  ['agreement', 'supply_change'],
  ['agreement', 'supply_start'],
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

/** "Deliveries to the country have stopped", told by two reports on one line. */
const contextBonus = 0.25
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
  return isNear || areOneMaintenance(a, b) || areOneMaintenance(b, a) ? nearType + within : null
}

/** Works over a stretch of days and the halt for them: "stopped from the 3rd, back on the 10th". */
function areOneMaintenance(works: Statement, halt: Statement): boolean {
  const { first, last, precision } = works.when
  return (
    works.claim.event === 'repair_or_restart' &&
    halt.claim.event === 'supply_halt' &&
    works.claim.time !== null &&
    (precision === 'day' || precision === 'span') &&
    first !== null &&
    last !== null &&
    first < last
  )
}

function evidenceOf(a: Statement, b: Statement): number {
  const common = shared(a, b)
  const areOneDenial = denyTheSame(a, b)
  if (common.length === 0 && !areOneDenial) return 0
  let evidence = common.reduce((sum, { weight }) => sum + weight, 0)
  const apart = daysApart(a.when, b.when)
  if (apart !== null) evidence += areOnOneDay(a, b) ? dayBonus : spanBonus
  evidence += figureBonus * Math.min(figuresShared(a, b), 2)
  if (areOneDenial) evidence += denialBonus
  else if (speaksTheSame(a, b)) evidence += speakerBonus
  if (haveOneContext(a, b)) evidence += contextBonus
  return evidence + bondOf(a, b) - doubtOf(a, b)
}

/** Both name a day, or stretches that begin or end on one day. */
function areOnOneDay({ when: a }: Statement, { when: b }: Statement): boolean {
  if (a.precision === 'day' && b.precision === 'day') return true
  const areNamed = [a, b].every(({ precision }) => precision === 'day' || precision === 'span')
  const isOne = (x: string | null, y: string | null): boolean => x !== null && x === y
  return areNamed && (isOne(a.first, b.first) || isOne(a.last, b.last))
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

/** Claims of one kind of physical happening that leave out the line or site which both their reports are about. */
function haveOneContext(a: Statement, b: Statement): boolean {
  if (a.claim.event !== b.claim.event || !physical.has(a.claim.event)) return false
  if (a.reading.id === b.reading.id || a.isDenial !== b.isDenial) return false
  const isOpen = (statement: Statement): boolean =>
    !statement.subjects.some(({ kind }) => kind === 'line' || kind === 'site')
  if (!isOpen(a) && !isOpen(b)) return false
  const other = contextOf(b)
  return contextOf(a).some((name) => other.includes(name))
}

/** Neither claim names a line or a company, and their reports are about different ones. */
function otherContext(a: Statement, b: Statement): boolean {
  const [mainA, mainB] = [contextOf(a), contextOf(b)]
  return mainA.length > 0 && mainB.length > 0 && !mainA.some((name) => mainB.includes(name))
}
