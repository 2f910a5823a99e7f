import { addDays, type CalendarDate, isoBounds } from '../../core/time.ts'
import { isoDay, lastDayOfMonth, mondayOfWeek, monthOf, nearestWeekday, yearOf } from './calendar-days.ts'
import type { DateContext, When } from './date-context.ts'
import { looksAhead } from './future.ts'
import { nthWeekday } from './holiday-days.ts'
import { yearOfMonth } from './nearest-year.ts'
import { readMonth } from './read-day.ts'
import { readHoliday } from './read-holiday.ts'
import { readOrdinal } from './read-ordinal.ts'
import { readYear } from './read-year.ts'

type Thing =
  | { readonly kind: 'weekday'; readonly weekday: number; readonly to: number; readonly start: number }
  | { readonly kind: 'day' | 'week' | 'weekend'; readonly to: number; readonly start: number }

/** "the third Tuesday of September", "the last day of 2026", أول أسبوع من أكتوبر, الثلاثاء الأخير من الشهر. */
export function readNth(context: DateContext, from: number): When | null {
  const found = placeThenThing(context, from) ?? thingThenPlace(context, from)
  if (found === null) return null
  const { thing, place, start } = found
  const after = place > 0 ? readAfterHoliday(context, thing, place) : null
  if (after !== null) return { ...after, from, start }
  const month = readMonthOf(context, found.to)
  if (month === null) {
    const week = thing.kind === 'week' ? weekOfYear(context, found) : null
    return week === null ? null : { ...week, from, start }
  }
  const iso = month.first === null ? null : nthOf(month.first, thing, place)
  if (month.first !== null && iso === null) return null
  return { iso, isRelative: month.isRelative, from, to: month.to, start }
}

interface Found {
  readonly thing: Thing
  /** 1 is the first, -1 the last. */
  readonly place: number
  readonly to: number
  readonly start: number
}

function placeThenThing(context: DateContext, from: number): Found | null {
  const place = placeAt(context, from)
  const thing = place === null ? null : thingAt(context, place.to)
  return place === null || thing === null
    ? null
    : { thing, place: place.value, to: thing.to, start: place.start }
}

function thingThenPlace(context: DateContext, from: number): Found | null {
  if (!context.dates.placeAfter) return null
  const thing = thingAt(context, from)
  const place = thing === null ? null : placeAt(context, thing.to)
  return place === null || thing === null
    ? null
    : { thing, place: place.value, to: place.to, start: thing.start }
}

function placeAt(context: DateContext, at: number): { value: number; to: number; start: number } | null {
  const last = context.dates.last.at(context.tokens, at)
  if (last !== null) return { value: -1, to: last.to, start: last.start }
  const ordinal = readOrdinal(context, at)
  return ordinal === null || ordinal.value > 5 ? null : ordinal
}

function thingAt(context: DateContext, at: number): Thing | null {
  const { tokens, dates } = context
  const word = dates.weekdayLeads.at(tokens, at)
  const { weekdays, shortWeekdays } = dates.names
  const weekday = weekdays.at(tokens, word?.to ?? at) ?? shortWeekdays.at(tokens, word?.to ?? at)
  if (weekday !== null)
    return { kind: 'weekday', weekday: weekday.value, to: weekday.to, start: word?.start ?? weekday.start }
  const weekend = dates.weekend.at(tokens, at)
  if (weekend !== null) return { kind: 'weekend', to: weekend.to, start: weekend.start }
  const unit = dates.units.at(tokens, at)
  if (unit?.value !== 'day' && unit?.value !== 'week') return null
  return { kind: unit.value, to: unit.to, start: unit.start }
}

/** "of October 2026", "of next month", "in December": the first day of that month. */
function readMonthOf(
  context: DateContext,
  at: number,
): { first: CalendarDate | null; isRelative: boolean; to: number } | null {
  const { tokens, dates, published } = context
  const filled = dates.fillers.at(tokens, at) ?? dates.in.at(tokens, at)
  const begin = filled?.to ?? at
  const worded = dates.monthWords.at(tokens, begin - 1)?.to === begin ? begin - 1 : null
  const relative = dates.relative.at(tokens, begin)
  if (relative?.value.unit === 'month') {
    const index =
      published === null ? null : yearOf(published) * 12 + monthOf(published) - 1 + relative.value.by
    const first = index === null ? null : isoDay(Math.floor(index / 12), (index % 12) + 1, 1)
    return { first, isRelative: true, to: relative.to }
  }
  const month = readMonth(context, begin) ?? (worded === null ? null : readMonth(context, worded))
  if (month === null) return null
  const year = readYear(context, month.to) ?? readYear(context, dates.in.at(tokens, month.to)?.to ?? month.to)
  if (year !== null)
    return {
      first: year.year === null ? null : isoDay(year.year, month.value, 1),
      isRelative: year.isRelative,
      to: year.to,
    }
  if (published === null) return { first: null, isRelative: true, to: month.to }
  const ahead = context.manner === 'command' || looksAhead(context, at, month.to)
  return {
    first: isoDay(yearOfMonth(published, month.value, ahead), month.value, 1),
    isRelative: true,
    to: month.to,
  }
}

/** "the first week of 2026", "the last week of next year": as ISO 8601 counts them. */
function weekOfYear(context: DateContext, { place, to }: Found): Omit<When, 'from' | 'start'> | null {
  const { tokens, dates } = context
  const filled = dates.fillers.at(tokens, to) ?? dates.in.at(tokens, to)
  const named = readYear(context, filled?.to ?? to)
  if (named === null) return null
  const { year, isRelative } = named
  const monday =
    year === null
      ? null
      : place > 0
        ? mondayOfWeek(year, place)
        : (mondayOfWeek(year, LAST_WEEK) ?? mondayOfWeek(year, LAST_WEEK - 1))
  if (year !== null && monday === null) return null
  return { iso: monday === null ? null : `${monday}/${addDays(monday, 6)}`, isRelative, to: named.to }
}

const LAST_WEEK = 53

function nthOf(first: CalendarDate, thing: Thing, place: number): string | null {
  const [year, month] = [yearOf(first), monthOf(first)]
  const last = lastDayOfMonth(year, month)
  switch (thing.kind) {
    case 'weekday':
      return nthWeekday([year, month], thing.weekday, place)
    case 'day':
      return place < 0 ? last : isoDay(year, month, place)
    case 'week': {
      // Weeks that lie wholly within the month.
      const monday =
        place < 0
          ? addDays(nearestWeekday(addDays(last, 1), 1, false), -7)
          : addDays(nearestWeekday(addDays(first, -1), 1, true), 7 * (place - 1))
      return `${monday}/${addDays(monday, 6)}`
    }
    case 'weekend': {
      const saturday = nthWeekday([year, month], 6, place)
      return saturday === null ? null : `${saturday}/${addDays(saturday, 1)}`
    }
  }
}

/** "the third Tuesday after Christmas 2026". */
function readAfterHoliday(context: DateContext, thing: Thing, place: number): When | null {
  if (thing.kind !== 'weekday') return null
  const edge = context.dates.edges.before.at(context.tokens, thing.to)
  if (edge?.value !== 'after') return null
  const article = context.dates.in.at(context.tokens, edge.to)
  const holiday =
    readHoliday(context, edge.to) ?? (article === null ? null : readHoliday(context, article.to))
  if (holiday === null) return null
  const day = holiday.iso === null ? null : (isoBounds(holiday.iso)?.last ?? null)
  const iso = day === null ? null : addDays(nearestWeekday(day, thing.weekday, true), 7 * (place - 1))
  return { ...holiday, iso }
}
