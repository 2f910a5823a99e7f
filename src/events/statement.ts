import type { Claim, EventType, Modality, Quantity, Reading } from '../claims/claim.ts'
import { addDays, type CalendarDate, daysBetween, isoBounds, parseCalendarDate } from '../core/time.ts'
import { convert, parseUnit } from '../core/units.ts'
import { nameKey, type SeenEntity, type Subject } from './subjects.ts'

/** When a claim places its happening. */
export interface When {
  readonly first: CalendarDate | null
  readonly last: CalendarDate | null
  /** `day`: at most four days are named; `span`: a longer time is; `window`: guessed from the publication. */
  readonly precision: 'day' | 'span' | 'window' | 'unknown'
}

export interface Amount {
  /** Base unit of its dimension: values of one base can be compared. */
  readonly base: string
  readonly values: readonly number[]
  readonly quantity: Quantity
}

/** A claim with what is needed to compare it with claims of other reports. */
export interface Statement {
  /** `REPORT/CLAIM`: orders everything, so that the order of input changes nothing. */
  readonly key: string
  readonly reading: Reading
  readonly claim: Claim
  readonly subjects: readonly Subject[]
  /** Every key of the subjects and of what they are related to: nothing shared without one in common. */
  readonly touches: ReadonlySet<string>
  /** Countries that it names or that its persons, organisations and capitals stand for. */
  readonly parties: ReadonlySet<string>
  readonly when: When
  readonly amounts: readonly Amount[]
  /** As claimed, but planned where the time lies ahead of the report. */
  readonly modality: Modality
  readonly isDenial: boolean
  /** Keys of the named speaker; empty where nobody is named. */
  readonly speaker: readonly string[]
}

/** Days before publication in which a report without a date puts what happened, and after it what is planned. */
const recentDays = 7
const aheadDays = 120

export function toStatement(
  reading: Reading,
  claim: Claim,
  fold: (name: string, entity?: SeenEntity) => Subject,
): Statement {
  const entities = new Map(reading.entities.map((entity) => [entity.canonical, entity]))
  const named = [...new Set([...claim.assets, ...claim.assets_implied])]
  const speaker = claim.speaker === null ? null : fold(claim.speaker, entities.get(claim.speaker))
  const isNamed = claim.speaker_named && speaker !== null
  const subjects = named.map((name) => ({ ...fold(name, entities.get(name)), name }))
  return {
    key: `${reading.id}/${claim.id}`,
    reading,
    claim,
    subjects,
    touches: new Set(subjects.flatMap(({ keys, related }) => [...keys, ...related])),
    parties: partiesOf(subjects),
    when: whenOf(claim, reading),
    amounts: amountsOf(reading, claim),
    modality: modalityOf(claim, reading.published),
    isDenial: claim.modality === 'denied',
    speaker: isNamed
      ? [...speaker.keys, ...(speaker.kind === 'person' ? [] : speaker.related), nameKey(claim.speaker ?? '')]
      : [],
  }
}

function partiesOf(subjects: readonly Subject[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const subject of subjects) {
    if (subject.kind === 'country') found.add(subject.keys[0] ?? subject.name)
    if (subject.kind === 'person' || subject.kind === 'organisation' || subject.kind === 'place')
      for (const key of subject.related) found.add(key)
  }
  return found
}

function whenOf(claim: Claim, reading: Reading): When {
  const { published } = reading
  const bounds = claim.time === null ? null : isoBounds(claim.time)
  const day = published === null ? null : parseCalendarDate(published.slice(0, 10))
  // An agreement that was made does not lie ahead: such a time is that of what was agreed.
  const isOfContent =
    ofContent.has(claim.event) && claim.modality === 'happened' && isAhead(bounds?.first ?? null, published)
  if (
    bounds &&
    !isOfContent &&
    !isOnlyOfReport(claim, reading) &&
    (bounds.first !== null || bounds.last !== null)
  ) {
    const isShort = bounds.first !== null && bounds.last !== null && bounds.last <= addDays(bounds.first, 3)
    return { ...bounds, precision: isShort ? 'day' : 'span' }
  }
  if (day === null) return { first: null, last: null, precision: 'unknown' }
  return {
    first: addDays(day, -recentDays),
    last: looksAhead(claim) ? addDays(day, aheadDays) : addDays(day, 1),
    precision: 'window',
  }
}

/** The day of the report itself, with no date in the words of the claim: when it was told, not when it was. */
function isOnlyOfReport(claim: Claim, { published, dates }: Reading): boolean {
  const [start, end] = claim.span
  return claim.time === published && !dates.some((date) => date.start < end && date.end > start)
}

const ofContent = new Set<EventType>(['agreement', 'negotiation', 'visit_or_meeting'])
const plans = new Set<EventType>([
  'construction',
  'investment_or_loan',
  'supply_start',
  'discovery_or_drilling',
])
const open = new Set<Modality>(['announced_or_planned', 'possible', 'conditional'])

function looksAhead(claim: Claim): boolean {
  return open.has(claim.modality) || plans.has(claim.event)
}

function isAhead(first: CalendarDate | null, published: string | null): boolean {
  const day = published === null ? null : parseCalendarDate(published.slice(0, 10))
  return first !== null && day !== null && first > addDays(day, 1)
}

/** What lies ahead of the report has not happened, whatever tense the report tells it in. */
function modalityOf(claim: Claim, published: string | null): Modality {
  const first = claim.time === null ? null : (isoBounds(claim.time)?.first ?? null)
  const isToCome = isAhead(first, published) && !ofContent.has(claim.event)
  return isToCome && (claim.modality === 'happened' || claim.modality === 'ongoing')
    ? 'announced_or_planned'
    : claim.modality
}

function amountsOf(reading: Reading, claim: Claim): Amount[] {
  const byId = new Map(reading.quantities.map((quantity) => [quantity.id, quantity]))
  return claim.quantities.flatMap((id): Amount[] => {
    const quantity = byId.get(id)
    return quantity ? [amountOf(quantity)] : []
  })
}

const bases: Readonly<Record<string, string>> = {
  mass: 't',
  volume: 'm3',
  barrels: 'bbl',
  energy: 'MWh',
  time: 'day',
  length: 'm',
  area: 'm2',
  usd: 'USD',
  eur: 'EUR',
  ratio: '%',
  count: 'count',
}

/** Sizes only: a fall of 30 % and a change of -30 % are one figure. */
function amountOf(quantity: Quantity): Amount {
  const given = typeof quantity.value === 'number' ? [quantity.value] : quantity.value
  const parsed = parseUnit(quantity.unit)
  const top = parsed ? bases[parsed.top] : undefined
  const bottom = parsed?.bottom ? `/${bases[parsed.bottom] ?? ''}` : ''
  const base = top === undefined ? quantity.unit : `${top}${bottom}`
  const values = given.map((value) => {
    if (!Number.isFinite(value)) return value
    return Math.abs(convert(value, quantity.unit, base)?.value ?? value)
  })
  return { base, values, quantity }
}

/** Whether two amounts agree within `tolerance` of the larger, bounds and ranges respected. */
export function agree(a: Amount, b: Amount, tolerance: number): boolean {
  if (a.base !== b.base) return false
  const [lowA, highA] = reach(a)
  const [lowB, highB] = reach(b)
  const slack = tolerance * Math.max(...a.values, ...b.values)
  return lowA <= highB + slack && lowB <= highA + slack
}

/** Figures of one dimension further apart than this factor are of different things: a month's volume and a year's. */
const comparable = 3

/** Whether two amounts of one dimension may be of one thing at all. */
export function areComparable(a: Amount, b: Amount): boolean {
  const [x, y] = [Math.max(...a.values), Math.max(...b.values)]
  return x <= comparable * y && y <= comparable * x
}

function reach(amount: Amount): [number, number] {
  const [low, high] = [Math.min(...amount.values), Math.max(...amount.values)]
  // Of a change from one value to another the new value is the figure.
  if (amount.quantity.kind === 'from_to') {
    const target = amount.values.at(-1) ?? high
    return [target, target]
  }
  switch (amount.quantity.qualifier) {
    case 'more_than':
    case 'at_least':
      return [low, Number.POSITIVE_INFINITY]
    case 'less_than':
    case 'at_most':
      return [0, high]
    default:
      return [low, high]
  }
}

/** Days between two times: 0 where they overlap, null where one is not known. */
export function daysApart(a: When, b: When): number | null {
  if (a.precision === 'unknown' || b.precision === 'unknown') return null
  const gap = (from: CalendarDate | null, to: CalendarDate | null): number =>
    from === null || to === null ? Number.NEGATIVE_INFINITY : daysBetween(from, to)
  return Math.max(0, gap(a.last, b.first), gap(b.last, a.first))
}
