import { describe, expect, it } from 'vitest'
import { extractArticle } from './extract-article.ts'

const first =
  'The operator said on Tuesday that the line was shut after a pumping station in the north had been hit by drones.'
const second =
  'Deliveries to the port fell by a third, and repairs will take about two weeks, two people who know the works said.'
const third =
  'Traders in the region expect the refinery to draw on its tanks until the end of the month, as it did last year.'
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>Line shut | Ledger</title>${head}</head><body>
   <nav><a href="/">Home</a><a href="/e">Energy</a></nav><article>${body}</article><footer>Terms of use</footer></body></html>`
const paragraphsOf = (...texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join('')

describe('extractArticle', () => {
  it('keeps the running text and leaves out what stands around it', () => {
    const { text } = extractArticle(
      page(`<div>Energy</div><div class="byline">By A. Reporter and B. Reporter of the northern desk</div>
        ${paragraphsOf(first)}<figure><img src="x.jpg"><figcaption>The station in an older picture, before it was hit at night. Photo: Ledger</figcaption></figure>
        ${paragraphsOf(second)}<p><a href="/r">Read more: what a stop of the line would mean for the port</a></p>
        ${paragraphsOf(third)}<div class="newsletter-box">Get the news of the day in your inbox, every morning, free of charge.</div>
        <ul><li><a href="/1">Another story</a></li><li><a href="/2">A third story</a></li></ul><p>Comments</p>`),
    )
    expect(text).toBe([first, second, third].join('\n'))
  })

  it('keeps sub-headings and links inside sentences', () => {
    const linked = second.replace('two people', '<a href="/p">two people</a>')
    const { text } = extractArticle(
      page(`${paragraphsOf(first)}<h2>Repairs</h2>${paragraphsOf(linked, third)}`),
    )
    expect(text).toBe([first, 'Repairs', second, third].join('\n'))
  })

  it('sorts by the article that the page states for machines, and takes title, day and outlet from there', () => {
    const stated = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'x' },
        {
          '@type': ['NewsArticle'],
          headline: 'Line shut',
          datePublished: '2025-02-18T07:00:00+03:00',
          publisher: { '@type': 'Organization', name: 'Harbour Ledger' },
          articleBody: [first, second, third, first.replace('Tuesday', 'Wednesday')].join('\n'),
        },
      ],
    }
    const head = `<script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(stated)}</script>`
    const extra =
      'This sentence of an unrelated notice about the shop of the paper is long enough to look like an article.'
    const article = extractArticle(page(paragraphsOf(first, extra, second, third), head))
    expect(article.text).toBe([first, second, third].join('\n'))
    expect(article).toMatchObject({
      published: '2025-02-18T07:00:00+03:00',
      outlet: 'Harbour Ledger',
      title: 'Line shut',
    })
  })

  it('does not let a stated teaser cut the article short', () => {
    const teaser = `${first} ${first.replace('north', 'south')} ${first.replace('north', 'east')} ${first.replace('north', 'west')}`
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: teaser })}</script>`
    const { text } = extractArticle(
      page(paragraphsOf(first, second, third, second.replace('port', 'plant')), head),
    )
    expect(text).toContain(third)
  })

  it('gives the whole text of a page without an article', () => {
    expect(extractArticle('<html><body><p>Flows fell.</p></body></html>').text).toBe('Flows fell.')
  })
})
