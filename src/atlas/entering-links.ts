import type { NetworkLink } from './network.ts'

/**
 * Of the links of a subject those by which something enters it, so that sections in a row count once. A link back does
 * not make its opposite an inner one: each direction of a strait counts.
 */
export function enteringLinks(links: readonly NetworkLink[]): readonly NetworkLink[] {
  return links.filter((link) => !links.some((other) => other.to === link.from && other.from !== link.to))
}

/**
 * The links of one pipeline that leave a zone for several others, each with the whole rate of the line: an off-take on
 * the way is a link of its own. With the link itself; alone where the line has no branch.
 */
export function branchesOf(link: NetworkLink, links: readonly NetworkLink[]): readonly NetworkLink[] {
  const isBranch = (other: NetworkLink): boolean =>
    other.kind === 'pipeline' &&
    other.asset !== null &&
    other.asset === link.asset &&
    other.from === link.from &&
    other.to !== link.to &&
    other.capacity?.value === link.capacity?.value
  return links.filter((other) => other === link || isBranch(other))
}

/**
 * What links that something enters by can carry together, in the unit of the carrier per day; null where one has no
 * limit. One cable or line lies in both directions of a pair: the larger counts, not their sum. Branches of one line
 * count once.
 */
export function capacityTogether(links: readonly NetworkLink[]): number | null {
  const byWay = new Map<string, number>()
  for (const link of links) {
    const { from, to, capacity } = link
    if (capacity === null) return null
    if (branchesOf(link, links)[0] !== link) continue
    const way = `${from} ${to}`
    byWay.set(way, (byWay.get(way) ?? 0) + capacity.value)
  }
  let sum = 0
  for (const [way, size] of byWay) {
    const [from, to] = way.split(' ')
    const back = byWay.get(`${to} ${from}`)
    if (back === undefined || size > back || (size === back && way < `${to} ${from}`)) sum += size
  }
  return links.length === 0 ? null : sum
}
