import { existsSync } from 'node:fs'
import { ducklingDates, ducklingNumerals } from './suites/duckling.ts'
import { namesAcrossScripts } from './suites/names.ts'
import { parallelNumbers } from './suites/parallel.ts'
import { recognizersAmounts, recognizersDates, recognizersNumbers } from './suites/recognizers.ts'
import { type Judged, suiteFolder, summary } from './suites/suite.ts'

/**
 * Public cases of numerals, dates, units and names across scripts, read with the shipped lexicons: share right, and the cases out of
 * scope counted by kind. `npm run suites -- [PART OF A NAME] [--fails]`
 */
const NAMES: Readonly<Record<string, string>> = {
  ar: 'Arabic',
  de: 'German',
  en: 'English',
  es: 'Spanish',
  fr: 'French',
  it: 'Italian',
  tr: 'Turkish',
  zh: 'Chinese',
}
const DUCKLING = ['ar', 'bg', 'de', 'el', 'en', 'es', 'fr', 'it', 'pl', 'ru', 'tr', 'uk', 'zh'] as const
const PARALLEL = ['ar', 'de', 'el', 'es', 'ru', 'tr'] as const

function* suites(): Generator<readonly [name: string, judge: () => Judged[]]> {
  for (const lang of DUCKLING) {
    yield [`${lang} numerals`, () => ducklingNumerals(lang)]
    yield [`${lang} dates`, () => ducklingDates(lang)]
  }
  for (const [lang, name] of Object.entries(NAMES)) {
    yield [`${lang} second numbers`, () => recognizersNumbers(lang, name)]
    yield [`${lang} second dates`, () => recognizersDates(lang, name)]
    yield [`${lang} second dimensions`, () => recognizersAmounts(lang, name, 'Dimension')]
    yield [`${lang} second money`, () => recognizersAmounts(lang, name, 'Currency')]
  }
  for (const lang of ['ar', 'ru']) yield [`${lang} names`, () => namesAcrossScripts(lang)]
  for (const lang of PARALLEL) yield [`${lang} parallel numbers`, () => parallelNumbers(lang)]
}

function main([only = '', ...flags]: readonly string[]): void {
  if (!existsSync(suiteFolder)) {
    console.error(`SKIPPED: the public cases are not at ${suiteFolder}`)
    return
  }
  for (const [name, judge] of suites()) {
    if (!name.includes(only)) continue
    const judged = judge()
    console.log(`${name.padEnd(24)}${summary(judged)}`)
    if (!flags.includes('--fails')) continue
    for (const one of judged)
      if (!one.right && one.skipped === undefined)
        console.log(`  ${one.text}\n      wanted ${one.wanted}, said ${one.said || 'nothing'}`)
  }
}

main(process.argv.slice(2))
