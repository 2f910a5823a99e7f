import { expect, it } from 'vitest'
import { seededDraw, seededUniform } from '../tools/seeded-draw.ts'

const letters = [...'abcdefghij']

it('draws the same items for the same seed and others for another', () => {
  expect(seededDraw(letters, 4, 7)).toEqual(seededDraw(letters, 4, 7))
  expect(seededDraw(letters, 4, 7)).not.toEqual(seededDraw(letters, 4, 8))
})

it('draws no item twice and gives all back where fewer are there than asked', () => {
  expect(seededDraw(letters, 99, 7).sort()).toEqual(letters)
})

it('draws each of ten items about as often as any other', () => {
  const counts = new Map(letters.map((letter) => [letter, 0]))
  for (let seed = 0; seed < 5000; seed++)
    for (const letter of seededDraw(letters, 1, seed)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(100)
})

it('leaves the items as they were', () => {
  seededDraw(letters, 4, 7)
  expect(letters.join('')).toBe('abcdefghij')
})

it('steps as worked by hand: with seed 0 the first state is the increment itself', () => {
  const state = 0x6d2b79f5
  let mixed = Math.imul(state ^ 0xda56, state)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  expect(seededUniform(0)()).toBe(((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296)
})
