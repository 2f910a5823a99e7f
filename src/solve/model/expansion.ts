import { CorridorError } from '../../core/errors.ts'
import { type CalendarDate, daysBetween } from '../../core/time.ts'
import type { NetworkIndex } from '../network/network-index.ts'
import type { PairFamily } from '../network/pair-items.ts'
import type { Period } from '../time-grid.ts'

/** What a scenario lets the plan build, at a cost. */
export interface Extendable {
  /** `links/ID`, `supplies/ID` or `conversions/ID`; `stores/ID` for the volume of a store. */
  readonly asset: string
  /** The most that may be added, in the unit of its rate; of a store in that of its stock. */
  readonly most: number
  readonly unit: string
  /** EUR a year for each unit. */
  readonly costPerYear: number
  /** First day on which what is built works; null: at once. */
  readonly from: CalendarDate | null
}

export interface IndexedExpansion {
  readonly extendable: Extendable
  /** The rate that may rise; `volume`: what a store may hold, and its rates with it. */
  readonly family: PairFamily | 'volume'
  readonly item: number
  /** Limits that rise by what is built. */
  readonly raises: readonly RaisedLimit[]
  readonly name: string
  readonly unit: string
  /** EUR for each unit over the horizon: its share of the year's cost. */
  readonly cost: number
  /** By period, whether what is built works from its first day. */
  readonly works: readonly boolean[]
}

/** A limit that rises with what is built. */
export interface RaisedLimit {
  readonly family: PairFamily | 'volume'
  readonly item: number
  /** The unit of stock that rates are stated for; null: a unit built is a unit of the limit. */
  readonly perVolume: number | null
}

const DAYS_A_YEAR = 365

const tables = [
  ['links', 'link'],
  ['supplies', 'supply'],
  ['conversions', 'conversion'],
  ['stores', 'volume'],
] as const

/** Throws `asset_unknown` or `scenario_invalid` naming the row. What a measure closes cannot be built around. */
export function indexExpansions(
  index: NetworkIndex,
  periods: readonly Period[],
  list: readonly Extendable[],
): readonly IndexedExpansion[] {
  const days = periods.reduce((sum, period) => sum + period.days, 0)
  return list.map((extendable): IndexedExpansion => {
    const { asset, most, unit, costPerYear, from } = extendable
    const table = tables.find(([name]) => asset.startsWith(`${name}/`))
    if (table === undefined) {
      throw new CorridorError(
        'scenario_invalid',
        `${asset} cannot be extended: name a row of links, supplies, conversions or stores.`,
      )
    }
    const rows = index.network[table[0]]
    const item = rows.findIndex((row) => `${table[0]}/${row.id}` === asset)
    const row = rows[item]
    if (row === undefined) {
      throw new CorridorError(
        'asset_unknown',
        `${asset} is not in the network of that day, so it cannot be extended.`,
      )
    }
    const bus = 'bus' in row ? row.bus : row.from
    const rate = index.unitOf(index.busOf(bus))
    const own = table[1] === 'volume' ? rate.replace(/_d$/u, '') : rate
    if (unit !== own || !(most >= 0) || !(costPerYear >= 0) || !Number.isFinite(most + costPerYear)) {
      throw new CorridorError(
        'scenario_invalid',
        `${asset} may be extended by ${most} ${unit} at ${costPerYear} EUR a year: give at least 0, in ${own}.`,
      )
    }
    const isClosed = 'closed_by' in row && row.closed_by !== null
    return {
      extendable,
      family: table[1],
      item,
      raises: raisedBy(index, table[1], item),
      name: row.name,
      unit: own,
      cost: (costPerYear * days) / DAYS_A_YEAR,
      works: periods.map(({ start }) => !isClosed && (from === null || daysBetween(from, start) >= 0)),
    }
  })
}

/**
 * A store that is built larger takes in and gives more in proportion: new caverns and tanks come with wells and pumps
 * of their own. A strategic one gives nothing until a scenario says so, whatever its size.
 */
function raisedBy(
  { network }: NetworkIndex,
  family: IndexedExpansion['family'],
  item: number,
): readonly RaisedLimit[] {
  const own = { family, item, perVolume: null }
  const store = family === 'volume' ? network.stores[item] : undefined
  if (store === undefined || store.kind === 'strategic' || !(store.volume.value > 0)) return [own]
  const perVolume = store.volume.value
  return [own, { family: 'injection', item, perVolume }, { family: 'withdrawal', item, perVolume }]
}
