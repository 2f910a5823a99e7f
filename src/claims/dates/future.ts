import type { DateContext } from './date-context.ts'
import type { EdgeName } from './date-lexicon.ts'

/** In tokens: the verb of what is to come may stand far before the day, with its subject between. */
const reachBack = 12
const reach = 8

/** Whether words near these tokens, in their sentence, speak of what is to come. */
export function looksAhead(context: DateContext, from: number, to: number): boolean {
  const { tokens, dates } = context
  const sentences = context.sentences()
  const sentence = sentences[from]
  for (let at = Math.max(0, from - reachBack); at < Math.min(tokens.length, to + reach); at += 1) {
    if (sentences[at] !== sentence || (at >= from && at < to)) continue
    if (isToCome(context, at)) return true
    const fold = tokens[at]?.fold ?? ''
    if (fold.length < 4 || tokens[at]?.kind !== 'word') continue
    if (endsInFuture(context, at)) return true
    if (dates.futureBeginnings.some((beginning) => fold.startsWith(beginning))) return true
  }
  return false
}

/** "will", "expected"; not "*was* expected", "*was* initially expected". */
function isToCome({ tokens, dates }: DateContext, at: number): boolean {
  if (dates.future.at(tokens, at) === null) return false
  return ![at - 1, at - 2].some((before) => dates.futureNotAfter.has(tokens[before]?.fold ?? ''))
}

/** Whether a word has an ending of what is to come; where the ending has an accent the word must have it: será, not era. */
function endsInFuture({ tokens, dates }: DateContext, at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  const printed = token.text.toLowerCase().normalize('NFC')
  return dates.futureEndings.some((ending) =>
    ACUTE.test(ending) ? printed.endsWith(ending) : token.fold.endsWith(ending),
  )
}

const ACUTE = /[áéíóú]/u

const NEAR = 5

/** "was due to load on Friday": a word for what is to come just before the day, with no comma between. */
export function isDueOn(context: DateContext, from: number): boolean {
  const { tokens, dates } = context
  const sentences = context.sentences()
  for (let at = from - 1; at >= Math.max(0, from - NEAR); at -= 1) {
    const token = tokens[at]
    if (token === undefined || sentences[at] !== sentences[from] || /^[,،;:"«»“”–—]$/u.test(token.text))
      return false
    if (dates.future.at(tokens, at) !== null) return true
    if (token.kind !== 'word' || token.fold.length < 4) continue
    if (dates.futureBeginnings.some((beginning) => token.fold.startsWith(beginning))) return true
  }
  return false
}

/** "not until the end of". */
const LIMIT_WORDS = 6
const LIMITS = new Set<EdgeName>(['until', 'notBefore', 'before'])

/** "until 30 June", "not before Friday", "prices for Thursday", "29 Nisan'a kadar", "August delivery" lie ahead. */
export function isLimit(context: DateContext, from: number, to: number): boolean {
  const { tokens, dates } = context
  const behind = dates.edges.after.at(tokens, dates.parts.after.at(tokens, to)?.to ?? to)
  if (behind !== null && LIMITS.has(behind.value)) return true
  if (dates.aheadAfter.at(tokens, to) !== null) return true
  for (let at = Math.max(0, from - LIMIT_WORDS); at < from; at += 1) {
    // The night "на" a day is that before it.
    if (dates.nightBefore.at(tokens, at)?.to === from) return false
    if (dates.ahead.at(tokens, at)?.to === from) return true
    const edge = dates.edges.before.at(tokens, at)
    if (edge === null || !LIMITS.has(edge.value)) continue
    // "until the end of February"
    const part = edge.value === 'until' ? dates.parts.before.at(tokens, edge.to) : null
    const name = part === null ? edge.to : (dates.fillers.at(tokens, part.to)?.to ?? part.to)
    if (name === from || dates.in.at(tokens, name)?.to === from) return true
  }
  return false
}
