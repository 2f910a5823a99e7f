import type {
  Network,
  NetworkConversion,
  NetworkDemand,
  NetworkLink,
  NetworkSupply,
} from '../../atlas/network.ts'
import type { Carrier } from '../../atlas/tables.ts'
import type { Sourced } from '../../core/provenance.ts'
import { calendarDate } from '../../core/time.ts'

/* Small networks for tests, in as few words as a hand-worked case needs. */

export function sourced(value: number, status: Sourced['status'] = 'reported'): Sourced {
  return { value, low: null, high: null, unit: '1', status, because: 'assumption:test' }
}

interface Fixture {
  readonly links?: readonly (Partial<Omit<NetworkLink, 'capacity' | 'flow' | 'cost'>> & {
    id: string
    from: string
    to: string
    capacity?: number | null
    flow?: number | null
    cost?: number
  })[]
  readonly powerBlocks?: Network['powerBlocks']
  readonly supplies?: readonly (Partial<Omit<NetworkSupply, 'capacity' | 'output' | 'cost'>> & {
    id: string
    bus: string
    capacity?: number | null
    output?: number | null
    cost?: number
  })[]
  readonly demands?: readonly (Partial<Omit<NetworkDemand, 'rate'>> & {
    id: string
    bus: string
    rate: number
  })[]
  readonly stores?: readonly {
    id: string
    bus: string
    volume: number
    level: number
    injection: number
    withdrawal: number
    kind?: string
  }[]
  readonly conversions?: readonly (Partial<Omit<NetworkConversion, 'capacity' | 'flow'>> & {
    id: string
    from: string
    to: string
    capacity: number
    flow: number
  })[]
}

/** Prices of the five steps: 100, 200, 400, 800, 1600 thousand EUR a unit; shares 10, 15, 25, 25, 25 percent. */
const testSteps = [
  [0.1, 100_000],
  [0.15, 200_000],
  [0.25, 400_000],
  [0.25, 800_000],
  [0.25, 1_600_000],
] as const

const optional = (value: number | null | undefined): Sourced | null =>
  value === null || value === undefined ? null : sourced(value)

export function networkFixture(of: Fixture): Network {
  const busIds = [
    ...(of.links ?? []).flatMap((link) => [link.from, link.to]),
    ...[...(of.supplies ?? []), ...(of.demands ?? []), ...(of.stores ?? [])].map((row) => row.bus),
    ...(of.conversions ?? []).flatMap((row) => [row.from, row.to]),
  ]
  const carriers: readonly Carrier[] = ['crude', 'products', 'gas', 'lng', 'coal', 'power']
  return {
    as_of: calendarDate('2025-01-01'),
    buses: [...new Set(busIds)].sort().map((id) => {
      const [zone = '', carrier = ''] = id.split(':')
      return { id, zone, carrier: carrier as Carrier }
    }),
    links: (of.links ?? []).map((link) => ({
      name: link.id,
      carrier: (link.from.split(':')[1] ?? 'gas') as Carrier,
      kind: 'pipeline',
      asset: null,
      loss: 0,
      closed_by: null,
      ...link,
      capacity: optional(link.capacity),
      flow: optional(link.flow),
      cost: optional(link.cost),
    })),
    supplies: (of.supplies ?? []).map((supply) => ({
      name: supply.id,
      asset: null,
      kind: 'production' as const,
      duration_days: null,
      profile: [],
      closed_by: null,
      ...supply,
      capacity: optional(supply.capacity),
      output: optional(supply.output),
      cost: optional(supply.cost),
    })),
    demands: (of.demands ?? []).map((demand) => ({
      name: demand.id,
      kind: 'final' as const,
      profile: [],
      ...demand,
      rate: sourced(demand.rate),
    })),
    stores: (of.stores ?? []).map((store) => ({
      name: store.id,
      asset: null,
      kind: 'underground',
      ...store,
      volume: sourced(store.volume),
      level: sourced(store.level),
      injection: sourced(store.injection),
      withdrawal: sourced(store.withdrawal),
    })),
    conversions: (of.conversions ?? []).map((conversion) => ({
      name: conversion.id,
      asset: null,
      efficiency: 1,
      ...conversion,
      capacity: sourced(conversion.capacity),
      flow: sourced(conversion.flow),
    })),
    ...(of.powerBlocks === undefined ? {} : { powerBlocks: of.powerBlocks }),
    tiers: carriers.flatMap((carrier) =>
      testSteps.map(([share, price], step) => ({
        carrier,
        tier: `step-${step + 1}`,
        share,
        price: sourced(price),
      })),
    ),
    units: { crude: 'kbbl_d', products: 'kbbl_d', gas: 'gwh_d', lng: 'gwh_d', coal: 'kt_d', power: 'gwh_d' },
  }
}
