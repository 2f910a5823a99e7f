import type { SolveResult } from '../result.ts'

/** Where a change of flow begins or ends. */
type TerminalKind = 'supply' | 'demand' | 'store' | 'loss' | 'conversion' | 'difference'

/**
 * One change between two runs as an arc. `amount` is above zero: a flow that fell is an arc against its direction.
 * Arcs balance at every bus; at terminals they do not.
 */
export interface ChangeArc {
  readonly tail: string
  readonly head: string
  readonly row: string
  readonly name: string
  readonly direction: 'more' | 'less'
  remaining: number
}

export interface Terminal {
  readonly kind: TerminalKind
  /** `TABLE/ROW`, or the bus of a statistical difference. */
  readonly row: string
  readonly name: string
}

export interface ChangeGraph {
  readonly arcs: readonly ChangeArc[]
  readonly terminals: ReadonlyMap<string, Terminal>
}

/** Changes smaller than this share of the largest are what the solver leaves behind. */
const NOISE = 1e-7

/** Mean change of each rate over the periods [from, until), weighted by days. */
export function changeGraph(
  base: SolveResult,
  shocked: SolveResult,
  from: number,
  until: number,
): ChangeGraph {
  const arcs: ChangeArc[] = []
  const terminals = new Map<string, Terminal>()
  const { network } = base
  const days = base.periods.slice(from, until).reduce((sum, period) => sum + period.days, 0)
  const mean = (before: Float64Array | undefined, after: Float64Array | undefined): number => {
    let sum = 0
    for (let p = from; p < until; p++) {
      sum += ((after?.[p] ?? 0) - (before?.[p] ?? 0)) * (base.periods[p]?.days ?? 1)
    }
    return days === 0 ? 0 : sum / days
  }
  const arc = (
    tail: string,
    head: string,
    row: string,
    name: string,
    change: number,
    isMore: boolean,
  ): void => {
    if (change === 0) return
    const direction = isMore ? 'more' : 'less'
    const [start, end] = change > 0 ? [tail, head] : [head, tail]
    arcs.push({ tail: start, head: end, row, name, direction, remaining: Math.abs(change) })
  }
  const terminal = (kind: TerminalKind, row: string, name: string): string => {
    const key = `${kind} ${row}`
    terminals.set(key, { kind, row, name })
    return key
  }
  const route = (row: string, name: string, ends: [string, string], change: number, yieldShare: number) => {
    arc(ends[0], ends[1], row, name, change * yieldShare, change > 0)
    const kind = row.startsWith('links/') ? 'loss' : 'conversion'
    if (yieldShare !== 1)
      arc(ends[0], terminal(kind, row, name), row, name, change * (1 - yieldShare), change > 0)
  }
  for (const link of network.links) {
    const change = mean(base.flow.get(link.id), shocked.flow.get(link.id))
    route(`links/${link.id}`, link.name, [link.from, link.to], change, 1 - link.loss)
  }
  for (const plant of network.conversions) {
    const change = mean(base.converted.get(plant.id), shocked.converted.get(plant.id))
    route(`conversions/${plant.id}`, plant.name, [plant.from, plant.to], change, plant.efficiency)
  }
  for (const supply of network.supplies) {
    const change = mean(base.output.get(supply.id), shocked.output.get(supply.id))
    const row = `supplies/${supply.id}`
    arc(terminal('supply', row, supply.name), supply.bus, row, supply.name, change, change > 0)
  }
  for (const demand of network.demands) {
    const change = mean(base.served.get(demand.id), shocked.served.get(demand.id))
    const row = `demands/${demand.id}`
    arc(demand.bus, terminal('demand', row, demand.name), row, demand.name, change, change > 0)
  }
  for (const store of network.stores) {
    const drawn = mean(base.withdrawal.get(store.id), shocked.withdrawal.get(store.id))
    const filled = mean(base.injection.get(store.id), shocked.injection.get(store.id))
    const row = `stores/${store.id}`
    arc(terminal('store', row, store.name), store.bus, row, store.name, drawn - filled, drawn > filled)
  }
  for (const bus of network.buses) {
    const change = mean(base.difference.get(bus.id), shocked.difference.get(bus.id))
    const name = `the unexplained balance of ${bus.id}`
    arc(terminal('difference', bus.id, name), bus.id, bus.id, name, change, change > 0)
  }
  const largest = arcs.reduce((most, one) => Math.max(most, one.remaining), 0)
  return { arcs: arcs.filter((one) => one.remaining > NOISE * largest), terminals }
}
