export interface FlowArc {
  readonly from: number
  readonly to: number
  readonly capacity: number
}

/** Amounts under this are what arithmetic leaves of zero. */
const SMALL = 1e-9

/** A grid as arcs with the room left on them; an arc's reverse, where flow can be taken back, is its number xor 1. */
export class ResidualGrid {
  readonly #first: Int32Array
  readonly #next: Int32Array
  readonly #head: Int32Array
  readonly #room: Float64Array
  readonly #level: Int32Array
  readonly #cursor: Int32Array
  readonly #queue: Int32Array

  constructor(nodes: number, arcs: readonly FlowArc[]) {
    this.#first = new Int32Array(nodes).fill(-1)
    this.#next = new Int32Array(2 * arcs.length)
    this.#head = new Int32Array(2 * arcs.length)
    this.#room = new Float64Array(2 * arcs.length)
    this.#level = new Int32Array(nodes).fill(-1)
    this.#cursor = new Int32Array(nodes)
    this.#queue = new Int32Array(nodes)
    arcs.forEach(({ from, to, capacity }, n) => {
      this.#head[2 * n] = to
      this.#head[2 * n + 1] = from
      this.#room[2 * n] = capacity
      this.#next[2 * n] = this.#first[from] ?? -1
      this.#first[from] = 2 * n
      this.#next[2 * n + 1] = this.#first[to] ?? -1
      this.#first[to] = 2 * n + 1
    })
  }

  /** Flow that arc number `arc` carries now. */
  flowOn(arc: number): number {
    return this.#room[2 * arc + 1] ?? 0
  }

  /** Gives the last arc room for `capacity`. */
  widenLast(capacity: number): void {
    this.#room[this.#room.length - 2] = capacity
  }

  /** E. A. Dinic's algorithm: shortest layers, then a blocking flow, until `most` is sent or `to` cannot be reached. */
  send(from: number, to: number, most: number): number {
    let total = 0
    while (most - total > SMALL && this.#layers(from, to)) {
      this.#cursor.set(this.#first)
      for (let sent = 1; sent > SMALL && most - total > SMALL; total += sent) {
        sent = this.#push(from, to, most - total)
      }
    }
    return total
  }

  /**
   * What is lost when one arc closes, by mending the flow at hand: what the arc carried is stranded at its start and
   * missing at its end. As much as can be led from the one to the other in what room is left (also by ending some
   * flow at the sink and starting as much at the source, for which the caller keeps a wide arc) is not lost. The flow
   * is then as it was before.
   */
  lossWithout(arc: number): number {
    const carried = this.flowOn(arc)
    if (carried <= SMALL) return 0
    const before = this.#room.slice()
    this.#room[2 * arc] = 0
    this.#room[2 * arc + 1] = 0
    const mended = this.send(this.#head[2 * arc + 1] ?? 0, this.#head[2 * arc] ?? 0, carried)
    this.#room.set(before)
    return Math.max(0, carried - mended)
  }

  #layers(from: number, to: number): boolean {
    this.#level.fill(-1)
    this.#level[from] = 0
    this.#queue[0] = from
    for (let at = 0, end = 1; at < end; at++) {
      const node = this.#queue[at] ?? 0
      for (let arc = this.#first[node] ?? -1; arc >= 0; arc = this.#next[arc] ?? -1) {
        const head = this.#head[arc] ?? 0
        if ((this.#room[arc] ?? 0) <= SMALL || this.#level[head] !== -1) continue
        this.#level[head] = (this.#level[node] ?? 0) + 1
        if (head === to) return true
        this.#queue[end++] = head
      }
    }
    return false
  }

  #push(node: number, to: number, limit: number): number {
    if (node === to) return limit
    for (let arc = this.#cursor[node] ?? -1; arc >= 0; arc = this.#next[arc] ?? -1) {
      this.#cursor[node] = arc
      const head = this.#head[arc] ?? 0
      if ((this.#room[arc] ?? 0) <= SMALL || this.#level[head] !== (this.#level[node] ?? 0) + 1) continue
      const sent = this.#push(head, to, Math.min(limit, this.#room[arc] ?? 0))
      if (sent <= SMALL) continue
      this.#room[arc] = (this.#room[arc] ?? 0) - sent
      this.#room[arc ^ 1] = (this.#room[arc ^ 1] ?? 0) + sent
      return sent
    }
    this.#cursor[node] = -1
    return 0
  }
}

export interface OutageFlows {
  readonly flow: number
  /** What is lost without each arc, in their order; nothing without one that carries nothing. */
  readonly losses: Float64Array
}

/** The maximum flow from all sources to all sinks, and what is lost of it without each arc by itself. */
export function outageFlows(
  nodes: number,
  arcs: readonly FlowArc[],
  ends: { readonly sources: readonly number[]; readonly sinks: readonly number[] },
): OutageFlows {
  const [source, sink] = [nodes, nodes + 1]
  const wide = arcs.reduce((sum, arc) => sum + arc.capacity, 1)
  const grid = new ResidualGrid(nodes + 2, [
    ...arcs,
    ...ends.sources.map((node) => ({ from: source, to: node, capacity: wide })),
    ...ends.sinks.map((node) => ({ from: node, to: sink, capacity: wide })),
    // From sink to source, for mending; closed while the flow is sought.
    { from: sink, to: source, capacity: 0 },
  ])
  const flow = grid.send(source, sink, wide)
  grid.widenLast(wide)
  return { flow, losses: Float64Array.from(arcs, (_, arc) => grid.lossWithout(arc)) }
}
