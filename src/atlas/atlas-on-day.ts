import type { Sourced } from '../core/provenance.ts'
import { type CalendarDate, calendarDate } from '../core/time.ts'
import type { Atlas } from './atlas.ts'
import { type Closed, closures } from './closures.ts'
import type { Carrier, Figure, Link, TableName } from './tables.ts'

type Read = (field: Figure['field']) => Sourced | null

/** The atlas as it holds on one day: what the elements of that day's network are read from. */
export interface AtlasOnDay {
  readonly atlas: Atlas
  readonly date: CalendarDate
  /** Figures of one row in model units; null where none holds on the day. */
  readonly reader: (table: TableName, row: string, carrier: Carrier) => Read
  /** Twelve monthly factors, mean 1. */
  readonly profile: (table: 'demands' | 'supplies', row: string) => readonly number[]
  readonly closedBy: (table: 'links' | 'supplies', row: string, asset: string | null) => Closed
  readonly isAuctioned: (link: Link) => boolean
}

export function atlasOnDay(atlas: Atlas, date: CalendarDate): AtlasOnDay {
  return {
    atlas,
    date,
    reader: (table, row, carrier) => (field) =>
      atlas.figure(table, row, field, date) ?? takenBack(atlas, { table, row, field, date, carrier }),
    profile: profiles(atlas),
    closedBy: closures(atlas, date),
    isAuctioned: auctions(atlas, date),
  }
}

/** First day of the world's base year, and how far back it stands in for years that the atlas lacks. */
const worldBase = { from: '2023-01-01', backTo: '2016-01-01' } as const
/** Gas has figures of its own for earlier years. */
const takenBackCarriers: ReadonlySet<Carrier> = new Set(['crude', 'products', 'coal', 'power'])

/** A figure of the world's base year for an earlier day, where nothing older is known: then it is assumed. */
function takenBack(
  atlas: Atlas,
  of: { table: TableName; row: string; field: Figure['field']; date: CalendarDate; carrier: Carrier },
): Sourced | null {
  if (!takenBackCarriers.has(of.carrier) || of.date >= worldBase.from || of.date < worldBase.backTo)
    return null
  const later = atlas.figure(of.table, of.row, of.field, calendarDate(worldBase.from))
  return later && { ...later, status: 'assumed' }
}

/** From when free capacity of gas pipelines is auctioned by the day between the members of this body. */
const gasAuctions = { body: 'eu-gas-capacity-auctions', from: '2015-11-01' } as const

function auctions(atlas: Atlas, date: CalendarDate): (link: Link) => boolean {
  const members = atlas.tables.actors.find(({ id }) => id === gasAuctions.body)?.country.split(' ') ?? []
  const zones = new Set(date < gasAuctions.from ? [] : members.flatMap((code) => atlas.zonesOf(code)))
  return ({ carrier, kind, from_zone, to_zone }) =>
    carrier === 'gas' && kind === 'pipeline' && zones.has(from_zone) && zones.has(to_zone)
}

const flat: readonly number[] = Array.from({ length: 12 }, () => 1)

function profiles(atlas: Atlas): (table: 'demands' | 'supplies', row: string) => readonly number[] {
  const byRow = new Map<string, number[]>()
  for (const { table, row, month, factor } of atlas.tables.profiles) {
    const factors = byRow.get(`${table}/${row}`) ?? [...flat]
    if (month >= 1 && month <= 12) factors[month - 1] = factor
    byRow.set(`${table}/${row}`, factors)
  }
  return (table, row) => byRow.get(`${table}/${row}`) ?? flat
}
