import type { Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

const QUOTE_WORDS = 4
const LONGEST_QUOTE = 1500

export function longQuotes(marks: Marks, span: Span): Span[] {
  return marks.quotes
    .within(Math.max(0, span.start - LONGEST_QUOTE), span.end)
    .filter(
      (quote) =>
        quote.end > span.start &&
        marks.tokens.within(quote.start, quote.end).length >= fewestWords(marks, quote) &&
        !isName(marks, quote) &&
        !isFragment(marks.text, quote),
    )
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
