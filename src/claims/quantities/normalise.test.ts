import { expect, test } from 'vitest'
import { normalise } from './normalise.ts'

test('a flow goes to its base unit with the factor in words', () => {
  expect(normalise(36.5, 'bcm/yr', null)).toEqual({
    value: 1e8,
    unit: 'm3/d',
    factor: '1 bcm = 1e9 m3, 365 days a year',
  })
})

test('only crude in tonnes becomes barrels', () => {
  expect(normalise(1000, 't/d', 'crude oil')?.value).toBe(7330)
  expect(normalise(1000, 't/d', 'coal')).toBeNull()
})

test('both ends of a range are converted', () => {
  expect(normalise([1, 2], 'GW', null)?.value).toEqual([1000, 2000])
})

test('a base unit needs nothing', () => {
  expect(normalise(30, '%', null)).toBeNull()
})
