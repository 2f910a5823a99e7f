import type { Span } from './sentences.ts'

const PAIRS: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”',
  '„': '“',
  '「': '」',
  '『': '』',
  '‘': '’',
  // German books and some papers turn the marks inwards: »…«.
  '»': '«',
}
const LONGEST = 1500
const OPENING = /["«“„「『‘»]/gu

function nextMark(text: string, from: number): number {
  OPENING.lastIndex = from
  return OPENING.exec(text)?.index ?? -1
}

/**
 * Quoted stretches with their marks, outermost only, in order. Marks that never close within a paragraph are
 * passed over. „…“ and „…” both close; so do the reversed “…“ that some Arabic pages print.
 */
export function findQuotes(text: string): Span[] {
  const quotes: Span[] = []
  let at = nextMark(text, 0)
  while (at >= 0) {
    const mark = text[at] ?? ''
    const end = closing(text, at, mark === '"' ? ['"'] : closers(mark))
    if (end !== null) quotes.push({ start: at, end })
    at = nextMark(text, end ?? at + 1)
  }
  return quotes
}

function closers(mark: string): string[] {
  const main = PAIRS[mark] ?? mark
  return mark === '„' ? [main, '”', '"'] : mark === '“' ? [main, '“', '"'] : [main]
}

/**
 * Where the quotation that opens at a place ends; of one in which more marks open than close, at the first that closes,
 * or where straight marks do not tell, at the first with a dash behind it.
 */
function closing(text: string, from: number, marks: readonly string[]): number | null {
  const opening = text[from] ?? ''
  const last = Math.min(text.length, from + LONGEST)
  let first: number | null = null
  let beforeDash: number | null = null
  let depth = 0
  for (let at = from + 1; at < last; at++) {
    const mark = text[at] ?? ''
    if (mark === '\n' && text[at + 1] === '\n') break
    if (mark === opening && opensWithin(text, at)) depth++
    else if (marks.includes(mark)) {
      first ??= at + 1
      if (mark === '"' && DASH_BEHIND.test(text.slice(at + 1, at + 5))) beforeDash ??= at + 1
      if (depth === 0) return at + 1
      depth--
    }
  }
  return beforeDash ?? first
}

const DASH_BEHIND = /^[,.]?\s[-–—]\s/u

/** A quotation within one: “the “Friendship” line is hit”; a straight mark is one by what stands on its two sides. */
function opensWithin(text: string, at: number): boolean {
  return /[\s(]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '')
}
