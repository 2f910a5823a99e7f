import type {
  Bus,
  DemandTier,
  Network,
  NetworkDemand,
  NetworkLink,
  NetworkStore,
  NetworkSupply,
} from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import { CorridorError } from '../../core/errors.ts'
import { refuseBadNetwork } from './check-network.ts'

interface IndexedTier {
  readonly tier: string
  /** Share of demand, 0 to 1. */
  readonly share: number
  /** EUR per unit that one unit of it unserved is counted as. */
  readonly price: number
}

/** A part of a tier, narrow enough that zones share a shortage: filled in order, each dearer than the one before. */
interface SharingStep {
  /** Index of its tier in `tiers`. */
  readonly tier: number
  /** Share of demand, 0 to 1. */
  readonly share: number
  /** EUR per unit that its tier is counted as. */
  readonly price: number
  /** EUR per unit added in the search for a plan only, so that rates rise together; enters no price. */
  readonly sharing: number
}

/** The network with what the programme looks up again and again. Order is that of the network. */
export interface NetworkIndex {
  readonly network: Network
  readonly buses: readonly Bus[]
  readonly busIndex: ReadonlyMap<string, number>
  readonly finals: readonly NetworkDemand[]
  readonly markets: readonly NetworkDemand[]
  readonly tiers: ReadonlyMap<Carrier, readonly IndexedTier[]>
  readonly steps: ReadonlyMap<Carrier, readonly SharingStep[]>
  readonly unitOf: (bus: number) => string
  readonly carrierOf: (bus: number) => Carrier
  readonly busOf: (id: string) => number
  /** Value of a unit at a market outlet: a fixed part of the first step's price. */
  readonly marketValue: (bus: number) => number
  /** A throughput of the carrier to measure relative adjustments against; at least 1. */
  readonly scaleOf: (carrier: Carrier) => number
}

/** A market outlet gives way before any final demand does; assumed. */
const MARKET_SHARE_OF_FIRST_STEP = 0.8

/** Throws `network_invalid` naming the row and the mend. */
export function indexNetwork(network: Network): NetworkIndex {
  const busIndex = new Map(network.buses.map((bus, index) => [bus.id, index]))
  if (busIndex.size !== network.buses.length) throw invalid('Two buses share an id; give each its own.')
  const busOf = (id: string): number => {
    const index = busIndex.get(id)
    if (index === undefined)
      throw invalid(`Bus ${id} is named by a row but is not in the network; add its zone.`)
    return index
  }
  const busAt = (index: number): Bus => {
    const bus = network.buses[index]
    if (bus === undefined) throw new RangeError(`no bus ${index}`)
    return bus
  }
  refuseBadNetwork(network)
  for (const demand of network.demands) busOf(demand.bus)
  const tiers = tiersByCarrier(network.tiers)
  for (const demand of network.demands) {
    const carrier = busAt(busOf(demand.bus)).carrier
    if (!tiers.has(carrier)) {
      throw invalid(`Demand ${demand.id} needs steps for ${carrier}; add rows to the tiers table.`)
    }
  }
  const scales = carrierScales(network)
  return {
    network,
    buses: network.buses,
    busIndex,
    finals: network.demands.filter((demand) => demand.kind === 'final'),
    markets: network.demands.filter((demand) => demand.kind === 'market'),
    tiers,
    steps: new Map([...tiers].map(([carrier, of]) => [carrier, sharingSteps(of)])),
    unitOf: (bus) => network.units[busAt(bus).carrier],
    carrierOf: (bus) => busAt(bus).carrier,
    busOf,
    marketValue: (bus) => MARKET_SHARE_OF_FIRST_STEP * (tiers.get(busAt(bus).carrier)?.[0]?.price ?? 0),
    scaleOf: (carrier) => scales.get(carrier) ?? 1,
  }
}

/** The largest observed flow or demand of each carrier, at least 1; of a part of a network those of the whole. */
export function carrierScales(network: Network): ReadonlyMap<Carrier, number> {
  if (network.scales !== undefined) return network.scales
  const carrierOf = new Map(network.buses.map((bus) => [bus.id, bus.carrier]))
  const scales = new Map<Carrier, number>()
  const seen = (carrier: Carrier, value: number | undefined) =>
    scales.set(carrier, Math.max(scales.get(carrier) ?? 1, value ?? 0))
  for (const link of network.links) seen(link.carrier, link.flow?.value)
  for (const demand of network.demands) {
    const carrier = carrierOf.get(demand.bus)
    if (carrier !== undefined) seen(carrier, demand.rate.value)
  }
  return scales
}

/** Shares are made to sum to one; steps come in order of price, the first to be cut first. */
function tiersByCarrier(rows: readonly DemandTier[]): ReadonlyMap<Carrier, readonly IndexedTier[]> {
  const grouped = new Map<Carrier, DemandTier[]>()
  for (const row of rows) grouped.set(row.carrier, [...(grouped.get(row.carrier) ?? []), row])
  const result = new Map<Carrier, readonly IndexedTier[]>()
  for (const [carrier, steps] of grouped) {
    const sum = steps.reduce((total, step) => total + step.share, 0)
    if (!(sum > 0)) throw invalid(`The steps of ${carrier} have no shares; they must sum to 100 percent.`)
    result.set(
      carrier,
      steps
        .map((step) => ({ tier: step.tier, share: step.share / sum, price: step.price.value }))
        .sort((a, b) => a.price - b.price),
    )
  }
  return result
}

/** Widest step of demand, in shares of it: zones of one market lose equal shares to within it. */
const WIDEST_STEP = 0.05

/** Each tier in equal steps, whose added cost rises half way to the next tier, where the value of missing stock lies. */
function sharingSteps(tiers: readonly IndexedTier[]): readonly SharingStep[] {
  return tiers.flatMap(({ share, price }, tier) => {
    const count = Math.max(1, Math.ceil(share / WIDEST_STEP - 1e-9))
    const below = tiers[tier - 1]?.price ?? 0
    const rise = (tiers[tier + 1]?.price ?? price + (price - below)) - price
    return Array.from({ length: count }, (_, step) => ({
      tier,
      share: share / count,
      price,
      sharing: (0.5 * rise * step) / count,
    }))
  })
}

function invalid(message: string): CorridorError {
  return new CorridorError('network_invalid', message)
}

/** Capacity of a link on the day: none while a measure closes it; null where no limit is known. */
export function linkCapacity(link: NetworkLink): number | null {
  if (link.closed_by !== null) return 0
  return link.capacity?.value ?? null
}

/** Limit of a supply in the base; emergency supplies give nothing until called. */
export function supplyCapacity(supply: NetworkSupply): number | null {
  if (supply.closed_by !== null || supply.kind === 'emergency') return 0
  return supply.capacity?.value ?? null
}

/** Strategic stocks are released by decision, not by the market: they give nothing until a scenario says so. */
export function storeWithdrawal(store: NetworkStore): number {
  return store.kind === 'strategic' ? 0 : store.withdrawal.value
}

export function storeInjection(store: NetworkStore): number {
  return store.kind === 'strategic' ? 0 : store.injection.value
}
