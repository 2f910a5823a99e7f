import { describe, expect, it } from 'vitest'
import { tokenise } from '../text/tokens.ts'
import { CueMatcher } from './cue-matcher.ts'
import { parseLexicon } from './lexicon.ts'

const cue = (group: string, pattern: string, isExclusion = false) => ({
  group,
  pattern,
  value: null,
  isExclusion,
})
const found = (matcher: CueMatcher, text: string, lang: string): string[] =>
  matcher.find(tokenise(text, lang)).map((match) => text.slice(match.start, match.end))

describe('cues', () => {
  it('match whole words, beginnings, endings and phrases with a gap', () => {
    const matcher = new CueMatcher(
      [cue('a', 'restor*'), cue('a', '*angriff'), cue('a', 'struck .. deal'), cue('a', 'cut')],
      'en',
    )
    expect(
      found(matcher, 'They struck a new deal to restore flows after the Drohnenangriff; cuts.', 'en'),
    ).toEqual(['struck a new deal', 'restore', 'Drohnenangriff'])
  })

  it('see through Arabic proclitics and Greek accents', () => {
    expect(found(new CueMatcher([cue('a', 'توقف')], 'ar'), 'وتوقف الضخ', 'ar')).toEqual(['وتوقف'])
    expect(found(new CueMatcher([cue('a', 'διακοπή')], 'el'), 'ΔΙΑΚΟΠΗ ροής', 'el')).toEqual(['ΔΙΑΚΟΠΗ'])
  })

  it('match Han text within a sentence without spaces', () => {
    expect(found(new CueMatcher([cue('a', '停止供气')], 'zh'), '公司停止供气三天', 'zh')).toEqual([
      '停止供气',
    ])
  })

  it('keep the longest of a group, and let an exclusion stand against it', () => {
    const matcher = new CueMatcher([cue('a', 'interrupt*'), cue('a', 'without interruption', true)], 'en')
    expect(found(matcher, 'delivered without interruption', 'en')).toEqual([])
    expect(found(matcher, 'an interruption', 'en')).toEqual(['interruption'])
  })
})

describe('a lexicon file', () => {
  it('that is wrong is named with the entry', () => {
    expect(() => parseLexicon('en', {})).toThrow(/lexicons\/en\/language\.yaml/u)
  })
})
