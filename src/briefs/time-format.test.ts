import { expect, it } from 'vitest'
import { formatTime } from './time-format.ts'

it.each([
  ['2025-02-17', '17 February 2025'],
  ['2025-02', 'February 2025'],
  ['2024', '2024'],
  ['2025-11-11/2025-11-12', '11 November 2025 to 12 November 2025'],
  ['2025-02-17/..', 'from 17 February 2025'],
  ['../2025-12-31', 'until 31 December 2025'],
  ['2025-02-30', '2025-02-30'],
  ['p3', 'p3'],
  ['north/south', 'north/south'],
])('%s reads as %s', (iso, text) => {
  expect(formatTime(iso)).toBe(text)
})
