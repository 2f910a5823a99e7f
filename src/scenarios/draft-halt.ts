import type { Atlas } from '../atlas/atlas.ts'
import type { Network, NetworkLink, NetworkSupply } from '../atlas/network.ts'
import type { CalendarDate } from '../core/time.ts'
import { addDays } from '../core/time.ts'
import { assumptionOf, rangeOf, statedPremise } from './assumptions.ts'
import { claimedDurations } from './claimed/claimed-lengths.ts'
import { countriesOf, type EventFacts } from './event-facts.ts'
import { zoneOf } from './network-parts.ts'
import type { Question } from './question.ts'
import type { Assumption, Scenario, Shock } from './scenario.ts'
import { stoppedLinks } from './stopped-links.ts'

/** What a halt would cut: the links into one zone from the supplier's zones. */
export interface HaltTarget {
  readonly zone: string
  readonly links: readonly NetworkLink[]
  readonly emergency: readonly NetworkSupply[]
}

/**
 * The zone whose supply the reports put in question: one that an event names or that lies in a named country,
 * fed across a border from another named country, and for which the atlas lists emergency supplies.
 */
export function findHaltTarget(facts: EventFacts, atlas: Atlas, network: Network): HaltTarget | null {
  const named = new Set([...facts.refs].filter((ref) => ref.startsWith('zones/')).map((ref) => ref.slice(6)))
  const countries = countriesOf(facts)
  const inCountries = new Set(countries.flatMap((code) => atlas.zonesOf(code)))
  const candidates = network.supplies
    .filter((supply) => supply.kind === 'emergency')
    .map((supply) => supply.bus)
    .filter((bus, index, all) => all.indexOf(bus) === index)
    .filter((bus) => named.has(zoneOf(bus)) || inCountries.has(zoneOf(bus)))
    .sort((a, b) => Number(named.has(zoneOf(b))) - Number(named.has(zoneOf(a))) || (a < b ? -1 : 1))
  for (const bus of candidates) {
    const own = new Set(atlas.zonesOf(countryOfZone(atlas, zoneOf(bus))))
    const links = network.links.filter(
      (link) =>
        link.to === bus &&
        (link.flow?.value ?? 0) > 0 &&
        !own.has(zoneOf(link.from)) &&
        inCountries.has(zoneOf(link.from)),
    )
    const emergency = network.supplies.filter((supply) => supply.kind === 'emergency' && supply.bus === bus)
    if (links.length > 0) return { zone: zoneOf(bus), links, emergency }
  }
  return null
}

function countryOfZone(atlas: Atlas, zone: string): string {
  return atlas.tables.zones.find((row) => row.id === zone)?.country ?? zone
}

export interface HaltInput {
  readonly facts: EventFacts
  readonly atlas: Atlas
  readonly network: Network
  readonly target: HaltTarget
  readonly start: CalendarDate
}

/** The halt alone, with each emergency measure of the atlas by itself, and with all of them. */
export function draftHalt(input: HaltInput): Question {
  const { facts, atlas, network, target, start } = input
  const assumed = assumptionOf(atlas, 'halt-days')
  const claimed = claimedDurations(facts.claims)
  const stated = claimed[0]
  const duration: Assumption =
    stated === undefined
      ? assumed
      : {
          ...assumed,
          low: stated.low,
          central: (stated.low + stated.high) / 2,
          high: stated.high,
          status: 'reported',
          because: [stated.because],
        }
  const { central, high } = rangeOf(duration)
  const zoneName = atlas.nameOf(`zones/${target.zone}`)
  const happens = facts.event.type === 'supply_halt' && facts.event.modality !== 'denied'
  const premise = statedPremise({
    id: 'halt-happens',
    statement: happens
      ? `Supplies to ${zoneName} stop, as the reports say`
      : `What if: supplies to ${zoneName} stop. No report says that they will; the reports speak of keeping them up`,
    status: happens ? 'reported' : 'assumed',
    because: facts.claims.map((claim) => claim.because),
  })
  const to = addDays(start, Math.max(1, Math.round(central)) - 1)
  const halt = stoppedLinks(target.links, {
    from: start,
    to,
    status: premise.status,
    because: [...premise.because, 'assumption:halt-days'],
  })
  const build = (id: string, title: string, called: readonly NetworkSupply[]): Scenario => ({
    id: `${target.zone}-halt-${id}`,
    title,
    network_date: network.as_of,
    start,
    days: Math.round(high),
    belief_days: Math.max(1, Math.round(central)),
    shocks: [...halt, ...called.map((supply) => callOf(supply, start, to))],
    assumptions: [premise, duration],
    watch: target.emergency.map((supply) => supply.bus).slice(0, 1),
  })
  const scenarios = [
    build('alone', `Halt to ${zoneName}, no emergency measure`, []),
    ...target.emergency.map((supply) =>
      build(supply.id, `Halt to ${zoneName}, with ${supply.name}`, [supply]),
    ),
    ...(target.emergency.length > 1
      ? [build('all', `Halt to ${zoneName}, with every emergency measure`, target.emergency)]
      : []),
  ]
  return {
    id: `${facts.event.id}-halt`,
    kind: 'halt',
    title: `${zoneName}: what a halt of supplies would do, and what each emergency measure covers`,
    story: facts.story,
    events: [facts.event.id],
    because: premise.because,
    subject: `zones/${target.zone}`,
    subjectName: zoneName,
    carrier: target.links[0]?.carrier ?? 'gas',
    links: target.links.map((link) => link.id),
    plants: [],
    cause: 'cut',
    networkDate: network.as_of,
    days: Math.round(high),
    scenarios,
    main: `${target.zone}-halt-${target.emergency.length > 1 ? 'all' : (target.emergency[0]?.id ?? 'alone')}`,
    beliefs: [],
    observedMove: null,
  }
}

function callOf(supply: NetworkSupply, from: CalendarDate, to: CalendarDate): Shock {
  const capacity = supply.capacity
  return {
    asset: `supplies/${supply.id}`,
    field: 'supply',
    low: capacity?.low != null && capacity.value > 0 ? capacity.low / capacity.value : 1,
    central: 1,
    high: capacity?.high != null && capacity.value > 0 ? capacity.high / capacity.value : 1,
    unit: '1',
    from,
    to,
    status: capacity?.status ?? 'assumed',
    because: capacity === null ? [`atlas:supplies/${supply.id}/capacity`] : [capacity.because],
  }
}
