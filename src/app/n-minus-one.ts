import { CorridorError } from '../core/errors.ts'
import type { CalendarDate } from '../core/time.ts'
import { assumptionOf, centralOf } from '../scenarios/assumptions.ts'
import { type NMinusOne, nMinusOne } from '../solve/screen/n-minus-one.ts'
import { inputsOf } from '../solve/screen/n-minus-one-inputs.ts'
import { openNetwork } from './open-network.ts'

export interface NMinusOneOptions {
  readonly network: string | undefined
  readonly day: CalendarDate
  /** Zone ids, or country codes that stand for all their zones. */
  readonly area: readonly string[]
  /** D_max, GWh/d, where it is known. */
  readonly peakDemand: number | undefined
  /** D_eff, GWh/d. */
  readonly demandSide: number
}

export interface NMinusOneAnswer extends NMinusOne {
  readonly schema_version: '1'
  readonly as_of: CalendarDate
  readonly zones: readonly string[]
  readonly unit: 'gwh_d'
  readonly peak_demand: number
  readonly peak_demand_is: string
  /** Share of storage deliverability left at 30 %: of figures where there are some, else as assumed. */
  readonly deliverability_at_30: number
}

/** N-1 of Regulation (EU) 2017/1938 for an area of the atlas. Throws `name_not_found` for an unknown area. */
export function computeNMinusOne(options: NMinusOneOptions): NMinusOneAnswer {
  const atlas = openNetwork(options.network)
  const zones = options.area.flatMap((name) => {
    const found = atlas.tables.zones.filter((zone) => zone.id === name || zone.country === name.toUpperCase())
    if (found.length > 0) return found.map((zone) => zone.id)
    throw new CorridorError('name_not_found', `no zone "${name}": give the id of a zone or a country code`, {
      details: {
        suggestions: atlas.tables.zones
          .filter((zone) => zone.id.startsWith(name.slice(0, 2).toLowerCase()))
          .map((zone) => zone.id)
          .slice(0, 5),
      },
    })
  })
  const deliverabilityAt30 = centralOf(assumptionOf(atlas, 'storage-deliverability-30'))
  const inputs = inputsOf(atlas.networkAt(options.day), new Set(zones), {
    deliverabilityAt30,
    demandSide: options.demandSide,
    ...(options.peakDemand === undefined ? {} : { peakDemand: options.peakDemand }),
  })
  const found = nMinusOne(inputs)
  return {
    schema_version: '1',
    as_of: options.day,
    zones,
    unit: 'gwh_d',
    peak_demand: inputs.peakDemand,
    peak_demand_is:
      options.peakDemand !== undefined
        ? 'as given'
        : inputs.peakIsPublished
          ? 'highest day in the atlas (peak of the demand), or mean day of the highest month where none is: no more than that of a day once in twenty years'
          : 'mean day of the highest month in the atlas, under that of a day once in twenty years: the figure is an upper bound',
    deliverability_at_30: found.storage > 0 ? found.storageAt30 / found.storage : deliverabilityAt30,
    ...found,
  }
}
