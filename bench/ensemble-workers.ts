/* An ensemble on two threads beside one, by the clock: run `npm run build` first, threads are of the built package. */

import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { packageRoot } from '../src/app/package-root.ts'
import type * as runs from '../src/app/run-ensemble.ts'

const MEMBERS = Number(process.env.CORRIDOR_BENCH_MEMBERS ?? 1000)
const built = pathToFileURL(join(packageRoot(), 'dist/app/run-ensemble.js')).href
const { runEnsemble }: typeof runs = await import(built)

async function seconds(workers: number): Promise<number> {
  const before = performance.now()
  await runEnsemble({
    network: undefined,
    scenario: 'border-gas-halt',
    members: MEMBERS,
    workers,
    tolerance: 0,
    parameters: false,
    progress: { say: () => {}, signal: new AbortController().signal },
  })
  return (performance.now() - before) / 1000
}

const [one, two] = [await seconds(1), await seconds(2)]
console.log(
  `ensemble of ${MEMBERS}: ${one.toFixed(1)} s on one thread, ${two.toFixed(1)} s on two: ${(one / two).toFixed(2)} times faster`,
)
