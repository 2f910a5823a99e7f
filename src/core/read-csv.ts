export interface CsvRecord {
  readonly record: readonly string[]
  /** Line of the text, from 1, on which the record ends. */
  readonly line: number
}

/**
 * Records of a CSV text (RFC 4180 with line feeds); empty lines are left out, and a mark of byte order before the
 * first. Null where a quote stands where none belongs, one is not closed, or lines end in another way: who needs to
 * know why asks a parser that can tell. Made for large tables: lines without a quote are split as they are.
 */
export function readCsv(text: string): readonly CsvRecord[] | null {
  if (text.includes('\r')) return null
  const found: CsvRecord[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  let line = 0
  let quote = text.indexOf('"', at)
  while (at < text.length) {
    const feed = text.indexOf('\n', at)
    const end = feed < 0 ? text.length : feed
    line++
    if (quote < 0 || quote >= end) {
      if (end > at) found.push({ record: text.slice(at, end).split(','), line })
      at = end + 1
      continue
    }
    const quoted = quotedRecord(text, at)
    if (quoted === null) return null
    line += quoted.feeds
    found.push({ record: quoted.record, line })
    at = quoted.next
    quote = text.indexOf('"', at)
  }
  return found
}

/** A record that begins at `at`, with where the next one does, and how many line feeds stand within its quotes. */
function quotedRecord(
  text: string,
  at: number,
): { readonly record: readonly string[]; readonly next: number; readonly feeds: number } | null {
  const record: string[] = []
  let feeds = 0
  for (let from = at; ; ) {
    let end: number
    if (text[from] === '"') {
      const close = closingQuote(text, from + 1)
      if (close < 0) return null
      const inside = text.slice(from + 1, close)
      for (let feed = inside.indexOf('\n'); feed >= 0; feed = inside.indexOf('\n', feed + 1)) feeds++
      record.push(inside.includes('"') ? inside.replaceAll('""', '"') : inside)
      end = close + 1
    } else {
      end = from
      while (end < text.length && text[end] !== ',' && text[end] !== '\n') {
        if (text[end] === '"') return null
        end++
      }
      record.push(text.slice(from, end))
    }
    if (end >= text.length || text[end] === '\n') return { record, next: end + 1, feeds }
    if (text[end] !== ',') return null
    from = end + 1
  }
}

/** The quote that ends what began before `from`; two in a row stand for one inside. -1 where there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}
