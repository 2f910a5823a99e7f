import type { NumberLexicon } from '../quantities/number-lexicon.ts'
import type { PhraseTable } from '../quantities/phrases.ts'
import { StartWords } from '../quantities/start-words.ts'
import type { DateLexicon } from './date-lexicon.ts'
import { PeriodStarts } from './period-starts.ts'

export type Starts = 'starts' | 'numberStarts' | 'writtenStarts' | 'periodStarts'

export function numberTables(numbers: NumberLexicon): readonly PhraseTable<unknown>[] {
  const { items, article, shares, inner, bareScales, point } = numbers
  return [items, article, shares, inner, bareScales, point]
}

/** A period with one of these words at its head is looked for only by the readers that begin so. */
export function periodStartsOf(dates: Omit<DateLexicon, Starts>): PeriodStarts {
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
      numberedWeek: [dates.numberedWeek.before],
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
      withDigits: ['numberedWeek', 'monthSpan', 'quarter', 'half', 'season', 'bareYear'],
      withNumbers: ['ago', 'countedSpan', 'ahead', 'nth', 'firstMonths'],
      numbers: numberTables(numbers),
      pieces: numbers.pieces.keys(),
    },
  )
}

export function startsOf(dates: Omit<DateLexicon, Starts>): StartWords {
  const { numbers, names } = dates
  return new StartWords(
    0,
    [
      ...[names.months, names.weekdays, dates.relative, dates.anchored, dates.units, dates.ordinals],
      ...[dates.shifts.before, dates.ago.before, dates.edges.before, dates.parts.before],
      ...[dates.firstMonths, dates.firstWords, dates.monthCounts, dates.ofYear, dates.yearToDate],
      ...[dates.quarter, dates.quarterCodes, dates.half, dates.halfCodes, dates.seasons, dates.untilEnd],
      ...[dates.last, dates.weekdayLeads, dates.spans.before, dates.few, dates.inUnits.before, dates.within],
      ...[
        dates.weekOf,
        dates.numberedWeek.before,
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
