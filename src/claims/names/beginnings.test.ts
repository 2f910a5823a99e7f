import { describe, expect, it } from 'vitest'
import { Beginnings } from './beginnings.ts'

describe('beginnings of words', () => {
  it('are all held that were added, and of others nearly none', () => {
    const held = new Beginnings(1 << 12)
    const words = Array.from({ length: 100 }, (_, at) => `word${at * 7}`)
    for (const word of words) held.add(word, word.length)
    expect(words.every((word) => held.mayHold(`${word}s`, word.length))).toBe(true)
    const others = Array.from({ length: 1000 }, (_, at) => `other${at}`)
    expect(others.filter((word) => held.mayHold(word, word.length)).length).toBeLessThan(60)
  })

  it('are looked at up to the length that is asked', () => {
    const held = new Beginnings(1 << 12)
    held.add('kropotkin', 4)
    expect(held.mayHold('krop', 4)).toBe(true)
    expect(held.mayHold('kropotkin', 9)).toBe(false)
  })
})
