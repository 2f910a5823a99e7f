import type { Atlas } from '../atlas/atlas.ts'
import { rateUnits } from '../atlas/figures.ts'
import type { NetworkStore } from '../atlas/network.ts'
import type { Asset } from '../atlas/tables.ts'
import type { Because } from '../core/provenance.ts'
import type { CalendarDate } from '../core/time.ts'
import { assetsOf, type EventFacts } from './event-facts.ts'
import { assetRow } from './network-parts.ts'

/** A store as a part of the stores that the network has in its zone. */
export interface StoreSite {
  readonly name: string
  /** Of the volume of those stores, 0 to 1. */
  readonly share: number
  readonly because: Because
}

/** The one store that an event names by itself; null where it names none, or several. */
export function siteNamed(facts: EventFacts, atlas: Atlas): Asset | null {
  const [only, second] = assetsOf(facts).flatMap((id) => {
    const asset = assetRow(atlas, id)
    return asset?.kind === 'storage' ? [asset] : []
  })
  return second === undefined ? (only ?? null) : null
}

/** How much of the stores of its zone a site is, by volume; null where the atlas does not have its volume. */
export function siteWithin(
  site: Asset,
  stores: readonly NetworkStore[],
  { atlas, day }: { readonly atlas: Atlas; readonly day: CalendarDate },
): StoreSite | null {
  const volume = atlas.figure('assets', site.id, 'volume', day)
  const whole = stores.reduce((sum, store) => sum + store.volume.value, 0)
  if (volume === null || site.carrier === '' || !(whole > 0)) return null
  if (volume.unit !== rateUnits[site.carrier].replace(/_d$/u, '')) return null
  return { name: site.name, share: Math.min(1, volume.value / whole), because: volume.because }
}
