import type { CalendarDate } from '../../core/time.ts'
import type { ReadNumber } from '../quantities/number-end.ts'
import type { NumberContext } from '../quantities/number-steps.ts'
import type { ReadToken } from '../quantities/phrases.ts'
import { readNumber } from '../quantities/read-number.ts'
import type { DateLexicon } from './date-lexicon.ts'

/**
 * News tells what was: a day or month named alone is the last one, and a word that may be another word needs a
 * preposition. A command ("on Friday", "in October") is about what will be, and is about time altogether.
 */
export type DateManner = 'news' | 'command'

export interface DateOptions {
  /** The tokens of the text, where they have been read already. */
  readonly tokens?: readonly ReadToken[]
  readonly manner?: DateManner
}

export interface DateContext extends NumberContext {
  readonly dates: DateLexicon
  readonly published: CalendarDate | null
  readonly manner: DateManner
  readonly sentences: readonly number[]
  /** Numbers by the token at which they begin, as far as they have been asked for. */
  readonly numbers: Map<number, ReadNumber | null>
  /** Plain expressions by the token at which they begin, as far as they have been asked for. */
  readonly plain: Map<number, When | null>
  /** The last day that the text named before here, for "the day before". */
  lastDay: CalendarDate | null
  /** The first day of what the text last named, for "of the same month". */
  lastMonth: CalendarDate | null
}

/** A stretch of tokens that says when. */
export interface When {
  /** ISO day, month, year or closed interval; null where the publication date is needed and not known. */
  readonly iso: string | null
  readonly isRelative: boolean
  readonly from: number
  /** Index after the last token. */
  readonly to: number
  /** UTF-16 offset of the first character. */
  readonly start: number
}

/** As `readNumber`, each number of a text read once. */
export function numberAt(context: DateContext, at: number): ReadNumber | null {
  const known = context.numbers.get(at)
  if (known !== undefined) return known
  const token = context.tokens[at]
  const found =
    token !== undefined && context.dates.numberStarts.mayStart(token) ? readNumber(context, at) : null
  context.numbers.set(at, found)
  return found
}

export const spanOf = (context: DateContext, from: number, to: number) => ({
  from,
  to,
  start: context.tokens[from]?.start ?? 0,
})
