import type { Atlas } from '../atlas/atlas.ts'
import { rateUnits } from '../atlas/figures.ts'
import type { Network, NetworkDemand } from '../atlas/network.ts'
import type { Carrier } from '../atlas/tables.ts'
import { capitalised, listed } from '../core/listed.ts'
import { addDays, type CalendarDate } from '../core/time.ts'
import { assumptionOf, asTold, rangeOf } from './assumptions.ts'
import { claimedChanges, spanOf } from './claimed/claimed-change.ts'
import { claimedDurations } from './claimed/claimed-lengths.ts'
import type { EventFacts } from './event-facts.ts'
import { mainLinksInto, zoneOf } from './network-parts.ts'
import { ofOneScenario } from './of-one-scenario.ts'
import { toldStretch } from './outages/outage-days.ts'
import type { Question } from './question.ts'
import type { Assumption, Scenario, Shock } from './scenario.ts'
import { directionOf, isOf, standing } from './topics.ts'

export interface DemandInput {
  readonly facts: EventFacts
  readonly atlas: Atlas
  readonly network: Network
  readonly start: CalendarDate
  readonly carrier: Carrier
  /** Codes of the countries whose demand changes. */
  readonly countries: readonly string[]
  /** Name of the body that the countries are members of, where the reports name that. */
  readonly body: string | null
}

/** The final demand of a carrier in some countries; oil is used as products. */
function demandsOf({
  atlas,
  network,
  carrier,
  countries,
}: Pick<DemandInput, 'atlas' | 'network' | 'carrier' | 'countries'>): readonly NetworkDemand[] {
  const zones = new Set(countries.flatMap((code) => atlas.zonesOf(code)))
  const used = usedAs(carrier)
  return network.demands.filter(
    ({ bus, kind, rate }) =>
      kind === 'final' && bus.endsWith(`:${used}`) && zones.has(zoneOf(bus)) && rate.value > 0,
  )
}

function usedAs(carrier: Carrier): Carrier {
  return carrier === 'crude' ? 'products' : carrier === 'lng' ? 'gas' : carrier
}

/** More or less demand for a while: by a share of all that is used, or of what industry uses where that is told. */
export function draftDemand(input: DemandInput): Question | null {
  const { facts, atlas, network, start, countries, body } = input
  const carrier = usedAs(input.carrier)
  const demands = demandsOf(input)
  const flow = demands.reduce((sum, { rate }) => sum + rate.value, 0)
  const about = standing(facts).filter((claim) => isOf(claim, 'demand'))
  const way = about.map(directionOf).find((one) => one !== null)
  const by = spanOf(claimedChanges(about, { flow, carrier, unit: rateUnits[carrier] }))
  if (demands.length === 0 || way === undefined || by === null || by.high >= flow) return null
  const sector = about.some((claim) => isOf(claim, 'industry'))
    ? assumptionOf(atlas, 'industry-share-of-demand')
    : null
  const part = sector === null ? { low: 1, central: 1, high: 1 } : rangeOf(sector)
  const sign = way === 'up' ? 1 : -1
  const factor = (size: number, share: number): number => 1 + (sign * size * share) / flow
  const days = daysOf(input)
  const range = rangeOf(days)
  const run = Math.min(365, Math.max(91, Math.round(range.high) + 28))
  const because = [...new Set([...by.because, ...facts.claims.map((claim) => claim.because)])]
  const isPart = sector !== null
  const who = body ?? listed(countries.map((code) => atlas.nameOf(`countries/${code}`)))
  const name = `${atlas.nameOf(`carriers/${carrier}`)} demand of ${who}`
  const size: Assumption = {
    id: 'demand-size',
    statement: `By how much the demand of ${isPart ? 'industry in ' : ''}${who} ${way === 'up' ? 'rises' : 'falls'}, as the reports tell it`,
    low: (100 * by.low) / flow,
    central: (100 * by.central) / flow,
    high: (100 * by.high) / flow,
    unit: '%',
    status: 'reported',
    because: [...by.because],
  }
  // The low case is the one that hurts: most demand, for the longest.
  const hard = way === 'up' ? { size: by.high, share: part.high } : { size: by.low, share: part.low }
  const mild = way === 'up' ? { size: by.low, share: part.low } : { size: by.high, share: part.high }
  const shocks = demands.map((demand): Shock => {
    return {
      asset: `demands/${demand.id}`,
      field: 'demand',
      low: factor(hard.size, hard.share),
      central: factor(by.central, part.central),
      high: factor(mild.size, mild.share),
      unit: '1',
      from: start,
      to: addDays(start, Math.round(range.high) - 1),
      status: sector === null ? 'reported' : 'estimated',
      because: [...because, ...(sector?.because ?? [])],
      ...(range.low === range.high ? {} : { lasts: range }),
    }
  })
  const stem = `${countries.length > 3 && body !== null ? body : countries.join('-')}-${carrier}`
  const id = stem.toLowerCase().replace(/[^a-z0-9]+/gu, '-')
  const scenario: Scenario = {
    id: `${id}-demand`,
    title: `${name} ${way === 'up' ? 'is higher' : 'is lower'}`,
    network_date: network.as_of,
    start,
    days: run,
    belief_days: Math.max(1, Math.round(range.central)),
    shocks,
    assumptions: [size, ...(sector === null ? [] : [sector]), days],
    watch: [...new Set(demands.map(({ bus }) => bus))],
  }
  return {
    id: `${facts.event.id}-demand-${carrier}`,
    kind: 'demand',
    title: `${capitalised(name)} ${way === 'up' ? 'rises' : 'falls'}: where it is met`,
    ...ofOneScenario(facts, scenario, network.as_of),
    because,
    subject: `countries/${id}-${way === 'up' ? 'more' : 'less'}`,
    subjectName: name,
    carrier,
    links: mainLinksInto(network, new Set(demands.map(({ bus }) => bus))),
    plants: [],
    cause: 'cut',
  }
}

/** As the reports tell it; else as long as weather and prices move demand. */
function daysOf({ facts, atlas }: DemandInput): Assumption {
  const assumed = assumptionOf(atlas, 'demand-change-days')
  const stretch = toldStretch(facts)
  const [told] = claimedDurations(facts.claims)
  const because = facts.claims[0]?.because
  if (told !== undefined || stretch === null || because === undefined) return asTold(assumed, told)
  return asTold(assumed, { low: stretch, high: stretch, because })
}
