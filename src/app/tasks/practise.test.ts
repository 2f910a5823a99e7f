import { expect, it } from 'vitest'
import { loadSolver } from '../load-solver.ts'
import { practise } from './practise.ts'

it('a thread that waits practises on a programme that has a plan', async () => {
  expect(['optimal', 'time_limit']).toContain(practise(await loadSolver()))
})
