import type { Marks } from '../marks.ts'
import type { Span } from '../text/sentences.ts'

/** Units of text that a quotation may reach beyond either end of what is looked at. */
const LONGEST = 600

/** "“X risks a fine – she explained – …”": whom a quotation names does not say what stands in it. */
export function isInOneQuote(marks: Marks, named: Span, verb: Span): boolean {
  const [from, to] = [Math.min(named.start, verb.start), Math.max(named.end, verb.end)]
  return marks.quotes.within(from - LONGEST, to + LONGEST).some((one) => one.start <= from && one.end >= to)
}
