import { parseHTML } from 'linkedom'

const blocks = new Set([
  'address', 'article', 'aside', 'blockquote', 'dd', 'div', 'dl', 'dt', 'figcaption', 'figure', 'footer', 'h1', 'h2',
  'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'ol', 'p', 'pre', 'section', 'table', 'td', 'th', 'tr', 'ul',
]) // biome-ignore format: one list
const unread = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'svg', 'form', 'button'])
/** A page nested deeper than this is not an article but an attack on the stack. */
const DEEPEST = 400

export interface NodeLike {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<NodeLike>
}

/** The text of a piece of HTML, one line a paragraph. */
export function htmlToText(html: string): string {
  return paragraphs(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body)
}

/** The text under a node, one line a paragraph, without scripts, forms and the like. */
export function paragraphs(root: NodeLike): string {
  const pieces: string[] = []
  const walk = (node: NodeLike, depth: number): void => {
    if (depth > DEEPEST) return
    for (const child of node.childNodes) {
      const name = child.nodeName.toLowerCase()
      if (child.nodeType === 3) pieces.push((child.textContent ?? '').replace(/\s+/gu, ' '))
      else if (name === 'br') pieces.push('\n')
      else if (child.nodeType === 1 && !unread.has(name)) {
        if (blocks.has(name)) pieces.push('\n')
        walk(child, depth + 1)
        if (blocks.has(name)) pieces.push('\n')
      }
    }
  }
  walk(root, 0)
  return pieces
    .join('')
    .split('\n')
    .map((line) => line.replace(/ {2,}/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
