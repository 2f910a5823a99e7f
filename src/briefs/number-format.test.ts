import { describe, expect, it } from 'vitest'
import {
  formatChange,
  formatGiven,
  formatNumber,
  formatRange,
  formatTogether,
  unitInWords,
  withUnit,
} from './number-format.ts'

describe('numbers for people', () => {
  it.each([
    [1312.7, '1,313'],
    [48_217, '48,200'],
    [1_234_567, '1,230,000'],
    [38.41, '38.4'],
    [3.659, '3.66'],
    [0.042_17, '0.0422'],
    [0, '0'],
    [-4.5, '\u22124.5'],
    [-0.000_000_1, '0'],
    [1e21, '1,000,000,000,000,000,000,000'],
    [Number.NaN, 'not known'],
  ])('%d prints as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it('keeps a reported figure as its source gave it', () => {
    expect(formatGiven(10.2)).toBe('10.2')
    expect(formatGiven(204_000)).toBe('204,000')
    expect(formatGiven(1_234_567)).toBe('1,234,567')
  })

  it('gives numbers that are read together the decimals of the largest', () => {
    expect(formatTogether([0.4, 312.2])).toEqual(['0', '312'])
    expect(formatTogether([31.2, 38.44, 49.1])).toEqual(['31.2', '38.4', '49.1'])
  })

  it('writes a change with its sign, and says when nothing is left of it', () => {
    expect(formatChange(1312.7, 1007.3)).toBe('\u2212305')
    expect(formatChange(0, 14)).toBe('+14')
    expect(formatChange(1312.7, 1312.9)).toBe('no change')
  })

  it('writes a range once where both ends print alike', () => {
    expect(formatRange(180, 420, 'kbbl_d')).toBe('180 to 420\u00a0kb/d')
    expect(formatRange(300.1, 300.2, 'kbbl_d')).toBe('300\u00a0kb/d')
  })

  it('writes units as the trade does, in words where asked, and unknown ones as they stand', () => {
    expect(withUnit('5', 'gwh_d')).toBe('5\u00a0GWh/d')
    expect(withUnit('5', 'furlong')).toBe('5\u00a0furlong')
    expect(withUnit('5', '1')).toBe('5')
    expect(unitInWords('kb/d')).toBe('thousand barrels a day')
  })
})
