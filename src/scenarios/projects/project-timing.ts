import type { Atlas } from '../../atlas/atlas.ts'
import { addDays, type CalendarDate, daysBetween, isoBounds, parseCalendarDate } from '../../core/time.ts'
import { assumptionOf, rangeOf } from '../assumptions.ts'
import type { EventFacts } from '../event-facts.ts'
import type { Assumption } from '../scenario.ts'
import { isOf, speaksOf, standing } from '../topics.ts'

const YEAR = 365

/** When something new first gives: at the earliest, as usual, and at the latest of the cases taken. */
export interface ProjectTiming {
  readonly early: CalendarDate
  readonly usual: CalendarDate
  readonly late: CalendarDate
  readonly premises: readonly Assumption[]
}

/** Whether reports tell that something new has begun to work: "entered commercial operation", and nothing that comes back. */
export function hasBegun({ event, claims }: EventFacts): boolean {
  return (
    event.type === 'supply_start' &&
    (event.modality === 'happened' || event.modality === 'ongoing') &&
    !claims.some((claim) => speaksOf(claim, 'resume'))
  )
}

/** The day on which the reports of an event tell it; null where none is dated. */
export function toldOn({ claims }: EventFacts): CalendarDate | null {
  return (
    claims
      .flatMap(({ reading }) => parseCalendarDate(reading.published?.slice(0, 10) ?? '') ?? [])
      .sort()[0] ?? null
  )
}

/**
 * When it first gives: on the day on which it began; within the time that reports tell, late by the premise on overruns; else
 * after the lead time of its kind, a premise.
 */
export function projectTiming(
  facts: EventFacts,
  of: { readonly start: CalendarDate; readonly lead: Assumption; readonly atlas: Atlas },
): ProjectTiming {
  const { lead, atlas } = of
  const start = decidedOn(facts, of.start)
  if (hasBegun(facts)) return { early: start, usual: start, late: start, premises: [] }
  const years = rangeOf(lead)
  const after = (count: number): CalendarDate => addDays(start, Math.round(count * YEAR))
  const told = timeTold(facts, start)
  if (told === null)
    return { early: after(years.low), usual: after(years.central), late: after(years.high), premises: [lead] }
  const overrun = assumptionOf(atlas, 'project-overrun')
  const over = rangeOf(overrun)
  const left = daysBetween(start, told.last) / YEAR
  // "By 2028": before it no sooner than the fastest of its kind.
  const soonest = told.first === null ? Math.min(left, years.low) : daysBetween(start, told.first) / YEAR
  const asTold: Assumption = {
    id: 'told-start',
    statement: 'Years to what it first gives: as the reports tell it, late by the premise on overruns',
    low: soonest,
    central: left * (1 + over.central),
    high: left * (1 + over.high),
    unit: 'year',
    status: 'reported',
    because: facts.claims.map((claim) => claim.because),
  }
  const { low, central, high } = rangeOf(asTold)
  return { early: after(low), usual: after(central), late: after(high), premises: [asTold, overrun] }
}

/** "Decided on today, first cargo in 2029": what is decided is so by the day on which it is told. */
function decidedOn(facts: EventFacts, start: CalendarDate): CalendarDate {
  const told = toldOn(facts)
  const isDecided =
    facts.event.modality !== 'announced_or_planned' || facts.event.type === 'investment_or_loan'
  return isDecided && told !== null && told < start && standing(facts).some((claim) => isOf(claim, 'decided'))
    ? told
    : start
}

/** The time to come in which the reports say that it first gives, of works that by which they end; null where none is told. */
function timeTold(
  facts: EventFacts,
  start: CalendarDate,
): { readonly first: CalendarDate | null; readonly last: CalendarDate } | null {
  const { event } = facts
  const bounds = event.time === null ? null : isoBounds(event.time)
  const last = bounds?.last ?? bounds?.first ?? null
  if (bounds === null || last === null || last <= start) return null
  const isDeadline = bounds.first === null
  // "Work begins in 2026" is no first output.
  const isOfOutput = event.type === 'supply_start' || event.type === 'other' || isDeadline
  if (!isOfOutput || standing(facts).some((claim) => isOf(claim, 'late'))) return null
  return { first: bounds.first === null || bounds.first > start ? bounds.first : start, last }
}
