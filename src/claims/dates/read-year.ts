import { endingAt } from '../quantities/pairs.ts'
import type { DateContext, When } from './date-context.ts'
import { shifted } from './shifted.ts'

export const firstYear = 1900
export const lastYear = 2100

/** Digits of token `at` as a whole number in [low, high]; null otherwise. */
export function wholeAt(context: DateContext, at: number, low: number, high: number): number | null {
  const token = context.tokens[at]
  if (token?.kind !== 'digits' || token.fold.length > 4) return null
  const value = Number(token.fold)
  return value >= low && value <= high ? value : null
}

/** A digit that continues another figure is no day; one after a comma or colon behind a word continues nothing. */
export function isGlued(context: DateContext, at: number): boolean {
  const [before, token] = [context.tokens[at - 1], context.tokens[at]]
  if (before === undefined || token === undefined || token.spaced || before.kind !== 'symbol') return false
  if (/^[,:]$/u.test(before.fold)) return context.tokens[at - 2]?.kind === 'digits'
  return /^[./$€£%]$/u.test(before.fold)
}

/** After the ending of a day in digits: 14th, 18-го. */
export function afterSuffix(context: DateContext, at: number): number {
  const { tokens, dates } = context
  const begin =
    tokens[at]?.fold === '-' && !tokens[at]?.spaced && tokens[at + 1]?.kind === 'word' ? at + 1 : at
  const token = tokens[begin]
  return token !== undefined && !token.spaced && dates.daySuffixes.has(token.fold) ? begin + 1 : at
}

/** A year after `at`, over a comma or filler: 2026, 2026 года, last year. */
export function readYear(
  context: DateContext,
  at: number,
): { year: number | null; isRelative: boolean; to: number } | null {
  const { tokens, dates } = context
  const comma = tokens[at]?.fold === ',' || tokens[at]?.text === '،' ? at + 1 : at
  const filled = dates.fillers.at(tokens, comma)?.to ?? comma
  for (const begin of new Set([at, comma, filled])) {
    const named = dates.yearWordsBefore.at(tokens, begin)?.to ?? begin
    const year = yearDigits(context, named)
    if (year !== null)
      return { year, isRelative: false, to: dates.yearWords.at(tokens, named + 1)?.to ?? named + 1 }
    const relative = dates.relative.at(tokens, begin)
    if (relative?.value.unit === 'year') {
      const iso = shifted(context.published, relative.value)
      return { year: iso === null ? null : Number(iso), isRelative: true, to: relative.to }
    }
  }
  return null
}

/** Four digits that can be a year and are not part of a larger figure. */
export function yearDigits(context: DateContext, at: number): number | null {
  const token = context.tokens[at]
  if (token?.fold.length !== 4) return null
  const year = wholeAt(context, at, firstYear, lastYear)
  if (year === null || isGlued(context, at)) return null
  const [next, after] = [context.tokens[at + 1], context.tokens[at + 2]]
  const continues =
    next !== undefined && !next.spaced && /^[.,]$/u.test(next.fold) && after?.kind === 'digits'
  return continues && after?.spaced === false ? null : year
}

/** A year said before its part: 今年前八个月, 2027'nin ilk çeyreği. */
export function leadingYear(context: DateContext, from: number): { year: number | null; to: number } | null {
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
export function readBareYear(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const word = dates.yearWordsBefore.at(tokens, from)
  const at = word?.to ?? from
  const year = yearDigits(context, at)
  if (year === null) return null
  const mark = dates.marks?.year.at(tokens, at + 1) ?? null
  const after = mark ?? dates.yearWords.at(tokens, at + 1)
  const isSure = word !== null || after !== null || followsPreposition(context, from)
  if (!isSure && (year < earliestBareYear || year > latestBareYear || isCounted(context, at))) return null
  const start = word?.start ?? tokens[at]?.start ?? 0
  const upTo = (to: number, iso: string): When => ({ iso, isRelative: false, from, to, start })
  const decade = decadeEnd(context, at)
  if (decade !== null) return upTo(decade, `${year}/${year + 9}`)
  const season = secondYear(context, at, year)
  if (season !== null) return upTo(season.to, `${year}/${season.year}`)
  return upTo(after?.to ?? at + 1, String(year))
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
