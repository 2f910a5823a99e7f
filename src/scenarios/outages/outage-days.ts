import type { Atlas } from '../../atlas/atlas.ts'
import type { Because } from '../../core/provenance.ts'
import { type CalendarDate, daysBetween, isoBounds, MONDAY, weekdayOf } from '../../core/time.ts'
import { assumptionOf, rangeOf } from '../assumptions.ts'
import { claimedDurations, claimedEnds } from '../claimed/claimed-lengths.ts'
import { type ClaimedRange, whoSays } from '../claimed/claimed-range.ts'
import type { ClaimFacts, EventFacts } from '../event-facts.ts'
import type { Assumption } from '../scenario.ts'
import type { OutageTarget } from '../target.ts'
import { isForWorks } from '../topics.ts'
import { precedentClassOf } from './outage-class.ts'
import type { AskedWord } from './past-outages.ts'
import { precedentDays, precedentSpread } from './precedents.ts'

/** The run must outlast the slowest repair, and stay within what a belief about repair can mean. */
export const LONGEST_RUN_DAYS = 180

interface DaysRange {
  readonly low: number
  readonly central: number
  readonly high: number
}

/** Days that an outage lasts, and what they rest on. */
export interface OutageDays extends DaysRange {
  /** What of its first day it lasts, where it is shorter than one; 1 else. */
  readonly ofDay: DaysRange
  readonly assumption: Assumption
}

export const WHOLE_DAYS = { low: 1, central: 1, high: 1 }

/** Days of an event told from one day to another, both included; null where it is not so told. */
export function toldStretch({ event, claims }: EventFacts): number | null {
  const bounds = event.time?.includes('/') ? isoBounds(event.time) : null
  if (!bounds?.first || !bounds.last) return null
  const days = daysBetween(bounds.first, bounds.last) + 1
  // "It stopped this week" tells when, and not how long.
  if (event.modality === 'happened' && days === 7 && weekdayOf(bounds.first) === MONDAY) return null
  // Two days that have been are how a night is written, not how long a line stands still.
  const isAhead = claims.some(
    ({ reading }) => bounds.first !== null && isLater(bounds.first, reading.published),
  )
  return days > (isAhead ? 1 : 2) && days <= LONGEST_RUN_DAYS ? days : null
}

const isLater = (day: CalendarDate, published: string | null): boolean =>
  published !== null && day > published.slice(0, 10)

interface DaysInput {
  readonly target: OutageTarget
  readonly facts: EventFacts
  readonly claims: readonly ClaimFacts[]
  readonly atlas: Atlas
  readonly start: CalendarDate
  /** Nothing is broken: a supplier, a buyer or a state decided that nothing flows. */
  readonly isDecision: boolean
  /** What else the story tells: it may name the cause. */
  readonly story: readonly ClaimFacts[]
  /** Whether it is told to stand still; absent: it is. */
  readonly told?: AskedWord
}

/**
 * How long an outage lasts: as told from day to day; as claimed, by length or by the day of its end; else as the atlas
 * has it for the asset; else as past outages of its kind and cause did; else the assumption for its kind.
 */
export function outageDays(input: DaysInput): OutageDays {
  const { target, facts, claims, atlas, start, isDecision } = input
  const { name } = target
  const premise = isDecision ? decidedFor(target, facts) : premiseOf(target)
  // A strike cuts output without anybody who agreed on it for months.
  const of = precedentClassOf(input)
  const past =
    of === null || (premise === 'cut-days' && of.plant === 'deliveries')
      ? null
      : precedentDays(atlas, of, input.told)
  const assumed = target.lasts ?? past ?? assumptionOf(atlas, premise)
  const stretch = toldStretch(facts)
  // Work is planned from day to day; when a halt that is only announced will end, is a claim like others.
  const isAnnounced = stretch !== null && isDecision && facts.event.modality === 'announced_or_planned'
  if (stretch !== null && !isAnnounced) {
    const statement = `Days that ${name} stands still, from the first to the last day that the reports name`
    const because = facts.claims.map((claim) => claim.because)
    const range = { low: stretch, central: stretch, high: stretch }
    return {
      ...range,
      ofDay: WHOLE_DAYS,
      assumption: { ...assumed, ...range, statement, status: 'reported', because },
    }
  }
  const lengths = claimedDurations(claims)
  const ends = claimedEnds(claims, start, LONGEST_RUN_DAYS)
  const over = [lengths, ends]
    .map((told) => told.filter(({ isOver }) => isOver))
    .find(({ length }) => length > 0)
  if (over !== undefined) return daysThatWere(over, assumed, name)
  const claimed = [...lengths, ...ends, ...(isAnnounced ? announcedFor(facts, stretch) : [])]
  if (claimed.length > 0) {
    // "At least three weeks" is no less than that.
    const isWorks = facts.event.type === 'repair_or_restart' || claims.some(isForWorks)
    const isLeast = claimed.every((range) => range.isLeast === true)
    const counted = isLeast ? null : precedentSpread(atlas, isWorks)
    const premiseOfSpread = isLeast ? 'at-least-spread' : 'claimed-repair-spread'
    const spread = rangeOf(counted ?? assumptionOf(atlas, premiseOfSpread))
    const least = Math.min(...claimed.map((range) => range.low))
    const most = Math.max(...claimed.map((range) => range.high))
    // Nobody prolongs what is to end sooner.
    const low = within(least * (claimed.every((range) => range.isNewEnd === true) ? 1 : spread.low))
    // What is first said of a repair is too short more often than too long: half of the past ones took this long.
    const usual = past?.central ?? 0
    const high = within(Math.max(most * spread.high, usual))
    const who = [...new Set(claimed.map((range) => range.who))].join(', ')
    const because: Because[] = [
      ...claimed.map((range) => range.because),
      ...(counted?.because ?? [`assumption:${premiseOfSpread}` as const]),
    ]
    const statement = `Days until ${name} works again, as claimed by ${who}, and how far such words go wrong`
    const middle = ((least + most) / 2) * spread.central
    const central = within(middle)
    return {
      ...{ low, central, high },
      ofDay: { low: partOfDay(least * spread.low), central: partOfDay(middle), high: partOfDay(high) },
      assumption: { ...assumed, statement, low, central, high, status: 'reported', because },
    }
  }
  const months = monthsTold(facts)
  if (months !== null) {
    // What has fallen may go on falling; what is planned for a month is for that month.
    const isAhead = facts.event.modality === 'announced_or_planned'
    const high = isAhead ? months : Math.max(months, Math.min(LONGEST_RUN_DAYS, past?.high ?? months))
    const range = { low: months, central: months, high }
    const because = facts.claims.map((claim) => claim.because)
    const statement = `Days of the months of which the reports tell that ${name} sends less`
    return {
      ...range,
      ofDay: WHOLE_DAYS,
      assumption: { ...assumed, ...range, statement, status: 'reported', because },
    }
  }
  const known =
    target.asset === null || isDecision ? null : atlas.figure('assets', target.asset.id, 'duration', start)
  if (known !== null) {
    const range = { low: known.low ?? known.value, central: known.value, high: known.high ?? known.value }
    const statement = `Days until ${name} works again after damage`
    return {
      ...range,
      ofDay: WHOLE_DAYS,
      assumption: { ...assumed, ...range, statement, status: known.status, because: [known.because] },
    }
  }
  const range = rangeOf(assumed)
  return { ...inRun(range), assumption: assumed }
}

/** What works again was out for as long as the reports say. */
function daysThatWere(over: readonly ClaimedRange[], assumed: Assumption, name: string): OutageDays {
  const low = Math.min(...over.map((range) => range.low))
  const high = Math.max(...over.map((range) => range.high))
  const range = { low, central: (low + high) / 2, high }
  const statement = `Days that ${name} stood still, by what the reports tell of its return`
  const because = over.map((told) => told.because)
  return { ...inRun(range), assumption: { ...assumed, ...range, statement, status: 'reported', because } }
}

/** Days of three cases in a run, which counts by the day: of less than a day that part of it is lost. */
function inRun({ low, central, high }: DaysRange): Omit<OutageDays, 'assumption'> {
  return {
    ...{ low: within(low), central: within(central), high: within(high) },
    ofDay: { low: partOfDay(low), central: partOfDay(central), high: partOfDay(high) },
  }
}

/** No end leaves the run: of "two years" all that a run can show is that it does not come back. */
const within = (days: number): number => Math.min(LONGEST_RUN_DAYS, Math.max(1, days))

const partOfDay = (days: number): number => Math.min(1, days)

/** Days of the month or quarter of which reports tell a cut: "will send 10 % less in December"; null where they tell none. */
function monthsTold({ event }: EventFacts): number | null {
  const isOfMonths =
    event.type === 'supply_change' && /^\d{4}-\d{2}(?:\/\d{4}-\d{2})?$/u.test(event.time ?? '')
  const bounds = isOfMonths && event.time !== null ? isoBounds(event.time) : null
  if (!bounds?.first || !bounds.last) return null
  const days = daysBetween(bounds.first, bounds.last) + 1
  return days <= LONGEST_RUN_DAYS ? days : null
}

/** The days of a halt that is announced from one day to another, as its claims' word. */
function announcedFor({ claims }: EventFacts, days: number): readonly ClaimedRange[] {
  return claims
    .slice(0, 1)
    .map((told) => ({ low: days, high: days, because: told.because, who: whoSays(told) }))
}

/** A cut of output is agreed for months; a halt may end with the dispute behind it. */
function decidedFor({ kind }: OutageTarget, { event }: EventFacts): string {
  return kind === 'output' && event.type !== 'supply_halt' ? 'cut-days' : 'halt-days-decision'
}

/** What is assumed of the length of a repair where nobody states it. */
function premiseOf({ kind, asset, carrier }: OutageTarget): string {
  if (kind !== 'asset') return 'repair-days-other'
  const isGas = carrier === 'gas' || carrier === 'lng'
  switch (asset?.kind) {
    case 'station':
      return 'repair-days-station'
    case 'terminal':
    case 'port':
    case 'mooring':
      return isGas ? 'repair-days-lng' : 'repair-days-port'
    case 'pipeline':
    case 'route':
      return 'repair-days-pipeline'
    case 'interconnector':
      return 'repair-days-cable'
    default:
      return isGas && asset?.carrier === 'lng' ? 'repair-days-lng' : 'repair-days-other'
  }
}
