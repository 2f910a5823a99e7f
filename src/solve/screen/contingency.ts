import type { Network } from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import type { CalendarDate } from '../../core/time.ts'
import type { ConcreteShock } from '../../scenarios/scenario.ts'
import type { SolveResult } from '../result.ts'

/** Everything of one asset out of work at once; a row without an asset stands for itself. */
export interface Contingency {
  /** `assets/ID`, or `TABLE/ROW` where no asset is named. */
  readonly id: string
  readonly name: string
  readonly carriers: readonly Carrier[]
  readonly rows: readonly ContingencyRow[]
}

export interface ContingencyRow {
  readonly table: 'links' | 'conversions' | 'supplies' | 'stores'
  readonly id: string
}

const fieldOf = {
  links: 'capacity',
  conversions: 'capacity',
  supplies: 'supply',
  stores: 'withdrawal',
} as const

/**
 * Every pipeline, line, sea route, plant, field and store of a network, by asset, in the order of its rows. Not a
 * contingency: markets, which stand for the world outside; emergency sources, which work only when called; and
 * fields, stores and plants without an asset, which sum over a zone, so that no one event can take them out.
 */
export function contingenciesOf(network: Network): readonly Contingency[] {
  const found = new Map<string, { name: string; carriers: Set<Carrier>; rows: ContingencyRow[] }>()
  const carrierOf = new Map(network.buses.map((bus) => [bus.id, bus.carrier]))
  const add = (
    table: ContingencyRow['table'],
    row: { readonly id: string; readonly name: string; readonly asset: string | null },
    bus: string,
  ): void => {
    const id = row.asset === null ? `${table}/${row.id}` : `assets/${row.asset}`
    const entry = found.get(id) ?? { name: row.name, carriers: new Set<Carrier>(), rows: [] }
    const carrier = carrierOf.get(bus)
    if (carrier !== undefined) entry.carriers.add(carrier)
    entry.rows.push({ table, id: row.id })
    found.set(id, entry)
  }
  for (const link of network.links) if (link.kind !== 'market') add('links', link, link.from)
  for (const conversion of network.conversions) {
    if (conversion.asset !== null) add('conversions', conversion, conversion.from)
  }
  for (const supply of network.supplies) {
    if (supply.kind === 'production' && supply.asset !== null) add('supplies', supply, supply.bus)
  }
  for (const store of network.stores) if (store.asset !== null) add('stores', store, store.bus)
  return [...found].map(([id, { name, carriers, rows }]) => ({ id, name, carriers: [...carriers], rows }))
}

/** The loss of all its rows from `from` to the end of the horizon. */
export function shocksOf(contingency: Contingency, from: CalendarDate): readonly ConcreteShock[] {
  return contingency.rows.map(({ table, id }) => ({
    asset: `${table}/${id}`,
    field: fieldOf[table],
    value: 0,
    unit: '1',
    from,
    to: null,
  }))
}

/** What its rows carry, make or give in a run, over the horizon, in units of their carriers. */
export function volumeThrough(contingency: Contingency, run: SolveResult): number {
  let volume = 0
  for (const { table, id } of contingency.rows) {
    const series = {
      links: run.flow,
      conversions: run.converted,
      supplies: run.output,
      stores: run.withdrawal,
    }[table].get(id)
    series?.forEach((value, p) => {
      volume += value * (run.periods[p]?.days ?? 1)
    })
  }
  return volume
}
