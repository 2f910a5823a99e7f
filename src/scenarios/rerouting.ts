import type { Atlas } from '../atlas/atlas.ts'
import type { Carrier } from '../atlas/tables.ts'
import { assumptionOf, rangeOf } from './assumptions.ts'
import type { Assumption } from './scenario.ts'

interface Band {
  readonly low: number
  readonly central: number
  readonly high: number
}

/** What becomes of cargoes that buyers refuse and that are sold to others, further away and cheaper. */
export interface Rerouting {
  /** What may be refused, before it, per day in the rate unit of the carrier. */
  readonly exposed: number
  /** What of that buyers do refuse. */
  readonly refused: Band
  /** Of what is refused, the part that reaches nobody in the mean of the run: on longer ways, or not loaded; 0 to 1. */
  readonly missing: Band
  /** How much cheaper it is sold, USD a barrel; null where no such figure is known. */
  readonly discount: Band | null
  readonly assumptions: readonly Assumption[]
  /** Who no longer buys, what comes to it by sea of the carrier from everybody, and where the amount is from. */
  readonly buyer?: {
    readonly name: string
    readonly landed: number
    readonly from: 'reports' | 'atlas' | 'shares'
  }
}

/**
 * A cargo that is `days` longer on its way is missing for as long, once: in the mean of a run of so many days
 * m = u + (1 - u) min(1, days / run), with u the share that is not loaded at all.
 */
export function reroutingOf(
  exposed: number,
  {
    atlas,
    carrier,
    run,
    obeyed = assumptionOf(atlas, 'refusal-obeyed'),
  }: {
    readonly atlas: Atlas
    readonly carrier: Carrier
    /** Days. */
    readonly run: number
    /** Share of it that is refused. */
    readonly obeyed?: Assumption
  },
): Rerouting {
  const voyage = assumptionOf(atlas, carrier === 'crude' ? 'refused-voyage-days' : 'refused-voyage-days-bulk')
  const unsold = assumptionOf(atlas, 'refused-unsold')
  const cheaper = carrier === 'crude' ? assumptionOf(atlas, 'refused-discount-crude') : null
  const [share, days, idle] = [rangeOf(obeyed), rangeOf(voyage), rangeOf(unsold)]
  const late = (u: number, longer: number): number => u + (1 - u) * Math.min(1, longer / run)
  return {
    exposed,
    refused: {
      low: share.low * exposed,
      central: share.central * exposed,
      high: share.high * exposed,
    },
    missing: {
      low: late(idle.low, days.low),
      central: late(idle.central, days.central),
      high: late(idle.high, days.high),
    },
    discount: cheaper === null ? null : rangeOf(cheaper),
    assumptions: [obeyed, voyage, unsold, ...(cheaper === null ? [] : [cheaper])],
  }
}

/** What reaches nobody in the mean of the run, per day. */
export function missingOf({ refused, missing }: Rerouting): Band {
  return {
    low: refused.low * missing.low,
    central: refused.central * missing.central,
    high: refused.high * missing.high,
  }
}
