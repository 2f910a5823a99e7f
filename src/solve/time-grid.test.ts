import { expect, it } from 'vitest'
import { calendarDate } from '../core/time.ts'
import { pickUpShare } from './network/pick-up.ts'
import { seasonsOf } from './network/season.ts'
import { overlapDays, periodFactor, timeGrid } from './time-grid.ts'

const start = calendarDate('2025-02-17')

it('steps by days, then weeks, then months, and covers the days asked for', () => {
  const lengths = timeGrid('brief', start, 130).map((period) => period.days)
  expect(lengths.slice(0, 28)).toEqual(Array.from({ length: 28 }, () => 1))
  expect(lengths.slice(28)).toEqual([7, 7, 7, 7, 7, 7, 7, 7, 7, 30, 9])
  expect(lengths.reduce((sum, days) => sum + days, 0)).toBe(130)
})

it('steps by thirty days for what lasts', () => {
  expect(timeGrid('months', start, 70).map((period) => period.days)).toEqual([30, 30, 10])
})

it('puts the peak day first on the screening grid', () => {
  const grid = timeGrid('screening', start, 91)
  expect(grid.map((period) => period.days)).toEqual([1, 6, 23, 61])
  const profile = [2, 1, 1, 1, 1, 0.5, 0.5, 1, 1, 1, 1, 1]
  expect(grid.slice(0, 2).map((period) => periodFactor(profile, period))).toEqual([2, 1])
})

it('weighs the months of a period by its days and groups equal periods into seasons', () => {
  const grid = timeGrid('brief', start, 35)
  // From 17 March: seven days in March.
  expect(grid[28]?.start).toBe('2025-03-17')
  const { seasons, seasonOf } = seasonsOf(grid)
  expect(seasons.map((season) => [season.label, season.days])).toEqual([
    [1, 12],
    [2, 23],
  ])
  expect(seasonOf[11]).toBe(0)
  expect(seasonOf[28]).toBe(1)
})

it('counts the days of a period on which a shock holds', () => {
  const [first] = timeGrid('screening', start, 1)
  if (first === undefined) throw new Error('no period')
  expect(overlapDays(first, start, null)).toBe(1)
  expect(overlapDays(first, calendarDate('2025-02-18'), null)).toBe(0)
})

it('refuses a grid without days', () => {
  expect(() => timeGrid('brief', start, 0)).toThrow(/at least 1/)
})

it('opens spare room evenly between delay and full', () => {
  const of = { delayDays: 2, fullDays: 5, fraction: 0.5 }
  expect([0, 1, 2, 3, 4, 5, 50].map((day) => pickUpShare(of, day))).toEqual([
    0, 0, 0.125, 0.25, 0.375, 0.5, 0.5,
  ])
})
