import { branchesOf } from '../../atlas/entering-links.ts'
import type { NetworkLink } from '../../atlas/network.ts'
import type { Because } from '../../core/provenance.ts'
import { addDays } from '../../core/time.ts'
import type { BeforeOutage } from '../before-outage.ts'
import { flowOf, type Plant } from '../network-parts.ts'
import type { Shock } from '../scenario.ts'
import type { OutageSize } from '../target.ts'
import { type OutageDays, WHOLE_DAYS } from './outage-days.ts'
import type { OutageInput } from './outage-input.ts'
import type { ReturnDays } from './return-days.ts'

/** What an outage leaves, for how long, and what that rests on. */
export interface OutageExtent {
  readonly size: OutageSize
  readonly days: OutageDays
  readonly carried: BeforeOutage | null
  /** Of what is out for a part of a day, what of its capacity is used; 1 for all else. */
  readonly used: number
  /** A share of capacity is told to be gone. */
  readonly tellsShare: boolean
  readonly returning: ReturnDays | null
  readonly because: readonly Because[]
}

/** The shocks on the links, plants and stores of an outage's target. */
export function outageShocks({ start, target }: OutageInput, extent: OutageExtent): readonly Shock[] {
  const { carrying, plants, within } = target
  const { size, days, carried, used, returning, because } = extent
  const share = within?.share ?? 1
  // Of what stands still for a part of a day that part is lost, for a day; what works in part does so for days.
  const ofDay = size.days === undefined && !extent.tellsShare ? days.ofDay : WHOLE_DAYS
  const left = (lost: number): number => (lost > 0 ? used * (1 - lost) : 1)
  const shock = (ref: string, field: Shock['field']): Shock => ({
    asset: ref,
    field,
    low: left(share * ofDay.high * (1 - size.factor.low)),
    central: left(share * ofDay.central * (1 - size.factor.central)),
    high: left(share * ofDay.low * (1 - size.factor.high)),
    unit: '1',
    from: start,
    to: addDays(start, Math.round(days.high) - 1),
    status: share < 1 && size.status === 'reported' ? 'estimated' : size.status,
    because: [
      ...because,
      ...(within?.because ?? []),
      ...size.assumptions.flatMap((assumption) => assumption.because),
    ],
    ...(days.low === days.high ? {} : { lasts: { low: days.low, central: days.central, high: days.high } }),
    ...(returning === null ? {} : { returns: returning.days }),
  })
  // Deliveries are cut by a share of what flows, whatever the pipes could carry.
  const onLink = (link: NetworkLink): Shock => {
    const whole = shock(`links/${link.id}`, 'capacity')
    const amount = target.kind === 'border' ? link.flow : shareOfBranch(link, carrying)
    if (amount === null || whole.high === 0) return whole
    const of = (factor: number): number => factor * amount.value
    return {
      ...whole,
      low: of(whole.low),
      central: of(whole.central),
      high: of(whole.high),
      unit: amount.unit,
    }
  }
  // What a refinery of many cannot do the idle part of the others may, or may not: it is at worst gone from what flows.
  const onPlant = (plant: Plant): Shock => {
    const whole = shock(plant.ref, plant.field)
    if (within === undefined || plant.isSource || carried === null) return whole
    const use = Math.min(1, carried.flow / carried.capacity)
    return { ...whole, low: whole.low * use, central: whole.central * use }
  }
  // What is hit can no more be filled than drawn from.
  const filling = plants
    .filter(({ field }) => field === 'withdrawal')
    .map(({ ref }) => shock(ref, 'injection'))
  return [...carrying.map(onLink), ...plants.map(onPlant), ...filling]
}

/** What a branch has of the capacity of its line, by what the branches carry; null where the line has no other. */
function shareOfBranch(
  link: NetworkLink,
  links: readonly NetworkLink[],
): { readonly value: number; readonly unit: string } | null {
  const branches = branchesOf(link, links)
  const flow = flowOf(branches)
  if (branches.length < 2 || link.capacity === null || !(flow > 0)) return null
  return { value: (link.capacity.value * flowOf([link])) / flow, unit: link.capacity.unit }
}
