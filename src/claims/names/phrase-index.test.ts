import { describe, expect, it } from 'vitest'
import { PhraseIndex } from './phrase-index.ts'

const formsOf = (words: readonly string[]) =>
  words.map((exact) => ({ exact, stems: [exact, exact.slice(0, -1)], withoutClitics: [] }))
const always = (): boolean => true

describe('phrases of an index', () => {
  const index = new PhraseIndex<string>()
  index.add(['north'], ['nort'], 'North')
  index.add(['north', 'port'], ['nort', 'por'], 'North Port')
  index.add(['norta', 'gate'], ['nort', 'gat'], 'Norta Gate')

  it('are found from the shortest to the longest, as they stand', () => {
    const hits = index.hitsAt(formsOf(['north', 'port', 'said']), 0, always)
    expect(hits.map((hit) => [hit.payloads[0], hit.to])).toEqual([
      ['North', 1],
      ['North Port', 2],
    ])
    expect(index.longestAt(formsOf(['north', 'port']), 0, always)?.payloads).toEqual(['North Port'])
  })

  it('of one stem are found below it whichever was added first', () => {
    const hit = index.longestAt(formsOf(['norte', 'gate']), 0, always)
    expect(hit?.payloads).toEqual(['Norta Gate'])
    expect(hit?.isExact).toBe(false)
  })

  it('end where two words may not be joined, and none begins with another word', () => {
    expect(index.longestAt(formsOf(['north', 'port']), 0, () => false)?.payloads).toEqual(['North'])
    expect(index.longestAt(formsOf(['south', 'port']), 0, always)).toBeUndefined()
  })
})
