import type { Atlas } from '../../atlas/atlas.ts'
import { rateUnits } from '../../atlas/figures.ts'
import type { Network, NetworkLink } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import type { CalendarDate } from '../../core/time.ts'
import { convert } from '../../core/units.ts'
import { claimedRates } from '../claimed/claimed-rates.ts'
import type { ClaimFacts, EventFacts } from '../event-facts.ts'
import { netExport } from '../net-export.ts'
import { linksBetween } from '../network-parts.ts'
import { ofOneScenario } from '../of-one-scenario.ts'
import type { Question } from '../question.ts'
import type { Assumption, Scenario, Shock } from '../scenario.ts'
import { directionOf, timesTold } from '../topics.ts'

const DAYS = 365

/** A way through three countries: out of the first, through the second, into the third. */
export interface Route {
  readonly carrier: Carrier
  readonly countries: readonly [string, string, string]
  readonly entry: NetworkLink
  readonly exit: NetworkLink
}

/** Where a route is looked for. */
export interface Among {
  readonly atlas: Atlas
  readonly network: Network
  readonly carriers: readonly Carrier[]
  /** Codes of the countries that the words say it passes through; empty: they do not say. */
  readonly through: readonly string[]
}

/**
 * The route of a carrier through three of the countries on which both links carry something, from whoever sends most abroad
 * to whoever sends least; null where none does.
 */
export function findRoute(input: Among, countries: readonly string[]): Route | null {
  const isTold = ([, middle]: readonly string[]): boolean =>
    input.through.length === 0 || input.through.includes(middle ?? '')
  for (const carrier of input.carriers) {
    const sent = new Map(countries.map((code) => [code, netExport(code, carrier, input)]))
    const gap = ([from, , to]: readonly string[]): number =>
      (sent.get(from ?? '') ?? 0) - (sent.get(to ?? '') ?? 0)
    const triples = [...orderedTriples(countries)].filter(isTold).sort((a, b) => gap(b) - gap(a))
    for (const triple of triples) {
      const route = routeThrough(input, carrier, triple)
      if (route !== null) return route
    }
  }
  return null
}

/** The largest flowing links into and out of the second of three countries; null where one of them is missing. */
export function routeThrough(
  { atlas, network }: Pick<Among, 'atlas' | 'network'>,
  carrier: Carrier,
  countries: readonly [string, string, string],
): Route | null {
  const [from, through, to] = countries.map((code) => new Set(atlas.zonesOf(code)))
  if (!from || !through || !to) return null
  const entry = largest(linksBetween(network, carrier, from, through))
  const exit = largest(linksBetween(network, carrier, through, to))
  return entry && exit ? { carrier, countries, entry, exit } : null
}

function* orderedTriples(codes: readonly string[]): Generator<readonly [string, string, string]> {
  for (const a of codes) {
    for (const b of codes) {
      for (const c of codes) {
        if (a !== b && b !== c && a !== c) yield [a, b, c]
      }
    }
  }
}

function largest(links: readonly NetworkLink[]): NetworkLink | null {
  const flowing = links.filter((link) => (link.flow?.value ?? 0) > 0)
  return flowing.sort((a, b) => (b.flow?.value ?? 0) - (a.flow?.value ?? 0))[0] ?? null
}

export interface IncreaseInput {
  readonly facts: EventFacts
  readonly related: readonly ClaimFacts[]
  readonly network: Network
  readonly route: Route
  readonly start: CalendarDate
}

/** More on a route: to the figure that the reports name, else to the limit of the narrower link. */
export function draftIncrease(input: IncreaseInput): Question | null {
  const { route, facts, network, start } = input
  const base = route.entry.flow
  if (base === null) return null
  const room = roomOf(route)
  if (room === null) return null
  const target = claimedTarget(input, base.value)
  const size = target ?? {
    low: base.value + room.low,
    central: base.value + room.central,
    high: base.value + room.high,
  }
  const claims = facts.claims.map((claim) => claim.because)
  const because = target === null ? claims : [...target.because, ...claims]
  const premise: Assumption = {
    id: 'increase-size',
    statement:
      target === null
        ? 'No report says how much more: the flow fills what the published capacities of the route leave free'
        : 'The flow reaches what the reports name',
    low: size.low,
    central: size.central,
    high: size.high,
    unit: base.unit,
    status: target === null ? 'assumed' : 'reported',
    because: [...new Set(because)],
  }
  const scenario: Scenario = {
    id: `${route.entry.id}-increase`,
    title: `More on ${route.entry.name}`,
    network_date: network.as_of,
    start,
    days: DAYS,
    belief_days: DAYS,
    shocks: [
      ...capacityRanges(route, start),
      nominated(route.entry, size, premise, start),
      // What comes in is to go through: without this the model would burn it on the way.
      nominated(route.exit, throughExit(route, size, base.value), premise, start),
    ],
    assumptions: [premise],
    watch: [route.exit.to],
  }
  return {
    id: `${facts.event.id}-increase`,
    kind: 'increase',
    title: `More on ${route.entry.name}: how far the route goes`,
    ...ofOneScenario(facts, scenario, network.as_of),
    because: [...new Set(because)],
    subject: `links/${route.entry.id}`,
    subjectName: route.entry.name,
    carrier: route.carrier,
    links: [route.entry.id, route.exit.id],
    plants: [],
    cause: 'cut',
  }
}

type Ends = { readonly low: number; readonly central: number; readonly high: number }

function nominated(link: NetworkLink, ends: Ends, premise: Assumption, start: CalendarDate): Shock {
  return {
    asset: `links/${link.id}`,
    field: 'flow',
    low: ends.low,
    central: ends.central,
    high: ends.high,
    unit: link.flow?.unit ?? '1',
    from: start,
    to: null,
    status: premise.status,
    because: premise.because,
  }
}

/** The flow of the exit with as much more as comes in at the entry. */
function throughExit(route: Route, size: Ends, base: number): Ends {
  const flow = route.exit.flow?.value ?? 0
  return { low: flow + size.low - base, central: flow + size.central - base, high: flow + size.high - base }
}

/** Free capacity of the narrower link, by the ends of the published range; null where no capacity is known. */
export function roomOf(route: Route): { low: number; central: number; high: number } | null {
  const rooms = [route.entry, route.exit].flatMap(({ capacity, flow }) => {
    if (capacity === null) return []
    const used = flow?.value ?? 0
    const free = (value: number | null): number => Math.max(0, (value ?? capacity.value) - used)
    return [{ low: free(capacity.low), central: free(capacity.value), high: free(capacity.high) }]
  })
  if (rooms.length === 0) return null
  const narrowest = (pick: (room: { low: number; central: number; high: number }) => number): number =>
    Math.min(...rooms.map(pick))
  return {
    low: narrowest((room) => room.low),
    central: narrowest((room) => room.central),
    high: narrowest((room) => room.high),
  }
}

/** Where a capacity is published as a range, the scenario carries the range. */
function capacityRanges(route: Route, start: CalendarDate): readonly Shock[] {
  return [route.entry, route.exit].flatMap(({ id, capacity }): Shock[] => {
    if (capacity === null || (capacity.low === null && capacity.high === null)) return []
    return [
      {
        asset: `links/${id}`,
        field: 'capacity',
        low: capacity.low ?? capacity.value,
        central: capacity.value,
        high: capacity.high ?? capacity.value,
        unit: capacity.unit,
        from: start,
        to: null,
        status: capacity.status,
        because: [capacity.because],
      },
    ]
  })
}

/** The largest rate above today's flow that a claim about the future names; figures of the past are the base. */
function claimedTarget(
  input: IncreaseInput,
  base: number,
): { low: number; central: number; high: number; because: string[] } | null {
  const ahead = [...input.facts.claims, ...input.related].filter(({ claim }) =>
    ['announced_or_planned', 'possible', 'conditional', 'ongoing'].includes(claim.modality),
  )
  const { carrier } = input.route
  const unit = rateUnits[carrier]
  const rates = claimedRates(ahead)
  const levels = rates.filter(({ isLevel }) => isLevel)
  const targets = (levels.length > 0 ? levels : rates).flatMap((rate) => {
    const low = convert(rate.low, rate.unit, unit, { carrier })?.value
    const high = convert(rate.high, rate.unit, unit, { carrier })?.value
    if (low === undefined || high === undefined || high <= base * 1.02) return []
    return [{ low: Math.max(low, base), high, because: rate.because }]
  })
  for (const facts of ahead) {
    const times = directionOf(facts) === 'up' ? timesTold(facts) : null
    if (times !== null) targets.push({ low: times * base, high: times * base, because: facts.because })
  }
  if (targets.length === 0) return null
  const low = Math.min(...targets.map((rate) => rate.low))
  const high = Math.max(...targets.map((rate) => rate.high))
  return { low, central: (low + high) / 2, high, because: targets.map((rate) => rate.because) }
}
