import type { Network } from '../../atlas/network.ts'

type Arcs = Map<string, { readonly to: string; readonly weight: number }[]>

/** Part of a unit that a cycle may lose and still count as free. */
const TOLERANCE = 1e-9

/**
 * Id of a conversion on a cycle that gives back more than it takes, or as much at no cost (gas to power to gas), or
 * null. Energy could then be made or turned round for ever, and no plan is the cheapest. Units cancel along a cycle.
 */
export function freeConversionCycle(network: Network): string | null {
  const carrierOf = (bus: string): string => bus.slice(bus.indexOf(':') + 1)
  const byLoss: Arcs = new Map()
  const byLossAndCost: Arcs = new Map()
  const add = (from: string, to: string, factor: number, cost: number): void => {
    const weight = -Math.log(factor)
    for (const [arcs, extra] of [
      [byLoss, 0],
      [byLossAndCost, cost > 0 ? 1 : 0],
    ] as const) {
      const list = arcs.get(from) ?? []
      list.push({ to, weight: weight + extra })
      arcs.set(from, list)
    }
  }
  for (const link of network.links) add(link.from, link.to, 1 - link.loss, link.cost?.value ?? 0)
  for (const { from, to, efficiency } of network.conversions) add(from, to, efficiency, 0)
  const back = waysBack(network, carrierOf)
  for (const { id, from, to, efficiency } of network.conversions) {
    // Only where other conversions lead back to the carrier can there be a cycle.
    if (!back.get(carrierOf(to))?.has(carrierOf(from))) continue
    const own = Math.log(efficiency)
    const most = network.buses.length
    if (reaches(byLoss, to, from, own - 2 * TOLERANCE, most)) return id
    if (reaches(byLossAndCost, to, from, own + TOLERANCE, most)) return id
  }
  return null
}

/** Whether a way of at most `budget` leads from one bus to another; weights may be below zero. */
function reaches(arcs: Arcs, from: string, to: string, budget: number, most: number): boolean {
  const best = new Map([[from, 0]])
  let open = [from]
  for (let round = 0; round < most && open.length > 0; round++) {
    const next = new Set<string>()
    for (const bus of open) {
      for (const arc of arcs.get(bus) ?? []) {
        const length = (best.get(bus) ?? 0) + arc.weight
        if (length >= (best.get(arc.to) ?? Number.POSITIVE_INFINITY) - TOLERANCE) continue
        best.set(arc.to, length)
        next.add(arc.to)
      }
    }
    open = [...next]
  }
  return (best.get(to) ?? Number.POSITIVE_INFINITY) <= budget
}

/** Carriers that conversions lead to from each carrier, in any number of steps. */
function waysBack(
  network: Network,
  carrierOf: (bus: string) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { from, to } of network.conversions) {
    const reached = found.get(carrierOf(from)) ?? new Set<string>()
    found.set(carrierOf(from), reached.add(carrierOf(to)))
  }
  for (let size = -1, now = 0; size !== now; ) {
    size = now
    for (const reached of found.values()) {
      for (const carrier of [...reached]) for (const further of found.get(carrier) ?? []) reached.add(further)
    }
    now = [...found.values()].reduce((sum, reached) => sum + reached.size, 0)
  }
  return found
}
