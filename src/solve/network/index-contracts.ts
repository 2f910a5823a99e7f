import type { NetworkContract } from '../../atlas/network.ts'
import type { NetworkIndex } from './network-index.ts'

/** Share of the price that the right to take paid energy later is worth; assumed. */
const MAKE_UP_WORTH = 0.7

/** A contract with the indices of its links in the network. */
export interface IndexedContract {
  readonly contract: NetworkContract
  readonly links: readonly number[]
  /** EUR per unit paid for. */
  readonly price: number
  /** EUR per unit that a deficiency costs beyond the right to make it up. */
  readonly deficiencyCost: number
}

/** Those with a link in the network; without a known price the value of a market outlet stands for it. */
export function indexContracts(index: NetworkIndex): readonly IndexedContract[] {
  const linkAt = new Map(index.network.links.map((link, at) => [link.id, at]))
  return (index.network.contracts ?? []).flatMap((contract): IndexedContract[] => {
    const links = contract.links.flatMap((id) => linkAt.get(id) ?? [])
    const [first] = links
    if (first === undefined) return []
    const bus = index.busOf(index.network.links[first]?.to ?? '')
    const price = contract.price?.value ?? index.marketValue(bus)
    return [{ contract, links, price, deficiencyCost: (1 - MAKE_UP_WORTH) * price }]
  })
}
