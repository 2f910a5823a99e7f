import type { Atlas } from '../atlas/atlas.ts'
import type { Carrier } from '../atlas/tables.ts'
import { addDays, type CalendarDate, isoBounds, parseCalendarDate } from '../core/time.ts'
import type { ClaimFacts } from './event-facts.ts'

/** A day on which what is decided comes into force. */
interface Told {
  readonly day: CalendarDate
  readonly start: number
}

/**
 * The day from which claims say that something holds for a carrier, where it lies after the report: of several dates
 * the one that stands with the carrier ("LNG from January, pipeline gas from autumn"), of a transition its last step.
 * A deadline holds from the day after. Null where they name no day to come.
 */
export function effectiveDay(
  claims: readonly ClaimFacts[],
  carrier: Carrier,
  atlas: Atlas,
): CalendarDate | null {
  const days = claims.flatMap((facts) => {
    const told = daysToCome(facts)
    const own = ofCarrier(told, facts, carrier, atlas)
    return (own.length > 0 ? own : told).map(({ day }) => day)
  })
  return days.sort().at(-1) ?? null
}

function daysToCome({ claim, reading }: ClaimFacts): readonly Told[] {
  const published = parseCalendarDate(reading.published?.slice(0, 10) ?? '')
  const [from, to] = claim.span
  const mentions = reading.dates.filter(({ start, end }) => start >= from && end <= to)
  const isDeadline = claim.time?.startsWith('../') === true
  const told = mentions.flatMap(({ iso, start }): Told[] => {
    const day = iso === null ? null : dayOf(iso, isDeadline)
    return day === null ? [] : [{ day, start }]
  })
  const own = claim.time === null || told.length > 0 ? null : dayOf(claim.time, false)
  return [...told, ...(own === null ? [] : [{ day: own, start: from }])].filter(
    ({ day }) => published === null || day > published,
  )
}

function dayOf(iso: string, isDeadline: boolean): CalendarDate | null {
  const { first = null, last = null } = isoBounds(iso) ?? {}
  if (first === null || (isDeadline && last !== null)) return last === null ? null : addDays(last, 1)
  return first
}

/** Dates that follow the name of a carrier before another carrier is named. */
function ofCarrier(
  told: readonly Told[],
  { claim, reading }: ClaimFacts,
  carrier: Carrier,
  atlas: Atlas,
): readonly Told[] {
  const named = reading.entities
    .flatMap(({ atlas: ref, mentions }) =>
      ref?.startsWith('carriers/') && atlas.row(ref) !== undefined
        ? mentions.map(({ start }) => ({ ref, start }))
        : [],
    )
    .filter(({ start }) => start >= claim.span[0] && start < claim.span[1])
    .sort((a, b) => a.start - b.start)
  return told.filter(({ start }) => {
    const before = named.filter((one) => one.start < start).at(-1)
    return before?.ref === `carriers/${carrier}`
  })
}
