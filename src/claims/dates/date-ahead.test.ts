import { expect, it } from 'vitest'
import { isoAhead, isoBehind, withDatesAhead } from './date-ahead.ts'
import type { FoundDate } from './date-context.ts'

/** Read on Friday 20 November 2026 as the Monday before. */
const monday: FoundDate = {
  surface: 'Montag',
  start: 10,
  end: 16,
  iso: '2026-11-16',
  is_relative: true,
  bare: 'weekday',
}
const friday = '2026-11-20'

it('takes a weekday alone of what is to come for the next one, and keeps the end that it leaves open', () => {
  expect(isoAhead(monday, friday)).toBe('2026-11-23')
  expect(isoAhead({ ...monday, iso: '2026-11-16/..' }, friday)).toBe('2026-11-23/..')
  expect(isoAhead({ ...monday, iso: '../2026-11-16' }, friday)).toBe('../2026-11-23')
})

it('leaves today, a day to come, a day that more than its weekday gave, and an undated report', () => {
  expect(isoAhead({ ...monday, iso: friday }, friday)).toBe(friday)
  expect(isoAhead({ ...monday, iso: '2026-11-23' }, friday)).toBe('2026-11-23')
  const { bare: _, ...last } = monday
  expect(isoAhead(last, friday)).toBe('2026-11-16')
  expect(isoAhead({ ...monday, iso: null }, null)).toBeNull()
})

it('tells the date as the claim around it takes it, and shows nothing of how it was found', () => {
  const { bare: _, ...printed } = monday
  const claim = { span: [0, 40] as [number, number], time: '2026-11-23' }
  expect(withDatesAhead([monday], [claim], friday)).toEqual([{ ...printed, iso: '2026-11-23' }])
  expect(withDatesAhead([monday], [{ ...claim, span: [20, 40] }], friday)).toEqual([printed])
  expect(withDatesAhead([monday], [{ ...claim, time: '2026-11-16' }], friday)).toEqual([printed])
})

it('takes a month alone of what is to come for the nearer of the last and the next', () => {
  const january: FoundDate = { ...monday, surface: 'January', iso: '2026-01', bare: 'month' }
  expect(isoAhead(january, friday)).toBe('2027-01')
  expect(isoAhead({ ...january, iso: '2026-01/..' }, friday)).toBe('2027-01/..')
  // Six months have passed since May: as far as the next is away.
  expect(isoAhead({ ...january, iso: '2026-05' }, friday)).toBe('2026-05')
  expect(isoAhead({ ...january, iso: '2026-12' }, friday)).toBe('2026-12')
})

it('takes days without a year of what is to come for those of next year where they are over', () => {
  const days: FoundDate = { ...monday, surface: '3-12 September', iso: '2026-09-03/2026-09-12', bare: 'days' }
  expect(isoAhead(days, friday)).toBe('2027-09-03/2027-09-12')
  expect(isoAhead({ ...days, iso: '2026-11-18/2026-11-25' }, friday)).toBe('2026-11-18/2026-11-25')
})

it('takes "this Wednesday", told on a Monday, for the one before of what has been, and for that of the week of what is to come', () => {
  const thisWednesday: FoundDate = {
    ...monday,
    surface: 'this Wednesday',
    iso: '2026-11-25',
    bare: 'this weekday',
  }
  expect(isoBehind(thisWednesday, '2026-11-23')).toBe('2026-11-18')
  expect(isoAhead(thisWednesday, '2026-11-23')).toBe('2026-11-25')
  expect(isoBehind({ ...thisWednesday, iso: '2026-11-18' }, friday)).toBe('2026-11-18')
})
