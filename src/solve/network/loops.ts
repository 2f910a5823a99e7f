/** A branch between two nodes, by their numbers. */
export interface Edge {
  readonly from: number
  readonly to: number
}

/** One independent loop: branches with +1 where it passes them from `from` to `to`, else -1. */
export type Loop = readonly { readonly edge: number; readonly sign: 1 | -1 }[]

export interface Loops {
  readonly loops: readonly Loop[]
  /** Number of the connected part of each node, by its first node. */
  readonly partOf: Int32Array
}

/**
 * A set of independent loops: each branch outside a breadth-first forest closes one, with the ways up to where they
 * meet. Breadth first keeps loops short. A branch from a node to itself is a loop of its own.
 */
export function independentLoops(nodes: number, edges: readonly Edge[]): Loops {
  const touching: number[][] = Array.from({ length: nodes }, () => [])
  for (const [at, edge] of edges.entries()) {
    touching[edge.from]?.push(at)
    touching[edge.to]?.push(at)
  }
  const partOf = new Int32Array(nodes).fill(-1)
  const depth = new Int32Array(nodes)
  const parentEdge = new Int32Array(nodes).fill(-1)
  const inForest = new Uint8Array(edges.length)
  for (let root = 0; root < nodes; root++) {
    if (partOf[root] !== -1) continue
    partOf[root] = root
    const queue = [root]
    for (let head = 0; head < queue.length; head++) {
      const next = queue[head] ?? root
      for (const at of touching[next] ?? []) {
        const other = otherEnd(edges, at, next)
        if (partOf[other] !== -1) continue
        partOf[other] = root
        depth[other] = (depth[next] ?? 0) + 1
        parentEdge[other] = at
        inForest[at] = 1
        queue.push(other)
      }
    }
  }
  const loops = edges.flatMap((edge, at) =>
    inForest[at] === 1 ? [] : [closeLoop(edges, { edge, at, depth, parentEdge })],
  )
  return { loops, partOf }
}

function otherEnd(edges: readonly Edge[], at: number, node: number): number {
  const edge = edges[at]
  return edge === undefined ? node : edge.from === node ? edge.to : edge.from
}

/** Goes over the branch, then from its end up to the meeting point and down to its start. */
function closeLoop(
  edges: readonly Edge[],
  chord: { edge: Edge; at: number; depth: Int32Array; parentEdge: Int32Array },
): Loop {
  const loop: { edge: number; sign: 1 | -1 }[] = [{ edge: chord.at, sign: 1 }]
  let [head, tail] = [chord.edge.to, chord.edge.from]
  while (head !== tail) {
    const isHeadDeeper = (chord.depth[head] ?? 0) >= (chord.depth[tail] ?? 0)
    const node = isHeadDeeper ? head : tail
    const edge = chord.parentEdge[node] ?? 0
    const leavesNode = edges[edge]?.from === node
    loop.push({ edge, sign: leavesNode === isHeadDeeper ? 1 : -1 })
    const up = otherEnd(edges, edge, node)
    if (isHeadDeeper) head = up
    else tail = up
  }
  return loop
}
