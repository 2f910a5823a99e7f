import { z } from 'zod'

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
  /** Day, month and year marks of Chinese, and what behind a mark of the day is numbered: 3号机组. */
  marks: z.object({ year: lines, month: lines, day: lines, numbered: lines.default([]) }).optional(),
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
  /** Before or after the number of a week: KW 31, 31. Kalenderwoche. */
  numbered_week: around,
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
  /** What behind a `since` word makes another word of it: 起火. */
  since_not_before: lines.default([]),
  /** What behind a word for the middle of a year or month makes another word of it: 去年中国. */
  mid_not_before: lines.default([]),
  /** Words of since that are never "from then on": depuis, seit. */
  since_past: lines.default([]),
  /** Words before a date without which a word of since behind it is of something else: *vom* 1. Mai *an*. */
  since_leads: lines.default([]),
  /** Words right behind which a word of what is to come tells what once was to come: "*was* expected in October". */
  future_not_after: lines.default([]),
  /** Words of `until` that say so only behind these: 延长至 is until, 跌至 is not. */
  until_after: byKey.default({}),
  /** Words before a name of a day to come: "prices for Thursday". */
  ahead: lines.default([]),
  /** The same behind a day or a month: "August *delivery*". */
  ahead_after: lines.default([]),
  /** Words after which a relative word is another: la mañana. */
  relative_not_after: lines.default([]),
  /** Units in the plural, which are no one stretch behind "next" or "last" alone. */
  many_units: lines.default([]),
  /** Words behind which a count of time does not tell the last or next ones: "*will* last two weeks". */
  spans_not_after: lines.default([]),
  /** Whole phrases for "by the end of the month": key as in `relative`. */
  until_end: byKey.default({}),
  early: around,
  mid: around,
  late: around,
  /** Half of a month, where it is not an ordinal with a word of `half` before the month. */
  first_half: around,
  second_half: around,
  night_before: lines.default([]),
  /** `behind`: words or endings (*нан) behind the first date that say "from", where a word of `until` closes the second. */
  pairs: z.array(
    z.object({
      open: lines.default([]),
      join: lines.default([]),
      behind: lines.default([]),
      /** Joins only two days of which the second is the day after the first: "on 1 and 2 July". */
      next_day: z.boolean().default(false),
    }),
  ),
  /** Words and word endings that say the sentence looks ahead. */
  future: lines.default([]),
  future_endings: lines.default([]),
  future_beginnings: lines.default([]),
  /** Words that mark a dateline after its date: 电. */
  dateline_after: lines.default([]),
  dateline_before: lines.default([]),
})
