import type { EventType } from '../claims/claim.ts'
import { addDays } from '../core/time.ts'
import { compareStatements } from './compare-statements.ts'
import type { Event } from './event.ts'
import { daysFromTo, type Happening, storyDays } from './happening.ts'
import { shared } from './shared-subjects.ts'
import type { Statement } from './statement.ts'

export type EventLink = Event['links'][number]

/** Days before a denial, and after it, in which what it denies may lie: it may be a plan. */
const denialReach = 14
const denialAhead = 120
/** Days within which a loss of supply is put down to an outage on the same line. */
const causeReach = 3

const losses = new Set<EventType>(['supply_halt', 'supply_change'])
const failures = new Set<EventType>(['outage_or_attack', 'supply_halt'])
/** Whoever denies a delivery denies its start, its passage and the deal alike. */
const deliveries = new Set<EventType>([
  'supply_start',
  'supply_change',
  'transit',
  'agreement',
  'statement',
  'other',
])
const talks = new Set<EventType>(['visit_or_meeting', 'negotiation'])

/**
 * What one event is to another, told of the later or denying one: `denies` what it denies, `causes` a loss
 * on the same line within days, `follows` the failure that a repair mends or the talks that an agreement
 * ends. These are readings of type, place and time; the claims themselves stand beside them.
 */
export function linkOf(from: Happening, to: Happening): EventLink | null {
  if (from.id === to.id) return null
  if (denies(from, to)) return { event: to.id, kind: 'denies' }
  if (isDenied(from) || isDenied(to)) return null
  if (causes(from, to)) return { event: to.id, kind: 'causes' }
  if (follows(from, to)) return { event: to.id, kind: 'follows' }
  return null
}

function isDenied(happening: Happening): boolean {
  return happening.statements.every((statement) => statement.isDenial)
}

function denies(from: Happening, to: Happening): boolean {
  if (isDenied(to)) return false
  return from.statements.some(
    (denial) =>
      denial.isDenial &&
      to.statements.some((claimed) => compareStatements(asAsserted(denial, claimed), claimed).margin >= 0),
  )
}

/** What the denial denies, as if it were claimed: comparable with the claim itself. */
function asAsserted(denial: Statement, claimed: Statement): Statement {
  const { polarity } = claimed.claim
  const isOfDelivery = deliveries.has(denial.claim.event) && deliveries.has(claimed.claim.event)
  const first = denial.when.first === null ? null : addDays(denial.when.first, -denialReach)
  const last = denial.when.last === null ? null : addDays(denial.when.last, denialAhead)
  return {
    ...denial,
    isDenial: false,
    modality: claimed.modality,
    claim: {
      ...denial.claim,
      polarity,
      event: isOfDelivery ? claimed.claim.event : denial.claim.event,
    },
    when: { first, last, precision: denial.when.precision === 'unknown' ? 'unknown' : 'span' },
  }
}

function causes(from: Happening, to: Happening): boolean {
  if (from.described.type !== 'outage_or_attack' || !losses.has(to.described.type)) return false
  const days = daysFromTo(from, to)
  const isNear = days === null ? reportsShared(from, to) : days >= 0 && days <= causeReach
  return isNear && onOneLine(from, to)
}

function follows(from: Happening, to: Happening): boolean {
  const days = daysFromTo(to, from)
  const isAfter = days === null ? reportsShared(from, to) : days >= 0 && days <= storyDays
  if (!isAfter) return false
  if (from.described.type === 'repair_or_restart' && failures.has(to.described.type))
    return onOneLine(from, to)
  if (from.described.type === 'agreement' && talks.has(to.described.type))
    return (days === null || days <= causeReach) && partiesShared(from, to)
  return false
}

function reportsShared(a: Happening, b: Happening): boolean {
  return a.statements.some((x) => b.statements.some((y) => x.reading.id === y.reading.id))
}

/** Both are about one line or site, or one about a station of the other's line. */
export function onOneLine(a: Happening, b: Happening): boolean {
  const ofB = lineKeys(b)
  for (const key of lineKeys(a)) if (ofB.has(key)) return true
  return false
}

const lineKeysOf = new WeakMap<Happening, ReadonlySet<string>>()

function lineKeys(happening: Happening): ReadonlySet<string> {
  const known = lineKeysOf.get(happening)
  if (known) return known
  const found = new Set(
    happening.statements
      .flatMap((statement) => statement.subjects)
      .filter((subject) => subject.kind === 'site' || subject.kind === 'line')
      .flatMap((subject) => [...subject.keys, ...subject.related.filter((key) => key.startsWith('assets/'))]),
  )
  lineKeysOf.set(happening, found)
  return found
}

function partiesShared(a: Happening, b: Happening): boolean {
  return a.statements.some((x) =>
    b.statements.some(
      (y) =>
        shared(x, y).filter(({ subject }) => subject.kind === 'country' || subject.kind === 'person')
          .length >= 2,
    ),
  )
}
