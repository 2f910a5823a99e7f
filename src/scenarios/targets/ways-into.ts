import type { Network, NetworkLink } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import { flowOf, zoneOf } from '../network-parts.ts'

/** Zones that energy of an origin may pass before it enters a bloc. */
const MOST_BETWEEN = 2

/** Below this share of what a zone on the way has, what leaves it is not told as the origin's. */
const LEAST_SHARE = 0.15

/** Rounds after which shares on a way of two zones, and back, no longer move. */
const ROUNDS = 12

/** Links by which energy of an origin enters a bloc, and what part of them is the origin's. */
export interface WaysInto {
  readonly links: readonly NetworkLink[]
  /** 0 to 1; 1 where all come from the origin itself. */
  readonly share: number
}

/**
 * The links with a flow into some zones by which a carrier comes from others: direct ones, and those from zones on the
 * way, which pass on what they have in proportion to where it came from. Null where none lead there.
 */
export function waysInto(
  bloc: ReadonlySet<string>,
  origin: ReadonlySet<string>,
  carrier: Carrier,
  network: Network,
): WaysInto | null {
  const flowing = network.links.filter(
    (link) => link.carrier === carrier && flowOf([link]) > 0 && link.closed_by === null,
  )
  const along = flowing.filter(({ kind }) => kind === 'pipeline')
  const reached = new Set(origin)
  for (let step = 0; step < MOST_BETWEEN; step++) {
    const next = along.filter(({ from, to }) => reached.has(zoneOf(from)) && !bloc.has(zoneOf(to)))
    for (const { to } of next) reached.add(zoneOf(to))
  }
  const entering = flowing.filter(
    (link) => bloc.has(zoneOf(link.to)) && (origin.has(zoneOf(link.from)) || along.includes(link)),
  )
  const shares = originShares(origin, reached, carrier, network)
  const shareOf = (link: NetworkLink): number => shares.get(zoneOf(link.from)) ?? 0
  const links = entering.filter(
    (link) => reached.has(zoneOf(link.from)) && !bloc.has(zoneOf(link.from)) && shareOf(link) >= LEAST_SHARE,
  )
  const flow = flowOf(links)
  if (!(flow > 0)) return null
  return { links, share: links.reduce((sum, link) => sum + shareOf(link) * flowOf([link]), 0) / flow }
}

/** Whether a zone on the way has enough of what an origin sends for it to be told as the origin's when it is passed on. */
export function isPassedOn(
  origin: ReadonlySet<string>,
  zones: ReadonlySet<string>,
  carrier: Carrier,
  network: Network,
): (zone: string) => boolean {
  const shares = originShares(origin, zones, carrier, network)
  return (zone) => (shares.get(zone) ?? 0) >= LEAST_SHARE
}

/** Of what each zone on the way has of a carrier, the part that came from the origin: all of it in the origin itself. */
function originShares(
  origin: ReadonlySet<string>,
  zones: ReadonlySet<string>,
  carrier: Carrier,
  network: Network,
): ReadonlyMap<string, number> {
  const shares = new Map([...origin].map((zone) => [zone, 1]))
  const others = [...zones].filter((zone) => !origin.has(zone))
  const inflows = new Map(
    others.map((zone) => {
      const bus = `${zone}:${carrier}`
      const own = network.supplies.reduce(
        (sum, one) => sum + (one.bus === bus && one.kind === 'production' ? (one.output?.value ?? 0) : 0),
        0,
      )
      const made = network.conversions.reduce(
        (sum, one) => sum + (one.to === bus ? (one.flow?.value ?? 0) * one.efficiency : 0),
        0,
      )
      return [zone, { entering: network.links.filter(({ to }) => to === bus), own: own + made }] as const
    }),
  )
  for (let round = 0; round < ROUNDS; round++) {
    for (const [zone, { entering, own }] of inflows) {
      const all = own + flowOf(entering)
      const theirs = entering.reduce(
        (sum, link) => sum + flowOf([link]) * (shares.get(zoneOf(link.from)) ?? 0),
        0,
      )
      shares.set(zone, all > 0 ? theirs / all : 0)
    }
  }
  return shares
}
