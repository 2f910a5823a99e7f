import { describe, expect, it } from 'vitest'
import { withinTime } from './within-time.ts'

describe('withinTime', () => {
  it('gives what the work gives, and passes its errors on', () => {
    expect(withinTime(5, 'a report', () => 7)).toBe(7)
    expect(() =>
      withinTime(5, 'a report', () => {
        throw new RangeError('deep')
      }),
    ).toThrow(RangeError)
  })

  it('ends work that never ends, also inside one regular expression', () => {
    expect(() =>
      withinTime(0.05, 'a report', () => {
        for (;;);
      }),
    ).toThrow(/a report: not read within 0.05 seconds/u)
    expect(() => withinTime(0.05, 'a report', () => /^(a+)+$/u.test(`${'a'.repeat(60)}b`))).toThrow(
      'not read within',
    )
  })
})
