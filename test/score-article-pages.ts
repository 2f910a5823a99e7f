import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { extractArticle } from '../src/reports/extract-article.ts'

const folder = fileURLToPath(new URL('../../shared/reading/article-extraction', import.meta.url))
export const hasArticlePages = existsSync(folder)
/** Words that overlap in fours, as the evaluator of the benchmark compares texts. */
const SHINGLE = 4

interface PageScore {
  readonly id: string
  /** Null where nothing was found. */
  readonly precision: number | null
  /** Null where nothing was to be found. */
  readonly recall: number | null
}

/**
 * How well article bodies are cut out of the pages of the article-extraction benchmark, measured as its own
 * evaluator does: precision and recall over shingles of four words, averaged over pages.
 */
export function scoreArticlePages(): { f1: number; precision: number; recall: number; pages: PageScore[] } {
  const truth = z
    .record(z.string(), z.object({ articleBody: z.string() }))
    .parse(JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')))
  const pages = Object.entries(truth).map(([id, { articleBody }]) => {
    const html = gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))).toString('utf8')
    return { id, ...compare(articleBody, extractArticle(html).text) }
  })
  const precision = mean(pages.flatMap((one) => one.precision ?? []))
  const recall = mean(pages.flatMap((one) => one.recall ?? []))
  return { f1: (2 * precision * recall) / (precision + recall), precision, recall, pages }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
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
