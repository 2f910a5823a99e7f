import { expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import { networkFixture } from '../network/network-fixture.ts'
import { solverForTests } from '../network/solver-fixture.ts'
import { toSolutionJson } from '../results/to-solution-json.ts'
import { createSession } from '../session.ts'
import { solutionSchema } from '../solution.ts'
import { differenceOfSolutions } from './difference.ts'
import { bindingReasons } from './reasons.ts'

const highs = await solverForTests()
const start = calendarDate('2025-03-01')
const network = networkFixture({
  supplies: [{ id: 'field', name: 'the field', bus: 'west:gas', capacity: 120, output: 100, cost: 10_000 }],
  links: [
    {
      id: 'direct',
      name: 'the direct line',
      from: 'west:gas',
      to: 'east:gas',
      capacity: 80,
      flow: 70,
      cost: 1_000,
    },
    {
      id: 'round',
      name: 'the round line',
      from: 'west:gas',
      to: 'east:gas',
      capacity: 60,
      flow: 30,
      cost: 3_000,
    },
  ],
  demands: [{ id: 'homes', name: 'the homes', bus: 'east:gas', rate: 100 }],
})
const session = createSession(highs, network, {
  grid: 'brief',
  start,
  days: 10,
  pickUp: () => ({ delayDays: 0, fullDays: 0, fraction: 1 }),
})
const lost = { asset: 'links/direct', field: 'capacity', value: 0, unit: '1', from: start, to: null } as const

it('states what moved between routes and what was lost, and the terms sum to the difference', () => {
  const movements = differenceOfSolutions(session.base(), session.solve([lost]))
  // 70 lost: 30 fit over the round line, 40 are not delivered and not produced.
  expect(movements.map(({ amount, less, more }) => [Math.round(amount), less, more])).toEqual([
    [40, ['links/direct'], []],
    [30, ['links/direct'], ['links/round']],
  ])
  expect(movements[0]?.sentence).toBe(
    '40 GWh/d: the homes gets less, the field gives less: less over the direct line.',
  )
  expect(movements[1]?.sentence).toBe('30 GWh/d moved from the direct line to the round line.')
})

it('gives as reasons the limits that matter when loosened', () => {
  const run = session.solve([lost])
  const reasons = bindingReasons(session, [lost], run)
  expect(reasons.filter((reason) => reason.confirmed).map((reason) => reason.constraint)).toEqual([
    'link-capacity:direct',
    'link-capacity:round',
  ])
  // Five percent of 60 for ten days.
  expect(reasons.find((reason) => reason.constraint === 'link-capacity:round')?.served).toBeCloseTo(30, 6)
})

it('prints a solution in the form of the contract', () => {
  const solution = toSolutionJson(session.solve([lost]), network)
  expect(solutionSchema.parse(JSON.parse(JSON.stringify(solution)))).toEqual(solution)
  expect(solution.flows[10]).toMatchObject({
    link: 'round',
    value: expect.closeTo(60, 6),
    headroom: expect.closeTo(0, 6),
  })
  expect(solution.unserved.filter((row) => row.period === '2025-03-01').map((row) => row.tier)).toEqual([
    'step-1',
    'step-2',
    'step-3',
  ])
})
