import { describe, expect, it } from 'vitest'
import { tokenise } from '../text/tokens.ts'
import { CueMatcher } from './cue-matcher.ts'

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

  it('matches an accent within a word that the entry has not, and the reverse', () => {
    expect(found(['negocie'], 'elle négocie')).toEqual(['negocie'])
    expect(found(['négocie'], 'elle negocie')).toEqual(['négocie'])
  })

  it('tells words by the accent of their last letter, but not in capitals', () => {
    expect(found(['exporte'], 'le gaz exporté')).toEqual([])
    expect(found(['suministró'], 'el suministro', 'es')).toEqual([])
    expect(found(['suministró'], 'la empresa suministró', 'es')).toEqual(['suministró'])
    expect(found(['suministró'], 'LA EMPRESA SUMINISTRO', 'es')).toEqual(['suministró'])
    expect(found(['*ará'], 'para que llegará', 'es')).toEqual(['*ará'])
  })

  it('takes letters of a language of its own for no accents', () => {
    expect(found(['forderung*'], 'die Förderung', 'de')).toEqual([])
    expect(found(['förder*'], 'die Förderung', 'de')).toEqual(['förder*'])
    expect(found(['verlang*'], 'hat verlängert', 'de')).toEqual([])
  })

  it('meets an entry with a caret where the word is capitalised alone', () => {
    expect(found(['^sollte'], 'Sollte das Gas fehlen', 'de')).toEqual(['^sollte'])
    expect(found(['^sollte'], 'Das Gas sollte fließen', 'de')).toEqual([])
  })

  it('prefers more letters, then a word that is not left open', () => {
    expect(found(['transport*', 'transporte*'], 'il transporte')).toEqual(['transporte*'])
    expect(found(['couvre*', 'couvre'], 'le stock couvre deux mois')).toEqual(['couvre'])
  })
})
