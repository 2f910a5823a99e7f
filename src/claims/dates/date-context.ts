import type { CalendarDate } from '../../core/time.ts'
import type { DateMention } from '../claim.ts'
import type { NumberContext } from '../quantities/number-steps.ts'
import type { ReadToken } from '../quantities/phrases.ts'
import { numberAt as anyNumberAt } from '../quantities/read-number.ts'
import type { ReadNumber, ReadNumbers } from '../quantities/read-numbers.ts'
import type { DateLexicon } from './date-lexicon.ts'

/**
 * News tells what was: a day or month named alone is the last one, and a word that may be another word needs a
 * preposition. A command ("on Friday", "in October") is about what will be, and is about time altogether.
 */
export type DateManner = 'news' | 'command'

/** A date, and whether a weekday, a month or days without a year gave it, which may as well be the next as the last. */
export interface FoundDate extends DateMention {
  readonly bare?: BareDate
}

export type BareDate = 'weekday' | 'this weekday' | 'month' | 'days'

export interface DateOptions {
  /** The tokens of the text, where they have been read already. */
  readonly tokens?: readonly ReadToken[]
  readonly manner?: DateManner
  /** The numbers of the text, where others read them too. */
  readonly numbers?: ReadNumbers
}

export interface DateContext extends NumberContext {
  readonly dates: DateLexicon
  readonly published: CalendarDate | null
  readonly manner: DateManner
  /** Whether 3/4 is the third of April, by the language or by how the text writes its days. */
  readonly dayFirst: boolean
  /** For each token the number of its sentence; few texts ask. No getter: one would give each context a hidden class. */
  readonly sentences: () => readonly number[]
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
  readonly bare?: BareDate
}

/** The number that begins at a token, each of a text read once. */
export function numberAt(context: DateContext, at: number): ReadNumber | null {
  const token = context.tokens[at]
  return token !== undefined && context.dates.numberStarts.mayStart(token) ? anyNumberAt(context, at) : null
}

export const spanOf = (context: DateContext, from: number, to: number) => ({
  from,
  to,
  start: context.tokens[from]?.start ?? 0,
})
