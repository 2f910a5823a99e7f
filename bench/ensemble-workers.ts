/*
 * An ensemble on two threads beside one, by the clock, and what both take of the processors: run `npm run build` first,
 * threads are of the built package.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { packageRoot } from '../src/app/package-root.ts'
import type * as runs from '../src/app/run-ensemble.ts'
import { cpuTime } from './cpu-time.ts'

const MEMBERS = Number(process.env.CORRIDOR_BENCH_MEMBERS ?? 1000)
const built = pathToFileURL(join(packageRoot(), 'dist/app/run-ensemble.js')).href
const { runEnsemble }: typeof runs = await import(built)

/** Nobody knows how much of the gas stops, nor for how long: without anything uncertain all members would be one. */
const SCENARIO = {
  id: 'bench-uncertain-halt',
  title: 'Russian gas to the border regions of Kazakhstan falls by an unknown share for an unknown time',
  start: '2026-01-10',
  days: 60,
  belief_days: 30,
  shocks: [
    {
      asset: 'links/ru-kz-border-gas',
      field: 'capacity',
      low: 0,
      central: 0.3,
      high: 0.8,
      uncertain: { shape: 'uniform', days: { low: 10, central: 25, high: 45 } },
    },
  ],
}

async function seconds(scenario: string, workers: number): Promise<{ clock: number; processor: number }> {
  const [before, cpuBefore] = [performance.now(), cpuTime()]
  const { members } = await runEnsemble({
    network: undefined,
    scenario,
    members: MEMBERS,
    workers,
    tolerance: 0,
    parameters: false,
    progress: { say: () => {}, signal: new AbortController().signal },
  })
  if (members < MEMBERS) throw new Error(`${members} members where ${MEMBERS} were asked for`)
  const [clock, processor] = [(performance.now() - before) / 1000, (cpuTime() - cpuBefore) / 1000]
  console.error(`${workers} thread${workers === 1 ? '' : 's'}: ${clock.toFixed(1)} s`)
  return { clock, processor }
}

const folder = mkdtempSync(join(tmpdir(), 'corridor-bench-'))
try {
  const path = join(folder, 'scenario.json')
  writeFileSync(path, JSON.stringify(SCENARIO))
  const [one, two] = [await seconds(path, 1), await seconds(path, 2)]
  console.log(
    `ensemble of ${MEMBERS}: ${one.clock.toFixed(1)} s on one thread, ${two.clock.toFixed(1)} s on two: ${(one.clock / two.clock).toFixed(2)} times faster; ` +
      `${one.processor.toFixed(1)} s and ${two.processor.toFixed(1)} s of processor time`,
  )
} finally {
  rmSync(folder, { recursive: true })
}
