import type { Span } from './text/sentences.ts'

const HEAD = /[\s'’,;:،؛；，：.·—–\-)）」』”]/u
const TAIL = /[\s,;:،؛；，：.。·—–\-(（]/u

/** The stretch without punctuation, white space and quotation marks of half a quotation around it; null where nothing is left. */
export function trimClause(text: string, start: number, end: number): Span | null {
  const trimmed = { start, end }
  while (trimmed.start < end && HEAD.test(text[trimmed.start] ?? '')) trimmed.start++
  while (trimmed.end > start && TAIL.test(text[trimmed.end - 1] ?? '')) trimmed.end--
  if (trimmed.start >= trimmed.end) return null
  const half = halfQuotation(text.slice(trimmed.start, trimmed.end))
  return half.head + half.tail === 0
    ? trimmed
    : trimClause(text, trimmed.start + half.head, trimmed.end - half.tail)
}

/** Marks at either end, 0 or 1 each, whose other half does not stand between them: the cut went through a quotation. */
function halfQuotation(words: string): { head: number; tail: number } {
  const isOdd = words.split('"').length % 2 === 0
  const opens = /^[«„“「『]/u.test(words) && !/[»“”」』]/u.test(words.slice(1))
  const closes = /[»”」』]$/u.test(words) && !/[«„“「『]/u.test(words.slice(0, -1))
  const closesStraight = isOdd && words.endsWith('"')
  return {
    head: Number(opens || (isOdd && !closesStraight && words.startsWith('"'))),
    tail: Number(closes || closesStraight),
  }
}
