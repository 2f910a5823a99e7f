import type { Network } from '../atlas/network.ts'
import type { Sourced } from '../core/provenance.ts'
import type { AddedRow } from '../scenarios/question.ts'

/** The network with a row that gives nothing yet: what a scenario sets on it is all that it has. */
export function withAdded(network: Network, row: AddedRow | undefined): Network {
  if (row === undefined) return network
  const none: Sourced = {
    value: 0,
    low: null,
    high: null,
    unit: '1',
    status: 'assumed',
    because: row.because,
  }
  const { id, name, bus } = row
  if (row.to !== null) {
    const plant = {
      id,
      name,
      from: bus,
      to: row.to,
      asset: null,
      capacity: none,
      efficiency: row.efficiency,
      flow: none,
    }
    return { ...network, conversions: [...network.conversions, plant] }
  }
  const source: Network['supplies'][number] = {
    id,
    name,
    bus,
    asset: null,
    kind: 'production',
    capacity: none,
    output: none,
    cost: none,
    duration_days: null,
    profile: [],
    closed_by: null,
  }
  return { ...network, supplies: [...network.supplies, source] }
}
