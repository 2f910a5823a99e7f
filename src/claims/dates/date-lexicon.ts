import { z } from 'zod'
import { fold } from '../quantities/fold.ts'
import { expandForms } from '../quantities/forms.ts'
import { type NumberLexicon, parseNumberLexicon, setTable } from '../quantities/number-lexicon.ts'
import { PhraseTable } from '../quantities/phrases.ts'
import { StartWords } from '../quantities/start-words.ts'
import { type CalendarNames, calendarNames } from './calendar-names.ts'
import { type HolidayRule, holidayRule } from './holiday-days.ts'
import { PeriodStarts } from './period-starts.ts'

const lines = z.array(z.string())
const byKey = z.record(z.string(), lines)
const around = z
  .object({ before: lines.default([]), after: lines.default([]) })
  .default({ before: [], after: [] })

/** `lexicons/<lang>/dates.yaml`. Month and weekday names come from CLDR; endings and extras stand here. */
export const datesFileSchema = z.object({
  locales: lines,
  /** 3/4/2025 is the third of April. */
  day_first: z.boolean().default(true),
  month_endings: byKey.default({}),
  weekday_endings: byKey.default({}),
  months: byKey.default({}),
  weekdays: byKey.default({}),
  short_weekdays: byKey.default({}),
  /** Month and weekday names begin with a capital; without it the word is another. */
  capital_months: z.boolean().default(false),
  capital_weekdays: z.boolean().default(false),
  /** CLDR's short month names are also read. */
  short_months: z.boolean().default(true),
  /** What makes the word before it a weekday: günü. */
  weekday_words: lines.default([]),
  /** Joins a year to the quarter or half after it: 2027'nin. */
  year_links: lines.default([]),
  /** Names that are also common words: alone they count only after one of `in`. */
  doubtful: lines.default([]),
  /** Words after which a weekday name is another word. */
  weekday_not_after: lines.default([]),
  /** Prepositions of time. */
  in: lines.default([]),
  /** What may stand between day, month and year: of, de. */
  fillers: lines.default([]),
  day_suffixes: lines.default([]),
  /** Behind a year, its decade: 1990s. */
  decade_suffixes: lines.default([]),
  year_words: lines.default([]),
  year_words_before: lines.default([]),
  /** Day, month and year marks of Chinese. */
  marks: z.object({ year: lines, month: lines, day: lines }).optional(),
  /** `day-1: [yesterday]`; day, week, weekend, month, quarter, year, night, with a shift. */
  relative: byKey,
  /** Days counted from the last day that the text named: `+1: [a day later]`. */
  anchored: byKey.default({}),
  /** last, this, next: with a weekday, month, season or unit before or after. */
  shifts: z.record(z.string(), around).default({}),
  units: z.object({ day: lines, week: lines, month: lines, quarter: lines, year: lines }),
  ago: around,
  first_months: lines.default([]),
  /** "first" after the count: les neuf premiers mois. */
  first_words: lines.default([]),
  /** One word for the first months of a year: εννεάμηνο. */
  month_counts: byKey.default({}),
  /** The year that "the first nine months" belong to, when unnamed. */
  of_year: lines.default([]),
  year_to_date: lines.default([]),
  ordinals: byKey.default({}),
  /** The place may follow what it counts: الثلاثاء الأخير. */
  place_after: z.boolean().default(false),
  /** "Last" of a number of things: the last Tuesday of the month. */
  last: lines.default([]),
  /** Words before a weekday that belong to it: يوم الثلاثاء. */
  weekday_leads: lines.default([]),
  weekend: lines.default([]),
  /** last, next before or after a counted unit: "the *last* two days"; those of `shifts` count too. */
  spans: z.record(z.string(), around).default({}),
  /** Some, where a number may stand: a few days. */
  few: lines.default([]),
  /** So many units ahead: *in* two days. */
  in_units: around,
  within: lines.default([]),
  week_of: lines.default([]),
  /** Words before the number of a month: شهر 3. */
  month_words: lines.default([]),
  /** In a command, words before a day of the month that stands alone: *the* 15th. */
  day_leads: lines.default([]),
  /** Forms by the rule that dates them (`holiday-days.ts`): `12-25: [Christmas]`. */
  holidays: byKey.default({}),
  quarter: lines.default([]),
  quarter_codes: byKey.default({}),
  half: lines.default([]),
  half_codes: byKey.default({}),
  seasons: byKey.default({}),
  /** A season with the words that make it a time: im Winter, зимой. */
  in_seasons: byKey.default({}),
  same_month: lines.default([]),
  since: around,
  until: around,
  /** "not before": opens a stretch that lies ahead. */
  not_before: around,
  after: around,
  before: around,
  /** Words that turn "before" into "not before" where they stand earlier in the sentence. */
  not: lines.default([]),
  /** Words of comparison after which a `since` word only joins: по сравнению с. */
  since_not_after: lines.default([]),
  /** Words before a name of a day to come: "prices for Thursday". */
  ahead: lines.default([]),
  /** Words after which a relative word is another: la mañana. */
  relative_not_after: lines.default([]),
  /** Whole phrases for "by the end of the month": key as in `relative`. */
  until_end: byKey.default({}),
  early: around,
  mid: around,
  late: around,
  night_before: lines.default([]),
  pairs: z.array(z.object({ open: lines.default([]), join: lines })),
  /** Words and word endings that say the sentence looks ahead. */
  future: lines.default([]),
  future_endings: lines.default([]),
  future_beginnings: lines.default([]),
  /** Words that mark a dateline after its date: 电. */
  dateline_after: lines.default([]),
  dateline_before: lines.default([]),
})

export type EdgeName = 'since' | 'notBefore' | 'until' | 'after' | 'before'
export type PartName = 'early' | 'mid' | 'late'

interface Around<T> {
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
  readonly marks: { year: PhraseTable<true>; month: PhraseTable<true>; day: PhraseTable<true> } | null
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
  readonly ahead: PhraseTable<true>
  readonly relativeNotAfter: ReadonlySet<string>
  readonly untilEnd: PhraseTable<Shift>
  readonly nightBefore: PhraseTable<true>
  readonly pairs: readonly { open: PhraseTable<true> | null; join: PhraseTable<true> }[]
  readonly future: PhraseTable<true>
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

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year'
export interface Shift {
  readonly unit: Unit | 'weekend' | 'night'
  readonly by: number
}

/** `files`: the parsed `numbers` and `dates` of `lexicons/<lang>/`. Throws where one is missing or wrong. */
export function parseDateLexicon(
  lang: string,
  files: Record<string, unknown>,
  /** The numbers of the language, where they have been read already. */
  known?: NumberLexicon,
): DateLexicon {
  const data = datesFileSchema.parse(files.dates)
  const numbers = known ?? parseNumberLexicon(files.numbers)
  const lexicon: Omit<DateLexicon, Starts> = {
    lang,
    numbers,
    names: calendarNames({
      locales: data.locales,
      monthEndings: data.month_endings,
      weekdayEndings: data.weekday_endings,
      shortMonths: data.short_months,
      months: data.months,
      weekdays: data.weekdays,
      shortWeekdays: data.short_weekdays,
    }),
    dayFirst: data.day_first,
    capitalMonths: data.capital_months,
    capitalWeekdays: data.capital_weekdays,
    doubtful: foldedSet(data.doubtful),
    weekdayWords: setTable(data.weekday_words),
    yearLinks: setTable(data.year_links),
    weekdayNotAfter: foldedSet(data.weekday_not_after),
    in: setTable(data.in),
    fillers: setTable(data.fillers),
    daySuffixes: foldedSet(data.day_suffixes),
    decadeSuffixes: foldedSet(data.decade_suffixes),
    yearWords: setTable(data.year_words),
    yearWordsBefore: setTable(data.year_words_before),
    marks:
      data.marks === undefined
        ? null
        : {
            year: setTable(data.marks.year),
            month: setTable(data.marks.month),
            day: setTable(data.marks.day),
          },
    relative: keyed(data.relative, shiftKey),
    anchored: keyed(data.anchored, wholeKey),
    shifts: aroundKeyed(data.shifts, wholeKey),
    units: keyed(data.units, (key) => key as Unit),
    ago: aroundKeyed({ ago: data.ago }, () => true),
    firstMonths: setTable(data.first_months),
    firstWords: setTable(data.first_words),
    monthCounts: keyed(data.month_counts, wholeKey),
    ofYear: setTable(data.of_year),
    yearToDate: setTable(data.year_to_date),
    ordinals: keyed(data.ordinals, wholeKey),
    placeAfter: data.place_after,
    last: setTable(data.last),
    weekdayLeads: setTable(data.weekday_leads),
    weekend: setTable(data.weekend),
    spans: spansOf(data.spans, data.shifts),
    few: setTable(data.few),
    inUnits: aroundKeyed({ in: data.in_units }, () => true),
    within: setTable(data.within),
    weekOf: setTable(data.week_of),
    monthWords: setTable(data.month_words),
    dayLeads: setTable(data.day_leads),
    holidays: keyed(data.holidays, holidayRule),
    quarter: setTable(data.quarter),
    quarterCodes: keyed(data.quarter_codes, wholeKey),
    half: setTable(data.half),
    halfCodes: keyed(data.half_codes, wholeKey),
    seasons: keyed(data.seasons, (key) => key),
    inSeasons: keyed(data.in_seasons, (key) => key),
    sameMonth: setTable(data.same_month),
    edges: aroundKeyed(
      {
        since: data.since,
        notBefore: data.not_before,
        until: data.until,
        after: data.after,
        before: data.before,
      },
      (key) => key as EdgeName,
    ),
    parts: aroundKeyed({ early: data.early, mid: data.mid, late: data.late }, (key) => key as PartName),
    not: foldedSet(data.not),
    sinceNotAfter: foldedSet(data.since_not_after),
    ahead: setTable(data.ahead),
    relativeNotAfter: foldedSet(data.relative_not_after),
    untilEnd: keyed(data.until_end, shiftKey),
    nightBefore: setTable(data.night_before),
    pairs: data.pairs.map((pair) => ({
      open: pair.open.length === 0 ? null : setTable(pair.open),
      join: setTable(pair.join),
    })),
    future: setTable(data.future),
    futureEndings: data.future_endings.flatMap((line) => expandForms(line)).map((form) => fold(form)),
    futureBeginnings: data.future_beginnings.map((form) => fold(form)),
    datelineAfter: setTable(data.dateline_after),
    datelineBefore: setTable(data.dateline_before),
  }
  const numberStarts = new StartWords(numberTables(numbers), numbers.pieces.keys())
  const { ordinals, monthWords, names, relative } = lexicon
  const writtenStarts = new StartWords(
    [...numberTables(numbers), ordinals, monthWords, names.months, names.shortWeekdays, relative],
    numbers.pieces.keys(),
  )
  const starts = startsOf(lexicon)
  return { ...lexicon, starts, numberStarts, writtenStarts, periodStarts: periodStartsOf(lexicon) }
}

type Starts = 'starts' | 'numberStarts' | 'writtenStarts' | 'periodStarts'

function numberTables(numbers: NumberLexicon): readonly PhraseTable<unknown>[] {
  const { items, article, shares, inner, bareScales, point } = numbers
  return [items, article, shares, inner, bareScales, point]
}

/** A period with one of these words at its head is looked for only by the readers that begin so. */
function periodStartsOf(dates: Omit<DateLexicon, Starts>): PeriodStarts {
  const { numbers, names } = dates
  const weekdays = [names.weekdays, names.shortWeekdays]
  const things = [...weekdays, dates.weekdayLeads, dates.weekend, dates.units]
  // A year said before its part: 今年前八个月.
  const leads = dates.marks === null ? [] : [dates.relative]
  return new PeriodStarts(
    {
      ago: [dates.ago.before, dates.units],
      countedSpan: [dates.spans.before, dates.few, ...(dates.placeAfter ? [dates.units] : [])],
      ahead: [dates.inUnits.before, dates.few, dates.units],
      within: [dates.within],
      nth: [dates.last, dates.ordinals, ...(dates.placeAfter ? things : [])],
      dayOfWeek: weekdays,
      weekOf: [dates.weekOf],
      holiday: [dates.shifts.before, dates.holidays],
      loneDay: [...weekdays, dates.dayLeads],
      firstMonths: [dates.firstMonths, ...leads],
      monthSpan: leads,
      monthCount: [dates.monthCounts],
      quarter: [dates.quarterCodes, dates.ordinals, dates.quarter, ...leads],
      half: [dates.halfCodes, dates.ordinals, dates.half, ...leads],
      season: [dates.seasons, dates.inSeasons],
      shiftedName: [
        dates.shifts.before,
        names.months,
        dates.monthWords,
        ...weekdays,
        dates.seasons,
        dates.units,
      ],
      anchored: [dates.anchored],
      relative: [dates.relative],
      weekday: weekdays,
      bareYear: [dates.yearWordsBefore],
    },
    {
      withDigits: ['monthSpan', 'quarter', 'half', 'season', 'bareYear'],
      withNumbers: ['ago', 'countedSpan', 'ahead', 'nth', 'firstMonths'],
      numbers: numberTables(numbers),
      pieces: numbers.pieces.keys(),
    },
  )
}

function startsOf(dates: Omit<DateLexicon, Starts>): StartWords {
  const { numbers, names } = dates
  return new StartWords(
    [
      ...[names.months, names.weekdays, dates.relative, dates.anchored, dates.units, dates.ordinals],
      ...[dates.shifts.before, dates.ago.before, dates.edges.before, dates.parts.before],
      ...[dates.firstMonths, dates.firstWords, dates.monthCounts, dates.ofYear, dates.yearToDate],
      ...[dates.quarter, dates.quarterCodes, dates.half, dates.halfCodes, dates.seasons, dates.untilEnd],
      ...[dates.last, dates.weekdayLeads, dates.spans.before, dates.few, dates.inUnits.before, dates.within],
      ...[
        dates.weekOf,
        dates.inSeasons,
        dates.monthWords,
        dates.dayLeads,
        dates.holidays,
        names.shortWeekdays,
      ],
      ...[dates.nightBefore, dates.yearWordsBefore],
      ...dates.pairs.flatMap((pair) => (pair.open === null ? [] : [pair.open])),
      ...numberTables(numbers),
    ],
    numbers.pieces.keys(),
  )
}

function foldedSet(forms: readonly string[]): ReadonlySet<string> {
  return new Set(forms.flatMap((line) => expandForms(line)).map((form) => fold(form)))
}

function keyed<T>(table: Record<string, string[]>, value: (key: string) => T): PhraseTable<T> {
  const phrases = new PhraseTable<T>()
  for (const [key, forms] of Object.entries(table)) phrases.addAll(forms, value(key))
  return phrases
}

function aroundKeyed<T>(
  table: Record<string, { before: string[]; after: string[] }>,
  value: (key: string) => T,
): Around<T> {
  const both = { before: new PhraseTable<T>(), after: new PhraseTable<T>() }
  for (const [key, forms] of Object.entries(table)) {
    both.before.addAll(forms.before, value(key))
    both.after.addAll(forms.after, value(key))
  }
  return both
}

/** Words for last and next that stand by a count, and those that stand by a name. */
function spansOf(
  spans: Record<string, { before: string[]; after: string[] }>,
  shifts: Record<string, { before: string[]; after: string[] }>,
): Around<number> {
  const both = aroundKeyed(spans, wholeKey)
  for (const [key, forms] of Object.entries(shifts)) {
    both.before.addAll(forms.before, wholeKey(key))
    both.after.addAll(forms.after, wholeKey(key))
  }
  return both
}

function wholeKey(key: string): number {
  const value = Number(key)
  if (!Number.isInteger(value)) throw new RangeError(`not a whole number in dates.yaml: ${key}`)
  return value
}

function shiftKey(key: string): Shift {
  const match = /^(day|week|weekend|month|quarter|year|night)([+-]\d+)$/.exec(key)
  if (match === null) throw new RangeError(`not a shift in dates.yaml: ${key}`)
  return { unit: match[1] as Shift['unit'], by: Number(match[2]) }
}
