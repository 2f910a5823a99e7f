/*
 * One shock on the brief grid of the shipped atlas, in a session that is open, beside the same from nothing. Each shock
 * is solved in the part of the network that it can reach, as briefs do. Two readings of "cold": the programme solved
 * from scratch, and building the model (reconciling, calibrating, writing, loading) and solving from nothing. Where
 * both are solved they must give the same answer. Links and sizes are drawn at random, from a seed. Processor time, so
 * that other work on the machine does not count.
 *
 * The aim names 500 shocks (CORRIDOR_BENCH_SHOCKS=500), whose cold solves would take ten minutes. One in
 * CORRIDOR_BENCH_COLD_EVERY is solved cold too (by default all of up to 150, then as many as make 100): these give the
 * medians. "Never slower" needs the others only where warm took longer than building alone, which is part of every
 * cold solve: those are all solved cold. Where warm does not come out twice as fast, cold is measured as it is, in a
 * session opened for that shock alone: one that solved others before may hold what this shock has to build.
 */
import { openAtlas } from '../src/app/load-atlas.ts'
import { loadSolver } from '../src/app/load-solver.ts'
import type { Network } from '../src/atlas/network.ts'
import { calendarDate } from '../src/core/time.ts'
import type { ConcreteShock } from '../src/scenarios/scenario.ts'
import { scopeNetwork } from '../src/solve/network/scope-network.ts'
import type { SolveResult } from '../src/solve/result.ts'
import { createSession, type Session } from '../src/solve/session.ts'
import { cpuTime, median } from './cpu-time.ts'

const START = calendarDate('2025-02-17')
const options = { grid: 'brief', start: START, days: 120 } as const
const SHOCKS = Number(process.env.CORRIDOR_BENCH_SHOCKS ?? 120)
const COLD_EVERY = Number(
  process.env.CORRIDOR_BENCH_COLD_EVERY ?? (SHOCKS <= 150 ? 1 : Math.round(SHOCKS / 100)),
)
/** Under this ratio cold is measured in a session of its own. */
const CLOSE = 2
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

interface Timed {
  readonly ms: number
  readonly run: SolveResult
}

function timed(session: Session, shock: ConcreteShock, startFrom: 'base' | 'scratch'): Timed {
  const before = cpuTime()
  const run = session.solve([shock], { startFrom })
  return { ms: cpuTime() - before, run }
}

/** Processor time of opening a session for one shock and solving from nothing. */
function fromNothing(part: Network, shock: ConcreteShock): number {
  const before = cpuTime()
  const session = createSession(highs, part, options)
  session.solve([shock], { startFrom: 'scratch' })
  const took = cpuTime() - before
  session.dispose()
  return took
}

function refuseDifferent(asset: string, warm: SolveResult, cold: SolveResult): void {
  const [ours, theirs] = [warm.programmeObjective ?? Number.NaN, cold.programmeObjective ?? Number.NaN]
  if (!(Math.abs(ours - theirs) <= 1 + 1e-7 * Math.abs(theirs))) {
    throw new Error(`${asset}: warm ${ours} and cold ${theirs} differ`)
  }
  for (const [id, series] of cold.flow) {
    series.forEach((value, p) => {
      const other = warm.flow.get(id)?.[p] ?? Number.NaN
      if (!(Math.abs(other - value) <= 1e-5)) throw new Error(`${asset}: ${id} carries ${other} and ${value}`)
    })
  }
}

/** Ratios of the shocks drawn to be solved cold, and of those that had to be. */
const [scratch, nothing, slow]: [number[], number[], number[]] = [[], [], []]
const warmTimes: number[] = []
let worst = { ratio: Number.POSITIVE_INFINITY, said: '' }
let compared = 0
const parts = partsWithLinks()
const links = parts.reduce((sum, part) => sum + part.links.length, 0)
for (const part of parts) {
  const share = Math.max(1, Math.round((SHOCKS * part.links.length) / links))
  // The first time compiles the code, which is no part of it.
  const built = Math.min(building(part), building(part))
  const session = createSession(highs, part, options)
  const base = session.base()
  const used = part.links.filter((link) => (base.flow.get(link.id)?.[0] ?? 0) > 0)
  for (let n = 0; used.length > 0 && n < share; n++) {
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
    const warm = timed(session, shock, 'base')
    warmTimes.push(warm.ms)
    if (warmTimes.length % 20 === 0) console.error(`${warmTimes.length} of ${SHOCKS} shocks`)
    const isDrawn = warmTimes.length % COLD_EVERY === 0
    if (!isDrawn && warm.ms <= built) continue
    const cold = timed(session, shock, 'scratch')
    refuseDifferent(shock.asset, warm.run, cold.run)
    compared++
    const inParts = (built + cold.ms) / warm.ms
    const ratio = inParts < CLOSE ? fromNothing(part, shock) / warm.ms : inParts
    if (isDrawn) {
      scratch.push(cold.ms / warm.ms)
      nothing.push(ratio)
    } else slow.push(ratio)
    const said = `${shock.asset} at ${value.toFixed(2)}: ${warm.ms.toFixed(0)} ms, from scratch ${cold.ms.toFixed(0)}, building ${built.toFixed(0)}`
    if (ratio < worst.ratio) worst = { ratio, said }
  }
  session.dispose()
}
const all = [...nothing, ...slow]
console.log(
  `warm re-solve, ${whole.buses.length} buses, ${whole.links.length} links, ${warmTimes.length} shocks: ${median(warmTimes).toFixed(0)} ms in the median, ` +
    `${compared} of them solved cold too, with the same flows; from scratch over warm ${median(scratch).toFixed(1)} in the median, ${Math.min(...scratch).toFixed(1)} at worst; ` +
    `building and solving from nothing over warm ${median(nothing).toFixed(1)} in the median, ${worst.ratio.toFixed(2)} at worst of all, ` +
    `under 1 in ${all.filter((ratio) => ratio < 1).length} (${worst.said})`,
)
