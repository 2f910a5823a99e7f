import type { Atlas } from '../../atlas/atlas.ts'
import type { NetworkLink } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import { listed } from '../../core/listed.ts'
import { flowOf, linksBetween, usableCapacity } from '../network-parts.ts'
import type { World } from '../story-context.ts'
import type { OutageTarget } from '../target.ts'
import type { Way } from './way-told.ts'

/** What one country sends others of a carrier, over the links given. */
export function borderTarget(
  sent: {
    readonly from: string
    readonly to: readonly string[]
    readonly carrier: Carrier
    readonly links: readonly NetworkLink[]
  },
  atlas: Atlas,
): OutageTarget {
  const nameOf = (code: string): string => atlas.nameOf(`countries/${code}`)
  return {
    subject: `countries/${[sent.from, ...[...sent.to].sort()].join('-')}-${sent.carrier}`,
    name: `${atlas.nameOf(`carriers/${sent.carrier}`)} from ${nameOf(sent.from)} to ${listed(sent.to.map(nameOf))}`,
    kind: 'border',
    asset: null,
    carrier: sent.carrier,
    carrying: sent.links,
    plants: [],
    to: sent.to,
  }
}

/**
 * All that crosses from one of two countries to the other of a carrier: in the direction that is told, of power, which turns;
 * else in that in which more flows.
 */
export function targetOfBorder(
  countries: readonly string[],
  carrier: Carrier,
  { atlas, network }: World,
  told: Way | null = null,
): OutageTarget | null {
  const [a, b] = countries
  if (a === undefined || b === undefined || countries.length !== 2) return null
  const asked: readonly Way[] =
    carrier === 'power' && told !== null
      ? [told]
      : [
          { from: a, to: b },
          { from: b, to: a },
        ]
  const ways = asked.map(({ from, to }) => {
    const zones = (code: string): ReadonlySet<string> => new Set(atlas.zonesOf(code))
    const links = linksBetween(network, carrier, zones(from), zones(to)).filter(
      (link) => usableCapacity(link) !== 0 && flowOf([link]) > 0,
    )
    return { from, to: [to], carrier, links }
  })
  const [more] = ways.sort((one, other) => flowOf(other.links) - flowOf(one.links))
  return more === undefined || more.links.length === 0 ? null : borderTarget(more, atlas)
}
