import type { Network } from '../atlas/network.ts'
import type { Sourced } from '../core/provenance.ts'
import type { AddedRow } from '../scenarios/question.ts'

/** The network with rows that give nothing yet: what a scenario sets on them is all that they have. */
export function withAdded(network: Network, rows: readonly AddedRow[] | undefined): Network {
  return (rows ?? []).reduce(withRow, network)
}

function withRow(network: Network, row: AddedRow): Network {
  const none: Sourced = {
    value: 0,
    low: null,
    high: null,
    unit: '1',
    status: 'assumed',
    because: row.because,
  }
  const { id, name, bus } = row
  if (row.table === 'links' && row.to !== null) return withLink(network, row, { to: row.to, none })
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

function withLink(
  network: Network,
  { id, name, bus, cost }: AddedRow,
  { to, none }: { readonly to: string; readonly none: Sourced },
): Network {
  const carrier = network.buses.find((one) => one.id === bus)?.carrier ?? 'gas'
  const link: Network['links'][number] = {
    id,
    name,
    carrier,
    kind: carrier === 'power' ? 'interconnector' : 'pipeline',
    from: bus,
    to,
    asset: null,
    capacity: none,
    flow: none,
    cost: cost === undefined ? none : { ...none, ...cost },
    loss: 0,
    closed_by: null,
  }
  return { ...network, links: [...network.links, link] }
}
