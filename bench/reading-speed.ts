import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import nlp from 'compromise'
import { packageRoot } from '../src/app/package-root.ts'
import type { Report } from '../src/reports/report.ts'
import { cpuTime, median } from './cpu-time.ts'

/**
 * Reading reports of about 2,400 characters with the whole atlas loaded, beside only telling their language and
 * cutting them into sentences and words with the standard library, in the same run; on English beside
 * `compromise` doing its passes for names, numbers and dates. What ships is measured: `npm run build` first. No text
 * is read twice in a row, so that nothing kept of the last text helps; two fifths of the reports are held back, to
 * see what words cost that were not met before.
 */
const ROUNDS = Number(process.argv[2] ?? 20)
/** Rounds before those that are measured: the engine compiles what runs often while it runs. */
const WARM = 80
const TARGET = 2400
/** Turns of reading all English reports and passing all of them through `compromise`. */
const BLOCKS = 5
const WARM_BESIDE = 5
const gold = join(packageRoot(), 'test/gold')
const HELD_BACK = new Set(['last', 'field'])

const shipped = async <T>(module: string): Promise<T> =>
  (await import(new URL(`../dist/${module}.js`, import.meta.url).href)) as T

/** By language its reports, those held back apart. */
function goldTexts(isHeldBack: boolean): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  for (const set of ['reports', 'wire', 'later', 'last', 'field']) {
    if (HELD_BACK.has(set) !== isHeldBack) continue
    for (const name of readdirSync(join(gold, set)).sort()) {
      if (!/^\d+\.json$/u.test(name)) continue
      const { lang, text } = JSON.parse(readFileSync(join(gold, set, name), 'utf8')) as {
        lang: string
        text: string
      }
      texts.set(lang, [...(texts.get(lang) ?? []), text])
    }
  }
  return texts
}

/** One report of each language; each turn begins with another of its texts and joins the next until long enough. */
function reportsOf(texts: ReadonlyMap<string, readonly string[]>, turn: number): Report[] {
  return [...texts].map(([lang, all]) => {
    let text = ''
    for (let at = 0; at < all.length && text.length < TARGET; at++)
      text += `${all[(turn + at) % all.length] ?? ''}\n\n`
    return {
      id: `${lang}-${turn}`,
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
    }
  })
}

/** Milliseconds of processor time. */
function timed(work: () => void): number {
  const start = cpuTime()
  work()
  return cpuTime() - start
}

const print = (what: string, value: string): void => console.log(`${what.padEnd(44)}${value}`)

async function main(): Promise<void> {
  const { openAtlas } = await shipped<typeof import('../src/app/load-atlas.ts')>('app/load-atlas')
  const { loadLanguages } = await shipped<typeof import('../src/app/load-lexicons.ts')>('app/load-lexicons')
  const { openReader } = await shipped<typeof import('../src/app/read-reports.ts')>('app/read-reports')
  const { identifyLanguage } =
    await shipped<typeof import('../src/reports/identify-language.ts')>('reports/identify-language')
  const languages = loadLanguages()
  const known = goldTexts(false)
  const before = process.memoryUsage().rss
  const opening = performance.now()
  const reader = openReader(openAtlas().atlas)
  const opened = performance.now() - opening
  const first = timed(() => {
    for (const report of reportsOf(known, 0)) reader.read(report)
  })
  for (let turn = 1; turn <= WARM; turn++) for (const report of reportsOf(known, turn)) reader.read(report)
  const unseen = reportsOf(goldTexts(true), 0)
  const fresh = timed(() => {
    for (const report of unseen) reader.read(report)
  })
  const segmenters = new Map(
    unseen.map(({ lang }) => [
      lang,
      (['sentence', 'word'] as const).map((granularity) => new Intl.Segmenter(lang, { granularity })),
    ]),
  )
  const cut = new Set<number>()
  const rounds = Array.from({ length: ROUNDS }, (_, turn) => {
    const reports = reportsOf(known, turn)
    const identifying = timed(() => {
      for (const report of reports) identifyLanguage(report.text, languages)
    })
    const reading = timed(() => {
      for (const report of reports) reader.read(report)
    })
    const cutting = timed(() => {
      for (const report of reports)
        for (const segmenter of segmenters.get(report.lang) ?? [])
          for (const piece of segmenter.segment(report.text)) cut.add(piece.index)
    })
    return { identifying, reading, cutting }
  })
  const count = unseen.length
  const middle = (of: (round: (typeof rounds)[number]) => number): number => median(rounds.map(of))
  const characters = [0, 1, 2].flatMap((turn) => reportsOf(known, turn)).map((one) => one.text.length)
  print('reports', `${count} languages, ${Math.round(median(characters))} characters each`)
  print('open atlas, names, lexicons', `${Math.round(opened)} ms`)
  print('first reading of every language', `${Math.round(first)} ms`)
  print('memory with all of it', `${Math.round((process.memoryUsage().rss - before) / 1048576)} MB`)
  print('telling the language, a report', `${(middle((one) => one.identifying) / count).toFixed(2)} ms`)
  print('sentences and words alone', `${(middle((one) => one.cutting) / count).toFixed(2)} ms`)
  print('reading', `${(middle((one) => one.reading) / count).toFixed(2)} ms`)
  print('reading texts not met before, first time', `${(fresh / count).toFixed(2)} ms`)
  const ratio = middle((one) => (one.identifying + one.reading) / (one.identifying + one.cutting))
  print(`language and reading beside language and`, '')
  print(`cutting, median of ${ROUNDS} (aim: at most 2)`, ratio.toFixed(2))
  const english = Array.from({ length: ROUNDS }, (_, turn) => reportsOf(known, turn)).map((reports) =>
    reports.find((report) => report.lang === 'en'),
  )
  const passes = (text: string): void => {
    const doc = nlp(text)
    for (const found of [
      doc.people(),
      doc.places(),
      doc.organizations(),
      doc.match('#Value+'),
      doc.match('#Date+'),
    ])
      found.out('array')
  }
  const texts = english.flatMap((report) => report ?? [])
  // Both warm: what the engine still compiles of the one would be charged to the other too.
  for (let turn = 0; turn < WARM_BESIDE; turn++)
    for (const report of texts) {
      passes(report.text)
      reader.read(report)
    }
  // In blocks, so that what one leaves to be collected is not charged to the other.
  const pairs = Array.from({ length: BLOCKS }, () => ({
    ours: timed(() => {
      for (const report of texts) reader.read(report)
    }),
    theirs: timed(() => {
      for (const report of texts) passes(report.text)
    }),
  }))
  const [ours, theirs] = [
    median(pairs.map((one) => one.ours)) / texts.length,
    median(pairs.map((one) => one.theirs)) / texts.length,
  ]
  print('English: reading, beside compromise', `${ours.toFixed(2)} ms, ${theirs.toFixed(2)} ms`)
  print('times as fast (aim: at least 3)', median(pairs.map((one) => one.theirs / one.ours)).toFixed(1))
}

await main()
