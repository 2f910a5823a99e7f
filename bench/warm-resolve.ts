/* One shock solved warm in a session beside the same programme solved from scratch, in one run, as ratios. */
import { performance } from 'node:perf_hooks'
import { openAtlas } from '../src/app/load-atlas.ts'
import { loadSolver } from '../src/app/load-solver.ts'
import type { Network } from '../src/atlas/network.ts'
import { calendarDate } from '../src/core/time.ts'
import type { ConcreteShock } from '../src/scenarios/scenario.ts'
import { networkFixture } from '../src/solve/network-fixture.ts'
import { createSession } from '../src/solve/session.ts'

const START = calendarDate('2025-02-17')
const DAYS = 120
const SHOCKS = Number(process.env.CORRIDOR_BENCH_SHOCKS ?? 25)

/** A grid of zones with two-way links, sources in every third, stores in every fourth: 60 zones, 220 links. */
function synthetic(): Network {
  const zones = 60
  const side = 10
  const bus = (zone: number) => `z${zone % zones}:gas`
  const pairs = Array.from({ length: zones }, (_, z) => [
    [z, z + 1],
    [z, z + side],
  ]).flat()
  return networkFixture({
    links: pairs
      .flatMap(([a = 0, b = 0]) => [
        [a, b],
        [b, a],
      ])
      .slice(0, 220)
      .map(([a = 0, b = 0], at) => ({
        id: `l${at}`,
        from: bus(a),
        to: bus(b),
        capacity: 40 + ((at * 37) % 60),
        flow: at % 2 === 0 ? (at * 13) % 40 : null,
        cost: 200 + ((at * 71) % 900),
        loss: 0.004,
      })),
    supplies: Array.from({ length: zones / 3 }, (_, at) => ({
      id: `s${at}`,
      bus: bus(at * 3),
      capacity: 180 + ((at * 29) % 80),
      output: 150,
      cost: 8_000 + ((at * 997) % 9_000),
    })),
    demands: Array.from({ length: zones }, (_, at) => ({
      id: `d${at}`,
      bus: bus(at),
      rate: 30 + ((at * 17) % 45),
    })),
    stores: Array.from({ length: zones / 4 }, (_, at) => ({
      id: `g${at}`,
      bus: bus(at * 4),
      volume: 4_000,
      level: 2_000,
      injection: 20,
      withdrawal: 40,
    })),
  })
}

async function measure(name: string, network: Network): Promise<void> {
  const highs = await loadSolver()
  const session = createSession(highs, network, { grid: 'brief', start: START, days: DAYS })
  const base = session.base()
  const used = network.links
    .map((link) => ({ id: link.id, flow: base.flow.get(link.id)?.[0] ?? 0 }))
    .filter(({ flow }) => flow > 0)
    .sort((a, b) => b.flow - a.flow || (a.id < b.id ? -1 : 1))
    .slice(0, SHOCKS)
  const ratios: number[] = []
  const warmTimes: number[] = []
  for (const { id } of used) {
    const shock: ConcreteShock = {
      asset: `links/${id}`,
      field: 'capacity',
      value: 0.6,
      unit: '1',
      from: START,
      to: null,
    }
    const time = (startFrom: 'base' | 'scratch') => {
      const before = performance.now()
      const run = session.solve([shock], { startFrom })
      return { ms: performance.now() - before, objective: run.programmeObjective ?? Number.NaN }
    }
    const warm = time('base')
    const cold = time('scratch')
    if (Math.abs(warm.objective - cold.objective) > 1 + 1e-7 * Math.abs(cold.objective)) {
      throw new Error(`${id}: warm ${warm.objective} and cold ${cold.objective} differ`)
    }
    ratios.push(cold.ms / warm.ms)
    warmTimes.push(warm.ms)
  }
  session.dispose()
  const middle = (values: number[]) =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
  const { buses, links } = network
  console.log(
    `${name}: ${buses.length} buses, ${links.length} links, ${used.length} shocks; cold over warm ` +
      `${middle(ratios).toFixed(1)} in the median, ${Math.min(...ratios).toFixed(1)} at worst; ` +
      `a warm solve takes ${middle(warmTimes).toFixed(0)} ms in the median`,
  )
}

await measure('synthetic network', synthetic())
const { atlas } = openAtlas()
if (atlas.tables.links.length > 0) await measure('shipped atlas', atlas.networkAt(START))
