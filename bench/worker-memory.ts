/*
 * What a worker holds in memory that solves shocks on the brief grid of the shipped atlas, handed network and base as
 * threads of an ensemble are, beside a process that only loads the solver and solves a programme of the same size from
 * nothing. Largest resident size of a process of its own.
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
import { baseOf, type FoundBase } from '../src/solve/base-memory.ts'
import { createSession } from '../src/solve/session.ts'

const START = calendarDate('2025-02-17')
const GRID = { grid: 'brief', start: START, days: 120 } as const
const SHOCKS = Number(process.env.CORRIDOR_BENCH_SHOCKS ?? 20)

type ModelData = Parameters<Awaited<ReturnType<typeof loadSolver>>['createModel']>[0]

/** The largest model that a solve of everything from nothing hands to the solver, written to `path`. */
async function writeModel(path: string): Promise<void> {
  const highs = await loadSolver()
  let largest: ModelData
  const size = (of: ModelData) => (of !== undefined && 'numCols' in of ? (of.numCols ?? 0) : 0)
  const watched = Object.assign(Object.create(highs), {
    createModel: (given?: ModelData) => {
      if (size(given) > size(largest)) largest = given
      return highs.createModel(given)
    },
  })
  const network = openAtlas().atlas.networkAt(START)
  const session = createSession(watched, network, GRID)
  session.solve([shockOf(network.links[0]?.id ?? '')], { startFrom: 'scratch' })
  session.dispose()
  writeFileSync(path, serialize(largest))
  const foundBase = baseOf(highs, network, { ...GRID, limits: { timeLimitSeconds: 60 } })
  writeFileSync(handedTo(path), serialize({ network, foundBase } satisfies Handed))
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
if (part === 'write') await writeModel(file)
else if (part === 'bare') await solveBare(file)
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
    const [bare, session] = [megabytes('bare'), megabytes('session')]
    console.log(
      `memory of a worker after ${SHOCKS} shocks: ${session.toFixed(0)} MB; a bare model of the same size: ${bare.toFixed(0)} MB; ${(session / bare).toFixed(2)} times`,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}
