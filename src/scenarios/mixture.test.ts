import { describe, expect, it } from 'vitest'
import { mixtureBelow, mixtureQuantile } from './mixture.ts'

describe('mixture', () => {
  const halves = [
    { weight: 1, low: 0, high: 1 },
    { weight: 1, low: 2, high: 3 },
  ]

  it('has its quartiles in the middle of two equal parts', () => {
    expect(mixtureQuantile(halves, 0.25)).toBeCloseTo(0.5, 2)
    expect(mixtureQuantile(halves, 0.75)).toBeCloseTo(2.5, 2)
  })

  it('counts the share below a threshold', () => {
    expect(mixtureBelow(halves, 1.5)).toBeCloseTo(0.5, 12)
    expect(mixtureBelow(halves, 0)).toBe(0)
    expect(mixtureBelow(halves, 4)).toBeCloseTo(1, 12)
  })

  it('takes a single point for what it is', () => {
    expect(mixtureQuantile([{ weight: 3, low: 0.7, high: 0.7 }], 0.05)).toBe(0.7)
  })

  it('refuses a mixture without weight', () => {
    expect(() => mixtureQuantile([{ weight: 0, low: 0, high: 1 }], 0.5)).toThrow(RangeError)
  })
})
