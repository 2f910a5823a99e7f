import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadLanguages } from '../../src/app/load-lexicons.ts'
import { identifyLanguage } from '../../src/reports/identify-language.ts'

const headlines = JSON.parse(readFileSync(new URL('headlines.json', import.meta.url), 'utf8')) as Record<
  string,
  string[]
>

const languages = loadLanguages()

describe('headlines of four to eight words', () => {
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

/** Sentences of our own, of a length at which letters alone took them for a neighbour. */
const sentences: readonly (readonly [lang: string, text: string])[] = [
  [
    'tr',
    'Anlaşma sağlanamazsa Ukrayna üzerinden gaz transiti 1 Ocak’ta sona erecek, diye uyardı şirketin genel müdürü perşembe günü.',
  ],
  [
    'ru',
    'Трейдеры сообщали в четверг, что из-за шторма погрузка нефти в порту Новороссийск была остановлена на двое суток.',
  ],
  [
    'pt',
    'A Petrobras informou na quinta-feira que a produção de petróleo no pré-sal aumentou cinco por cento no terceiro trimestre.',
  ],
  [
    'nl',
    'Gasunie verwacht dat de opslagen voor de winter voor tachtig procent gevuld zullen zijn, zei een woordvoerder.',
  ],
  [
    'ro',
    'Transgaz a anunțat joi că livrările de gaze către Republica Moldova vor continua fără întrerupere în timpul iernii.',
  ],
  [
    'az',
    'Azərbaycan Dövlət Neft Şirkəti bildirdi ki, boru kəməri ilə neft nəqli planlı təmir işlərinə görə üç gün dayandırılacaq.',
  ],
]

it.each(sentences)('tells a sentence in %s from those of neighbours', (lang, text) => {
  expect(identifyLanguage(text, languages)).toBe(lang)
})
