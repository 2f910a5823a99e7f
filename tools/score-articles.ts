import { hasArticlePages, scoreArticlePages } from '../test/score-article-pages.ts'

/** Prints the scores on the 181 pages of the article-extraction benchmark; `--worst N` lists the N worst pages. */
function main(): void {
  if (!hasArticlePages) {
    console.error('../shared/reading/article-extraction is missing: nothing is scored')
    return
  }
  const { f1, precision, recall, pages } = scoreArticlePages()
  console.log(
    `article bodies, ${pages.length} pages: F1 ${f1.toFixed(3)}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  )
  const at = process.argv.indexOf('--worst')
  if (at < 0) return
  const both = (one: (typeof pages)[number]): number => (one.precision ?? 1) + (one.recall ?? 1)
  for (const page of pages.sort((a, b) => both(a) - both(b)).slice(0, Number(process.argv[at + 1] ?? 10)))
    console.log(`${page.id}  precision ${page.precision?.toFixed(3)}  recall ${page.recall?.toFixed(3)}`)
}

main()
