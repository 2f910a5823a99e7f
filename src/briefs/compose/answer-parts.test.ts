import { expect, test } from 'vitest'
import { percentRange } from './answer-parts.ts'

test('ends of a range in per cent are no finer than a hundredth of the larger', () => {
  expect(percentRange(0.00078, 2.4)).toBe('0 to 2.4 %')
  expect(percentRange(0.082, 46.3)).toBe('0.1 to 46 %')
  expect(percentRange(-61, -9.04)).toBe('\u221261 to \u22129 %')
  expect(percentRange(0.28, 100)).toBe('0 to 100 %')
  expect(percentRange(0, 0)).toBe('0 %')
})
