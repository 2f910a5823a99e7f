import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import nlp from 'compromise'
import { openAtlas } from '../src/app/load-atlas.ts'
import { loadLanguages } from '../src/app/load-lexicons.ts'
import { packageRoot } from '../src/app/package-root.ts'
import { openReader } from '../src/app/read-reports.ts'
import { identifyLanguage } from '../src/reports/identify-language.ts'
import type { Report } from '../src/reports/report.ts'
import { cpuTime, median } from './cpu-time.ts'

/**
 * Reading reports of about 2,400 characters with the whole atlas loaded, beside only telling their language and
 * cutting them into sentences and words with the standard library, in the same run; on English beside
 * `compromise` doing its passes for names, numbers and dates.
 */
const ROUNDS = 20
/** Rounds before those that are measured: the engine compiles what runs often while it runs. */
const WARM = 20
const TARGET = 2400
const folder = join(packageRoot(), 'test/gold/reports')
const languages = loadLanguages()

/** The shipped gold reports, those of one language joined until they are long enough. */
function longReports(): Report[] {
  const texts = new Map<string, string>()
  for (const name of readdirSync(folder).sort()) {
    if (!/^\d+\.json$/u.test(name)) continue
    const { lang, text } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      lang: string
      text: string
    }
    const before = texts.get(lang) ?? ''
    if (before.length < TARGET) texts.set(lang, `${before}\n\n${text}`.trim())
  }
  return [...texts].map(([lang, text]) => ({
    id: lang,
    lang,
    text: text.slice(0, TARGET),
    published: null,
    published_from: null,
    title: null,
    outlet: null,
    url: null,
    hash: '',
    format: 'json' as const,
    problems: [],
  }))
}

/** Milliseconds of processor time. */
function timed(work: () => void): number {
  const start = cpuTime()
  work()
  return cpuTime() - start
}

const print = (what: string, value: string): void => console.log(`${what.padEnd(44)}${value}`)

function main(): void {
  const before = process.memoryUsage().rss
  const opening = performance.now()
  const reader = openReader(openAtlas().atlas)
  const opened = performance.now() - opening
  const reports = longReports()
  const first = timed(() => {
    for (const report of reports) reader.read(report)
  })
  for (let warm = 0; warm < WARM; warm++) for (const report of reports) reader.read(report)
  const segmenters = new Map(
    reports.map(({ lang }) => [
      lang,
      (['sentence', 'word'] as const).map((granularity) => new Intl.Segmenter(lang, { granularity })),
    ]),
  )
  const cut = new Set<number>()
  const rounds = Array.from({ length: ROUNDS }, () => {
    const reading = timed(() => {
      for (const report of reports) {
        identifyLanguage(report.text, languages)
        reader.read(report)
      }
    })
    const least = timed(() => {
      for (const report of reports) {
        identifyLanguage(report.text, languages)
        for (const segmenter of segmenters.get(report.lang) ?? [])
          for (const piece of segmenter.segment(report.text)) cut.add(piece.index)
      }
    })
    return { reading, least }
  })
  const reading = median(rounds.map((one) => one.reading)) / reports.length
  const least = median(rounds.map((one) => one.least)) / reports.length
  const characters = reports.reduce((sum, report) => sum + report.text.length, 0) / reports.length
  print('reports', `${reports.length} languages, ${Math.round(characters)} characters each`)
  print('open atlas, names, lexicons', `${Math.round(opened)} ms`)
  print('first reading of every language', `${Math.round(first)} ms`)
  print('memory with all of it', `${Math.round((process.memoryUsage().rss - before) / 1048576)} MB`)
  print('language and reading, a report', `${reading.toFixed(2)} ms`)
  print('language, sentences and words alone', `${least.toFixed(2)} ms`)
  const ratio = median(rounds.map((one) => one.reading / one.least))
  print(`ratio, median of ${ROUNDS} (aim: at most 2)`, ratio.toFixed(2))
  const english = reports.find((report) => report.lang === 'en')
  if (english === undefined) return
  const passes = (): void => {
    const doc = nlp(english.text)
    for (const found of [
      doc.people(),
      doc.places(),
      doc.organizations(),
      doc.match('#Value+'),
      doc.match('#Date+'),
    ])
      found.out('array')
  }
  for (let warm = 0; warm < WARM; warm++) passes()
  const ours = median(Array.from({ length: ROUNDS }, () => timed(() => reader.read(english))))
  const theirs = median(Array.from({ length: ROUNDS }, () => timed(passes)))
  print('English: reading, beside compromise', `${ours.toFixed(2)} ms, ${theirs.toFixed(2)} ms`)
  print('times as fast (aim: at least 3)', (theirs / ours).toFixed(1))
}

main()
