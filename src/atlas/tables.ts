import type { z } from 'zod'
import { actorTables } from './tables/actor-tables.ts'
import { nameTables } from './tables/name-tables.ts'
import { networkTables } from './tables/network-tables.ts'
import { nuclearTables } from './tables/nuclear-tables.ts'
import { numberTables } from './tables/number-tables.ts'

/** Column order of every table is the key order here; `atlas check` holds files and datapackage.json to it. */
export const tableSchemas = {
  ...networkTables,
  ...numberTables,
  ...actorTables,
  ...nuclearTables,
  ...nameTables,
} as const

export type TableName = keyof typeof tableSchemas

/** Tables whose rows have an `id`: what `TABLE/ROW` can name. */
export const tablesWithIds = [
  'zones',
  'assets',
  'links',
  'supplies',
  'demands',
  'stores',
  'conversions',
  'joint_products',
  'contracts',
  'sea_trades',
  'assumptions',
  'precedents',
  'actors',
  'measures',
  'observations',
  'balances',
  'reactors',
  'nuclear_supply',
  'places',
  'sources',
] as const satisfies readonly TableName[]

export type Row<T extends TableName> = z.infer<(typeof tableSchemas)[T]>
export type Carrier = Row<'links'>['carrier']
export type Asset = Row<'assets'>
export type Link = Row<'links'>
export type Figure = Row<'figures'>
export type Measure = Row<'measures'>
export type Name = Row<'names'>
export type ObservedFlow = Row<'observations'>
export type MeteredBalance = Row<'balances'>
export type Source = Row<'sources'>
export type Reactor = Row<'reactors'>
export type NuclearSupply = Row<'nuclear_supply'>
