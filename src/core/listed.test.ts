import { expect, it } from 'vitest'
import { listed } from './listed.ts'

it('joins names with commas and a last "and"', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(listed)).toEqual(['', 'A', 'A and B', 'A, B and C'])
})
