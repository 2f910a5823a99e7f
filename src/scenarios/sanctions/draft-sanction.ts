import type { Atlas } from '../../atlas/atlas.ts'
import type { Network, NetworkLink, NetworkRefusal } from '../../atlas/network.ts'
import type { CalendarDate } from '../../core/time.ts'
import { countriesOf, type EventFacts } from '../event-facts.ts'
import { flowOf, zoneOf } from '../network-parts.ts'
import type { Question } from '../question.ts'
import { reroutingOf } from '../rerouting.ts'
import type { Scenario } from '../scenario.ts'
import { ownedShares } from './owned-shares.ts'
import { shipsLess } from './ships-less.ts'

const DAYS = 91

/**
 * The refusal that sanctions of the reports would make, if every buyer obeyed: the one of the atlas that keeps apart
 * the energy of a named company, else of companies of a named country whose carrier the story names. Of several the one
 * with most named companies, then with fewest others. Null where the network knows no share of theirs on the day, or a
 * refusal of theirs is in force already.
 */
export function findRefusal(
  facts: EventFacts,
  story: readonly EventFacts[],
  context: { readonly atlas: Atlas; readonly network: Network },
): NetworkRefusal | null {
  const { atlas, network } = context
  const countries = new Set(countriesOf(facts))
  const speaksOf = (carrier: string): boolean =>
    [facts, ...story].some(
      (one) => one.refs.has(`carriers/${carrier}`) && countriesOf(one).some((code) => countries.has(code)),
    )
  const candidates = (network.refusals ?? []).flatMap((refusal) => {
    if (refusal.isInForce || refusal.shares.size === 0 || refusal.links.length === 0) return []
    const named = refusal.origins.filter((origin) => facts.refs.has(origin)).length
    const carrier = carrierOf(refusal, network)
    const isHome = refusal.origins.some((origin) => countries.has(homeOf(atlas, origin)))
    return named > 0 || (isHome && carrier !== null && speaksOf(carrier))
      ? [{ refusal, named, others: refusal.origins.length - named }]
      : []
  })
  const [best] = candidates.sort(
    (a, b) => b.named - a.named || a.others - b.others || (a.refusal.id < b.refusal.id ? -1 : 1),
  )
  return best?.refusal ?? null
}

function carrierOf(refusal: NetworkRefusal, network: Network): string | null {
  return network.links.find((link) => refusal.links.includes(link.id))?.carrier ?? null
}

function homeOf(atlas: Atlas, origin: string): string {
  const row = atlas.row(origin)?.row
  return row !== undefined && 'country' in row ? row.country : ''
}

export interface SanctionInput {
  readonly facts: EventFacts
  readonly atlas: Atlas
  readonly network: Network
  readonly refusal: NetworkRefusal
  readonly start: CalendarDate
}

/**
 * From buyers that go on as before, to all of them refusing: what still sails, what goes elsewhere and later, what stays
 * in. What is theirs of each route is what its zone has of theirs; of that what is refused and finds no other buyer within
 * the run does not sail.
 */
export function draftSanction({ facts, atlas, network, refusal, start }: SanctionInput): Question {
  const because = facts.claims.map((claim) => claim.because)
  const names = refusal.origins.map((origin) => atlas.nameOf(origin))
  const links = network.links.filter(({ id }) => refusal.links.includes(id))
  const carrier = links[0]?.carrier ?? 'crude'
  const shares = ownedShares(network, carrier, refusal.shares)
  const theirs = (link: NetworkLink): number => flowOf([link]) * (shares.get(zoneOf(link.from)) ?? 0)
  const exposed = links.reduce((sum, link) => sum + theirs(link), 0)
  const rerouting = reroutingOf(exposed, { atlas, carrier, run: DAYS })
  const scenario: Scenario = {
    id: `${refusal.id}-refused`,
    title: `${refusal.name}`,
    network_date: network.as_of,
    start,
    days: DAYS,
    belief_days: DAYS,
    shocks: [
      {
        asset: `measures/${refusal.measure}`,
        field: 'measure',
        low: 1,
        central: 1,
        high: 0,
        unit: 'in_force',
        from: start,
        to: null,
        status: 'assumed',
        because: [...because, 'assumption:refusal-obeyed'],
      },
      ...shipsLess(links, { rerouting, theirs, start, because, unit: network.units[carrier] }),
    ],
    assumptions: [...rerouting.assumptions],
    watch: [],
  }
  return {
    id: `${facts.event.id}-sanction`,
    kind: 'sanction',
    title: `Sanctions on ${names.join(' and ')}: what still sails, and where the rest goes`,
    story: facts.story,
    events: [facts.event.id],
    because,
    subject: `measures/${refusal.measure}`,
    subjectName: names.join(' and '),
    carrier,
    links: refusal.links,
    plants: [],
    cause: 'cut',
    networkDate: network.as_of,
    days: DAYS,
    scenarios: [scenario],
    main: scenario.id,
    beliefs: [],
    observedMove: null,
    rerouting,
  }
}
