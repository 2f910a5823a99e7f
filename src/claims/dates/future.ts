import type { DateContext } from './date-context.ts'

const reach = 8

/** Whether words near these tokens, in their sentence, speak of what is to come. */
export function looksAhead(context: DateContext, from: number, to: number): boolean {
  const { tokens, dates, sentences } = context
  const sentence = sentences[from]
  for (let at = Math.max(0, from - reach); at < Math.min(tokens.length, to + reach); at += 1) {
    if (sentences[at] !== sentence || (at >= from && at < to)) continue
    if (dates.future.at(tokens, at) !== null) return true
    const fold = tokens[at]?.fold ?? ''
    if (fold.length < 4 || tokens[at]?.kind !== 'word') continue
    if (dates.futureEndings.some((ending) => fold.endsWith(ending))) return true
    if (dates.futureBeginnings.some((beginning) => fold.startsWith(beginning))) return true
  }
  return false
}
