import { describe, expect, it } from 'vitest'
import { checkLexicon } from '../claims/lexicon/check-lexicon.ts'
import { lexiconLanguages, loadLexicons } from './load-lexicons.ts'

const shipped = loadLexicons()
const english = shipped.en ?? {}

/** The English lexicon with one list of one file replaced. */
function withList(file: string, list: string, entries: readonly string[]): Record<string, unknown> {
  return { ...english, [file]: { ...(english[file] as object), [list]: entries } }
}
const told = (files: Record<string, unknown>): string[] =>
  checkLexicon('en', files, english)
    .map((problem) => problem.message)
    .filter((message) => /events\.yaml: (?:again|well)|modality|the file|the list/u.test(message))

describe('checkLexicon', () => {
  it.each([
    [
      'an entry twice',
      withList('events', 'again', ['anew', 'once more', 'Anew']),
      ['lexicons/en/events.yaml: again: "Anew" stands twice: take one out'],
    ],
    [
      'an entry twice with two meanings',
      withList('events', 'again', ['anew', 'anew > possible']),
      [
        'lexicons/en/events.yaml: again: "anew > possible" stands twice and says "nothing" and "possible": keep one',
        'lexicons/en/events.yaml: again: "anew > possible" can never be found: "anew" of the same list takes its words',
      ],
    ],
    [
      'an entry that an exclusion always keeps out',
      withList('events', 'again', ['anew', '~anew']),
      [
        'lexicons/en/events.yaml: again: "~anew" is in its list and excluded from it: take one out',
        'lexicons/en/events.yaml: again: "anew" can never be found: "~anew" of the same list takes its words',
      ],
    ],
    [
      'an exclusion that meets nothing',
      withList('events', 'again', ['anew', '~every day']),
      ['lexicons/en/events.yaml: again: "~every day" keeps nothing of its list from matching: take it out'],
    ],
    [
      'an entry without a word',
      withList('events', 'again', ['anew', '?!']),
      ['lexicons/en/events.yaml: again: "?!" holds no word that a text could have: take it out'],
    ],
    [
      'an empty class of words',
      withList('events', 'well', []),
      [
        'lexicons/en/events.yaml: the list "well" is missing or empty: fill it, lexicons/en shows what it holds',
      ],
    ],
  ])('tells of %s', (_what, files, messages) => {
    expect(told(files)).toEqual(messages)
  })

  it('tells of a cue of denial that also says what happened', () => {
    const modality = english.modality as { happened: readonly string[] }
    const files = withList('modality', 'happened', [...modality.happened, 'denied'])
    expect(told(files)).toEqual([
      'lexicons/en/modality.yaml: denied: "denied" stands in modality "happened" too, which says the opposite: keep one',
    ])
  })

  it('tells of a missing file first, and of one that cannot be read', () => {
    const { numbers: _numbers, ...rest } = english
    expect(told(rest)).toEqual([
      'lexicons/en/numbers.yaml: the file is missing: add it, with the lists of lexicons/en as a model',
    ])
    expect(told({ ...english, modality: { happened: [] } })[0]).toContain('lexicons/en/modality.yaml')
  })

  it.each(lexiconLanguages())('finds no fault in the shipped lexicon of %s', (lang) => {
    expect(checkLexicon(lang, shipped[lang] ?? {}, english).map((problem) => problem.message)).toEqual([])
  })
})
