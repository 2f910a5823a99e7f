/*
 * Single outages on the European gas grid of the shared cases: the flow at hand mended for each, beside a maximum flow
 * from nothing for each, by the same code of Dinic's algorithm, since no graph library is among the packages. The
 * forty worst losses are compared with the published ones.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { outageFlows, ResidualGrid } from '../src/solve/network/outage-flows.ts'
import { cpuTime } from './cpu-time.ts'

const folder = fileURLToPath(new URL('../../shared/cases/iggielgn/', import.meta.url))

interface Edge {
  readonly pair: string
  readonly from: number
  readonly to: number
  readonly capacity: number
}

function readGrid(): {
  nodes: number
  edges: readonly Edge[]
  sources: readonly number[]
  sinks: readonly number[]
} {
  const at = new Map<string, number>()
  const kinds: string[] = []
  const edges: Edge[] = []
  for (const line of readFileSync(`${folder}iggielgn.tsv`, 'utf8').split('\n')) {
    const [kind, a = '', b = '', c = ''] = line.split('\t')
    if (kind === 'n') {
      at.set(a, kinds.length)
      kinds.push(b)
    }
    if (kind === 'e')
      edges.push({ pair: `${a} ${b}`, from: at.get(a) ?? -1, to: at.get(b) ?? -1, capacity: Number(c) })
  }
  const isFed = new Set(edges.map((edge) => edge.to))
  const of = (wanted: string) => kinds.flatMap((kind, node) => (kind === wanted ? [node] : []))
  return {
    nodes: kinds.length,
    edges,
    sources: of('source').filter((node) => !isFed.has(node)),
    sinks: of('sink'),
  }
}

if (!existsSync(folder)) {
  console.log('SKIPPED: ../shared/cases is missing')
} else {
  const { nodes, edges, sources, sinks } = readGrid()
  const wide = edges.reduce((sum, edge) => sum + edge.capacity, 1)
  const [source, sink] = [nodes, nodes + 1]
  const terminals = [
    ...sources.map((node) => ({ from: source, to: node, capacity: wide })),
    ...sinks.map((node) => ({ from: node, to: sink, capacity: wide })),
  ]
  const plainWithout = (closed: number): number =>
    new ResidualGrid(nodes + 2, [
      ...edges.map((edge, at) => (at === closed ? { ...edge, capacity: 0 } : edge)),
      ...terminals,
    ]).send(source, sink, wide)
  // Once beforehand each, so that neither is timed while the engine still compiles it.
  outageFlows(nodes, edges, { sources, sinks })
  plainWithout(0)
  let before = cpuTime()
  const { flow, losses } = outageFlows(nodes, edges, { sources, sinks })
  const ours = cpuTime() - before
  const used = edges.flatMap((_, at) => ((losses[at] ?? 0) > 0 ? [at] : []))
  const tried = used.slice(0, Number(process.env.CORRIDOR_BENCH_OUTAGES ?? 60))
  before = cpuTime()
  const plain = tried.map(plainWithout)
  const theirs = ((cpuTime() - before) / plain.length) * edges.length
  const apart = Math.max(...tried.map((at, n) => Math.abs(flow - (plain[n] ?? 0) - (losses[at] ?? 0))))
  const published: readonly { edge: readonly [string, string]; loss: number }[] = JSON.parse(
    readFileSync(`${folder}n1_top_single_super_source.json`, 'utf8'),
  )
  const lossOf = new Map(edges.map((edge, at) => [edge.pair, losses[at] ?? Number.NaN]))
  const worst = published
    .slice(0, 40)
    .map(({ edge, loss }) => Math.abs((lossOf.get(edge.join(' ')) ?? Number.NaN) - loss))
  console.log(
    `single outages of all ${edges.length} edges: maximum flow ${flow}, ${used.length} losses; ${ours.toFixed(0)} ms of processor time, ` +
      `${(theirs / ours).toFixed(0)} times faster than a maximum flow from nothing for each (largest gap ${apart.toExponential(1)}); ` +
      `the ${worst.length} worst losses are within ${Math.max(...worst).toExponential(1)} of the published`,
  )
}
