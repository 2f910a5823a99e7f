import type { Marks } from '../marks.ts'
import { Layer } from '../text/layer.ts'
import type { Span } from '../text/sentences.ts'

const QUOTE_WORDS = 4
const LONGEST_QUOTE = 1500

export function longQuotes(marks: Marks, span: Span): Span[] {
  return allLong(marks)
    .within(span.start - LONGEST_QUOTE, span.end)
    .filter((quote) => quote.end > span.start)
}

/** Found once a text. */
const found = new WeakMap<Marks, Layer<Span>>()

function allLong(marks: Marks): Layer<Span> {
  const known = found.get(marks)
  if (known !== undefined) return known
  const long = marks.quotes.all.filter(
    (quote) =>
      marks.tokens.countWithin(quote.start, quote.end) >= fewestWords(marks, quote) &&
      !isName(marks, quote) &&
      !isFragment(marks.text, quote),
  )
  const layer = new Layer(long)
  found.set(marks, layer)
  return layer
}

const QUOTE_HAN = 9

/** A Han character is less than a word: 「東方聯盟」 is a name. */
function fewestWords(marks: Marks, quote: Span): number {
  return /\p{Script=Han}/u.test(marks.text[quote.start + 1] ?? '') ? QUOTE_HAN : QUOTE_WORDS
}

/** accusing «groups backed from abroad»: quoted words within a clause are no clause. */
function isFragment(text: string, quote: Span): boolean {
  const inner = text.slice(quote.start + 1, quote.end - 1).trimStart()
  const before = text.slice(Math.max(0, quote.start - 3), quote.start).trimEnd()
  return /^\p{Ll}/u.test(inner) && /\p{L}$/u.test(before) && !/[.!?…]\s/u.test(inner)
}

/** A name in quotation marks is nobody's words. */
export function isName(marks: Marks, quote: Span): boolean {
  return marks.mentions.within(quote.start, quote.start + 2).some((mention) => mention.end >= quote.end - 1)
}
