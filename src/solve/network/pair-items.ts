import type { NetworkIndex } from './network-index.ts'

/** Kinds of thing whose rate can fall below and rise above its base value. */
export const pairFamilies = ['link', 'supply', 'market', 'conversion', 'injection', 'withdrawal'] as const
export type PairFamily = (typeof pairFamilies)[number]

export interface PairItem {
  /** `TABLE/ROW` of the atlas. */
  readonly row: string
  readonly id: string
  readonly name: string
  readonly bus: number
  /** What one unit adds to buses. */
  readonly entries: readonly (readonly [bus: number, coefficient: number])[]
  /** Store whose stock it feeds (+1) or draws (-1). */
  readonly stock: readonly [store: number, sign: 1 | -1] | null
  /** EUR per unit without wedge. */
  readonly cost: number
}

/** One item a row, in the order of the network. A market earns its outlet's value; stores cost nothing to run. */
export function pairItems(index: NetworkIndex): Readonly<Record<PairFamily, readonly PairItem[]>> {
  const { network } = index
  const single = (
    table: string,
    of: { id: string; name: string; bus: string },
    sign: 1 | -1,
    cost: number,
  ) => {
    const bus = index.busOf(of.bus)
    return {
      row: `${table}/${of.id}`,
      id: of.id,
      name: of.name,
      bus,
      entries: [[bus, sign]] as const,
      stock: null,
      cost,
    }
  }
  return {
    link: network.links.map((link) => {
      const [from, to] = [index.busOf(link.from), index.busOf(link.to)]
      const entries = [
        [from, -1],
        [to, 1 - link.loss],
      ] as const
      const { id, name } = link
      return { row: `links/${id}`, id, name, bus: from, entries, stock: null, cost: link.cost?.value ?? 0 }
    }),
    supply: network.supplies.map((supply) => single('supplies', supply, 1, supply.cost?.value ?? 0)),
    market: index.markets.map((demand) =>
      single('demands', demand, -1, -index.marketValue(index.busOf(demand.bus))),
    ),
    conversion: network.conversions.map((conversion) => {
      const [from, to] = [index.busOf(conversion.from), index.busOf(conversion.to)]
      const entries = [
        [from, -1],
        [to, conversion.efficiency],
      ] as const
      const { id, name } = conversion
      return { row: `conversions/${id}`, id, name, bus: from, entries, stock: null, cost: 0 }
    }),
    injection: network.stores.map((store, at) => ({
      ...single('stores', store, -1, 0),
      stock: [at, 1] as const,
    })),
    withdrawal: network.stores.map((store, at) => ({
      ...single('stores', store, 1, 0),
      stock: [at, -1] as const,
    })),
  }
}
