import { expect, it } from 'vitest'
import type { Period } from '../../solve/time-grid.ts'
import { meanOver, stretchesOf, totalOf, wholePeriods } from './over-time.ts'

const periods = [...Array.from({ length: 28 }, () => 1), 7, 25].map((days) => ({
  days,
})) as unknown as Period[]

it('ends the first stretch where a period ends: after 28 days of a grid that goes on by weeks', () => {
  expect(wholePeriods(periods, 31)).toBe(28)
  expect(stretchesOf(periods).map((stretch) => stretch.label)).toEqual(['first 28 days', '60 days'])
})

it('weighs a mean by days, and sums only what lies within', () => {
  const series = [...Array.from({ length: 28 }, () => 0), 14, 0]
  expect(meanOver(series, periods, { label: '', from: 0, to: 35 })).toBeCloseTo((14 * 7) / 35)
  expect(totalOf(series, periods)).toBe(98)
  expect(totalOf(series, periods, 28)).toBe(0)
})
