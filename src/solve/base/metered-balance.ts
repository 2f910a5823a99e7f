import type { Network, NetworkDemand, NetworkStore, NetworkSupply } from '../../atlas/network.ts'
import type { Sourced } from '../../core/provenance.ts'

/** What was metered at a bus over a stretch of days, as a rate in the unit of the carrier. */
export interface MeteredRate {
  readonly id: string
  readonly name: string
  readonly bus: string
  /** `storing`: put into store less drawn from it, below zero where more was drawn. */
  readonly item: 'use' | 'production' | 'storing'
  readonly rate: Sourced
}

/** A network of the stretch of days, and the rows whose rate was metered over it. */
export interface MeteredNetwork {
  readonly network: Network
  readonly metered: ReadonlySet<string>
}

/**
 * The network with what was metered over the days in the place of a year's figures spread by a curve: final demands and
 * wells of the bus share the rate as they share the year's, and a store whose change is known is no store but a use or
 * a source of that rate.
 */
export function withMeteredBalance(network: Network, rates: readonly MeteredRate[]): MeteredNetwork {
  const of = (item: MeteredRate['item']) =>
    new Map(rates.filter((rate) => rate.item === item).map((rate) => [rate.bus, rate]))
  const [uses, made, stored] = [of('use'), of('production'), of('storing')]
  const metered = new Set<string>()
  const note = (id: string, isMetered: boolean) => {
    if (isMetered) metered.add(id)
  }
  const isFinal = (demand: NetworkDemand) => demand.kind === 'final'
  const isWell = (supply: NetworkSupply) => supply.kind === 'production' && supply.output !== null
  const used = totals(network.demands.filter(isFinal), (demand) => demand.rate.value)
  const given = totals(network.supplies.filter(isWell), (supply) => supply.output?.value ?? 0)
  const demands = network.demands.map((demand): NetworkDemand => {
    const rate = isFinal(demand) ? uses.get(demand.bus) : undefined
    const total = used.get(demand.bus) ?? 0
    if (rate === undefined || total <= 0) return demand
    note(demand.id, true)
    return { ...demand, rate: shareOf(rate.rate, demand.rate.value / total), profile: [] }
  })
  const supplies = network.supplies.map((supply): NetworkSupply => {
    const rate = isWell(supply) ? made.get(supply.bus) : undefined
    const total = given.get(supply.bus) ?? 0
    if (rate === undefined || total <= 0) return supply
    note(supply.id, true)
    const output = shareOf(rate.rate, (supply.output?.value ?? 0) / total)
    return { ...supply, output, capacity: output, profile: [] }
  })
  const changes = [...stored.values()].filter((rate) => network.buses.some((bus) => bus.id === rate.bus))
  for (const rate of changes) note(rate.id, true)
  return {
    network: {
      ...network,
      demands: [...demands, ...changes.flatMap(asUse)],
      supplies: [...supplies, ...changes.flatMap(asSource)],
      stores: network.stores.filter((store: NetworkStore) => !stored.has(store.bus)),
    },
    metered,
  }
}

function asUse({ id, name, bus, rate }: MeteredRate): NetworkDemand[] {
  return rate.value > 0 ? [{ id, name, bus, kind: 'final', rate, profile: [] }] : []
}

function asSource({ id, name, bus, rate }: MeteredRate): NetworkSupply[] {
  if (rate.value >= 0) return []
  const output = { ...rate, value: -rate.value, low: null, high: null }
  const nothing = { asset: null, cost: null, duration_days: null, closed_by: null }
  return [{ id, name, bus, kind: 'production', capacity: output, output, profile: [], ...nothing }]
}

function totals<T extends { readonly bus: string }>(rows: readonly T[], rateOf: (row: T) => number) {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(row.bus, (sums.get(row.bus) ?? 0) + rateOf(row))
  return sums
}

function shareOf(rate: Sourced, share: number): Sourced {
  return { ...rate, value: rate.value * share, low: null, high: null }
}
