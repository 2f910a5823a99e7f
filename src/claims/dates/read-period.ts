import { addDays } from '../../core/time.ts'
import { endingAt } from '../quantities/pairs.ts'
import { readNumber } from '../quantities/read-number.ts'
import {
  type DateContext,
  isoMonth,
  isoQuarter,
  monthOf,
  nearestWeekday,
  shifted,
  shiftMonth,
  unitsAgo,
  type When,
  yearOf,
} from './date-context.ts'
import type { Shift, Unit } from './date-lexicon.ts'
import { looksAhead } from './future.ts'
import { readMonth, readYear, wholeAt, yearDigits } from './read-day.ts'

/** A stretch of time that is not a written day: relative words, weekdays, quarters, seasons, bare years. */
export function readPeriod(context: DateContext, from: number): When | null {
  const readers = [
    readAgo,
    readFirstMonths,
    readMonthSpan,
    readMonthCount,
    readQuarter,
    readHalf,
    readSeason,
    readShiftedName,
    readAnchored,
    readRelative,
    readWeekday,
    readBareYear,
  ]
  let best: When | null = null
  for (const read of readers) {
    const found = read(context, from)
    if (found === null) continue
    const isLonger = best === null || found.to > best.to || (found.to === best.to && found.start < best.start)
    if (isLonger) best = found
  }
  return best
}

const spanOf = (context: DateContext, from: number, to: number) => ({
  from,
  to,
  start: context.tokens[from]?.start ?? 0,
})

function readRelative(context: DateContext, from: number): When | null {
  const match = context.dates.relative.at(context.tokens, from)
  if (match === null) return null
  return {
    iso: shifted(context.published, match.value),
    isRelative: true,
    from,
    to: match.to,
    start: match.start,
  }
}

/** "a day later": from the last day named, else from the publication. */
function readAnchored(context: DateContext, from: number): When | null {
  const match = context.dates.anchored.at(context.tokens, from)
  if (match === null) return null
  const anchor = context.lastDay ?? context.published
  const iso = anchor === null ? null : addDays(anchor, match.value)
  return { iso, isRelative: true, from, to: match.to, start: match.start }
}

/** "two years ago", "قبل ثلاثة أيام", 三天前. */
function readAgo(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const lead = dates.ago.before.at(tokens, from)
  const number = readNumber(context, lead?.to ?? from) ?? null
  const unit =
    number === null ? dates.units.at(tokens, lead?.to ?? from) : dates.units.at(tokens, number.next)
  if (unit === null || (number === null && lead === null)) return null
  const count = number?.value ?? 1
  const tail = dates.ago.after.exactlyAt(tokens, unit.to)
  if ((lead === null) === (tail === null) || !Number.isInteger(count)) return null
  const start = lead?.start ?? number?.start ?? 0
  return {
    iso: unitsAgo(context.published, unit.value, count),
    isRelative: true,
    from,
    to: tail?.to ?? unit.to,
    start,
  }
}

/** "the first eight months of 2025", "les neuf premiers mois", "за девять месяцев", 今年前三季度. */
function readFirstMonths(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const yearBefore = leadingYear(context, from)
  const months = countedMonths(context, yearBefore?.to ?? from)
  if (months === null) return null
  const named = readYear(context, months.to)
  const same = dates.ofYear.at(tokens, months.to)
  const useNamed = named !== null && (same === null || named.to >= same.to)
  const year = useNamed ? named.year : (yearBefore?.year ?? yearOfCount(context, months.count))
  const iso = year === null ? null : `${isoMonth(year, 1)}/${isoMonth(year, months.count)}`
  const to = useNamed ? named.to : (same?.to ?? months.to)
  return { iso, isRelative: !useNamed || named.isRelative, ...spanOf(context, from, to) }
}

function countedMonths(context: DateContext, from: number): { count: number; to: number } | null {
  const { tokens, dates } = context
  const lead = dates.firstMonths.at(tokens, from)
  // Arabic puts the unit first: الأشهر العشرة الأولى.
  const unitFirst = lead === null ? null : dates.units.at(tokens, lead.to)
  const number = readNumber(context, unitFirst?.to ?? lead?.to ?? from)
  if (number === null || !Number.isInteger(number.value)) return null
  const first = dates.firstWords.at(tokens, number.next)
  const unit = unitFirst ?? dates.units.at(tokens, first?.to ?? number.next)
  if (unit === null || (lead === null && first === null)) return null
  const count = unit.value === 'month' ? number.value : unit.value === 'quarter' ? number.value * 3 : 0
  if (count < 2 || count > 11) return null
  const to = unitFirst === null ? unit.to : (dates.ordinals.at(tokens, number.next)?.to ?? number.next)
  return { count, to }
}

/** 1至10月, 今年1-10月: from one month to another. */
function readMonthSpan(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  if (dates.marks === null) return null
  const before = leadingYear(context, from)
  const at = before?.to ?? from
  const first = wholeAt(context, at, 1, 12)
  if (first === null) return null
  for (const { open, join } of dates.pairs) {
    const joint = open === null ? join.at(tokens, at + 1) : null
    const last = joint === null ? null : wholeAt(context, joint.to, 1, 12)
    const mark = joint === null || last === null ? null : dates.marks.month.at(tokens, joint.to + 1)
    if (last === null || mark === null || last <= first || wholeAt(context, mark.to, 1, 31) !== null) continue
    const year = before === null ? yearOfCount(context, last) : before.year
    const iso = year === null ? null : `${isoMonth(year, first)}/${isoMonth(year, last)}`
    return { iso, isRelative: before === null, ...spanOf(context, from, mark.to) }
  }
  return null
}

/** "το εννεάμηνο του 2025": the first nine months in one word. */
function readMonthCount(context: DateContext, from: number): When | null {
  const match = context.dates.monthCounts.at(context.tokens, from)
  if (match === null) return null
  const named = readYear(context, match.to)
  const year = named === null ? yearOfCount(context, match.value) : named.year
  const iso = year === null ? null : `${isoMonth(year, 1)}/${isoMonth(year, match.value)}`
  return { iso, isRelative: named?.isRelative ?? true, from, to: named?.to ?? match.to, start: match.start }
}

/** A year said before its part: 今年前八个月, 2027'nin ilk çeyreği. */
function leadingYear(context: DateContext, from: number): { year: number | null; to: number } | null {
  const { tokens, dates } = context
  const relative = dates.marks === null ? null : dates.relative.at(tokens, from)
  if (relative?.value.unit === 'year') {
    const iso = shifted(context.published, relative.value)
    return { year: iso === null ? null : Number(iso), to: relative.to }
  }
  const year = yearDigits(context, from)
  const mark = year === null ? null : (dates.marks?.year ?? dates.yearLinks).at(tokens, from + 1)
  return mark === null ? null : { year, to: mark.to }
}

/** The year whose first `count` months are over at publication. */
function yearOfCount(context: DateContext, count: number): number | null {
  const { published } = context
  if (published === null) return null
  return monthOf(published) >= count ? yearOf(published) : yearOf(published) - 1
}

/** "the fourth quarter of 2026", "Q4 2026", الربع الأول من 2026, 2026年第四季度. */
function readQuarter(context: DateContext, from: number): When | null {
  const { dates } = context
  return readFraction(context, from, {
    name: dates.quarter,
    codes: dates.quarterCodes,
    highest: 4,
    iso: (year, n) => isoQuarter(year, n),
    now: (month) => Math.ceil(month / 3),
  })
}

function readHalf(context: DateContext, from: number): When | null {
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
  const span = {
    ...spanOf(context, from, named?.to ?? which.to),
    start: before === null ? which.start : (context.tokens[from]?.start ?? 0),
  }
  if (before !== null || named !== null) {
    const year = before?.year ?? named?.year ?? null
    return {
      ...span,
      iso: year === null ? null : fraction.iso(year, which.value),
      isRelative: named?.isRelative ?? false,
    }
  }
  const { published } = context
  if (published === null) return { ...span, iso: null, isRelative: true }
  const now = fraction.now(monthOf(published))
  const ahead = looksAhead(context, from, which.to)
  const by = which.value > now && !ahead ? -1 : which.value < now && ahead ? 1 : 0
  return { ...span, iso: fraction.iso(yearOf(published) + by, which.value), isRelative: true }
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

const seasonMonths: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 14],
}

/** A season of a named year as an interval of months; a winter runs into the next year. */
function readSeason(context: DateContext, from: number): When | null {
  const season = context.dates.seasons.at(context.tokens, from)
  const months = season === null ? undefined : seasonMonths[season.value]
  if (season === null || months === undefined) return null
  const named = readYear(context, season.to)
  if (named === null) return null
  const span = { from, to: named.to, start: season.start, isRelative: named.isRelative }
  if (named.year === null) return { ...span, iso: null }
  return { ...span, iso: `${isoMonth(named.year, months[0])}/${shiftMonth(named.year, 1, months[1] - 1)}` }
}

/** "last Friday", "next October", نيسان الماضي, el próximo año, за прошлый месяц. */
function readShiftedName(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const lead = dates.shifts.before.at(tokens, from)
  const nameFrom = lead?.to ?? from
  const name = readName(context, nameFrom)
  if (name === null) return null
  const tail = lead === null ? dates.shifts.after.at(tokens, name.to) : null
  const shift = lead ?? tail
  if (shift === null) return null
  const span = { from, to: tail?.to ?? name.to, start: lead?.start ?? name.start, isRelative: true }
  return { ...span, iso: shiftedName(context, name, shift.value) }
}

type Name =
  | { readonly kind: 'unit'; readonly unit: Unit; readonly to: number; readonly start: number }
  | {
      readonly kind: 'month' | 'weekday'
      readonly value: number
      readonly to: number
      readonly start: number
    }
  | { readonly kind: 'season'; readonly value: string; readonly to: number; readonly start: number }

function readName(context: DateContext, at: number): Name | null {
  const { tokens, dates } = context
  const month = readMonth(context, at)
  if (month !== null) return { kind: 'month', ...month }
  const weekday = dates.names.weekdays.at(tokens, at)
  if (weekday !== null) return { kind: 'weekday', value: weekday.value, to: weekday.to, start: weekday.start }
  const season = dates.seasons.at(tokens, at)
  if (season !== null) return { kind: 'season', value: season.value, to: season.to, start: season.start }
  const unit = dates.units.at(tokens, at)
  return unit === null ? null : { kind: 'unit', unit: unit.value, to: unit.to, start: unit.start }
}

function shiftedName(context: DateContext, name: Name, by: number): string | null {
  const { published } = context
  if (published === null) return null
  const year = yearOf(published)
  switch (name.kind) {
    case 'unit':
      return shifted(published, { unit: name.unit, by } satisfies Shift)
    case 'weekday':
      if (by > 0) return nearestWeekday(published, name.value, true)
      return nearestWeekday(by < 0 ? addDays(published, -1) : published, name.value, false)
    case 'month': {
      const now = monthOf(published)
      if (by > 0) return isoMonth(name.value > now ? year : year + 1, name.value)
      if (by < 0) return isoMonth(name.value < now ? year : year - 1, name.value)
      return isoMonth(year, name.value)
    }
    case 'season': {
      const months = seasonMonths[name.value]
      if (months === undefined) return null
      const isPast = months[0] <= monthOf(published)
      const inYear = by > 0 ? (isPast ? year + 1 : year) : by < 0 ? (isPast ? year : year - 1) : year
      return `${isoMonth(inYear, months[0])}/${shiftMonth(inYear, 1, months[1] - 1)}`
    }
  }
}

/** A weekday alone is the last one, today included. */
function readWeekday(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const match = dates.names.weekdays.at(tokens, from)
  const token = tokens[from]
  if (match === null || token === undefined) return null
  if (dates.capitalWeekdays && !/^\p{Lu}/u.test(token.text)) return null
  const isNamed = followsPreposition(context, from) || dates.weekdayWords.at(tokens, match.to) !== null
  if (dates.doubtful.has(token.fold) && !isNamed) return null
  if (dates.weekdayNotAfter.has(tokens[from - 1]?.fold ?? '')) return null
  const iso = context.published === null ? null : nearestWeekday(context.published, match.value, false)
  return { iso, isRelative: true, from, to: match.to, start: match.start }
}

/** Whether a preposition of time stands just before token `from`. */
export function followsPreposition(context: DateContext, from: number): boolean {
  const { tokens, dates } = context
  for (let at = Math.max(0, from - 3); at < from; at += 1)
    if (dates.in.at(tokens, at)?.to === from) return true
  return false
}

const earliestBareYear = 1945
const latestBareYear = 2060

/** A year alone: with its word (2026 года), after a preposition, or plainly a year and nothing counted. */
function readBareYear(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const word = dates.yearWordsBefore.at(tokens, from)
  const at = word?.to ?? from
  const year = yearDigits(context, at)
  if (year === null) return null
  const mark = dates.marks?.year.at(tokens, at + 1) ?? null
  const after = mark ?? dates.yearWords.at(tokens, at + 1)
  const isSure = word !== null || after !== null || followsPreposition(context, from)
  if (!isSure && (year < earliestBareYear || year > latestBareYear || isCounted(context, at))) return null
  const span = { from, to: after?.to ?? at + 1, start: word?.start ?? tokens[at]?.start ?? 0 }
  const decade = decadeEnd(context, at)
  if (decade !== null) return { ...span, to: decade, iso: `${year}/${year + 9}`, isRelative: false }
  const season = secondYear(context, at, year)
  if (season !== null) return { ...span, to: season.to, iso: `${year}/${season.year}`, isRelative: false }
  return { ...span, iso: String(year), isRelative: false }
}

/** 1990s, 1990-х: the index after the ending. */
function decadeEnd(context: DateContext, at: number): number | null {
  const { tokens, dates } = context
  const hyphen = tokens[at + 1]?.fold === '-' ? 1 : 0
  const suffix = tokens[at + 1 + hyphen]
  const isDecade = suffix !== undefined && !suffix.spaced && dates.decadeSuffixes.has(suffix.fold)
  return isDecade && Number(tokens[at]?.fold) % 10 === 0 ? at + 2 + hyphen : null
}

/** 2025/26: the second year of a season. */
function secondYear(context: DateContext, at: number, year: number): { year: number; to: number } | null {
  const [stroke, next] = [context.tokens[at + 1], context.tokens[at + 2]]
  if (stroke === undefined || stroke.spaced || next?.kind !== 'digits' || next.spaced) return null
  const isSeason = stroke.fold === '/' || (stroke.fold === '-' && next.fold.length === 2)
  if (!isSeason) return null
  const second = next.fold.length === 2 ? Math.floor(year / 100) * 100 + Number(next.fold) : Number(next.fold)
  return second === year + 1 ? { year: second, to: at + 3 } : null
}

function isCounted(context: DateContext, at: number): boolean {
  const { tokens, lexicon } = context
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  if (before?.fold === '-' && yearDigits(context, at - 2) !== null) return false
  const isBound = before !== undefined && /^[$€£№#-]$/u.test(before.fold) && !tokens[at]?.spaced
  if (isBound && endingAt(context.dates.parts.before, tokens, at) === null) return true
  if (after === undefined) return false
  // 2024-2025: two years.
  if (after.fold === '-' && yearDigits(context, at + 2) !== null) return false
  if (after.kind === 'word' && lexicon.items.at(tokens, at + 1)?.value.kind === 'scale') return true
  return /^[%°-]$/u.test(after.fold) && !after.spaced
}
