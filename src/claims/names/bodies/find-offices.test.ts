import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { NameEntry } from '../name-entry.ts'
import { createNameMatcher } from '../name-matcher.ts'
import { parseNamesLexicons } from '../names-lexicon.ts'
import { shareNames } from '../shared-names.ts'

const langs = ['ar', 'de', 'el', 'en', 'es', 'fr', 'ru', 'tr', 'uk', 'zh']
const lexicons = parseNamesLexicons(
  Object.fromEntries(
    langs.map((lang) => [
      lang,
      { names: parse(readFileSync(join('lexicons', lang, 'names.yaml'), 'utf8')) as unknown },
    ]),
  ),
)
const country = (row: string, canonical: string, names: Readonly<Record<string, string>>): NameEntry[] =>
  Object.entries(names).map(([lang, name]) => ({
    table: 'countries',
    row,
    canonical,
    type: 'country',
    lang,
    name,
    kind: 'name',
  }))
const seat = (row: string, canonical: string, code: string, names: Readonly<Record<string, string>>) =>
  country(row, canonical, names).map(
    (entry): NameEntry => ({ ...entry, table: 'places', type: 'place', seat: code }),
  )
const matcher = createNameMatcher(
  shareNames(
    [
      ...country('KZ', 'Kazakhstan', { en: 'Kazakhstan', ru: 'Казахстан' }),
      ...country('CN', 'China', { en: 'China', es: 'China', ru: 'Китай' }),
      ...country('IT', 'Italy', { fr: 'Italie' }),
      ...country('VE', 'Venezuela', { es: 'Venezuela' }),
      ...seat('budapest', 'Budapest', 'HU', { de: 'Budapest' }),
      ...seat('astana', 'Astana', 'KZ', { ru: 'Астана' }),
    ],
    lexicons,
  ),
  lexicons,
)
const offices = (text: string, lang: string): string[] =>
  matcher
    .read(text, lang)
    .entities.filter((one) => one.type === 'organisation')
    .map((one) => one.canonical)

describe('offices of a country', () => {
  it('are known in lower case, by the country or its adjective', () => {
    expect(offices("Kazakhstan's energy ministry said so.", 'en')).toEqual(['Kazakh Energy Ministry'])
    expect(offices('The Turkish foreign ministry said so.', 'en')).toEqual(['Turkish Foreign Ministry'])
    expect(offices("China's customs service said so.", 'en')).toEqual(['Chinese customs'])
  })

  it('are the one named before, wherever the text was written', () => {
    const text =
      "Budapest, May 14, 2026. Kazakhstan's energy ministry cut its forecast. The energy ministry said so."
    expect(offices(text, 'en')).toEqual(['Kazakh Energy Ministry'])
  })

  it('take an adjective between their words', () => {
    expect(offices("Le ministère kazakh de l'énergie a répondu.", 'fr')).toEqual(['Kazakh Energy Ministry'])
  })

  it('belong to the country named in the phrase before that of the dateline', () => {
    expect(offices('АСТАНА, 14 мая. Минэнерго Китая ответило.', 'ru')).toEqual(['Chinese Energy Ministry'])
    expect(offices('АСТАНА, 14 мая. Минэнерго ответило.', 'ru')).toEqual(['Kazakh Energy Ministry'])
    expect(offices('Budapest, 14. Mai 2026. Das Energieministerium antwortete.', 'de')).toEqual([
      'Hungarian Energy Ministry',
    ])
  })

  it('belong to the country named last, not to the one that something goes to', () => {
    const text = 'Venezuela envió más crudo a China. El Ministerio de Petróleo lo confirmó.'
    expect(offices(text, 'es')).toEqual(['Venezuelan Oil Ministry'])
  })

  it('stay as they are where the text before names no country', () => {
    expect(offices("Le ministère de l'Énergie a répondu à l'Italie.", 'fr')).toEqual(['Energy Ministry'])
  })

  it('that are ordinary words need a country, and no name behind them', () => {
    expect(offices('The central bank said so.', 'en')).toEqual([])
    expect(offices("Kazakhstan's central bank said so.", 'en')).toEqual(['Kazakh central bank'])
    expect(offices('Greek grid operator ADMIE said so.', 'en')).not.toContain('Greek grid operator')
  })
})
