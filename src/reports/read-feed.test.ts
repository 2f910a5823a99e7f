import { describe, expect, it } from 'vitest'
import { readXmlFeed } from './read-feed.ts'
import { readInput } from './read-report.ts'

const options = { languages: { supported: new Set(['ar', 'de', 'el', 'en', 'ru']), writing: new Map() } }
const read = (kind: 'feed' | 'json', source: string | Uint8Array) =>
  readInput(
    { name: 'wire.xml', kind, bytes: typeof source === 'string' ? new TextEncoder().encode(source) : source },
    options,
  )
const reportsOf = (results: ReturnType<typeof readInput>) =>
  results.flatMap((result) => (result.kind === 'report' ? [result.report] : []))

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Harbour Ledger</title><link>https://ledger.example/</link><language>en-gb</language>
<item><title>Pumping station hit &amp; flows fall</title><media:title>Photo</media:title>
<link>https://ledger.example/a</link><guid isPermaLink="false">77</guid>
<pubDate>Mon, 17 Feb 2025 23:30:00 +0300</pubDate>
<description>Short words.</description>
<content:encoded><![CDATA[<p>The operator said the line was shut.</p><script>bad()</script><p>Flows fell by 30 &#37;.</p>]]></content:encoded></item>
<item><title>Second</title><description>&lt;p&gt;Gas deliveries to the north &lt;b&gt;resumed&lt;/b&gt; on Friday.&lt;/p&gt;</description>
<source url="https://other.example/rss">Other Wire</source><guid>https://ledger.example/b</guid></item>
<item><guid>empty</guid></item>
</channel></rss>`

describe('feeds', () => {
  it('gives one report an item of RSS 2.0, with its own outlet, day, address and language', () => {
    const [first, second, ...rest] = reportsOf(read('feed', rss))
    expect(rest).toEqual([])
    expect(first).toMatchObject({
      id: 'wire-1',
      lang: 'en',
      title: 'Pumping station hit & flows fall',
      outlet: 'Harbour Ledger',
      published: '2025-02-17',
      published_from: 'metadata',
      url: 'https://ledger.example/a',
      format: 'feed',
      text: 'Pumping station hit & flows fall\nThe operator said the line was shut.\nFlows fell by 30 %.',
    })
    expect(second).toMatchObject({
      id: 'wire-2',
      outlet: 'Other Wire',
      url: 'https://ledger.example/b',
      text: 'Second\nGas deliveries to the north resumed on Friday.',
    })
  })

  it('reads RSS 1.0, whose items stand beside the channel', () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="x"><title>Eastern Wire</title><dc:language>ru</dc:language></channel>
      <item rdf:about="https://wire.example/1"><title>Прокачка остановлена</title><link>https://wire.example/1</link>
      <description>Компания сообщила, что прокачка по трубопроводу остановлена.</description><dc:date>2025-03-01T01:00:00+05:00</dc:date></item></rdf:RDF>`
    expect(reportsOf(read('feed', rdf))).toMatchObject([
      { lang: 'ru', outlet: 'Eastern Wire', published: '2025-03-01', title: 'Прокачка остановлена' },
    ])
  })

  it('reads Atom with text, HTML and XHTML content, and takes the page for its address', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Ledger</title>
      <entry><title type="html">Flows &amp;lt; plan</title><link rel="enclosure" href="https://x.example/a.mp3"/><link href="https://x.example/1"/>
      <updated>2025-03-02T00:00:00Z</updated><published>2025-03-01T10:00:00Z</published>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Pumps <b>failed</b>.</p><p>Flow &lt; 10.</p></div></content></entry>
      <entry><title>Plain</title><summary type="text">Pressure &lt; 50 bar</summary></entry></feed>`
    expect(reportsOf(read('feed', atom))).toMatchObject([
      {
        title: 'Flows < plan',
        url: 'https://x.example/1',
        published: '2025-03-01',
        text: 'Flows < plan\nPumps failed.\nFlow < 10.',
      },
      { text: 'Plain\nPressure < 50 bar', published: null },
    ])
  })

  it('reads a JSON feed given as .json, and leaves plain text as it is', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Harbour Ledger',
      language: 'en',
      items: [
        {
          id: 1,
          title: 'One',
          content_html: '<p>Pumps failed.</p>',
          date_published: '2025-03-01T10:00:00Z',
          url: 'https://x.example/1',
        },
        { id: '2', content_text: 'Pressure < 50 bar\n\nand falling' },
        'no item',
      ],
    }
    expect(reportsOf(read('json', JSON.stringify(feed)))).toMatchObject([
      { title: 'One', text: 'One\nPumps failed.', published: '2025-03-01', outlet: 'Harbour Ledger' },
      { title: null, text: 'Pressure < 50 bar\n\nand falling' },
    ])
  })

  it('takes the declared language where a summary is too short to tell', () => {
    const short = '<rss><channel><language>el</language><item><title>ΔΕΗ</title></item></channel></rss>'
    expect(reportsOf(read('feed', short))).toMatchObject([{ lang: 'el', text: 'ΔΕΗ' }])
  })

  it('reads a feed in the encoding that it declares', () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><rss><channel><item><title>'),
      Buffer.from([0xcd, 0xe5, 0xf4, 0xf2, 0xfc]),
      Buffer.from('</title></item></channel></rss>'),
    ])
    expect(reportsOf(read('feed', bytes))).toMatchObject([{ text: 'Нефть' }])
  })

  it('grows no entity and opens no file that a document declares', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "AAAAAAAAAA"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>&b; &f;</title></item></channel></rss>`
    const [report] = reportsOf(read('feed', bomb))
    expect(report?.text).not.toContain('AAAA')
    expect(report?.text).not.toContain('root:')
  })

  it('refuses elements without end instead of working through them', () => {
    expect(readXmlFeed(`<rss>${'<a>'.repeat(300_000)}`)).toMatchObject({ kind: 'other' })
    expect(readXmlFeed(`<rss><channel><item><title>${'<'.repeat(300_000)}`).kind).toBeDefined()
  })

  it('reads the first thousand items and tells of the others', () => {
    const many = `<rss><channel>${'<item><title>Gas flows fell</title></item>'.repeat(1002)}</channel></rss>`
    const results = read('feed', many)
    expect(reportsOf(results)).toHaveLength(1000)
    expect(results.at(-1)).toMatchObject({
      problem: { code: 'input_too_large', message: expect.stringContaining('2 of its items') },
    })
  })

  it.each([
    ['XML of another kind', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'input_not_a_report'],
    ['a page', '<!doctype html><html><body>x</body></html>', 'input_not_a_report'],
    ['words', 'not XML at all', 'input_not_a_report'],
    ['a feed without items', '<rss><channel><title>x</title></channel></rss>', 'input_empty'],
  ])('says in one line what is wrong with %s', (_what, source, code) => {
    const results = read('feed', source)
    expect(results).toMatchObject([{ kind: 'problem', problem: { code } }])
    const message = results[0]?.kind === 'problem' ? results[0].problem.message : ''
    expect(message).toMatch(/^wire\.xml: .+: .+/u)
  })
})
