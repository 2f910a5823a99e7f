import type { Atlas } from '../atlas/atlas.ts'
import { type CalendarDate, daysBetween, isoBounds } from '../core/time.ts'
import { assumptionOf, rangeOf } from './assumptions.ts'
import { claimedDurations, claimedEnds } from './claimed-numbers.ts'
import type { ClaimFacts, EventFacts } from './event-facts.ts'
import type { OutageTarget } from './outage-target.ts'
import type { Assumption } from './scenario.ts'

/** The run must outlast the slowest repair, and stay within what a belief about repair can mean. */
export const LONGEST_RUN_DAYS = 180

/** Days that an outage lasts, and what they rest on. */
export interface OutageDays {
  readonly low: number
  readonly central: number
  readonly high: number
  readonly assumption: Assumption
}

/** Days of an event told from one day to another, both included; null where it is not so told. */
export function toldStretch({ event }: EventFacts): number | null {
  const bounds = event.time?.includes('/') ? isoBounds(event.time) : null
  if (!bounds?.first || !bounds.last) return null
  const days = daysBetween(bounds.first, bounds.last) + 1
  // Two days are how a night is written, not how long a line stands still.
  return days > 2 && days <= LONGEST_RUN_DAYS ? days : null
}

interface DaysInput {
  readonly target: OutageTarget
  readonly facts: EventFacts
  readonly claims: readonly ClaimFacts[]
  readonly atlas: Atlas
  readonly start: CalendarDate
}

/**
 * How long an outage lasts: as told from day to day; as claimed, by length or by the day of its end; else as the atlas
 * has it for the asset; else the assumption for its kind.
 */
export function outageDays({ target, facts, claims, atlas, start }: DaysInput): OutageDays {
  const { name } = target
  const assumed = assumptionOf(atlas, premiseOf(target))
  const stretch = toldStretch(facts)
  if (stretch !== null) {
    const statement = `Days that ${name} stands still, from the first to the last day that the reports name`
    const because = facts.claims.map((claim) => claim.because)
    const range = { low: stretch, central: stretch, high: stretch }
    return { ...range, assumption: { ...assumed, ...range, statement, status: 'reported', because } }
  }
  const claimed = [...claimedDurations(claims), ...claimedEnds(claims, start, LONGEST_RUN_DAYS)]
  if (claimed.length > 0) {
    const low = Math.min(...claimed.map((range) => range.low))
    const high = Math.max(...claimed.map((range) => range.high))
    const who = [...new Set(claimed.map((range) => range.who))].join(', ')
    const because = claimed.map((range) => range.because)
    const statement = `Days until ${name} works again, as claimed by ${who}`
    const central = (low + high) / 2
    return {
      low,
      central,
      high,
      assumption: { ...assumed, statement, low, central, high, status: 'reported', because },
    }
  }
  const known = target.asset === null ? null : atlas.figure('assets', target.asset.id, 'duration', start)
  if (known !== null) {
    const range = { low: known.low ?? known.value, central: known.value, high: known.high ?? known.value }
    const statement = `Days until ${name} works again after damage`
    return {
      ...range,
      assumption: { ...assumed, ...range, statement, status: known.status, because: [known.because] },
    }
  }
  return { ...rangeOf(assumed), assumption: assumed }
}

/** What is assumed of the length where nobody states it. */
function premiseOf({ kind, asset }: OutageTarget): string {
  if (kind === 'border') return 'halt-days'
  if (kind === 'output') return 'cut-days'
  if (asset?.kind === 'station') return 'repair-days-station'
  return ['port', 'terminal', 'mooring'].includes(asset?.kind ?? '')
    ? 'repair-days-port'
    : 'repair-days-other'
}
