import type { Atlas } from '../atlas/atlas.ts'
import { holdsOn } from '../atlas/holds-on.ts'
import type { CalendarDate } from '../core/time.ts'
import { exposureOf, pricesOfTiers } from '../solve/answers/exposure.ts'
import type { Exposure, SolveResult } from '../solve/result.ts'

/** What owners and transit countries lose, with the owners that the atlas names for the day and the first step's price. */
export function measureExposure(of: {
  readonly atlas: Atlas
  readonly day: CalendarDate
  readonly base: SolveResult
  readonly run: SolveResult
}): readonly Exposure[] {
  const { atlas, day, base, run } = of
  const { network } = base
  const ownersOf = (asset: string) =>
    atlas.owners(asset, day).map(({ actor, share_pct }) => ({ actor, share: share_pct / 100 }))
  const ownedAs = (asset: string | null): string | undefined =>
    asset === null
      ? undefined
      : [asset, ...atlas.ancestors(asset).map(({ id }) => id)].find((id) => ownersOf(id).length > 0)
  const links = new Map<string, string[]>()
  for (const link of network.links) {
    const owned = ownedAs(link.asset)
    if (owned !== undefined) links.set(owned, [...(links.get(owned) ?? []), link.id])
  }
  const production = network.supplies.map((supply) => {
    const stated = atlas.tables.supply_actors
      .filter((row) => row.supply === supply.id && holdsOn(row, day))
      .map((row) => ({ actor: row.actor, share: row.share_pct / 100 }))
    const owned = stated.length > 0 ? undefined : ownedAs(supply.asset)
    return [supply.id, owned === undefined ? stated : ownersOf(owned)] as const
  })
  return exposureOf({
    network,
    base,
    run,
    carriage: [...links].map(([asset, ids]) => ({ links: ids, owners: ownersOf(asset) })),
    production: new Map(production),
    prices: pricesOfTiers(network),
  })
}
