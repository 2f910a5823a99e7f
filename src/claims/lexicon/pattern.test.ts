import { describe, expect, it } from 'vitest'
import { tokenise } from '../text/tokens.ts'
import { CueMatcher } from './pattern.ts'

function found(entries: readonly string[], text: string, lang = 'fr'): string[] {
  const cues = entries.map((pattern) => ({
    group: 'event:carry',
    pattern,
    value: null,
    isExclusion: false,
  }))
  return new CueMatcher(cues, lang).find(tokenise(text, lang)).map((match) => match.cue.pattern)
}

describe('CueMatcher', () => {
  it.each([
    ['la Norvège exporte du gaz', 'exporte'],
    ['le gaz exporté hier', 'exporté*'],
    ['les volumes exportées hier', 'exporté*'],
    ['LE GAZ EXPORTE HIER', 'exporte'],
  ])('chooses in "%s" the entry with the accents of the word', (text, entry) => {
    expect(found(['exporté*', 'exporte'], text)).toEqual([entry])
    expect(found(['exporte', 'exporté*'], text)).toEqual([entry])
  })

  it('matches without accents where no entry has those of the word', () => {
    expect(found(['exporte'], 'le gaz exporté')).toEqual(['exporte'])
  })

  it('prefers more letters, then a word that is not left open', () => {
    expect(found(['transport*', 'transporte*'], 'il transporte')).toEqual(['transporte*'])
    expect(found(['couvre*', 'couvre'], 'le stock couvre deux mois')).toEqual(['couvre'])
  })
})
