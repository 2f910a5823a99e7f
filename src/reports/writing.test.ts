import { describe, expect, it } from 'vitest'
import { parseWriting, wordShare } from './writing.ts'

describe('how a language is written', () => {
  const polish = parseWriting({
    foreign_letters: 'q',
    own_letters: 'ł',
    words: [
      ['dla', 'nie'],
      ['*ują', 'gazo*'],
    ],
  })

  it('counts known words whole and endings, beginnings and letters half', () => {
    expect(wordShare('nie dla', polish)).toBe(1)
    expect(wordShare('oferują gazociąg złoty nie', polish)).toBe((0.5 + 0.5 + 0.5 + 1) / 4)
  })

  it('gives nothing for a text without words', () => {
    expect(wordShare('12 34', polish)).toBe(0)
  })

  it('may be left out, and is refused in another form', () => {
    expect(parseWriting(undefined).foreign).toBeNull()
    expect(() => parseWriting({ words: 'dla' })).toThrow()
  })
})
