import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadLexicons } from '../../src/app/load-lexicons.ts'
import { notationOf } from '../../src/claims/quantities/digits.ts'
import type { NumberLexicon } from '../../src/claims/quantities/number-lexicon.ts'
import { readTokenForms } from '../../src/claims/quantities/phrases.ts'
import { readNumber } from '../../src/claims/quantities/read-number.ts'
import { parseQuantityLexicon } from '../../src/claims/quantities/read-quantities.ts'
import type { QuantityLexicon } from '../../src/claims/quantities/unit-lexicon.ts'
import { sharedFolder } from '../../test/gold/score-dev.ts'

export const suiteFolder = join(sharedFolder, 'reading')

/** One case as judged: `skipped` is why it is out of scope. */
export interface Judged {
  readonly text: string
  readonly wanted: string
  readonly said: string
  readonly right: boolean
  readonly skipped?: string
}

const lexicons = new Map<string, QuantityLexicon>()
const files = loadLexicons()

export function lexiconOf(lang: string): QuantityLexicon {
  const lexicon = lexicons.get(lang) ?? parseQuantityLexicon(lang, files[lang] ?? {})
  lexicons.set(lang, lexicon)
  return lexicon
}

/** Lines of a file of JSON lines, or none where the file is missing. */
export function linesOf<T>(path: string): T[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

export function jsonOf<T>(path: string): T | null {
  if (!existsSync(path)) return null
  return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/u, '')) as T
}

export const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b))

/** Every number of a text, in digits or words, whether or not it counts something. */
export function numbersIn(text: string, lexicon: NumberLexicon): number[] {
  const tokens = readTokenForms(text, lexicon.affixes)
  const context = { text, tokens, lexicon, notation: notationOf(tokens, lexicon), style: 'numbers' as const }
  const found: number[] = []
  for (let at = 0; at < tokens.length; ) {
    const bare = lexicon.bareScales.at(tokens, at)
    const number = readNumber(context, at) ?? (bare === null ? null : { value: bare.value, next: bare.to })
    if (number !== null) found.push(number.value)
    at = Math.max(at + 1, number?.next ?? 0)
  }
  return found
}

/** `right (right/all)` of the cases in scope, and how many of each kind are out of it. */
export function summary(judged: readonly Judged[]): string {
  const inScope = judged.filter((one) => one.skipped === undefined)
  if (inScope.length === 0) return 'no cases'
  const right = inScope.filter((one) => one.right).length
  const skipped = new Map<string, number>()
  for (const { skipped: why } of judged) if (why !== undefined) skipped.set(why, (skipped.get(why) ?? 0) + 1)
  const out = [...skipped].map(([why, count]) => `${count} ${why}`).join(', ')
  const share = `${(right / inScope.length).toFixed(3)} (${right}/${inScope.length})`
  return out === '' ? share : `${share}; out of scope: ${out}`
}
