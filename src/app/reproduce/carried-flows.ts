import type { Network, NetworkLink } from '../../atlas/network.ts'
import type { ObservedFlow } from '../../atlas/tables.ts'
import type { Sourced } from '../../core/provenance.ts'

export function linksOf(row: ObservedFlow): readonly string[] {
  return row.links.split(/\s+/u).filter((part) => part !== '')
}

export function endsOf(network: Network, row: ObservedFlow): string[] {
  const ids = new Set(linksOf(row))
  return network.links.filter(({ id }) => ids.has(id)).map(({ to }) => to)
}

/** A rate over several links in proportion to what they carry, evenly where they carry nothing. */
export function shared(network: Network, ids: readonly string[], rate: Sourced): [string, Sourced][] {
  const total = sum(ids, (id) => flowOf(network, id))
  return ids.map((id) => {
    const share = total > 0 ? flowOf(network, id) / total : 1 / ids.length
    return [id, { ...rate, value: rate.value * share, low: null, high: null }]
  })
}

export function withFlows(network: Network, flows: ReadonlyMap<string, Sourced>): Network {
  const links = network.links.map((link) => ({ ...link, flow: flows.get(link.id) ?? link.flow }))
  return { ...network, links, conversions: sendingOut(network.conversions, links) }
}

/** Terminals that send out what is landed: a yearly capacity, even over the year, is no limit of a month. */
function sendingOut(plants: Network['conversions'], links: readonly NetworkLink[]): Network['conversions'] {
  const landed = new Map<string, number>()
  for (const { carrier, to, flow } of links)
    if (carrier === 'lng') landed.set(to, (landed.get(to) ?? 0) + (flow?.value ?? 0))
  const limits = new Map<string, number>()
  for (const { from, capacity } of plants) limits.set(from, (limits.get(from) ?? 0) + (capacity?.value ?? 0))
  return plants.map((plant) => {
    const excess = (landed.get(plant.from) ?? 0) / Math.max(limits.get(plant.from) ?? 0, 1e-9)
    if (plant.capacity === null || excess <= 1) return plant
    return { ...plant, capacity: { ...plant.capacity, value: plant.capacity.value * excess } }
  })
}

export function nothing({ id, capacity, flow }: NetworkLink): [string, Sourced] {
  const like = flow ?? capacity
  const unit = like?.unit ?? 'gwh_d'
  const because = like?.because ?? (`atlas:links/${id}/flow` as const)
  return [id, { value: 0, low: null, high: null, unit, status: 'estimated', because }]
}

export function flowOf(network: Network, id: string): number {
  return network.links.find((link) => link.id === id)?.flow?.value ?? 0
}

export function sum(ids: readonly string[], rateOf: (id: string) => number): number {
  return ids.reduce((total, id) => total + rateOf(id), 0)
}
