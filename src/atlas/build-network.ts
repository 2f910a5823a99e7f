import type { Sourced } from '../core/provenance.ts'
import type { CalendarDate } from '../core/time.ts'
import type { Atlas } from './atlas.ts'
import { atlasOnDay } from './atlas-on-day.ts'
import { buildRefusals } from './build-refusals.ts'
import { priceInModelUnits, rateUnits } from './figures.ts'
import { withoutGenerationFuel } from './generation-fuel.ts'
import type { Bus, DemandTier, Network } from './network.ts'
import {
  contractsOf,
  conversionsOf,
  jointProductsOf,
  linksOf,
  storesOf,
  suppliesOf,
  usesOf,
} from './network-elements.ts'
import type { Carrier } from './tables.ts'

/**
 * The system of one day. A row without any figure that holds on the day is left out: the thing did not
 * exist yet, or nothing is known of it, which `checkAtlas` reports.
 */
export function buildNetwork(atlas: Atlas, date: CalendarDate): Network {
  const day = atlasOnDay(atlas, date)
  const links = linksOf(day)
  const supplies = suppliesOf(day)
  const stores = storesOf(day)
  const conversions = conversionsOf(day)
  const built = new Set([...supplies, ...links].map((row) => row.id))
  const plants = new Set(
    atlas.tables.conversions.filter((row) => row.kind === 'generation').map((row) => row.id),
  )
  const drawn = new Map<string, number>()
  for (const { id, from, flow } of conversions)
    if (flow && plants.has(id)) drawn.set(from, (drawn.get(from) ?? 0) + flow.value)
  const demands = withoutGenerationFuel(usesOf(day), drawn)
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
    jointProducts: jointProductsOf(day, built),
    contracts: contractsOf(day, built),
    refusals: buildRefusals(atlas, date, { links, supplies }),
    ...blocks(atlas),
    tiers: tiers(atlas),
    units: rateUnits,
  }
}

function busOf(id: string): Bus {
  const [zone = '', carrier = ''] = id.split(':')
  return { id, zone, carrier: carrier as Carrier }
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
