import { describe, expect, it } from 'vitest'
import { holidayRule, nthWeekday, orthodoxEaster, westernEaster } from './holiday-days.ts'

describe('days of holidays', () => {
  it('follow the moon for Easter, in the West and in the East', () => {
    expect([2024, 2025, 2026, 2038].map(westernEaster)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2038-04-25',
    ])
    expect([2013, 2024, 2025, 2026].map(orthodoxEaster)).toEqual([
      '2013-05-05',
      '2024-05-05',
      '2025-04-20',
      '2026-04-12',
    ])
  })

  it('are counted from Easter, fixed, or the nth weekday of a month', () => {
    expect(holidayRule('easter-2')(2026)).toBe('2026-04-03')
    expect(holidayRule('orthodox+49')(2026)).toBe('2026-05-31')
    expect(holidayRule('12-25')(2026)).toBe('2026-12-25')
    expect(holidayRule('05/0/2')(2026)).toBe('2026-05-10')
    expect(holidayRule('05/1/-1')(2026)).toBe('2026-05-25')
  })

  it('are found in other calendars, a day or a month', () => {
    expect(holidayRule('chinese 01-01')(2026)).toBe('2026-02-17')
    expect(holidayRule('islamic-umalqura 10-01')(2025)).toBe('2025-03-30')
    expect(holidayRule('islamic-umalqura 09')(2025)).toBe('2025-03-01/2025-03-29')
  })

  it('may not exist: a fifth Monday in a month with four', () => {
    expect(nthWeekday([2026, 2], 1, 5)).toBeNull()
    expect(nthWeekday([2026, 2], 1, -1)).toBe('2026-02-23')
  })

  it('refuse a rule that is none', () => {
    expect(() => holidayRule('the 25th')).toThrow('not a rule of a holiday')
  })
})
