import type { Atlas } from '../../atlas/atlas.ts'
import { rateUnits } from '../../atlas/figures.ts'
import type { Network } from '../../atlas/network.ts'
import type { Asset } from '../../atlas/tables.ts'
import type { Because } from '../../core/provenance.ts'
import { claimedCapacity } from '../claimed/claimed-losses.ts'
import { type ClaimFacts, refsOf } from '../event-facts.ts'
import type { OutageTarget } from '../target.ts'
import { unitsTold } from './units-told.ts'
import { wholeOf } from './whole-of-asset.ts'

type Part = Pick<OutageTarget, 'carrier' | 'carrying' | 'plants' | 'within'> &
  Partial<Pick<OutageTarget, 'name' | 'isUnit'>>

/**
 * An asset without a row of its own in the network as a part of what its zone, or its border, has of the kind: a
 * refinery of the zone's refining, a terminal of its liquefaction or regasification, a field or a gas plant of its
 * output, a power plant of its power, a cable of the interconnection, a port of what the zone ships or lands, a line to
 * the coast of what the zone brings up, a store of what can be drawn there. What it carries or gives, else its capacity, stands in the atlas or in the
 * reports; a metering station without either stands for all that crosses. Null where nothing of the kind is known.
 */
export function aggregateOf(
  asset: Asset,
  claims: readonly ClaimFacts[],
  { atlas, network }: { readonly atlas: Atlas; readonly network: Network },
): Part | null {
  const whole = wholeOf(asset, atlas, network)
  if (whole === null || !(whole.size > 0)) return null
  const unit = rateUnits[whole.carrier]
  const ofDay = (field: 'flow' | 'output' | 'capacity' | 'withdrawal') => {
    const figure = atlas.figure('assets', asset.id, field, network.as_of)
    return figure !== null && figure.unit === unit ? figure : null
  }
  const known =
    asset.kind === 'storage' ? ofDay('withdrawal') : (ofDay('flow') ?? ofDay('output') ?? ofDay('capacity'))
  const about = claims.filter((facts) => refsOf(facts, atlas).includes(`assets/${asset.id}`))
  const own: { value: number; because: Because } | null =
    known ?? claimedCapacity(about, { carrier: whole.carrier, unit })
  if (own === null && asset.kind === 'station') return whole
  if (own === null || !(own.value > 0)) return null
  const units = unitsTold(asset, about, { atlas, day: network.as_of })
  const size = own.value * (units?.share ?? 1)
  const share = Math.min(1, size / whole.size)
  const { partOf } = whole
  return {
    carrier: whole.carrier,
    carrying: whole.carrying,
    plants: whole.plants,
    ...(units === null ? {} : { name: units.name, ...(units.share < 1 ? { isUnit: true as const } : {}) }),
    ...(share < 1
      ? {
          within: {
            name: whole.name,
            share,
            because: [own.because, ...(units?.because ?? [])],
            ...(partOf === undefined ? {} : { partOf: { name: partOf.name, share: size / partOf.size } }),
          },
        }
      : {}),
  }
}
