import type { Atlas } from '../../atlas/atlas.ts'
import { assumptionOf } from '../assumptions.ts'
import type { Assumption } from '../scenario.ts'
import { LONGEST_RUN_DAYS } from './outage-days.ts'
import { MEAN_DAYS, type PrecedentCause } from './past-outages.ts'

/** Days over which what is lost comes back in the three cases, and the premise they rest on. */
export interface ReturnDays {
  readonly days: { readonly low: number; readonly central: number; readonly high: number }
  readonly assumption: Assumption
}

/** What broke is mended part by part, what weather shut is opened part by part; what people stop opens at once. */
const premises: Partial<Readonly<Record<PrecedentCause, string>>> = {
  attack: 'return-share-repair',
  fault: 'return-share-repair',
  war: 'return-share-repair',
  storm: 'return-share-weather',
  frost: 'return-share-weather',
  weather: 'return-share-weather',
  quake: 'return-share-weather',
}

/** A shorter return is over within the day. */
const SHORTEST = 1

/**
 * Over how many days an outage that lasts `days` comes back (docs/model.md, recovery): w on either side of its end, with
 * w = min(share · days, |28 - days|), so that the mean of 28 days is that of one that ends at once. Null where it does.
 */
export function returnDays(
  atlas: Atlas,
  cause: PrecedentCause | null,
  days: { readonly low: number; readonly central: number; readonly high: number },
): ReturnDays | null {
  const premise = cause === null ? undefined : premises[cause]
  if (premise === undefined) return null
  const assumption = assumptionOf(atlas, premise)
  const share = assumption.central ?? 0
  const over = (lasts: number): number => {
    const whole = Math.max(1, Math.round(lasts))
    const both = 2 * Math.min(share * whole, Math.abs(MEAN_DAYS - whole))
    // What is not back within the run does not come back in it.
    return both < SHORTEST || whole >= LONGEST_RUN_DAYS ? 0 : both
  }
  const of = { low: over(days.low), central: over(days.central), high: over(days.high) }
  return Math.max(of.low, of.central, of.high) > 0 ? { days: of, assumption } : null
}
