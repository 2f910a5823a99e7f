import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openAtlas } from '../src/app/load-atlas.ts'
import { lexiconLanguages } from '../src/app/load-lexicons.ts'
import { packageRoot } from '../src/app/package-root.ts'
import { openReader } from '../src/app/read-reports.ts'
import { identifyLanguage } from '../src/reports/identify-language.ts'
import { readReport } from '../src/reports/read-report.ts'

/** Reading whole reports beside only telling their language and cutting them into sentences with the standard library. */
const ROUNDS = 30
const folder = join(packageRoot(), 'examples/reports')
const languages = new Set(lexiconLanguages())
const before = process.memoryUsage().rss
const opening = performance.now()
const reader = openReader(openAtlas().atlas)
const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => {
    const result = readReport({ name, kind: 'txt', bytes: readFileSync(join(folder, name)) }, { languages })
    return result.kind === 'report' ? [result.report] : []
  })
for (const report of reports) reader.read(report)
const opened = performance.now() - opening
const segmenters = new Map(
  reports.map(({ lang }) => [lang, new Intl.Segmenter(lang, { granularity: 'sentence' })]),
)

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

const ratios: number[] = []
let whole = 0
let least = 0
let sentences = 0
for (let round = 0; round < ROUNDS; round++) {
  const reading = timed(() => {
    for (const report of reports) {
      identifyLanguage(report.text, languages)
      reader.read(report)
    }
  })
  const segmenting = timed(() => {
    for (const report of reports) {
      identifyLanguage(report.text, languages)
      for (const _ of segmenters.get(report.lang)?.segment(report.text) ?? []) sentences++
    }
  })
  whole += reading
  least += segmenting
  ratios.push(reading / segmenting)
}
ratios.sort((a, b) => a - b)
const characters = reports.reduce((sum, report) => sum + report.text.length, 0)
console.log(
  `reports                       ${reports.length} of ${Math.round(characters / reports.length)} characters, ${sentences / ROUNDS} sentences in all`,
)
console.log(
  `open atlas, names, lexicons   ${Math.round(opened)} ms with the first reading, ${Math.round((process.memoryUsage().rss - before) / 1048576)} MB`,
)
console.log(
  `whole reading                 ${((1000 * ROUNDS * reports.length) / whole).toFixed(0)} reports a second`,
)
console.log(
  `language and sentences alone  ${((1000 * ROUNDS * reports.length) / least).toFixed(0)} reports a second`,
)
console.log(
  `ratio, median of ${ROUNDS}           ${(ratios[Math.floor(ROUNDS / 2)] ?? 0).toFixed(1)} times the time of the least`,
)
