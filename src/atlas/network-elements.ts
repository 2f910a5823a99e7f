import type { Sourced } from '../core/provenance.ts'
import type { AtlasOnDay } from './atlas-on-day.ts'
import { rateUnits } from './figures.ts'
import { holdsOn } from './holds-on.ts'
import type {
  NetworkContract,
  NetworkConversion,
  NetworkDemand,
  NetworkJointProduct,
  NetworkLink,
  NetworkStore,
  NetworkSupply,
} from './network.ts'
import type { Carrier } from './tables.ts'

/** Share of the volume in store where no level is known: `assumption:store-level`. */
const assumedLevel = 0.5
/** Days to fill or empty where no rate is known: `assumption:store-rate`. */
const assumedDays = { underground: 120, tank: 2, strategic: 90, reservoir: 120 } as const

/** Links whose capacity or flow is known. */
export function linksOf({ atlas, reader, closedBy, isAuctioned }: AtlasOnDay): NetworkLink[] {
  return atlas.tables.links.flatMap((row): NetworkLink[] => {
    const read = reader('links', row.id, row.carrier)
    const [capacity, flow] = [read('capacity'), read('flow')]
    if (!capacity && !flow) return []
    return [
      {
        id: row.id,
        name: row.name,
        carrier: row.carrier,
        kind: row.kind,
        from: busId(row.from_zone, row.carrier),
        to: busId(row.to_zone, row.carrier),
        asset: row.asset,
        capacity,
        flow,
        cost: read('cost'),
        loss: read('loss')?.value ?? 0,
        ...(row.carrier === 'power' ? { reactance: read('reactance') } : {}),
        ...closedBy('links', row.id, row.asset),
        ...(isAuctioned(row) ? { isAuctioned: true } : {}),
      },
    ]
  })
}

/** Supplies whose capacity or output is known. */
export function suppliesOf({ atlas, reader, profile, closedBy }: AtlasOnDay): NetworkSupply[] {
  return atlas.tables.supplies.flatMap((row): NetworkSupply[] => {
    const read = reader('supplies', row.id, row.carrier)
    const [capacity, output] = [read('capacity'), read('output')]
    if (!capacity && !output) return []
    return [
      {
        id: row.id,
        name: row.name,
        bus: busId(row.zone, row.carrier),
        asset: row.asset,
        kind: row.kind,
        capacity,
        output,
        cost: read('cost') ?? read('price'),
        duration_days: read('duration')?.value ?? null,
        ...(row.carrier === 'power' ? { peak: read('peak') } : {}),
        profile: profile('supplies', row.id),
        ...closedBy('supplies', row.id, row.asset),
      },
    ]
  })
}

/** Demands whose rate is known, fuel of the power plants among them. */
export function usesOf({ atlas, reader, profile }: AtlasOnDay): NetworkDemand[] {
  return atlas.tables.demands.flatMap((row): NetworkDemand[] => {
    const read = reader('demands', row.id, row.carrier)
    const rate = read('rate')
    if (!rate) return []
    return [
      {
        id: row.id,
        name: row.name,
        bus: busId(row.zone, row.carrier),
        kind: row.kind,
        rate,
        ...(row.carrier === 'power' || row.carrier === 'gas' ? { peak: read('peak') } : {}),
        profile: profile('demands', row.id),
      },
    ]
  })
}

/** Stores whose volume is known; level and rates are assumed where they are not. */
export function storesOf({ atlas, reader }: AtlasOnDay): NetworkStore[] {
  return atlas.tables.stores.flatMap((row): NetworkStore[] => {
    const read = reader('stores', row.id, row.carrier)
    const volume = read('volume')
    if (!volume) return []
    const rate = assumed(volume, 1 / assumedDays[row.kind], rateUnits[row.carrier], 'store-rate')
    const at30 = read('withdrawal_at_30')
    return [
      {
        id: row.id,
        name: row.name,
        bus: busId(row.zone, row.carrier),
        asset: row.asset,
        kind: row.kind,
        volume,
        level: read('level') ?? assumed(volume, assumedLevel, volume.unit, 'store-level'),
        injection: read('injection') ?? rate,
        withdrawal: read('withdrawal') ?? rate,
        ...(at30 && { withdrawalAt30: at30 }),
      },
    ]
  })
}

/** Conversions whose capacity or flow is known. */
export function conversionsOf({ atlas, reader }: AtlasOnDay): NetworkConversion[] {
  return atlas.tables.conversions.flatMap((row): NetworkConversion[] => {
    const read = reader('conversions', row.id, row.from_carrier)
    const [capacity, flow] = [read('capacity'), read('flow')]
    if (!capacity && !flow) return []
    return [
      {
        id: row.id,
        name: row.name,
        from: busId(row.zone, row.from_carrier),
        to: busId(row.zone, row.to_carrier),
        asset: row.asset,
        capacity,
        efficiency: read('efficiency')?.value ?? 1,
        flow,
      },
    ]
  })
}

/** Joint products of supplies that were built, with the outlets that were. */
export function jointProductsOf(
  { atlas, reader }: AtlasOnDay,
  built: ReadonlySet<string>,
): NetworkJointProduct[] {
  return atlas.tables.joint_products.flatMap((row): NetworkJointProduct[] => {
    const read = reader('joint_products', row.id, 'crude')
    const ratio = read('ratio')
    if (!ratio || !built.has(row.main_supply) || !built.has(row.by_supply)) return []
    return [
      {
        id: row.id,
        name: row.name,
        main: row.main_supply,
        by: row.by_supply,
        outlets: row.outlets.split(/\s+/u).filter((link) => built.has(link)),
        ratio,
        elsewhere: (['reinjection', 'own_use', 'flaring'] as const).reduce(
          (sum, field) => sum + (read(field)?.value ?? 0),
          0,
        ),
      },
    ]
  })
}

/** Contracts in force that say what is taken or paid for, and by which built links. */
export function contractsOf(
  { atlas, date, reader }: AtlasOnDay,
  built: ReadonlySet<string>,
): NetworkContract[] {
  return atlas.tables.contracts.flatMap((row): NetworkContract[] => {
    const read = reader('contracts', row.id, row.carrier)
    const [quantity, takeOrPay] = [read('rate'), read('take_or_pay')]
    const delivery = row.links.split(/\s+/u).filter((link) => built.has(link))
    if (!quantity || !takeOrPay || delivery.length === 0 || !holdsOn(row, date)) return []
    const { id, name, carrier } = row
    return [{ id, name, carrier, links: delivery, quantity, takeOrPay, price: read('price') }]
  })
}

export function busId(zone: string, carrier: Carrier): string {
  return `${zone}:${carrier}`
}

function assumed(volume: Sourced, factor: number, unit: string, assumption: string): Sourced {
  const value = volume.value * factor
  return { value, low: null, high: null, unit, status: 'assumed', because: `assumption:${assumption}` }
}
