import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { paragraphs } from './html-to-text.ts'

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
  const published =
    meta('article:published_time', 'datePublished', 'date', 'dc.date', 'pubdate') ??
    document.querySelector('time[datetime]')?.getAttribute('datetime') ??
    datedByLinkedData(document.querySelectorAll('script[type="application/ld+json"]'))
  const facts = {
    title: meta('og:title', 'twitter:title') ?? document.querySelector('title')?.textContent?.trim() ?? null,
    outlet: meta('og:site_name', 'application-name'),
    published: published ?? null,
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url'),
    lang: document.documentElement?.getAttribute('lang')?.slice(0, 2).toLowerCase() ?? null,
  }
  const whole = document.body ? paragraphs(document.body) : ''
  const article = new Readability(document, { charThreshold: 200 }).parse()
  const body = article?.content ? paragraphs(parseHTML(`<body>${article.content}</body>`).document.body) : ''
  return { ...facts, text: body === '' ? whole : body }
}

function datedByLinkedData(scripts: Iterable<{ textContent: string | null }>): string | null {
  for (const script of scripts) {
    const match = /"datePublished"\s*:\s*"([^"]{4,40})"/u.exec(script.textContent ?? '')
    if (match?.[1]) return match[1]
  }
  return null
}
