import { isoMonth, isoQuarter, monthOf, shiftMonth, yearOf } from './calendar-days.ts'
import type { DateContext, When } from './date-context.ts'
import { looksAhead } from './future.ts'
import { followsPreposition, leadingYear, readYear, yearDigits } from './read-year.ts'

/** "the fourth quarter of 2026", "Q4 2026", الربع الأول من 2026, 2026年第四季度. */
export function readQuarter(context: DateContext, from: number): When | null {
  const { dates } = context
  return readFraction(context, from, {
    name: dates.quarter,
    codes: dates.quarterCodes,
    highest: 4,
    iso: (year, n) => isoQuarter(year, n),
    now: (month) => Math.ceil(month / 3),
  })
}

export function readHalf(context: DateContext, from: number): When | null {
  const { dates } = context
  return readFraction(context, from, {
    name: dates.half,
    codes: dates.halfCodes,
    highest: 2,
    iso: (year, n) => `${isoMonth(year, n * 6 - 5)}/${isoMonth(year, n * 6)}`,
    now: (month) => Math.ceil(month / 6),
  })
}

interface Fraction {
  readonly name: DateContext['dates']['quarter']
  readonly codes: DateContext['dates']['quarterCodes']
  readonly highest: number
  readonly iso: (year: number, n: number) => string
  readonly now: (month: number) => number
}

function readFraction(context: DateContext, from: number, fraction: Fraction): When | null {
  const before = leadingYear(context, from)
  const which = fractionNumber(context, before?.to ?? from, fraction)
  if (which === null || which.value > fraction.highest) return null
  const named = before === null ? readYear(context, which.to) : null
  const start = before === null ? which.start : (context.tokens[from]?.start ?? 0)
  const span = { from, to: named?.to ?? which.to, start }
  if (before !== null || named !== null) {
    const year = before?.year ?? named?.year ?? null
    return {
      iso: year === null ? null : fraction.iso(year, which.value),
      isRelative: named?.isRelative ?? false,
      ...span,
    }
  }
  const { published } = context
  if (published === null) return { iso: null, isRelative: true, ...span }
  const now = fraction.now(monthOf(published))
  const ahead = context.manner === 'command' || looksAhead(context, from, which.to)
  // The quarter behind that of publication is meant as such, as the month is.
  const by = which.value > now + 1 && !ahead ? -1 : which.value < now && ahead ? 1 : 0
  return { iso: fraction.iso(yearOf(published) + by, which.value), isRelative: true, ...span }
}

function fractionNumber(
  context: DateContext,
  from: number,
  fraction: Fraction,
): { value: number; to: number; start: number } | null {
  const { tokens, dates } = context
  const code = fraction.codes.at(tokens, from)
  if (code !== null) return code
  const ordinal = dates.ordinals.at(tokens, from)
  const after = ordinal === null ? null : fraction.name.at(tokens, ordinal.to)
  if (ordinal !== null && after !== null) return { value: ordinal.value, to: after.to, start: ordinal.start }
  const name = fraction.name.at(tokens, from)
  const behind = name === null ? null : dates.ordinals.at(tokens, name.to)
  return name === null || behind === null ? null : { value: behind.value, to: behind.to, start: name.start }
}

export const seasonMonths: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 14],
}

/** A season of a named year as an interval of months; a winter runs into the next year. */
export function readSeason(context: DateContext, from: number): When | null {
  const lead = yearDigits(context, from)
  const within = lead === null ? context.dates.inSeasons.at(context.tokens, from) : null
  const season = within ?? context.dates.seasons.at(context.tokens, lead === null ? from : from + 1)
  const months = season === null ? undefined : seasonMonths[season.value]
  if (season === null || months === undefined) return null
  const named =
    lead === null ? readYear(context, season.to) : { year: lead, isRelative: false, to: season.to }
  if (named === null)
    return within !== null || context.manner === 'command' ? bareSeason(context, season, months) : null
  // "will fall next year" names no season
  const isWord = named.isRelative && context.dates.doubtful.has(context.tokens[season.from]?.fold ?? '')
  if (isWord && !followsPreposition(context, season.from)) return null
  const start = lead === null ? season.start : (context.tokens[from]?.start ?? season.start)
  const span = { from, to: named.to, start, isRelative: named.isRelative }
  if (named.year === null) return { iso: null, ...span }
  return { iso: `${isoMonth(named.year, months[0])}/${shiftMonth(named.year, 1, months[1] - 1)}`, ...span }
}

/** "in the winter": the one nearest to publication; in a command this one or the next. */
function bareSeason(
  context: DateContext,
  season: { readonly from: number; readonly to: number; readonly start: number },
  [first, last]: readonly [number, number],
): When | null {
  const { published, manner } = context
  const span = { from: season.from, to: season.to, start: season.start, isRelative: true }
  if (published === null) return { iso: null, ...span }
  const now = yearOf(published) * 12 + monthOf(published)
  const years = [-1, 0, 1].map((by) => yearOf(published) + by)
  const gap = (year: number): number => Math.max(year * 12 + first - now, now - (year * 12 + last), 0)
  const isOver = (year: number): boolean => now > year * 12 + last
  // Of two as near, the later: what is to come is told of beforehand.
  const nearest = years.reduce((best, year) => (gap(year) <= gap(best) ? year : best))
  const year = manner === 'news' ? nearest : (years.find((one) => !isOver(one)) ?? nearest)
  return { iso: `${isoMonth(year, first)}/${shiftMonth(year, 1, last - 1)}`, ...span }
}
