import { fold } from '../quantities/fold.ts'
import { expandForms } from '../quantities/forms.ts'
import { type NumberLexicon, parseNumberLexicon, setTable } from '../quantities/number-lexicon.ts'
import { StartWords } from '../quantities/start-words.ts'
import { calendarNames } from './calendar-names.ts'
import type { DateLexicon, EdgeName, PartName, Unit } from './date-lexicon.ts'
import { numberTables, periodStartsOf, type Starts, startsOf } from './date-starts.ts'
import { aroundKeyed, foldedSet, keyed, shiftKey, spansOf, wholeKey } from './date-tables.ts'
import { datesFileSchema } from './dates-file.ts'
import { FromBehind } from './from-behind.ts'
import { holidayRule } from './holiday-days.ts'

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
            numbered: setTable(data.marks.numbered),
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
    numberedWeek: aroundKeyed({ week: data.numbered_week }, () => true),
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
    parts: aroundKeyed(
      {
        early: data.early,
        mid: data.mid,
        late: data.late,
        firstHalf: data.first_half,
        secondHalf: data.second_half,
      },
      (key) => key as PartName,
    ),
    not: foldedSet(data.not),
    sinceNotAfter: foldedSet(data.since_not_after),
    sinceLeads: foldedSet(data.since_leads),
    sincePast: foldedSet(data.since_past),
    sinceNotBefore: foldedSet(data.since_not_before),
    midNotBefore: foldedSet(data.mid_not_before),
    untilAfter: new Map(
      Object.entries(data.until_after).map(([word, behind]) => [fold(word), foldedSet(behind)]),
    ),
    ahead: setTable(data.ahead),
    aheadAfter: setTable(data.ahead_after),
    relativeNotAfter: foldedSet(data.relative_not_after),
    manyUnits: foldedSet(data.many_units),
    spansNotAfter: foldedSet(data.spans_not_after),
    untilEnd: keyed(data.until_end, shiftKey),
    nightBefore: setTable(data.night_before),
    pairs: data.pairs.map((pair) => ({
      open: pair.open.length === 0 ? null : setTable(pair.open),
      join: setTable(pair.join),
      behind: pair.behind.length === 0 ? null : new FromBehind(pair.behind),
      isNextDay: pair.next_day,
    })),
    future: setTable(data.future),
    futureNotAfter: foldedSet(data.future_not_after),
    futureEndings: data.future_endings
      .flatMap((line) => expandForms(line))
      // An accent of Spanish tells the future from other words.
      .map((form) => (/[áéíóú]/u.test(form) ? form.normalize('NFC') : fold(form))),
    futureBeginnings: data.future_beginnings.map((form) => fold(form)),
    datelineAfter: setTable(data.dateline_after),
    datelineBefore: setTable(data.dateline_before),
  }
  const numberStarts = new StartWords(1, numberTables(numbers), numbers.pieces.keys())
  const { ordinals, monthWords, names, relative } = lexicon
  const writtenStarts = new StartWords(
    2,
    [...numberTables(numbers), ordinals, monthWords, names.months, names.shortWeekdays, relative],
    numbers.pieces.keys(),
  )
  const starts = startsOf(lexicon)
  // Spread last: added to what is spread, they would give the lexicon of each language a hidden class of its own.
  return { starts, numberStarts, writtenStarts, periodStarts: periodStartsOf(lexicon), ...lexicon }
}
