import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadLanguages } from '../../src/app/load-lexicons.ts'
import { identifyLanguage } from '../../src/reports/identify-language.ts'

const headlines = JSON.parse(readFileSync(new URL('headlines.json', import.meta.url), 'utf8')) as Record<
  string,
  string[]
>

describe('headlines of four to eight words', () => {
  const languages = loadLanguages()
  const wrong = Object.entries(headlines).flatMap(([lang, texts]) =>
    texts
      .map((text) => ({ text, lang, told: identifyLanguage(text, languages) }))
      .filter(({ told }) => told !== lang),
  )
  const all = Object.values(headlines).flat().length

  it('are told apart in fourteen languages, 99 of 100', () => {
    expect(1 - wrong.length / all, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.99)
  })

  it('are never confused among the languages of one script: Russian, Ukrainian, Bulgarian, Kazakh', () => {
    const cyrillic = new Set(['ru', 'uk', 'bg', 'kk'])
    expect(wrong.filter(({ lang }) => cyrillic.has(lang))).toEqual([])
  })
})
