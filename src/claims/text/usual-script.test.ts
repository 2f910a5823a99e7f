import { describe, expect, it } from 'vitest'
import { inUsualLetters, parseUsualLetters } from './usual-script.ts'

const letters = parseUsualLetters({ variants: [{ from: '氣國輸', to: '气国输' }] })

describe('a text in the other script of its language', () => {
  it('is read in the letters of the lexicon, with every letter in its place', () => {
    expect(inUsualLetters('中國輸氣', letters)).toBe('中国输气')
  })

  it('stays as it is where one name in a long text is of the other script', () => {
    const text = `管道恢复供应。${'今年产量保持稳定。'.repeat(20)}氣`
    expect(inUsualLetters(text, letters)).toBe(text)
  })

  it('is a file of pairs of one length', () => {
    expect(() => parseUsualLetters({ variants: [{ from: '氣國', to: '气' }] })).toThrow(/one length/u)
  })
})
