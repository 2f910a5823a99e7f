import type { Atlas } from '../atlas/atlas.ts'
import { rateUnits } from '../atlas/figures.ts'
import type { Network, NetworkStore } from '../atlas/network.ts'
import type { Carrier } from '../atlas/tables.ts'
import { addDays, type CalendarDate } from '../core/time.ts'
import { convert } from '../core/units.ts'
import { assumptionOf, asTold, rangeOf } from './assumptions.ts'
import { claimedDurations } from './claimed/claimed-lengths.ts'
import { sizesOf } from './claimed/claimed-range.ts'
import type { EventFacts } from './event-facts.ts'
import { ofOneScenario } from './of-one-scenario.ts'
import type { AddedRow, Question } from './question.ts'
import type { Assumption, Scenario } from './scenario.ts'
import { standing } from './topics.ts'

export interface ReleaseInput {
  readonly facts: EventFacts
  readonly atlas: Atlas
  readonly network: Network
  readonly start: CalendarDate
  /** Strategic stores of the named countries of one carrier. */
  readonly stores: readonly NetworkStore[]
  readonly carrier: Carrier
  /** Whose stocks they are. */
  readonly owner: string
}

/** The amount that reports say is let go, in the stock unit of the carrier (the rate unit without its day). */
function volumeOf({ facts, carrier }: ReleaseInput): {
  readonly low: number
  readonly high: number
  readonly because: string
} | null {
  for (const { quantities, because } of standing(facts)) {
    for (const { value, unit } of quantities) {
      const { low, high } = sizesOf(value)
      const to = rateUnits[carrier].replace(/_d$/u, '')
      const [a, b] = [low, high].map((one) => convert(one, unit, to, { carrier })?.value)
      if (a !== undefined && b !== undefined && b > 0) return { low: a, high: b, because }
    }
  }
  return null
}

/**
 * Emergency stocks that are let go: the amount over the days that the reports name, else over the days assumed, at most
 * what the stores can give by the day. It comes on top of what is supplied where the stores lie.
 */
export function draftRelease(input: ReleaseInput): Question | null {
  const { facts, atlas, network, start, stores, carrier, owner } = input
  const volume = volumeOf(input)
  const most = stores.reduce((sum, { withdrawal }) => sum + withdrawal.value, 0)
  const [first] = [...stores].sort((a, b) => b.withdrawal.value - a.withdrawal.value)
  if (volume === null || first === undefined || !(most > 0)) return null
  const assumed = assumptionOf(atlas, 'stock-release-days')
  const [told] = claimedDurations(facts.claims)
  const duration = asTold(assumed, told)
  const days = rangeOf(duration)
  const unit = rateUnits[carrier]
  const rate = {
    low: Math.min(most, volume.low / days.high),
    central: Math.min(most, (volume.low + volume.high) / 2 / days.central),
    high: Math.min(most, volume.high / days.low),
  }
  const because = [...new Set([volume.because, ...facts.claims.map((claim) => claim.because)])]
  const size: Assumption = {
    id: 'release-size',
    statement: `What ${owner} lets go in all, as the reports tell it`,
    low: volume.low,
    central: (volume.low + volume.high) / 2,
    high: volume.high,
    unit: unit.replace(/_d$/u, ''),
    status: 'reported',
    because: [volume.because],
  }
  const added: AddedRow = {
    table: 'supplies',
    id: `release-${first.id}`,
    name: `Release from the emergency stocks of ${owner}`,
    bus: first.bus,
    to: null,
    efficiency: 1,
    because: volume.because,
  }
  const run = Math.min(365, Math.max(91, Math.round(days.high)))
  const scenario: Scenario = {
    id: `${first.id}-release`,
    title: added.name,
    network_date: network.as_of,
    start,
    days: run,
    belief_days: Math.max(1, Math.round(days.central)),
    shocks: [
      {
        asset: `supplies/${added.id}`,
        field: 'supply',
        ...rate,
        unit,
        from: start,
        to: addDays(start, run - 1),
        status: told === undefined ? 'estimated' : 'reported',
        because: [...because, first.withdrawal.because, ...(told === undefined ? assumed.because : [])],
        // The same amount in fewer days is more by the day.
        ...(days.low === days.high
          ? {}
          : { lasts: { low: days.low, central: days.central, high: days.high } }),
      },
    ],
    assumptions: [size, duration],
    watch: [],
  }
  return {
    id: `${facts.event.id}-release-${carrier}`,
    kind: 'rise',
    title: `${added.name}: what it adds`,
    ...ofOneScenario(facts, scenario, network.as_of),
    because,
    subject: `stores/${first.id}`,
    subjectName: `the release from the emergency stocks of ${owner}`,
    carrier,
    links: [],
    plants: [`supplies/${added.id}`],
    cause: 'cut',
    added: [added],
  }
}
