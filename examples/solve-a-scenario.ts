import assert from 'node:assert/strict'
import { silentProgress } from '../src/app/progress.ts'
import { solveNetwork } from '../src/app/solve-network.ts'
import { calendarDate } from '../src/core/time.ts'

// Both strings of TurkStream stop for ten days: nothing flows while they stand, and the days after are as before.
const solution = await solveNetwork({
  network: undefined,
  scenario: 'turkstream-maintenance',
  asOf: null,
  today: calendarDate('2025-06-03'),
  progress: silentProgress,
})
assert.equal(solution.status, 'optimal')
const flow = (period: string) =>
  solution.flows
    .filter((row) => row.link.startsWith('turkstream') && row.period === period)
    .reduce((sum, row) => sum + row.value, 0)
const [first] = solution.periods
const last = solution.periods.at(-1)
assert(first && last)
assert(flow(first.id) < 1e-6)
assert(flow(last.id) > 100)
const unserved = solution.unserved
  .filter((row) => row.carrier === 'gas')
  .reduce((sum, row) => sum + row.value, 0)
console.log(
  `TurkStream carries ${flow(first.id).toFixed(0)} GWh/d on ${first.start} and ${flow(last.id).toFixed(0)} on ${last.start}`,
)
console.log(`Unserved gas, sum of daily rates: ${unserved.toFixed(0)} GWh/d`)
