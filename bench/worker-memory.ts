/*
 * What a worker holds in memory that solves shocks on the brief grid of the shipped atlas, handed network and base as
 * threads of an ensemble are, beside a process that only loads the solver and solves from nothing either the programme
 * that the session answers for, with all its columns, or the smaller one that a session would hand over, with steps of
 * shortage left out. Largest resident size of a process of its own.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import { openAtlas } from '../src/app/load-atlas.ts'
import { loadSolver } from '../src/app/load-solver.ts'
import type { Network } from '../src/atlas/network.ts'
import { calendarDate } from '../src/core/time.ts'
import type { ConcreteShock } from '../src/scenarios/scenario.ts'
import { baseOf, type FoundBase } from '../src/solve/base/base-memory.ts'
import { loadProgramme } from '../src/solve/linear/optimise.ts'
import { boundsOf } from '../src/solve/model/bounds-of.ts'
import { buildDeltaProgramme } from '../src/solve/model/build-delta-programme.ts'
import { buildFrame } from '../src/solve/model/frame.ts'
import { shockedLimits } from '../src/solve/model/shock-limits.ts'
import { indexNetwork } from '../src/solve/network/network-index.ts'
import { defaultPickUp, defaultSupplyPickUp } from '../src/solve/network/pick-up.ts'
import { seasonsOf } from '../src/solve/network/season.ts'
import { createSession } from '../src/solve/session.ts'
import { timeGrid } from '../src/solve/time-grid.ts'

const START = calendarDate('2025-02-17')
const GRID = { grid: 'brief', start: START, days: 120 } as const
const SHOCKS = Number(process.env.CORRIDOR_BENCH_SHOCKS ?? 20)

type ModelData = Parameters<Awaited<ReturnType<typeof loadSolver>>['createModel']>[0]

/** What the processes are handed, written to `path`. */
async function writeModels(path: string): Promise<void> {
  const highs = await loadSolver()
  const network = openAtlas().atlas.networkAt(START)
  const limits = { timeLimitSeconds: 60 }
  const foundBase = baseOf(highs, network, { ...GRID, limits })
  writeFileSync(handedTo(path), serialize({ network, foundBase } satisfies Handed))
  let largest: ModelData
  const size = (of: ModelData) => (of !== undefined && 'numCols' in of ? (of.numCols ?? 0) : 0)
  const watched = Object.assign(Object.create(highs), {
    createModel: (given?: ModelData) => {
      if (size(given) > size(largest)) largest = given
      return highs.createModel(given)
    },
  })
  const shock = shockOf(network.links[0]?.id ?? '')
  const session = createSession(watched, network, { ...GRID, foundBase })
  session.solve([shock], { startFrom: 'scratch' })
  session.dispose()
  writeFileSync(`${path}.bare`, serialize(largest))
  const periods = timeGrid(GRID.grid, GRID.start, GRID.days)
  const frame = {
    ...buildFrame({
      index: indexNetwork(network),
      periods,
      seasonOf: seasonsOf(periods).seasonOf,
      ...foundBase,
      pickUp: defaultPickUp,
      supplyPickUp: defaultSupplyPickUp,
      imposable: [],
      extendable: [],
      highs,
      runLimits: limits,
    }),
    blocks: null,
  }
  const delta = buildDeltaProgramme(frame)
  const whole = {
    ...delta.programme,
    ...boundsOf(
      frame,
      delta,
      shockedLimits(
        frame,
        [shock],
        () => 1,
        () => [],
      ),
    ),
  }
  loadProgramme(watched, whole).dispose()
  writeFileSync(`${path}.whole`, serialize(largest))
}

interface Handed {
  readonly network: Network
  readonly foundBase: FoundBase
}

const handedTo = (path: string): string => `${path}.handed`

async function solveBare(path: string): Promise<void> {
  const highs = await loadSolver()
  const model = highs.createModel(deserialize(readFileSync(path)))
  model.options.set({ output_flag: false, solver: 'simplex' })
  model.run()
}

async function solveShocks(path: string): Promise<void> {
  const highs = await loadSolver()
  const { network, foundBase }: Handed = deserialize(readFileSync(handedTo(path)))
  const session = createSession(highs, network, { ...GRID, foundBase })
  const base = session.base()
  const used = network.links.filter((link) => (base.flow.get(link.id)?.[0] ?? 0) > 0)
  for (let n = 0; n < SHOCKS; n++) session.solve([shockOf(used[(n * 7919) % used.length]?.id ?? '')])
}

function shockOf(link: string): ConcreteShock {
  return { asset: `links/${link}`, field: 'capacity', value: 0.5, unit: '1', from: START, to: null }
}

const [part, file = ''] = process.argv.slice(2)
if (part === 'write') await writeModels(file)
else if (part === 'bare' || part === 'whole') await solveBare(`${file}.${part}`)
else if (part === 'session') await solveShocks(file)
if (part !== undefined) {
  console.log(process.resourceUsage().maxRSS)
} else {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-bench-'))
  const path = join(folder, 'model')
  const megabytes = (of: string): number => {
    const args = [...process.execArgv, fileURLToPath(import.meta.url), of, path]
    return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }).trim().split('\n').at(-1)) / 1024
  }
  try {
    megabytes('write')
    const [whole, bare, session] = [megabytes('whole'), megabytes('bare'), megabytes('session')]
    const beside = (of: number): string => `${of.toFixed(0)} MB, ${(session / of).toFixed(2)} times`
    console.log(
      `memory of a worker after ${SHOCKS} shocks: ${session.toFixed(0)} MB; a bare model of the same programme, all columns: ${beside(whole)}; ` +
        `one with steps of shortage left out: ${beside(bare)}`,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}
