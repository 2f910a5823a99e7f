import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { DateLexicon } from '../../../src/claims/dates/date-lexicon.ts'
import { parseDateLexicon } from '../../../src/claims/dates/parse-date-lexicon.ts'
import { parseQuantityLexicon } from '../../../src/claims/quantities/read-quantities.ts'
import type { QuantityLexicon } from '../../../src/claims/quantities/unit-lexicon.ts'

export const languages = ['ar', 'en', 'el', 'ru', 'uk', 'de', 'fr', 'es', 'tr', 'zh'] as const

export const repoFile = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

function lexiconFiles(lang: string): Record<string, unknown> {
  const read = (name: string): unknown =>
    parse(readFileSync(repoFile(`lexicons/${lang}/${name}.yaml`), 'utf8'))
  return { numbers: read('numbers'), units: read('units'), dates: read('dates') }
}

const quantityLexicons = new Map<string, QuantityLexicon>()
const dateLexicons = new Map<string, DateLexicon>()

export function quantityLexicon(lang: string): QuantityLexicon {
  const known = quantityLexicons.get(lang) ?? parseQuantityLexicon(lang, lexiconFiles(lang))
  quantityLexicons.set(lang, known)
  return known
}

export function dateLexicon(lang: string): DateLexicon {
  const known = dateLexicons.get(lang) ?? parseDateLexicon(lang, lexiconFiles(lang))
  dateLexicons.set(lang, known)
  return known
}
