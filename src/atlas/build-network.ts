import type { Sourced } from '../core/provenance.ts'
import { type CalendarDate, calendarDate } from '../core/time.ts'
import type { Atlas } from './atlas.ts'
import { buildRefusals } from './build-refusals.ts'
import { priceInModelUnits, rateUnits } from './figures.ts'
import { withoutGenerationFuel } from './generation-fuel.ts'
import { holdsOn } from './holds-on.ts'
import type {
  Bus,
  DemandTier,
  Network,
  NetworkContract,
  NetworkConversion,
  NetworkDemand,
  NetworkJointProduct,
  NetworkLink,
  NetworkStore,
  NetworkSupply,
} from './network.ts'
import type { Carrier, Figure, Link, TableName } from './tables.ts'

type Read = (field: Figure['field']) => Sourced | null

const flat: readonly number[] = Array.from({ length: 12 }, () => 1)

/** Share of the volume in store where no level is known: `assumption:store-level`. */
const assumedLevel = 0.5
/** Days to fill or empty where no rate is known: `assumption:store-rate`. */
const assumedDays = { underground: 120, tank: 2, strategic: 90, reservoir: 120 } as const

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

/**
 * The system of one day. A row without any figure that holds on the day is left out: the thing did not
 * exist yet, or nothing is known of it, which `checkAtlas` reports.
 */
export function buildNetwork(atlas: Atlas, date: CalendarDate): Network {
  const closedBy = closures(atlas, date)
  const reader = (table: TableName, row: string, carrier: Carrier): Read => {
    return (field) =>
      atlas.figure(table, row, field, date) ?? takenBack(atlas, { table, row, field, date, carrier })
  }
  const profile = profiles(atlas)
  const isAuctioned = auctions(atlas, date)
  const links = atlas.tables.links.flatMap((row): NetworkLink[] => {
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
  const supplies = atlas.tables.supplies.flatMap((row): NetworkSupply[] => {
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
  const uses = atlas.tables.demands.flatMap((row): NetworkDemand[] => {
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
  const plants = new Set(
    atlas.tables.conversions.filter((row) => row.kind === 'generation').map((row) => row.id),
  )
  const stores = atlas.tables.stores.flatMap((row): NetworkStore[] => {
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
  const conversions = atlas.tables.conversions.flatMap((row): NetworkConversion[] => {
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
  const drawn = new Map<string, number>()
  for (const { id, from, flow } of conversions)
    if (flow && plants.has(id)) drawn.set(from, (drawn.get(from) ?? 0) + flow.value)
  const demands = withoutGenerationFuel(uses, drawn)
  const built = new Set([...supplies, ...links].map((row) => row.id))
  const jointProducts = atlas.tables.joint_products.flatMap((row): NetworkJointProduct[] => {
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
  const busIds = [
    ...links.flatMap((link) => [link.from, link.to]),
    ...[...supplies, ...demands, ...stores].map((element) => element.bus),
    ...conversions.flatMap((conversion) => [conversion.from, conversion.to]),
  ]
  const countryOf = new Map(atlas.tables.zones.map((zone) => [zone.id, zone.country]))
  const buses = [...new Set(busIds)].sort().map((id) => {
    const bus = busOf(id)
    const country = countryOf.get(bus.zone)
    return country ? { ...bus, country } : bus
  })
  return {
    as_of: date,
    buses,
    links,
    supplies,
    demands,
    stores,
    conversions,
    jointProducts,
    contracts: atlas.tables.contracts.flatMap((row): NetworkContract[] => {
      const read = reader('contracts', row.id, row.carrier)
      const [quantity, takeOrPay] = [read('rate'), read('take_or_pay')]
      const delivery = row.links.split(/\s+/u).filter((link) => built.has(link))
      if (!quantity || !takeOrPay || delivery.length === 0 || !holdsOn(row, date)) return []
      const { id, name, carrier } = row
      return [{ id, name, carrier, links: delivery, quantity, takeOrPay, price: read('price') }]
    }),
    refusals: buildRefusals(atlas, date, { links, supplies }),
    ...blocks(atlas),
    tiers: tiers(atlas),
    units: rateUnits,
  }
}

function busId(zone: string, carrier: Carrier): string {
  return `${zone}:${carrier}`
}

function busOf(id: string): Bus {
  const [zone = '', carrier = ''] = id.split(':')
  return { id, zone, carrier: carrier as Carrier }
}

function assumed(volume: Sourced, factor: number, unit: string, assumption: string): Sourced {
  const value = volume.value * factor
  return { value, low: null, high: null, unit, status: 'assumed', because: `assumption:${assumption}` }
}

function profiles(atlas: Atlas): (table: 'demands' | 'supplies', row: string) => readonly number[] {
  const byRow = new Map<string, number[]>()
  for (const { table, row, month, factor } of atlas.tables.profiles) {
    const factors = byRow.get(`${table}/${row}`) ?? [...flat]
    if (month >= 1 && month <= 12) factors[month - 1] = factor
    byRow.set(`${table}/${row}`, factors)
  }
  return (table, row) => byRow.get(`${table}/${row}`) ?? flat
}

function tiers(atlas: Atlas): DemandTier[] {
  return atlas.tables.tiers.flatMap((row): DemandTier[] => {
    const value = priceInModelUnits(row.price, row.unit, row.carrier)
    if (value === null) return []
    const unit = `EUR/${rateUnits[row.carrier].replace('_d', '')}`
    const because = `atlas:tiers/${row.carrier}-${row.tier}/price`
    const price: Sourced = { value, low: null, high: null, unit, status: row.status, because }
    return [{ carrier: row.carrier, tier: row.tier, share: row.share_pct / 100, price }]
  })
}

/** Hours of peak, where the atlas has all premises for them. */
function blocks(atlas: Atlas): Pick<Network, 'powerBlocks'> {
  const central = (id: string) => atlas.tables.assumptions.find((row) => row.id === id)?.central ?? null
  const hours = central('power-peak-block-hours')
  const ordinary = central('power-ordinary-peak')
  const overMonth = central('power-peak-over-month')
  const swing = central('power-peak-swing')
  if (hours === null || ordinary === null || overMonth === null || swing === null) return {}
  return { powerBlocks: { hours, ordinary, overMonth, swing } }
}

type Closed = Pick<NetworkLink, 'closed_by'> & { readonly closures: readonly string[] }

/** The closing measures in force whose targets hold the row, its asset or what that is part of. */
function closures(
  atlas: Atlas,
  date: CalendarDate,
): (table: 'links' | 'supplies', row: string, asset: string | null) => Closed {
  const closing = atlas
    .measuresAt(date)
    .filter((measure) => measure.effect === 'closed')
    .map((measure) => ({ id: measure.id, targets: refs(measure.targets), exempts: refs(measure.exempts) }))
  return (table, row, asset) => {
    const own = asset === null ? [] : [asset, ...atlas.ancestors(asset).map((above) => above.id)]
    const names = [`${table}/${row}`, ...own.map((id) => `assets/${id}`)]
    const found = closing
      .filter(
        ({ targets, exempts }) =>
          names.some((name) => targets.has(name)) && !names.some((name) => exempts.has(name)),
      )
      .map(({ id }) => id)
    return { closed_by: found[0] ?? null, closures: found }
  }
}

function refs(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).filter((ref) => ref !== ''))
}
