import type { NumberLexicon } from '../quantities/number-lexicon.ts'
import type { PhraseTable } from '../quantities/phrases.ts'
import type { StartWords } from '../quantities/start-words.ts'
import type { CalendarNames } from './calendar-names.ts'
import type { FromBehind } from './from-behind.ts'
import type { HolidayRule } from './holiday-days.ts'
import type { PeriodStarts } from './period-starts.ts'

export type EdgeName = 'since' | 'notBefore' | 'until' | 'after' | 'before'

export type PartName = 'early' | 'mid' | 'late' | 'firstHalf' | 'secondHalf'

export interface Around<T> {
  readonly before: PhraseTable<T>
  readonly after: PhraseTable<T>
}

export interface DateLexicon {
  readonly lang: string
  readonly numbers: NumberLexicon
  readonly names: CalendarNames
  readonly dayFirst: boolean
  readonly capitalMonths: boolean
  readonly capitalWeekdays: boolean
  readonly doubtful: ReadonlySet<string>
  readonly weekdayWords: PhraseTable<true>
  readonly yearLinks: PhraseTable<true>
  readonly weekdayNotAfter: ReadonlySet<string>
  readonly in: PhraseTable<true>
  readonly fillers: PhraseTable<true>
  readonly daySuffixes: ReadonlySet<string>
  readonly decadeSuffixes: ReadonlySet<string>
  readonly yearWords: PhraseTable<true>
  readonly yearWordsBefore: PhraseTable<true>
  readonly marks: Readonly<Record<'year' | 'month' | 'day' | 'numbered', PhraseTable<true>>> | null
  readonly relative: PhraseTable<Shift>
  readonly anchored: PhraseTable<number>
  readonly shifts: Around<number>
  readonly units: PhraseTable<Unit>
  readonly ago: Around<true>
  readonly firstMonths: PhraseTable<true>
  readonly firstWords: PhraseTable<true>
  readonly monthCounts: PhraseTable<number>
  readonly ofYear: PhraseTable<true>
  readonly yearToDate: PhraseTable<true>
  readonly ordinals: PhraseTable<number>
  readonly placeAfter: boolean
  readonly last: PhraseTable<true>
  readonly weekdayLeads: PhraseTable<true>
  readonly weekend: PhraseTable<true>
  readonly spans: Around<number>
  readonly few: PhraseTable<true>
  readonly inUnits: Around<true>
  readonly within: PhraseTable<true>
  readonly weekOf: PhraseTable<true>
  readonly numberedWeek: Around<true>
  readonly monthWords: PhraseTable<true>
  readonly dayLeads: PhraseTable<true>
  readonly holidays: PhraseTable<HolidayRule>
  readonly quarter: PhraseTable<true>
  readonly quarterCodes: PhraseTable<number>
  readonly half: PhraseTable<true>
  readonly halfCodes: PhraseTable<number>
  readonly seasons: PhraseTable<string>
  readonly inSeasons: PhraseTable<string>
  readonly sameMonth: PhraseTable<true>
  readonly edges: Around<EdgeName>
  readonly parts: Around<PartName>
  readonly not: ReadonlySet<string>
  readonly sinceNotAfter: ReadonlySet<string>
  readonly sinceNotBefore: ReadonlySet<string>
  readonly midNotBefore: ReadonlySet<string>
  /** Empty where a word of since behind a date needs no word before it. */
  readonly sinceLeads: ReadonlySet<string>
  /** Words of since that tell of nothing to come: since, depuis, seit. */
  readonly sincePast: ReadonlySet<string>
  /** By a word of `until`, the words behind which alone it says so. */
  readonly untilAfter: ReadonlyMap<string, ReadonlySet<string>>
  readonly ahead: PhraseTable<true>
  readonly aheadAfter: PhraseTable<true>
  readonly relativeNotAfter: ReadonlySet<string>
  readonly manyUnits: ReadonlySet<string>
  readonly spansNotAfter: ReadonlySet<string>
  readonly untilEnd: PhraseTable<Shift>
  readonly nightBefore: PhraseTable<true>
  readonly pairs: readonly DatePair[]
  readonly future: PhraseTable<true>
  readonly futureNotAfter: ReadonlySet<string>
  readonly futureEndings: readonly string[]
  readonly futureBeginnings: readonly string[]
  readonly datelineAfter: PhraseTable<true>
  readonly datelineBefore: PhraseTable<true>
  /** What a date may begin with. */
  readonly starts: StartWords
  readonly numberStarts: StartWords
  /** What a written day or month may begin with. */
  readonly writtenStarts: StartWords
  readonly periodStarts: PeriodStarts
}

/** What makes two dates a stretch: a word before the first, one between them, or one or an ending behind the first. */
export interface DatePair {
  readonly open: PhraseTable<true> | null
  readonly join: PhraseTable<true>
  readonly behind: FromBehind | null
  /** Whether only a day and the day after it are joined. */
  readonly isNextDay: boolean
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year'

export interface Shift {
  readonly unit: Unit | 'weekend' | 'night'
  readonly by: number
}
