import { expect, it } from 'vitest'
import { calendarDate } from '../../core/time.ts'
import { timeGrid } from '../time-grid.ts'
import { perfectPlan, rollingPlans } from './belief.ts'

const periods = timeGrid('brief', calendarDate('2025-03-01'), 10)
const outage = (from: string, to: string | null) =>
  ({ asset: 'links/a', field: 'capacity', value: 0, unit: '1', from, to }) as const

it('plans once where the outage lasts as long as believed', () => {
  const plans = rollingPlans(periods, [outage('2025-03-01', '2025-03-04')], 4)
  expect(plans.map((plan) => plan.from)).toEqual([0])
  expect([...(plans[0]?.shares ?? [])]).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
})

it('plans again when the outage outlives the belief and when it ends', () => {
  // Believed to day 2; on day 3 (index 2) believed to day 4; on day 5 to day 6; over after day 5, seen on day 5.
  const plans = rollingPlans(periods, [outage('2025-03-01', '2025-03-05')], 2)
  expect(plans.map((plan) => plan.from)).toEqual([0, 2, 4])
  expect(plans.map((plan) => plan.believedUntilDay)).toEqual([1, 3, -1])
})

it('knows nothing of a shock before it comes', () => {
  const plans = rollingPlans(periods, [outage('2025-03-04', null)], 100)
  expect(plans.map((plan) => plan.from)).toEqual([0, 3])
  expect(Math.max(...(plans[0]?.shares ?? []))).toBe(0)
})

it('knows all with perfect foresight', () => {
  const plan = perfectPlan(periods, [outage('2025-03-04', '2025-03-05')])
  expect([...plan.shares]).toEqual([0, 0, 0, 1, 1, 0, 0, 0, 0, 0])
})

it('takes the share of a longer period', () => {
  const weeks = timeGrid('brief', calendarDate('2025-03-01'), 35)
  const shares = perfectPlan(weeks, [outage('2025-03-30', '2025-03-31')]).shares
  expect(weeks[28]?.days).toBe(7)
  expect(shares[28]).toBeCloseTo(2 / 7, 12)
})

it('comes back evenly over days about its end, and knows how once it does', () => {
  // Over 4 days, back over 2: whole until the end of day 3, then 1 to 0 by the end of day 5: 3/4 and 1/4, 4 days in all.
  const returning = { ...outage('2025-03-01', '2025-03-04'), returns: 2 }
  expect([...perfectPlan(periods, [returning]).shares]).toEqual([1, 1, 1, 0.75, 0.25, 0, 0, 0, 0, 0])
  const plans = rollingPlans(periods, [returning], 4)
  expect(plans.map((plan) => plan.from)).toEqual([0, 2])
  expect([...(plans[0]?.shares ?? [])]).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
  expect([...(plans[1]?.shares ?? [])].slice(2)).toEqual([1, 0.75, 0.25, 0, 0, 0, 0, 0])
  expect(plans.map((plan) => plan.believedUntilDay)).toEqual([3, 4])
})

it('loses as many days in all where it comes back in stages, in longer periods too', () => {
  const weeks = timeGrid('brief', calendarDate('2025-03-01'), 70)
  const lost = (returns: number): number =>
    perfectPlan(weeks, [{ ...outage('2025-03-01', '2025-04-02'), returns }]).shares.reduce(
      (sum, share, p) => sum + share * (weeks[p]?.days ?? 0),
      0,
    )
  for (const returns of [0, 3, 10, 19.8]) expect(lost(returns)).toBeCloseTo(33, 9)
})
