import type { Network, NetworkSupply } from '../../atlas/network.ts'

/** Supplies of one market that stand for the steps of one offer: for people they are one thing to buy. */
export interface MarketGroup {
  /** What effects name: `markets/ZONE`. */
  readonly ref: string
  /** The words that all members begin with. */
  readonly name: string
  readonly members: readonly NetworkSupply[]
}

/** Markets of the network that offer in several steps; a market with one supply is none of them. */
export function marketGroups(network: Network): readonly MarketGroup[] {
  const byBus = new Map<string, NetworkSupply[]>()
  for (const supply of network.supplies) {
    if (supply.kind === 'market') byBus.set(supply.bus, [...(byBus.get(supply.bus) ?? []), supply])
  }
  return [...byBus].flatMap(([bus, members]) => {
    if (members.length < 2) return []
    const shared = sharedStart(members.map((supply) => supply.name))
    return [
      {
        ref: `markets/${bus.replace(':', '-')}`,
        name: shared === '' ? 'Purchases on the market' : shared,
        members,
      },
    ]
  })
}

/** Words that all names begin with, up to the last comma where one ends what tells them apart. */
function sharedStart(names: readonly string[]): string {
  const words = names.map((name) => name.split(' '))
  const first = words[0] ?? []
  const differing = first.findIndex((word, index) => words.some((other) => other[index] !== word))
  const start = first.slice(0, differing < 0 ? first.length : differing).join(' ')
  const comma = start.lastIndexOf(',')
  return (comma > 0 ? start.slice(0, comma) : start).trim()
}
