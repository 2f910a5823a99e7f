import { DOMParser } from 'linkedom'
import { z } from 'zod'
import { htmlToText } from './html-to-text.ts'

/** One item of a feed, as the feed gives it. */
export interface FeedItem {
  readonly title: string | null
  /** Title and body as plain text; never empty. */
  readonly text: string
  readonly outlet: string | null
  /** ISO day in the time zone of the feed, or the words of a date that cannot be read. */
  readonly published: string | null
  readonly url: string | null
  readonly lang: string | null
}

export type FeedResult =
  | { readonly kind: 'feed'; readonly items: readonly FeedItem[]; readonly left: number }
  | { readonly kind: 'other'; readonly reason: string }

/** Items of one feed that are read; the first ones, which feeds give newest first. */
export const MOST_ITEMS = 1000

/** No feed nests deeper; a parser takes a time that grows with the square of the depth. */
const DEEPEST = 200

interface Element {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly innerHTML?: string
  readonly childNodes: Iterable<Element>
  getAttribute(name: string): string | null
}

/**
 * The items of an RSS 0.9 to 2.0, RSS 1.0 (RDF) or Atom feed. Entities that a document declares for itself are
 * left as they are written, so that none can grow; nothing that a feed refers to is fetched.
 */
export function readXmlFeed(xml: string): FeedResult {
  if (isDeeperThan(xml, DEEPEST))
    return { kind: 'other', reason: `no feed (its elements stand more than ${DEEPEST} deep)` }
  const document = new DOMParser().parseFromString(xml, 'text/xml') as unknown as Element
  const root = elementsOf(document)[0]
  const name = root === undefined ? '' : nameOf(root)
  if (root === undefined || !['rss', 'rdf:rdf', 'feed'].includes(name)) {
    const what = name === '' ? 'it holds no element' : `its root is <${name.slice(0, 40)}>`
    return { kind: 'other', reason: `no RSS or Atom feed (${what})` }
  }
  const channel = name === 'feed' ? root : (child(root, 'channel') ?? root)
  const outlet = textOf(child(channel, 'title'))
  const lang =
    root.getAttribute('xml:lang') ?? textOf(child(channel, 'language') ?? child(channel, 'dc:language'))
  // The items of RSS 1.0 stand beside the channel, not in it.
  const listed = [...elementsOf(channel), ...(channel === root ? [] : elementsOf(root))].filter((one) =>
    ['item', 'entry'].includes(nameOf(one)),
  )
  return toItems(listed, (item) => xmlItem(item, { outlet, lang, url: null, published: null }))
}

type Defaults = Pick<FeedItem, 'outlet' | 'lang' | 'url' | 'published'>

function xmlItem(item: Element, feed: Defaults): FeedItem | null {
  const of = (...names: string[]): string | null => {
    for (const name of names) {
      const found = child(item, name)
      const text = found === null ? null : textOf(found)
      if (text !== null) return text
    }
    return null
  }
  const titled = child(item, 'title')
  const content =
    child(item, 'content:encoded') ??
    child(item, 'content') ??
    child(item, 'summary') ??
    child(item, 'description')
  const source = child(item, 'source')
  return withText(titled === null ? null : markupOf(titled), content === null ? null : markupOf(content), {
    outlet:
      (source === null ? null : textOf(child(source, 'title') ?? source)) ??
      of('dc:publisher') ??
      feed.outlet,
    published: dayOf(of('pubDate', 'published', 'dc:date', 'issued', 'updated', 'modified')),
    url: linkOf(item),
    lang: item.getAttribute('xml:lang') ?? of('dc:language') ?? feed.lang,
  })
}

const jsonFeedSchema = z.looseObject({
  version: z.string().regex(/jsonfeed\.org\/version\//u),
  title: z.string().nullish().catch(null),
  language: z.string().nullish().catch(null),
  items: z.array(z.unknown()),
})
const jsonItemSchema = z.looseObject({
  title: z.string().nullish().catch(null),
  content_html: z.string().nullish().catch(null),
  content_text: z.string().nullish().catch(null),
  summary: z.string().nullish().catch(null),
  date_published: z.string().nullish().catch(null),
  url: z.string().nullish().catch(null),
  external_url: z.string().nullish().catch(null),
  language: z.string().nullish().catch(null),
})

/** True for a value of the form of JSON Feed 1.0 or 1.1. */
export function isJsonFeed(value: unknown): boolean {
  return jsonFeedSchema.safeParse(value).success
}

/** The items of a JSON Feed; throws for a value that `isJsonFeed` refuses. */
export function readJsonFeed(value: unknown): FeedResult {
  const feed = jsonFeedSchema.parse(value)
  return toItems(feed.items, (one) => {
    const parsed = jsonItemSchema.safeParse(one)
    if (!parsed.success) return null
    const item = parsed.data
    const body = item.content_text ?? null
    const facts = {
      outlet: feed.title?.trim() || null,
      published: dayOf(item.date_published ?? null),
      url: item.url ?? item.external_url ?? null,
      lang: item.language ?? feed.language ?? null,
    }
    return body === null
      ? withText(escaped(item.title ?? null), item.content_html ?? escaped(item.summary ?? null), facts)
      : itemOf(item.title?.trim() || null, body.trim(), facts)
  })
}

function toItems<T>(listed: readonly T[], read: (one: T) => FeedItem | null): FeedResult {
  const items = listed.slice(0, MOST_ITEMS).flatMap((one) => read(one) ?? [])
  return { kind: 'feed', items, left: Math.max(0, listed.length - MOST_ITEMS) }
}

function withText(title: string | null, content: string | null, facts: Defaults): FeedItem | null {
  return itemOf(
    title === null ? null : htmlToText(title).replace(/\n/gu, ' ') || null,
    content === null ? '' : htmlToText(content),
    facts,
  )
}

/** A summary leaves out what its title says: both are read, the title once. */
function itemOf(title: string | null, body: string, facts: Defaults): FeedItem | null {
  const text = title === null || body.startsWith(title) ? body : `${title}\n${body}`.trim()
  return text === '' ? null : { title, text, ...facts }
}

/** Whether elements stand deeper than `limit`, told by one pass over the tags. */
function isDeeperThan(xml: string, limit: number): boolean {
  let depth = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const closing = xml.startsWith('<![CDATA[', at) ? ']]>' : xml.startsWith('<!--', at) ? '-->' : '>'
    const end = xml.indexOf(closing, at + 1)
    if (end < 0) return depth + xml.slice(at).split('<').length > limit
    const mark = xml.charAt(at + 1)
    if (mark === '/') depth -= 1
    else if (mark !== '!' && mark !== '?' && xml.charAt(end - 1) !== '/') depth += 1
    if (depth > limit) return true
    at = end
  }
  return false
}

/** HTML of an element: escaped or in CDATA (its text), or as elements (XHTML in Atom). */
function markupOf(element: Element): string {
  const type = element.getAttribute('type')
  if (type === 'xhtml' && element.innerHTML !== undefined) return element.innerHTML
  const text = element.textContent ?? ''
  return type === 'text' || type === 'text/plain' ? (escaped(text) ?? '') : text
}

function escaped(text: string | null): string | null {
  return text === null ? null : text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')
}

/** RSS writes the address as text, Atom as `href`; the page of the item, not its attachments. */
function linkOf(item: Element): string | null {
  const links = elementsOf(item).filter((one) => nameOf(one) === 'link')
  const page = links.find((one) => ['', 'alternate'].includes(one.getAttribute('rel') ?? '')) ?? null
  const written = page === null ? null : (page.getAttribute('href') ?? textOf(page))
  if (written !== null) return written
  const guid = child(item, 'guid')
  const address = guid === null ? null : textOf(guid)
  return address !== null && /^https?:/u.test(address) ? address : null
}

function elementsOf(parent: Element): Element[] {
  return [...parent.childNodes].filter((node) => node.nodeType === 1)
}

function nameOf(element: Element): string {
  return element.nodeName.toLowerCase().replace(/^(?:atom|rss):/u, '')
}

function child(parent: Element, name: string): Element | null {
  return elementsOf(parent).find((one) => nameOf(one) === name.toLowerCase()) ?? null
}

function textOf(element: Element | null): string | null {
  return element?.textContent?.replace(/\s+/gu, ' ').trim() || null
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `2025-02-17T10:00:00Z` and `Mon, 17 Feb 2025 10:00:00 +0300` as `2025-02-17`; other words as they are. */
function dayOf(words: string | null): string | null {
  if (words === null) return null
  const text = words.trim()
  const mail = /^(?:\p{L}+\.?,?\s+)?(\d{1,2})[\s-]+(\p{L}{3})\p{L}*[\s-]+(\d{4}|\d{2})\b/u.exec(text)
  const month = months.indexOf(mail?.[2]?.toLowerCase() ?? '')
  if (mail === null || month < 0) return text === '' ? null : text
  const year = mail[3]?.length === 2 ? `20${mail[3]}` : mail[3]
  return `${year}-${String(month + 1).padStart(2, '0')}-${mail[1]?.padStart(2, '0')}`
}
