import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { extractArticle } from '../src/reports/extract-article.ts'

const folder = fileURLToPath(new URL('../../shared/reading/article-extraction', import.meta.url))
/** Words that overlap in fours, as the evaluator of the benchmark compares texts. */
const SHINGLE = 4

/**
 * Prints how well article bodies are cut out of the 181 pages of the article-extraction benchmark, as its own
 * evaluator measures: precision and recall over shingles of four words, averaged over pages. `--worst N` lists
 * the pages with the lowest F1; `--out FILE` writes the bodies in the form that the evaluator reads.
 */
function main(): void {
  if (!existsSync(folder)) {
    console.error('../shared/reading/article-extraction is missing: nothing is scored')
    return
  }
  const truth = z
    .record(z.string(), z.object({ articleBody: z.string() }))
    .parse(JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')))
  const pages = readdirSync(join(folder, 'html')).filter((name) => name.endsWith('.html.gz'))
  const scores = pages.map((name) => {
    const id = name.slice(0, -'.html.gz'.length)
    const html = gunzipSync(readFileSync(join(folder, 'html', name))).toString('utf8')
    return { id, ...compare(truth[id]?.articleBody ?? '', extractArticle(html).text) }
  })
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length
  const precision = mean(scores.filter((one) => one.precision !== null).map((one) => one.precision ?? 0))
  const recall = mean(scores.filter((one) => one.recall !== null).map((one) => one.recall ?? 0))
  const f1 = (2 * precision * recall) / (precision + recall)
  console.log(
    `article bodies, ${scores.length} pages: F1 ${f1.toFixed(3)}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  )
  const at = process.argv.indexOf('--worst')
  if (at < 0) return
  const sorted = scores.sort(
    (a, b) => (a.precision ?? 1) + (a.recall ?? 1) - (b.precision ?? 1) - (b.recall ?? 1),
  )
  for (const { id, precision: p, recall: r } of sorted.slice(0, Number(process.argv[at + 1] ?? 10)))
    console.log(`${id}  precision ${p?.toFixed(3)}  recall ${r?.toFixed(3)}`)
}

function compare(wanted: string, found: string): { precision: number | null; recall: number | null } {
  const [a, b] = [shingles(wanted), shingles(found)]
  let shared = 0
  let spare = 0
  let missing = 0
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [left, right] = [a.get(key) ?? 0, b.get(key) ?? 0]
    shared += Math.min(left, right)
    spare += Math.max(0, right - left)
    missing += Math.max(0, left - right)
  }
  return {
    precision: shared + spare === 0 ? null : shared / (shared + spare),
    recall: shared + missing === 0 ? null : shared / (shared + missing),
  }
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_\p{Mn}]+/gu) ?? []
  const found = new Map<string, number>()
  for (let at = 0; at < Math.max(1, words.length - SHINGLE + 1); at++) {
    const key = words.slice(at, at + SHINGLE).join(' ')
    if (key !== '') found.set(key, (found.get(key) ?? 0) + 1)
  }
  return found
}

main()
