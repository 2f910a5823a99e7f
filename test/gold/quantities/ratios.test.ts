import { describe, expect, it } from 'vitest'
import { notationOf } from '../../../src/claims/quantities/digits.ts'
import { readTokenForms } from '../../../src/claims/quantities/phrases.ts'
import { readNumber } from '../../../src/claims/quantities/read-number.ts'
import { quantityLexicon } from './load-lexicon.ts'

function read(lang: string, text: string, style: 'amounts' | 'numbers'): number | null {
  const lexicon = quantityLexicon(lang).numbers
  const tokens = readTokenForms(text, lexicon.affixes)
  const notation = notationOf(tokens, lexicon)
  return readNumber({ text, tokens, lexicon, notation, style }, 0)?.value ?? null
}

describe('numbers that are ratios, powers or mixed', () => {
  it('are read where every number is wanted', () => {
    expect(read('en', 'one in five', 'numbers')).toBe(0.2)
    expect(read('ar', 'واحد على أربعة', 'numbers')).toBe(0.25)
    expect(read('ar', 'جزء من مئة', 'numbers')).toBe(0.01)
    expect(read('ar', 'عشرون وثلاثة أخماس', 'numbers')).toBe(20.6)
    expect(read('en', '1 4/5', 'numbers')).toBe(1.8)
    expect(read('en', '1.2M', 'numbers')).toBe(1_200_000)
    expect(read('en', '12e+3', 'numbers')).toBe(12_000)
    expect(read('en', '2^3', 'numbers')).toBe(8)
  })

  it('are left alone in running text, where "one of five" counts things', () => {
    expect(read('en', 'one in five', 'amounts')).toBe(1)
    expect(read('ar', 'واحد من ثلاثة', 'amounts')).toBe(1)
    expect(read('en', '1.2M', 'amounts')).toBe(1.2)
  })

  it('join a share to a whole before a scale in any text', () => {
    expect(read('en', 'two and a quarter million', 'amounts')).toBe(2_250_000)
    expect(read('en', 'two and a quarter of the output', 'amounts')).toBe(2)
  })

  it('are no part of dates and addresses', () => {
    expect(read('en', '5/17/2018', 'numbers')).toBe(5)
    expect(read('en', '192.168.1.2', 'numbers')).toBe(192)
  })

  it('are read with a zero left out, in groups that a space parts, and with zeros in words', () => {
    expect(read('en', '.77', 'amounts')).toBe(0.77)
    expect(read('en', '40 000', 'amounts')).toBe(40_000)
    expect(read('en', '1 234 567', 'amounts')).toBe(1_234_567)
    expect(read('en', '12 345', 'amounts')).toBe(12)
    expect(read('en', 'two point zero five', 'amounts')).toBe(2.05)
  })

  it('add in Arabic what is joined by and, and nothing else', () => {
    expect(read('ar', 'مئة وثلاثون', 'amounts')).toBe(130)
    expect(read('ar', 'ثلاثون خمس', 'amounts')).toBe(30)
    expect(read('ar', '322 مئة', 'amounts')).toBe(32_200)
  })
})
