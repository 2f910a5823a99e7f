import type { Atlas } from '../atlas/atlas.ts'
import type { Network, NetworkLink } from '../atlas/network.ts'
import type { Carrier } from '../atlas/tables.ts'
import { addDays, type CalendarDate } from '../core/time.ts'
import { assumptionOf, rangeOf, statedPremise } from './assumptions.ts'
import type { EventFacts } from './event-facts.ts'
import { linksBetween } from './network-parts.ts'
import type { Question } from './question.ts'
import type { Scenario } from './scenario.ts'
import { stoppedLinks } from './stopped-links.ts'

/** Carriers that are computed together, because a plant turns one into the other. */
const groups: readonly (readonly Carrier[])[] = [
  ['crude', 'products'],
  ['coal', 'power'],
  ['gas', 'lng'],
]

/** What one country sends another of one carrier. */
export interface TradeFlow {
  readonly carrier: Carrier
  readonly from: string
  readonly to: string
  readonly links: readonly NetworkLink[]
}

/** All that passes between two countries, by carrier and direction; largest pair of the named countries first. */
export function findTrade(
  atlas: Atlas,
  network: Network,
  named: { readonly countries: readonly string[]; readonly carriers: readonly Carrier[] },
): readonly (readonly TradeFlow[])[] {
  const pairs = named.countries.flatMap((a, index) =>
    named.countries.slice(index + 1).map((b) => [a, b] as const),
  )
  const trades = pairs.map(([a, b]) =>
    named.carriers.flatMap((carrier) =>
      [
        [a, b],
        [b, a],
      ].flatMap(([from = '', to = '']): TradeFlow[] => {
        const zones = (code: string): ReadonlySet<string> => new Set(atlas.zonesOf(code))
        const links = linksBetween(network, carrier, zones(from), zones(to)).filter(
          (link) => (link.flow?.value ?? 0) > 0 && link.closed_by === null,
        )
        return links.length === 0 ? [] : [{ carrier, from, to, links }]
      }),
    ),
  )
  const most = [...trades].sort((a, b) => b.length - a.length)[0] ?? []
  return groups
    .map((group) => most.filter(({ carrier }) => group.includes(carrier)))
    .filter((own) => own.length > 0)
}

export interface TradeInput {
  readonly facts: EventFacts
  readonly atlas: Atlas
  readonly network: Network
  readonly flows: readonly TradeFlow[]
  readonly start: CalendarDate
  /** The premise in words where it is not that the trade stops: that a permission for it had not come. */
  readonly whatIf?: string
}

/**
 * What hangs on a trade: each carrier stopped in each direction by itself. A what-if unless the event is a halt: an
 * agreement on a trade raises the question what would be missed without it.
 */
export function draftTrade(input: TradeInput): Question | null {
  const { facts, atlas, network, flows, start } = input
  const first = flows[0]
  if (first === undefined) return null
  const duration = assumptionOf(atlas, 'halt-days')
  const { central, high } = rangeOf(duration)
  const days = Math.round(high)
  const to = addDays(start, Math.max(1, Math.round(central)) - 1)
  const nameOf = (code: string): string => atlas.nameOf(`countries/${code}`)
  const [a, b] = [nameOf(first.from), nameOf(first.to)]
  const because = facts.claims.map((claim) => claim.because)
  const premise = statedPremise({
    id: 'trade-halt',
    statement:
      input.whatIf ??
      `What if: the trade stops. No report says that it will; the reports speak of the trade between ${a} and ${b}`,
    status: 'assumed',
    because,
  })
  const scenarios = flows.map(({ carrier, from, to: into, links }): Scenario => {
    const carrierName = atlas.nameOf(`carriers/${carrier}`)
    return {
      id: `${from}-${into}-${carrier}-halt`.toLowerCase(),
      title: `No ${carrierName} from ${nameOf(from)} to ${nameOf(into)}`,
      network_date: network.as_of,
      start,
      days,
      belief_days: Math.max(1, Math.round(central)),
      shocks: [
        ...stoppedLinks(links, {
          from: start,
          to,
          status: 'assumed',
          because: [...because, 'assumption:halt-days'],
        }),
      ],
      assumptions: [premise, duration],
      watch: [...new Set(links.map((link) => link.to))],
    }
  })
  const names = [...new Set(flows.map(({ carrier }) => atlas.nameOf(`carriers/${carrier}`)))]
  return {
    id: `${facts.event.id}-trade-${first.carrier}`,
    kind: 'trade',
    title: `${a} and ${b}: what hangs on their trade in ${names.join(' and ')}`,
    story: facts.story,
    events: [facts.event.id],
    because,
    subject: `countries/${[first.from, first.to].sort().join('-')}-${first.carrier}`,
    subjectName: `the trade between ${a} and ${b}`,
    carrier: first.carrier,
    links: flows.flatMap(({ links }) => links.map((link) => link.id)),
    plants: [],
    cause: 'halt',
    networkDate: network.as_of,
    days,
    scenarios,
    main: scenarios[0]?.id ?? '',
    beliefs: [],
    observedMove: null,
  }
}
