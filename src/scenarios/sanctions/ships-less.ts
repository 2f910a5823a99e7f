import type { NetworkLink } from '../../atlas/network.ts'
import type { Because } from '../../core/provenance.ts'
import type { CalendarDate } from '../../core/time.ts'
import { flowOf } from '../network-parts.ts'
import { missingOf, type Rerouting } from '../rerouting.ts'
import type { Shock } from '../scenario.ts'

interface Ships {
  readonly rerouting: Rerouting
  /** What of a link's flow is exposed, in the unit of the carrier. */
  readonly theirs: (link: NetworkLink) => number
  readonly start: CalendarDate
  readonly because: readonly Because[]
  readonly unit: string
}

/**
 * What each route carries less while refused cargoes are on longer ways, or not loaded: its flow less its part of what is
 * missing in the mean of the run.
 */
export function shipsLess(
  links: readonly NetworkLink[],
  { rerouting, theirs, start, because, unit }: Ships,
): readonly Shock[] {
  const { exposed } = rerouting
  const missing = missingOf(rerouting)
  return links.flatMap((link): Shock[] => {
    const own = theirs(link)
    if (!(own > 0) || !(exposed > 0)) return []
    const left = (lost: number): number => Math.max(0, flowOf([link]) - (lost * own) / exposed)
    return [
      {
        asset: `links/${link.id}`,
        field: 'capacity',
        low: left(missing.high),
        central: left(missing.central),
        // Where nobody refuses, the route has all that it can carry: its flow would bind what swings with the season.
        high: missing.low > 0 ? left(missing.low) : (link.capacity?.value ?? flowOf([link])),
        unit: missing.low > 0 ? unit : (link.capacity?.unit ?? unit),
        from: start,
        to: null,
        status: 'estimated',
        because: [...because, ...rerouting.assumptions.map(({ id }): Because => `assumption:${id}`)],
      },
    ]
  })
}
