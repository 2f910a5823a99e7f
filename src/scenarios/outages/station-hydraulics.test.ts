import { describe, expect, it } from 'vitest'
import {
  capacityWithDragReducer,
  capacityWithHeadRedistributed,
  capacityWithoutCountermeasure,
} from './station-hydraulics.ts'

describe('capacity after losing one station', () => {
  it('is the square root of a half on a rough line that does nothing', () => {
    expect(capacityWithoutCountermeasure(0)).toBeCloseTo(Math.SQRT1_2, 12)
    expect(capacityWithoutCountermeasure(0.25)).toBeCloseTo(0.673, 3)
  })

  it('is 0.88 for five stations and 0.94 for ten that share the head', () => {
    expect(capacityWithHeadRedistributed(5, 0.25)).toBeCloseTo(0.88, 2)
    expect(capacityWithHeadRedistributed(10, 0.25)).toBeCloseTo(0.942, 3)
  })

  it('rises with drag reducer and never passes what the line carried before', () => {
    expect(capacityWithDragReducer(0, 0.25)).toBeCloseTo(capacityWithoutCountermeasure(0.25), 12)
    expect(capacityWithDragReducer(0.5, 0.25)).toBeCloseTo(1, 12)
    expect(capacityWithDragReducer(0.7, 0.25)).toBe(1)
  })

  it('refuses a line of one station and an exponent that no friction law has', () => {
    expect(() => capacityWithHeadRedistributed(1, 0.25)).toThrow(RangeError)
    expect(() => capacityWithoutCountermeasure(0.5)).toThrow(RangeError)
  })
})
