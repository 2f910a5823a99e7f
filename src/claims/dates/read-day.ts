import { type DateContext, isoDay, monthOf, yearOf } from './date-context.ts'
import { firstYear, isGlued, lastYear, readYear, wholeAt } from './read-year.ts'
import type { WrittenDate } from './written-date.ts'

/** 2026-05-14, 13/3/2025, 12.11.2025. */
export function readNumericDate(context: DateContext, from: number): WrittenDate | null {
  const { tokens } = context
  const parts = [tokens[from], tokens[from + 1], tokens[from + 2], tokens[from + 3], tokens[from + 4]]
  const [a, mark, b, second, c] = parts
  if (a?.kind !== 'digits' || b?.kind !== 'digits' || c?.kind !== 'digits') return null
  if (mark === undefined || mark.fold !== second?.fold || !/^[-./]$/u.test(mark.fold)) return null
  if (parts.slice(1).some((token) => token?.spaced)) return null
  const before = tokens[from - 1]
  if (before !== undefined && !a.spaced && /^[-./]$/u.test(before.fold)) return null
  const numbers = [Number(a.fold), Number(b.fold), Number(c.fold)] as const
  const ordered = orderNumeric(numbers, [a.fold.length, c.fold.length], context.dates.dayFirst)
  if (ordered === null || isoDay(ordered.year, ordered.month, ordered.day) === null) return null
  return { ...ordered, yearUnknown: false, isRelative: false, from, to: from + 5, start: a.start }
}

function orderNumeric(
  [a, b, c]: readonly [number, number, number],
  [lengthA, lengthC]: readonly [number, number],
  dayFirst: boolean,
): { year: number; month: number; day: number } | null {
  if (lengthA === 4) return a >= firstYear && a <= lastYear ? { year: a, month: b, day: c } : null
  if (lengthC !== 4 && lengthC !== 2) return null
  const year = lengthC === 4 ? c : 2000 + c
  if (year < firstYear || year > lastYear) return null
  const isDayFirst = dayFirst ? b <= 12 : a > 12
  return isDayFirst ? { year, month: b, day: a } : { year, month: a, day: b }
}

/** 14 May 2026, May 14, May 2026, 30 أيار/مايو 2025, 3. Juni, 9 de enero. */
export function readNamedDate(context: DateContext, from: number): WrittenDate | null {
  const { tokens } = context
  const day = wholeAt(context, from, 1, 31)
  const start = tokens[from]?.start ?? 0
  if (day !== null && !isGlued(context, from)) {
    const monthFrom = afterDay(context, from + 1)
    const month = readMonth(context, monthFrom)
    if (month !== null) return withYear(context, { from, start, day, month: month.value, to: month.to })
    const same = context.dates.sameMonth.at(tokens, from + 1)
    if (same !== null && context.lastMonth !== null) {
      const [year, number] = [yearOf(context.lastMonth), monthOf(context.lastMonth)]
      if (isoDay(year, number, day) === null) return null
      return { year, month: number, day, yearUnknown: false, isRelative: false, from, to: same.to, start }
    }
    return null
  }
  const month = readMonth(context, from)
  if (month === null) return null
  const after = wholeAt(context, month.to, 1, 31)
  const hasDay = after !== null && isDayAfterMonth(context, month.to)
  if (!hasDay && followsDay(context, from)) return null
  const to = hasDay ? afterSuffix(context, month.to + 1) : month.to
  return withYear(context, { from, start: month.start, day: hasDay ? after : null, month: month.value, to })
}

/** The 30 of "30 February": the month alone is not what was meant. */
function followsDay(context: DateContext, from: number): boolean {
  for (const at of [from - 1, from - 2]) {
    if (wholeAt(context, at, 1, 99) === null || isGlued(context, at)) continue
    if (afterDay(context, at + 1) === from) return true
  }
  return false
}

export function afterSuffix(context: DateContext, at: number): number {
  const token = context.tokens[at]
  return token !== undefined && !token.spaced && context.dates.daySuffixes.has(token.fold) ? at + 1 : at
}

function afterDay(context: DateContext, at: number): number {
  const next = afterSuffix(context, at)
  return context.dates.fillers.at(context.tokens, next)?.to ?? next
}

/** In "May 14" the figure is a day; in "May 14 million" or "May 1.5" it is not. */
function isDayAfterMonth(context: DateContext, at: number): boolean {
  const next = context.tokens[at + 1]
  if (next === undefined) return true
  // "en agosto 18 cargamentos": where the day stands before the month, a figure behind it counts something.
  if (context.dates.dayFirst && next.kind === 'word' && readYear(context, at + 1) === null) return false
  if (next.kind === 'symbol' && !next.spaced && /^[.%/:°]$/u.test(next.fold))
    return next.fold === '.' && context.tokens[at + 2]?.kind !== 'digits'
  if (next.fold === ',' && !next.spaced && context.tokens[at + 2]?.spaced === false) return false
  return context.lexicon.items.at(context.tokens, at + 1)?.value.kind !== 'scale'
}

/** A month name, or two of the same month, one beside the other or with a stroke between them. */
export function readMonth(
  context: DateContext,
  from: number,
): { value: number; to: number; start: number } | null {
  const { tokens, dates } = context
  const match = dates.names.months.at(tokens, from)
  if (match === null) return null
  const token = tokens[from]
  if (dates.capitalMonths && token !== undefined && !/^\p{Lu}/u.test(token.text)) return null
  let to = afterAbbreviation(context, match.to)
  const second = dates.names.months.at(tokens, to)
  if (second?.value === match.value && tokens[to]?.fold !== token?.fold) to = second.to
  else if (tokens[to]?.fold === '/') {
    const twin = dates.names.months.at(tokens, to + 1)
    if (twin?.value === match.value) to = twin.to
  } else if (tokens[to]?.fold === '(') {
    const twin = dates.names.months.at(tokens, to + 1)
    if (twin?.value === match.value && tokens[twin.to]?.fold === ')') to = twin.to + 1
  }
  return { value: match.value, to, start: match.start }
}

/** The stop of "Feb. 17" belongs to the month. */
function afterAbbreviation(context: DateContext, at: number): number {
  const [name, stop, next] = [context.tokens[at - 1], context.tokens[at], context.tokens[at + 1]]
  if (stop?.fold !== '.' || stop.spaced || name === undefined || name.text.length > longestShortMonth)
    return at
  return next?.kind === 'digits' && next.spaced ? at + 1 : at
}

const longestShortMonth = 5

function withYear(
  context: DateContext,
  read: { from: number; start: number; day: number | null; month: number; to: number },
): WrittenDate | null {
  const year = readYear(context, read.to)
  const whole = {
    ...read,
    to: year?.to ?? read.to,
    year: year?.year ?? null,
    isRelative: year?.isRelative ?? false,
  }
  // A leap year, so that 29 February stands until the year is known.
  if (read.day !== null && isoDay(whole.year ?? 2024, read.month, read.day) === null) return null
  return { ...whole, yearUnknown: year !== null && year.year === null }
}
