import { expect, it } from 'vitest'
import { mondayOfWeek } from './calendar-days.ts'

it('begins the first week of a year on the Monday of the week that holds 4 January', () => {
  expect(mondayOfWeek(2026, 1)).toBe('2025-12-29')
  expect(mondayOfWeek(2027, 1)).toBe('2027-01-04')
  expect(mondayOfWeek(2026, 31)).toBe('2026-07-27')
})

it('knows a fifty-third week only of years that have one', () => {
  expect(mondayOfWeek(2020, 53)).toBe('2020-12-28')
  expect(mondayOfWeek(2021, 53)).toBeNull()
  expect(mondayOfWeek(2021, 0)).toBeNull()
})
