import { expect, it } from 'vitest'
import { counted, listed } from './listed.ts'

it('joins names with commas and a last "and"', () => {
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(listed)).toEqual(['', 'A', 'A and B', 'A, B and C'])
})

it('counts one thing in the singular and none in the plural', () => {
  expect([0, 1, 2].map((count) => counted(count, 'story', 'stories'))).toEqual([
    '0 stories',
    '1 story',
    '2 stories',
  ])
})
