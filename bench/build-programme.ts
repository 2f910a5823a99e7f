/*
 * A programme of 320,000 variables, built by our builder and handed to the solver, beside filling raw typed arrays by
 * hand and handing them over, and beside writing it as LP text that the solver parses. Medians of five, as ratios.
 */
import { performance } from 'node:perf_hooks'
import { loadSolver } from '../src/app/load-solver.ts'
import { loadProgramme } from '../src/solve/linear/optimise.ts'
import { type Programme, ProgrammeBuilder } from '../src/solve/linear/programme.ts'

const BUSES = 800
const PERIODS = 100
/** Arcs of a ring with chords: four a bus. */
const COLUMNS = BUSES * PERIODS * 4
const ROWS = BUSES * PERIODS
const RUNS = 5

const cost = (at: number): number => 1 + ((at * 37) % 101) / 10
const room = (at: number): number => 5 + ((at * 13) % 17)
const rowsOf = (at: number): readonly [from: number, to: number] => {
  const period = at % PERIODS
  const arc = (at - period) / PERIODS
  const bus = arc % BUSES
  const hop = 1 + 7 * Math.floor(arc / BUSES)
  return [bus * PERIODS + period, ((bus + hop) % BUSES) * PERIODS + period]
}

function byBuilder(): Programme {
  const builder = new ProgrammeBuilder()
  for (let row = 0; row < ROWS; row++) builder.addRow(-3, 3)
  for (let at = 0; at < COLUMNS; at++) {
    const [from, to] = rowsOf(at)
    builder.addColumn(cost(at), 0, room(at))
    builder.entry(from, -1)
    builder.entry(to, 1)
  }
  return builder.finish()
}

function byHand(): Programme {
  const programme = {
    columns: COLUMNS,
    rows: ROWS,
    cost: new Float64Array(COLUMNS),
    lower: new Float64Array(COLUMNS),
    upper: new Float64Array(COLUMNS),
    rowLower: new Float64Array(ROWS).fill(-3),
    rowUpper: new Float64Array(ROWS).fill(3),
    starts: new Int32Array(COLUMNS + 1),
    indices: new Int32Array(2 * COLUMNS),
    values: new Float64Array(2 * COLUMNS),
  }
  for (let at = 0; at < COLUMNS; at++) {
    const [from, to] = rowsOf(at)
    programme.cost[at] = cost(at)
    programme.upper[at] = room(at)
    programme.indices[2 * at] = from
    programme.indices[2 * at + 1] = to
    programme.values[2 * at] = -1
    programme.values[2 * at + 1] = 1
    programme.starts[at + 1] = 2 * at + 2
  }
  return programme
}

function lpText(of: Programme): string {
  const rows: string[][] = Array.from({ length: of.rows }, () => [])
  const costs: string[] = []
  const bounds: string[] = []
  for (let at = 0; at < of.columns; at++) {
    costs.push(`+${of.cost[at]} x${at}`)
    bounds.push(`${of.lower[at]} <= x${at} <= ${of.upper[at]}`)
    for (let k = of.starts[at] ?? 0; k < (of.starts[at + 1] ?? 0); k++) {
      rows[of.indices[k] ?? 0]?.push(`${(of.values[k] ?? 0) < 0 ? '-' : '+'}1 x${at}`)
    }
  }
  const limits = rows.flatMap((terms, row) => [
    `l${row}: ${terms.join(' ')} >= ${of.rowLower[row]}`,
    `u${row}: ${terms.join(' ')} <= ${of.rowUpper[row]}`,
  ])
  return `Minimize\n obj: ${costs.join('\n ')}\nSubject To\n ${limits.join('\n ')}\nBounds\n ${bounds.join('\n ')}\nEnd\n`
}

const highs = await loadSolver()
function median(work: () => { dispose(): void }, runs = RUNS): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    const model = work()
    const time = performance.now() - start
    model.dispose()
    return time
  })
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

median(() => loadProgramme(highs, byBuilder()), 1)
const built = median(() => loadProgramme(highs, byBuilder()))
const hand = median(() => loadProgramme(highs, byHand()))
const text = median(() => highs.createModel({ format: 'lp', data: lpText(byHand()) }), 1)
console.log(`build and hand over ${COLUMNS} variables: ${built.toFixed(0)} ms`)
console.log(`ratio to typed arrays filled by hand: ${(built / hand).toFixed(2)} (aim: at most 1.5)`)
console.log(`LP text written and parsed, ratio to ours: ${(text / built).toFixed(1)} (aim: at least 5)`)
