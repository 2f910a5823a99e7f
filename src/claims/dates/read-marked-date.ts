import { readWhole } from '../quantities/read-whole.ts'
import { isoDay, monthOf, yearOf } from './calendar-days.ts'
import type { DateContext } from './date-context.ts'
import { wholeAt, yearDigits } from './read-year.ts'
import { shifted } from './shifted.ts'
import type { WrittenDate } from './written-date.ts'

/** 2025年11月12日, 10月4日, 去年11月, 4日. */
export function readMarkedDate(context: DateContext, from: number): WrittenDate | null {
  const { tokens, dates } = context
  const marks = dates.marks
  const start = tokens[from]?.start
  if (marks === null || start === undefined) return null
  let at = from
  let year: number | null = null
  let isRelative = false
  let yearUnknown = false
  const relative = dates.relative.at(tokens, at)
  const digits = yearDigits(context, at)
  const yearMark = digits === null ? null : marks.year.at(tokens, at + 1)
  if (relative?.value.unit === 'year') {
    const iso = shifted(context.published, relative.value)
    year = iso === null ? null : Number(iso)
    yearUnknown = iso === null
    isRelative = true
    at = relative.to
  } else if (yearMark !== null) {
    year = digits
    at = yearMark.to
  }
  const month = markedNumber(context, at, marks.month, 12)
  const afterMonth = month?.to ?? at
  const day = markedNumber(context, afterMonth, marks.day, 31)
  // 深海一号 is the first of its name; a day without its month is written in figures.
  const isFigure = wholeAt(context, at, 1, 31) !== null
  if (month === null) return isFigure ? loneDay(context, from, at, day) : null
  if (day !== null && isoDay(year ?? 2024, month.value, day.value) === null) return null
  return {
    year,
    month: month.value,
    day: day?.value ?? null,
    yearUnknown,
    isRelative,
    from,
    to: day?.to ?? month.to,
    start,
  }
}

/** 4日: that day of the month of publication, or of the month before when it is still to come. */
function loneDay(
  context: DateContext,
  from: number,
  at: number,
  day: { value: number; to: number } | null,
): WrittenDate | null {
  const { published, tokens } = context
  if (day === null || at !== from || published === null) return null
  // 3号机组: the third unit
  if (context.dates.marks?.numbered.at(tokens, day.to) != null) return null
  const joined = dateJoined(context, from)
  if (joined !== null) return { ...joined, day: day.value, from, to: day.to, start: tokens[from]?.start ?? 0 }
  const [year, month] = [yearOf(published), monthOf(published)]
  const isAhead = day.value > Number(published.slice(8))
  const index = year * 12 + month - 1 - (isAhead ? 1 : 0)
  const found = { year: Math.floor(index / 12), month: (index % 12) + 1, day: day.value }
  if (isoDay(found.year, found.month, found.day) === null) return null
  return {
    yearUnknown: false,
    isRelative: true,
    isDayOnly: true,
    from,
    to: day.to,
    start: tokens[from]?.start ?? 0,
    ...found,
  }
}

/** In tokens: 2025年11月12日 and what joins it. */
const LONGEST = 12

/** 7月1日和9日: the day with its month that a word like "and" joins to the day at token `from`. */
function dateJoined(context: DateContext, from: number): WrittenDate | null {
  const { tokens, dates } = context
  const to = from - 1
  if (!dates.pairs.some(({ isNextDay, join }) => isNextDay && join.at(tokens, to)?.to === from)) return null
  for (let at = Math.max(0, to - LONGEST); at < to; at++) {
    const date = readMarkedDate(context, at)
    if (date?.to === to && date.day !== null && date.isDayOnly !== true) return date
  }
  return null
}

function markedNumber(
  context: DateContext,
  at: number,
  mark: { at: (tokens: DateContext['tokens'], from: number) => { to: number } | null },
  highest: number,
): { value: number; to: number } | null {
  const figure = wholeAt(context, at, 1, highest)
  const number = figure === null ? wordedNumber(context, at, highest) : { value: figure, next: at + 1 }
  const found = number === null ? null : mark.at(context.tokens, number.next)
  return number === null || found === null ? null : { value: number.value, to: found.to }
}

/** 十五 of 二月十五日. */
function wordedNumber(
  context: DateContext,
  at: number,
  highest: number,
): { value: number; next: number } | null {
  if (context.tokens[at]?.kind !== 'word') return null
  const number = readWhole(context, at)
  return number === null || !Number.isInteger(number.value) || number.value < 1 || number.value > highest
    ? null
    : number
}
