/*
 * One shock on the brief grid of the shipped atlas, in a session that is open, beside the same from nothing. Each shock
 * is solved in the part of the network that it can reach, as briefs do. Two readings of "cold": the programme solved
 * from scratch, and building the model (reconciling, calibrating, writing, loading) and solving from nothing. All must
 * give the same answer. Links and sizes are drawn at random, from a seed. Processor time, so that other work on the
 * machine does not count. The aim names 500 shocks, which take eight minutes: CORRIDOR_BENCH_SHOCKS=500.
 */
import { openAtlas } from '../src/app/load-atlas.ts'
import { loadSolver } from '../src/app/load-solver.ts'
import type { Network } from '../src/atlas/network.ts'
import { calendarDate } from '../src/core/time.ts'
import type { ConcreteShock } from '../src/scenarios/scenario.ts'
import { scopeNetwork } from '../src/solve/scope-network.ts'
import { createSession } from '../src/solve/session.ts'
import { cpuTime, median } from './cpu-time.ts'

const START = calendarDate('2025-02-17')
const options = { grid: 'brief', start: START, days: 120 } as const
const SHOCKS = Number(process.env.CORRIDOR_BENCH_SHOCKS ?? 120)
const SEED = Number(process.env.CORRIDOR_BENCH_SEED ?? 1)

const highs = await loadSolver()
const whole = openAtlas().atlas.networkAt(START)

function partsWithLinks(): readonly Network[] {
  const seen = new Set<string>()
  return whole.links.flatMap((link) => {
    if (seen.has(link.from)) return []
    const part = scopeNetwork(whole, [link.from])
    for (const bus of part.buses) seen.add(bus.id)
    return [part]
  })
}

/** Numbers from 0 up to 1, the same for the same seed (a linear congruential generator, Numerical Recipes). */
let state = SEED
function drawn(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}

/** Processor time of opening a session. */
function building(part: Network): number {
  const before = cpuTime()
  const session = createSession(highs, part, options)
  session.base()
  const took = cpuTime() - before
  session.dispose()
  return took
}

const scratch: number[] = []
const nothing: number[] = []
const warmTimes: number[] = []
let worst = { ratio: Number.POSITIVE_INFINITY, said: '' }
const parts = partsWithLinks()
const links = parts.reduce((sum, part) => sum + part.links.length, 0)
for (const part of parts) {
  const share = Math.max(1, Math.round((SHOCKS * part.links.length) / links))
  // The first time compiles the code, which is no part of it.
  const built = Math.min(building(part), building(part))
  const session = createSession(highs, part, options)
  const base = session.base()
  const used = part.links.filter((link) => (base.flow.get(link.id)?.[0] ?? 0) > 0)
  if (used.length === 0) continue
  for (let n = 0; n < share; n++) {
    const link = used[Math.floor(drawn() * used.length)]
    const value = 0.9 * drawn()
    const shock: ConcreteShock = {
      asset: `links/${link?.id}`,
      field: 'capacity',
      value,
      unit: '1',
      from: START,
      to: null,
    }
    const time = (startFrom: 'base' | 'scratch') => {
      const before = cpuTime()
      const run = session.solve([shock], { startFrom })
      return { ms: cpuTime() - before, objective: run.programmeObjective ?? Number.NaN, flow: run.flow }
    }
    const warm = time('base')
    const cold = time('scratch')
    if (!(Math.abs(warm.objective - cold.objective) <= 1 + 1e-7 * Math.abs(cold.objective))) {
      throw new Error(`${shock.asset}: warm ${warm.objective} and cold ${cold.objective} differ`)
    }
    for (const [id, series] of cold.flow) {
      series.forEach((value, p) => {
        const other = warm.flow.get(id)?.[p] ?? Number.NaN
        if (!(Math.abs(other - value) <= 1e-5))
          throw new Error(`${shock.asset}: ${id} carries ${other} and ${value}`)
      })
    }
    scratch.push(cold.ms / warm.ms)
    nothing.push((built + cold.ms) / warm.ms)
    warmTimes.push(warm.ms)
    const ratio = (built + cold.ms) / warm.ms
    const said = `${shock.asset} at ${value.toFixed(2)}: ${warm.ms.toFixed(0)} ms, from scratch ${cold.ms.toFixed(0)}, building ${built.toFixed(0)}`
    if (ratio < worst.ratio) worst = { ratio, said }
    if (warmTimes.length % 20 === 0) console.error(`${warmTimes.length} of ${SHOCKS} shocks`)
  }
  session.dispose()
}
const said = (ratios: readonly number[]) =>
  `${median(ratios).toFixed(1)} in the median, ${Math.min(...ratios).toFixed(1)} at worst`
console.log(
  `warm re-solve, ${whole.buses.length} buses, ${whole.links.length} links, ${warmTimes.length} shocks: ${median(warmTimes).toFixed(0)} ms in the median; ` +
    `from scratch over warm ${said(scratch)}; building and solving from nothing over warm ${said(nothing)}, ` +
    `under 1 in ${nothing.filter((ratio) => ratio < 1).length} (${worst.said})`,
)
