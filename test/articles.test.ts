import { describe, expect, it } from 'vitest'
import { hasArticlePages, scoreArticlePages } from './score-article-pages.ts'

const missing = '../shared/reading/article-extraction is missing, so article bodies are not scored'
// biome-ignore lint/suspicious/noConsole: a skipped test must be heard
if (!hasArticlePages) console.warn(`SKIPPED: ${missing}`)

describe.skipIf(!hasArticlePages)('article bodies of the extraction benchmark', () => {
  it('are cut out with an F1 of at least 0.965 (`npm run suite:articles` prints it)', () => {
    const { f1, pages } = scoreArticlePages()
    expect(pages).toHaveLength(181)
    expect(f1).toBeGreaterThanOrEqual(0.965)
  })
})
