import type { Atlas } from '../../atlas/atlas.ts'
import type { Asset } from '../../atlas/tables.ts'
import type { Because } from '../../core/provenance.ts'
import type { CalendarDate } from '../../core/time.ts'
import { assumptionOf, centralOf, rangeOf } from '../assumptions.ts'
import type { ClaimedRange } from '../claimed/claimed-range.ts'
import { mixtureQuantile } from '../mixture.ts'
import type { CapacityBelief } from '../question.ts'
import type { Assumption } from '../scenario.ts'
import type { OutageSize } from '../target.ts'
import {
  capacityWithDragReducer,
  capacityWithHeadRedistributed,
  capacityWithoutCountermeasure,
} from './station-hydraulics.ts'

interface StationInput {
  readonly asset: Asset
  readonly falls: readonly ClaimedRange[]
  readonly atlas: Atlas
  readonly start: CalendarDate
}

/** Number of stations of the line that an asset is or belongs to; null where none is published. */
export function stationsOfLine({ asset, atlas, start }: StationInput): number | null {
  for (const line of [asset, ...atlas.ancestors(asset.id)]) {
    const count = atlas.figure('assets', line.id, 'stations', start)
    if (count !== null && count.value >= 2) return Math.round(count.value)
  }
  return null
}

/** The declared mixture of MODEL: no countermeasure, head redistributed, drag reducer, and each stated figure. */
export function sizeOfStation({ falls, atlas, asset }: StationInput, stations: number): OutageSize {
  const exponent = assumptionOf(atlas, 'friction-exponent')
  const drag = assumptionOf(atlas, 'drag-reduction')
  const weights = {
    none: assumptionOf(atlas, 'station-none-weight'),
    head: assumptionOf(atlas, 'station-head-weight'),
    drag: assumptionOf(atlas, 'station-drag-weight'),
    claim: assumptionOf(atlas, 'station-claim-weight'),
  }
  const m = rangeOf(exponent)
  const d = rangeOf(drag)
  const hydraulics = (weight: Assumption, label: string, from: number, to: number): CapacityBelief => ({
    weight: centralOf(weight),
    low: Math.min(from, to),
    high: Math.max(from, to),
    label,
    because: [...exponent.because, ...weight.because],
  })
  const beliefs: CapacityBelief[] = [
    hydraulics(
      weights.none,
      'nothing makes up for the station',
      capacityWithoutCountermeasure(m.high),
      capacityWithoutCountermeasure(m.low),
    ),
    hydraulics(
      weights.head,
      `the other ${stations - 1} of ${stations} stations take over its head`,
      capacityWithHeadRedistributed(stations, m.low),
      capacityWithHeadRedistributed(stations, m.high),
    ),
    hydraulics(
      weights.drag,
      'drag reducer is dosed in the double span',
      capacityWithDragReducer(d.low, m.high),
      capacityWithDragReducer(d.high, m.high),
    ),
    ...falls.map((fall) => ({
      weight: centralOf(weights.claim) / falls.length,
      low: 1 - fall.high,
      high: 1 - fall.low,
      label: `capacity as claimed by ${fall.who}`,
      because: [fall.because as Because, ...weights.claim.because],
    })),
  ]
  const line = atlas.ancestors(asset.id)[0]
  const count: Assumption = {
    id: `stations-${line?.id ?? asset.id}`,
    statement: `Stations on ${line?.name ?? asset.name}`,
    low: null,
    central: stations,
    high: null,
    unit: 'count',
    status: 'reported',
    because: [`atlas:assets/${line?.id ?? asset.id}/stations`],
  }
  return {
    factor: {
      low: mixtureQuantile(beliefs, 0.05),
      central: mixtureQuantile(beliefs, 0.5),
      high: mixtureQuantile(beliefs, 0.95),
    },
    status: 'estimated',
    beliefs,
    assumptions: [
      exponent,
      drag,
      weights.none,
      weights.head,
      weights.drag,
      ...(falls.length > 0 ? [weights.claim] : []),
      count,
    ],
  }
}
