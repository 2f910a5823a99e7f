import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { type Block, blocksOf, removeBeside, trimBlocks } from './article-blocks.ts'
import { htmlToText, paragraphs } from './html-to-text.ts'
import { readLinkedArticle } from './linked-data.ts'

/** What a web page says about its article. Scripts of the page are never run. */
export interface Article {
  readonly text: string
  readonly title: string | null
  readonly outlet: string | null
  /** As the page writes it, usually ISO 8601. */
  readonly published: string | null
  readonly url: string | null
  readonly lang: string | null
}

/** A stated body shorter than this is a teaser. Letters. */
const FEWEST_STATED = 400
/** Part of the words of the stated body that the page's own blocks must hold to be sorted by it. */
const COVERED = 0.8
/** Part of a block's word groups that the stated body must hold. */
const STATED = 0.6
const GROUP = 4

/** The article of a page: body text with one line a paragraph, and the metadata that the page declares. */
export function extractArticle(html: string): Article {
  const { document } = parseHTML(html)
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const found = document.querySelector(
        `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
      )
      const content = found?.getAttribute('content')?.trim()
      if (content) return content
    }
    return null
  }
  const linked = readLinkedArticle(
    [...document.querySelectorAll('script[type="application/ld+json"]')].map((one) => one.textContent ?? ''),
  )
  const facts = {
    title:
      meta('og:title', 'twitter:title') ??
      linked?.headline ??
      document.querySelector('title')?.textContent?.trim() ??
      null,
    outlet: meta('og:site_name', 'application-name') ?? linked?.publisher ?? null,
    published:
      meta(
        'article:published_time',
        'og:article:published_time',
        'datePublished',
        'date',
        'dc.date',
        'pubdate',
      ) ??
      linked?.published ??
      document.querySelector('time[datetime]')?.getAttribute('datetime') ??
      document.querySelector('[itemprop="datePublished"]')?.getAttribute('datetime') ??
      null,
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url'),
    lang: (document.documentElement?.getAttribute('lang') ?? linked?.lang)?.slice(0, 2).toLowerCase() ?? null,
  }
  const whole = document.body ? paragraphs(document.body) : ''
  if (document.body) removeBeside(document.body as unknown as Parameters<typeof removeBeside>[0])
  const article = new Readability(document, { charThreshold: 200, keepClasses: true }).parse()
  const blocks = article?.content ? blocksOf(article.content) : []
  const body = bodyOf(blocks, linked?.body ? htmlToText(linked.body) : null)
  return { ...facts, text: body === '' ? whole : body }
}

/**
 * The body from the blocks of the page. Where the page states its article for machines too, the blocks that are
 * in it are the article; where the blocks miss most of it, the stated body is taken as it is.
 */
function bodyOf(blocks: readonly Block[], stated: string | null): string {
  const trimmed = trimBlocks(blocks)
  const written = trimmed.map((block) => block.text).join('\n')
  if (stated === null || stated.length < FEWEST_STATED) return written
  const known = groupsOf(stated)
  const covered = share(known, groupsOf(blocks.map((block) => block.text).join('\n')))
  if (covered < COVERED) return covered < 1 - COVERED && stated.length > written.length ? stated : written
  // Some pages state the beginning alone.
  if (share(groupsOf(written), known) < STATED) return written
  return blocks
    .filter((block) => share(groupsOf(block.text), known) >= STATED)
    .map((block) => block.text)
    .join('\n')
}

/** Part of the groups of `some` that `all` holds. */
function share(some: ReadonlySet<string>, all: ReadonlySet<string>): number {
  let held = 0
  for (const one of some) if (all.has(one)) held++
  return some.size === 0 ? 0 : held / some.size
}

function groupsOf(text: string): Set<string> {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const size = Math.min(GROUP, words.length)
  const groups = new Set<string>()
  for (let at = 0; size > 0 && at + size <= words.length; at++)
    groups.add(words.slice(at, at + size).join(' '))
  return groups
}
