import { describe, expect, it } from 'vitest'
import { DayBounds } from './day-bounds.ts'

const usual = {
  lower: Float64Array.of(0, 0, 0),
  upper: Float64Array.of(1, 2, 3),
  rowLower: Float64Array.of(0, 0),
  rowUpper: Float64Array.of(0, 5),
}

describe('the limits of a day', () => {
  it('name what differs from the usual ones, and undo it', () => {
    const day = new DayBounds(usual)
    const limits = day.begin()
    limits.upper[1] = 0.5
    limits.rowLower[0] = -4
    expect([...day.differsFrom(usual).columns]).toEqual([1])
    expect([...day.differsFrom(usual).rows]).toEqual([0])
    expect(day.begin()).toEqual(usual)
    expect([...day.differsFrom(usual).columns, ...day.differsFrom(usual).rows]).toEqual([])
    expect([...day.differsFrom({ ...usual, upper: Float64Array.of(1, 2, 4) }).columns]).toEqual([2])
  })

  it('undo what was changed after it was asked what differs', () => {
    const day = new DayBounds(usual)
    day.begin().upper[1] = 0.5
    expect([...day.differsFrom(usual).columns]).toEqual([1])
    day.change().upper[2] = 0
    expect([...day.differsFrom(usual).columns]).toEqual([1, 2])
    day.change().lower[0] = -1
    expect(day.begin()).toEqual(usual)
  })
})
