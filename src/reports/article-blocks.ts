import { parseHTML } from 'linkedom'
import { type NodeLike, paragraphs } from './html-to-text.ts'

/** One paragraph, heading or list entry of an article. */
export interface Block {
  readonly text: string
  /** Name of the nearest element that makes a block of it: `p`, `li`, `h2`. */
  readonly tag: string
  /** Part of its letters that stand in links, 0 to 1. */
  readonly linked: number
}

interface ElementLike extends NodeLike {
  getAttribute?(name: string): string | null
  readonly childNodes: Iterable<ElementLike>
}

const containers = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'figure', 'footer',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'li', 'main', 'ol', 'p', 'pre', 'section', 'table', 'tbody', 'td',
  'th', 'tr', 'ul',
]) // biome-ignore format: one list
/** What is no part of the running text wherever it stands. */
const left = new Set([
  'script', 'style', 'noscript', 'template', 'iframe', 'svg', 'form', 'button', 'nav', 'figcaption', 'footer',
]) // biome-ignore format: one list
/** Names that sites give to what stands beside the running text: captions, bylines, sign-ups, related stories. */
const beside =
  /(?:^|[\s_-])(?:(?:img|image|photo|wp)?-?caption|credits?|byline|dateline|timestamp|breadcrumbs?|newsletter|subscribe|subscription|signup|related|recirc|recommended|readmore|read-more|trending|most-read|popular|promo|advert|advertisement|ad|ads|social|share|sharing|comments?|author-?(?:bio|info|box)|bio|disclaimer|copyright|tags?|cookies?|gallery|slideshow|video-?title|paywall)(?:$|[\s_-])/iu
/** What is called so but holds this much of the whole is the article all the same. */
const MOST_BESIDE = 0.3
/** In a whole page what is called so and is shorter than this is no article. UTF-16 units. */
const SHORTEST_ARTICLE = 200
const DEEPEST = 400
const PARAGRAPH = 80
const LINK_ONLY = 0.8
/** An entry of a list of links, such as "related" or a menu. */
const SHORT = 200
const SENTENCE_END = /[.!?…。！？؟;:»”"'’)\]]\s*$/u

/** The article that a piece of HTML holds, as blocks in their order. */
export function blocksOf(html: string): Block[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const blocks: Block[] = []
  const body = document.body as unknown as ElementLike
  const whole = (body.textContent ?? '').length
  collect(body, 'body', { blocks, depth: 0, most: MOST_BESIDE * whole })
  return blocks
}

function collect(
  node: ElementLike,
  tag: string,
  state: { blocks: Block[]; depth: number; most: number },
): void {
  if (state.depth > DEEPEST) return
  let run: ElementLike[] = []
  const flush = (): void => {
    const text = paragraphs({ nodeType: 1, nodeName: 'div', textContent: null, childNodes: run })
    const letters = text.replace(/\s/gu, '').length
    if (letters > 0) {
      const inLinks = run.reduce((sum, one) => sum + linkedLetters(one, 0), 0)
      state.blocks.push({ text, tag, linked: Math.min(1, inLinks / letters) })
    }
    run = []
  }
  for (const child of node.childNodes) {
    const name = child.nodeName.toLowerCase()
    if (child.nodeType === 1 && (left.has(name) || isBeside(child, state.most))) continue
    if (child.nodeType === 1 && (containers.has(name) || holdsContainer(child, 0))) {
      flush()
      collect(child, containers.has(name) ? name : tag, { ...state, depth: state.depth + 1 })
    } else run.push(child)
  }
  flush()
}

/** Takes what stands beside the running text out of a page, before anybody weighs its parts. */
export function removeBeside(body: ParentLike): void {
  for (const node of body.querySelectorAll('[class], [id]')) {
    if (isBeside(node, SHORTEST_ARTICLE)) node.remove()
  }
}

interface ParentLike {
  querySelectorAll(selector: string): Iterable<ElementLike & { remove(): void }>
}

function isBeside(node: ElementLike, most: number): boolean {
  const names = `${node.getAttribute?.('class') ?? ''} ${node.getAttribute?.('id') ?? ''}`
  return names.length > 1 && beside.test(names) && (node.textContent ?? '').length < most
}

function holdsContainer(node: ElementLike, depth: number): boolean {
  if (depth > DEEPEST) return false
  for (const child of node.childNodes) {
    if (child.nodeType !== 1) continue
    if (containers.has(child.nodeName.toLowerCase()) || holdsContainer(child, depth + 1)) return true
  }
  return false
}

function linkedLetters(node: ElementLike, depth: number): number {
  if (depth > DEEPEST) return 0
  if (node.nodeName.toLowerCase() === 'a') return (node.textContent ?? '').replace(/\s/gu, '').length
  let sum = 0
  for (const child of node.childNodes) sum += linkedLetters(child, depth + 1)
  return sum
}

/**
 * The blocks without what stands around an article: blocks that are little but links (menus, related stories),
 * and short lines without the end of a sentence before the first paragraph and after the last (section names,
 * bylines, "comments"). Nothing is taken when no paragraph would remain.
 */
export function trimBlocks(blocks: readonly Block[]): Block[] {
  const unlinked = blocks.filter((block) => !isLinkOnly(block))
  const first = unlinked.findIndex(isParagraph)
  if (first < 0) return [...blocks]
  const last = unlinked.findLastIndex((block) => isParagraph(block) || isSentence(block))
  return unlinked.slice(first, last + 1)
}

function isLinkOnly({ text, linked }: Block): boolean {
  return linked >= LINK_ONLY && text.length < SHORT
}

function isParagraph(block: Block): boolean {
  return block.text.length >= PARAGRAPH || (isSentence(block) && block.tag === 'p')
}

function isSentence({ text }: Block): boolean {
  return text.length >= PARAGRAPH / 2 && SENTENCE_END.test(text)
}
