import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadLexicons } from '../src/app/load-lexicons.ts'
import { readDates } from '../src/claims/dates/read-dates.ts'
import { notationOf } from '../src/claims/quantities/digits.ts'
import type { NumberLexicon } from '../src/claims/quantities/number-lexicon.ts'
import { readTokenForms } from '../src/claims/quantities/phrases.ts'
import { readNumber } from '../src/claims/quantities/read-number.ts'
import { parseQuantityLexicon, readQuantities } from '../src/claims/quantities/read-quantities.ts'
import { parseCalendarDate } from '../src/core/time.ts'
import { sharedFolder } from '../test/gold/score-dev.ts'

/**
 * Public cases of numerals, dates and units, read with the shipped lexicons: share right, and the cases out of
 * scope counted by kind. `npm run suites`
 */
const folder = join(sharedFolder, 'reading')
const REFERENCE = '2013-02-12'
const LANGUAGES = ['ar', 'de', 'el', 'en', 'es', 'fr', 'ru', 'tr', 'uk', 'zh'] as const

/** Clock times, and what has no length of days, are not read: a report is dated by the day. */
const CLOCK = new Set(['Hour', 'Minute', 'Second'])

interface NumeralCase {
  readonly text: string
  readonly value: number
}
interface TimeCase {
  readonly text: string
  readonly start?: string
  readonly grain?: string
}
interface SpecCase {
  readonly Input: string
  readonly NotSupported?: string
  readonly Results: readonly {
    readonly Text: string
    readonly Resolution?: { readonly value?: string | null }
  }[]
}

function linesOf<T>(file: string): T[] {
  const path = join(folder, 'duckling', file)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b))
const share = (right: number, all: number): string =>
  all === 0 ? 'no cases' : `${(right / all).toFixed(3)} (${right}/${all})`

/** The first day of an ISO day, week, month or year. */
function firstDay(iso: string | null): string | null {
  const first = iso?.split('/').find((part) => part !== '..') ?? null
  if (first === null) return null
  return first.length === 4 ? `${first}-01-01` : first.length === 7 ? `${first}-01` : first.slice(0, 10)
}

/** Every number of a text, in digits or words, whether or not it counts something. */
function numbersIn(text: string, lexicon: NumberLexicon): number[] {
  const tokens = readTokenForms(text, lexicon.affixes)
  const context = { text, tokens, lexicon, notation: notationOf(tokens, lexicon) }
  const found: number[] = []
  for (let at = 0; at < tokens.length; ) {
    const bare = lexicon.bareScales.at(tokens, at)
    const number = readNumber(context, at) ?? (bare === null ? null : { value: bare.value, next: bare.to })
    if (number !== null) found.push(number.value)
    at = Math.max(at + 1, number?.next ?? 0)
  }
  return found
}

function numerals(lang: string): string {
  const { numbers } = parseQuantityLexicon(lang, loadLexicons()[lang] ?? {})
  const cases = linesOf<NumeralCase>(`Numeral.${lang.toUpperCase()}.jsonl`)
  const right = cases.filter(({ text, value }) => {
    const [only, ...more] = numbersIn(text, numbers)
    return only !== undefined && more.length === 0 && near(Math.abs(only), Math.abs(value))
  })
  return share(right.length, cases.length)
}

function dates(lang: string): string {
  const lexicon = parseQuantityLexicon(lang, loadLexicons()[lang] ?? {}).dates
  const all = linesOf<TimeCase>(`Time.${lang.toUpperCase()}.jsonl`)
  const inScope = all.filter((one) => one.start !== undefined && !CLOCK.has(one.grain ?? ''))
  const judged = inScope.map(({ text, start }) => {
    const wanted = (start ?? '').slice(0, 10).replaceAll('-00', '-01')
    const said = readDates(text, lexicon, parseCalendarDate(REFERENCE)).map((one) => firstDay(one.iso))
    if (said.includes(wanted)) return 'right'
    return said.some((day) => day !== null && isOtherDirection(day, wanted)) ? 'ahead' : 'wrong'
  })
  const count = (kind: string): number => judged.filter((one) => one === kind).length
  const clock = all.filter((one) => CLOCK.has(one.grain ?? '')).length
  const ahead = count('ahead')
  return `${share(count('right'), inScope.length - ahead)}; out of scope: ${clock} clock times, ${ahead} read as past where the suite looks ahead, ${all.length - inScope.length - clock} without a day`
}

/** A bare "Friday" or "October" is the last one in news and the next one in an assistant. */
function isOtherDirection(said: string, wanted: string): boolean {
  const days = (Date.parse(wanted) - Date.parse(said)) / 86_400_000
  return days === 7 || said.slice(4) === wanted.slice(4)
}

function spec(lang: string, file: string): string {
  const path = join(folder, 'recognizers-specs', file)
  if (!existsSync(path)) return 'no cases'
  const lexicon = parseQuantityLexicon(lang, loadLexicons()[lang] ?? {})
  const all = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/u, '')) as SpecCase[]
  const wanted = all.flatMap((one) =>
    one.Results.flatMap(({ Resolution }) => {
      const value = Number((Resolution?.value ?? '').replaceAll(',', ''))
      return Resolution?.value == null || Number.isNaN(value) ? [] : [{ text: one.Input, value }]
    }),
  )
  const right = wanted.filter(({ text, value }) =>
    file.startsWith('Number/')
      ? numbersIn(text, lexicon.numbers).some((said) => near(said, Math.abs(value)))
      : readQuantities(text, lexicon).some((one) =>
          [one.value].flat().some((said) => near(Math.abs(said), Math.abs(value))),
        ),
  )
  return share(right.length, wanted.length)
}

function main(): void {
  if (!existsSync(folder)) {
    console.error(`SKIPPED: the public cases are not at ${folder}`)
    return
  }
  for (const lang of LANGUAGES) {
    console.log(`${lang} numerals   ${numerals(lang)}`)
    console.log(`${lang} dates      ${dates(lang)}`)
  }
  console.log(`ar numbers, second suite   ${spec('ar', 'Number/Arabic/NumberModel.json')}`)
  for (const [lang, name] of [
    ['en', 'English'],
    ['de', 'German'],
    ['fr', 'French'],
    ['es', 'Spanish'],
    ['tr', 'Turkish'],
  ] as const) {
    console.log(
      `${lang} amounts with a dimension   ${spec(lang, `NumberWithUnit/${name}/DimensionModel.json`)}`,
    )
    console.log(
      `${lang} amounts of money           ${spec(lang, `NumberWithUnit/${name}/CurrencyModel.json`)}`,
    )
  }
}

main()
