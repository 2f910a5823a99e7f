import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { notationOf } from '../../../src/claims/quantities/digits.ts'
import { readTokenForms } from '../../../src/claims/quantities/phrases.ts'
import { readNumber } from '../../../src/claims/quantities/read-number.ts'
import { quantityLexicon, repoFile } from './load-lexicon.ts'

/** Share of the public numeral cases read whole. Left out on purpose: a pair, a few, one twenty two. */
const floors = {
  ar: 0.97,
  el: 0.97,
  ru: 0.97,
  uk: 0.97,
  bg: 0.97,
  de: 0.93,
  fr: 0.97,
  it: 0.97,
  pl: 0.9,
  tr: 0.9,
  zh: 0.82,
  en: 0.75,
} as const

const folder = repoFile('../shared/reading/duckling')
const isHere = existsSync(folder)
// biome-ignore lint/suspicious/noConsole: a skipped score must be seen
if (!isHere) console.warn(`SKIPPED: no numeral cases at ${folder}`)

function readAlone(lang: string, text: string): number | null {
  const lexicon = quantityLexicon(lang).numbers
  const tokens = readTokenForms(text, lexicon.affixes)
  const minus = tokens[0]?.fold === '-' || lexicon.minus.at(tokens, 0) !== null
  const context = { text, tokens, lexicon, notation: notationOf(tokens, lexicon), style: 'numbers' as const }
  const from = minus ? 1 : 0
  const bare = lexicon.bareScales.at(tokens, from)
  const number = readNumber(context, from) ?? (bare === null ? null : { value: bare.value, next: bare.to })
  if (number === null || number.next !== tokens.length) return null
  return minus ? -number.value : number.value
}

describe.skipIf(!isHere)('public numerals', () => {
  test.each(Object.entries(floors))('%s keeps its floor', (lang, floor) => {
    const lines = readFileSync(`${folder}/Numeral.${lang.toUpperCase()}.jsonl`, 'utf8').trim().split('\n')
    const cases = lines.map((line) => JSON.parse(line) as { text: string; value: number })
    const right = cases.filter(({ text, value }) => {
      const read = readAlone(lang, text)
      return read !== null && Math.abs(read - value) <= 1e-6 * Math.abs(value)
    })
    // biome-ignore lint/suspicious/noConsole: the score is what this test is for
    console.info(`${lang} numerals: ${right.length} of ${cases.length}`)
    expect(right.length / cases.length).toBeGreaterThanOrEqual(floor)
  })
})
