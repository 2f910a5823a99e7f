const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\p{Emoji_Presentation}]/u
const UNSEEN = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u

/** Columns that a text takes in a terminal: two for a Han character, none for marks and controls. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const { segment } of graphemes.segment(text))
    columns += UNSEEN.test(segment) ? 0 : WIDE.test(segment) ? 2 : 1
  return columns
}

/** Lines of at most `width` columns as [start, end) of the text; breaks at spaces and between wide characters. */
export function wrapSpans(text: string, width: number): [number, number][] {
  const lines: [number, number][] = []
  let start = 0
  let columns = 0
  let lastBreak = -1
  for (const { segment, index } of graphemes.segment(text)) {
    if (segment.includes('\n')) {
      lines.push([start, index])
      start = index + segment.length
      columns = 0
      lastBreak = -1
      continue
    }
    const size = columnsOf(segment)
    if (columns + size > width && index > start) {
      const end = lastBreak > start ? lastBreak : index
      lines.push([start, end])
      start = text.charAt(end) === ' ' ? end + 1 : end
      columns = columnsOf(text.slice(start, index))
      lastBreak = -1
    }
    columns += size
    if (segment === ' ') lastBreak = index
    else if (WIDE.test(segment)) lastBreak = index + segment.length
  }
  if (start < text.length) lines.push([start, text.length])
  return lines
}
