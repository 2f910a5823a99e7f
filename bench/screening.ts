/*
 * All single outages of the shipped atlas on the screening grid in one session, beside building the model and solving
 * from nothing for each: measured on some of them and multiplied. Processor time.
 */
import { openAtlas } from '../src/app/load-atlas.ts'
import { loadSolver } from '../src/app/load-solver.ts'
import { calendarDate } from '../src/core/time.ts'
import { contingenciesOf, shocksOf } from '../src/solve/screen/contingency.ts'
import { screenSingles } from '../src/solve/screen/screen-singles.ts'
import { createSession } from '../src/solve/session.ts'
import { cpuTime } from './cpu-time.ts'

const START = calendarDate('2025-02-17')
const options = { grid: 'screening', start: START, days: 91 } as const
/** With fewer assets than there are, every so many of them are solved and the rest taken to be like them. */
const ASSETS = Number(process.env.CORRIDOR_BENCH_ASSETS ?? Number.POSITIVE_INFINITY)
const COLD = Number(process.env.CORRIDOR_BENCH_COLD ?? 10)

const highs = await loadSolver()
const network = openAtlas().atlas.networkAt(START)
const all = contingenciesOf(network)
let before = cpuTime()
const session = createSession(highs, network, options)
session.base()
const opened = cpuTime() - before
const every = Math.max(1, Math.floor(all.length / ASSETS))
const some = all.filter((_, at) => at % every === 0)
before = cpuTime()
const { losses, idle } = screenSingles(session, some, (done, of) => {
  if (done % 100 === 0) console.error(`${done} of ${of} outages`)
})
const screened = opened + ((cpuTime() - before) * all.length) / some.length
session.dispose()
before = cpuTime()
const scratch: number[] = []
for (let n = 0; n < COLD; n++) {
  const one = all[Math.floor((n * all.length) / COLD)]
  if (one === undefined) continue
  const cold = createSession(highs, network, options)
  cold.solve(shocksOf(one, START), { startFrom: 'scratch' })
  cold.dispose()
  scratch.push(cpuTime() - before)
  before = cpuTime()
}
const each = scratch.reduce((sum, ms) => sum + ms, 0) / scratch.length
console.log(
  `screening ${all.length} assets, of them tried ${some.length}: ${losses.length} solved, ${idle.length} idle; ${(screened / 1000).toFixed(1)} s of processor time; ` +
    `one cold solve each would take ${((each * all.length) / screened).toFixed(1)} times as long`,
)
