import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openAtlas } from '../src/app/load-atlas.ts'
import { lexiconLanguages } from '../src/app/load-lexicons.ts'
import { packageRoot } from '../src/app/package-root.ts'
import { openReader } from '../src/app/read-reports.ts'
import type { Reader } from '../src/claims/read-claims.ts'

/**
 * Random and hostile strings through the whole reader: every span must re-slice, none may throw, and the time for
 * a text a hundred times as long must be about a hundred times as long. `tsx bench/reading-fuzz.ts [COUNT]`
 */
const COUNT = Number(process.argv[2] ?? 100_000)
const languages = lexiconLanguages()

/** mulberry32: the same strings in every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** What makes readers run away: runs of one mark, marks that never close, numbers without end, mixed scripts. */
const HOSTILE = [
  '((((((((', '««««««««', '""""""', "''''''", '––––––', '........', '1,1,1,1,1,1', '1.000.000.000.000', '9'.repeat(60),
  'a'.repeat(60), 'и '.repeat(30), 'ال'.repeat(30), '一二三四五六七八九十百千万亿', '\u202e\u200f\u0640', '\ud83d\ude00', '\ud800',
  '12/12/12/12', '2025-13-45', 'from 1 to 2 to 3 to', 'said that said that said that', ', , , ,', ';;;;', '\n\n\n', '%%%', '$$$', '»»««',
] // biome-ignore format: one table, read as a block

function words(): string[] {
  const folder = join(packageRoot(), 'test/gold/reports')
  const found = new Set<string>()
  for (const name of readdirSync(folder)
    .filter((file) => /^\d+\.json$/u.test(file))
    .sort()) {
    const { text } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { text: string }
    for (const word of text.split(/\s+/u)) found.add(word)
  }
  return [...found]
}

function madeText(next: () => number, vocabulary: readonly string[], length: number): string {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)]
  let text = ''
  while (text.length < length) {
    const kind = next()
    if (kind < 0.6) text += `${pick(vocabulary) ?? ''} `
    else if (kind < 0.85) text += `${pick(HOSTILE) ?? ''}${next() < 0.5 ? ' ' : ''}`
    else text += String.fromCharCode(Math.floor(next() * 0xffff))
  }
  return text.slice(0, length)
}

function read(reader: Reader, lang: string, text: string): number {
  const rest = {
    published: null,
    published_from: null,
    title: null,
    outlet: null,
    url: null,
    hash: '',
    problems: [],
  }
  const reading = reader.read({ id: 'fuzz', lang, text, format: 'txt', ...rest })
  let spans = 0
  for (const one of [
    ...reading.entities.flatMap((entity) => entity.mentions),
    ...reading.quantities,
    ...reading.dates,
  ]) {
    if (text.slice(one.start, one.end) !== one.surface)
      throw new Error(`a span does not re-slice: ${one.surface}`)
    spans++
  }
  for (const claim of reading.claims) {
    if (text.slice(claim.span[0], claim.span[1]) !== claim.evidence)
      throw new Error('evidence does not re-slice')
    spans++
  }
  return spans
}

function main(): void {
  const reader = openReader(openAtlas().atlas)
  const next = random(20260101)
  const vocabulary = words()
  let spans = 0
  let slowest = 0
  for (let index = 0; index < COUNT; index++) {
    const text = madeText(next, vocabulary, 20 + Math.floor(next() * 180))
    const start = performance.now()
    spans += read(reader, languages[index % languages.length] ?? 'en', text)
    // The first report of a language opens its lexicon.
    if (index >= languages.length * 3) slowest = Math.max(slowest, performance.now() - start)
  }
  console.log(`${COUNT} strings, ${spans} spans re-sliced, none threw; slowest ${slowest.toFixed(0)} ms`)
  for (const lang of languages) {
    const long = madeText(next, vocabulary, 100_000)
    const timeOf = (text: string, times: number): number => {
      const start = performance.now()
      for (let turn = 0; turn < times; turn++) read(reader, lang, text)
      return (performance.now() - start) / times
    }
    const pieces = Array.from({ length: 100 }, (_, part) => long.slice(part * 1000, (part + 1) * 1000))
    for (const piece of pieces) read(reader, lang, piece)
    const short = pieces.reduce((sum, piece) => sum + timeOf(piece, 1), 0)
    const whole = timeOf(long, 1)
    console.log(
      `${lang}: 100 kB in one text takes ${(whole / short).toFixed(2)} times as long as in 100 texts of 1 kB`,
    )
  }
}

main()
