import { isoMonth, monthOf, yearOf } from './calendar-days.ts'
import { type DateContext, numberAt, spanOf, type When } from './date-context.ts'
import { leadingYear, readYear, wholeAt } from './read-year.ts'
import { unitsAgo } from './shifted.ts'

/** "two years ago", "قبل ثلاثة أيام", 三天前. */
export function readAgo(context: DateContext, from: number): When | null {
  const { tokens, dates } = context
  const lead = dates.ago.before.at(tokens, from)
  const number = numberAt(context, lead?.to ?? from) ?? null
  const unit =
    number === null ? dates.units.at(tokens, lead?.to ?? from) : dates.units.at(tokens, number.next)
  if (unit === null) return null
  const count = number?.value ?? 1
  const tail = dates.ago.after.exactlyAt(tokens, unit.to)
  if ((lead === null) === (tail === null) || !Number.isInteger(count)) return null
  const start = lead?.start ?? number?.start ?? unit.start
  return {
    iso: unitsAgo(context.published, unit.value, count),
    isRelative: true,
    from,
    to: tail?.to ?? unit.to,
    start,
  }
}

/** "the first eight months of 2025", "les neuf premiers mois", "за девять месяцев", 今年前三季度. */
export function readFirstMonths(context: DateContext, from: number): When | null {
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
  const number = numberAt(context, unitFirst?.to ?? lead?.to ?? from)
  if (number === null || !Number.isInteger(number.value)) return null
  const first = dates.firstWords.at(tokens, number.next)
  const unit = unitFirst ?? dates.units.at(tokens, first?.to ?? number.next)
  if (unit === null || (lead === null && first === null)) return null
  const count = unit.value === 'month' ? number.value : unit.value === 'quarter' ? number.value * 3 : 0
  if (count < 2 || count > 11) return null
  const behind = unitFirst === null ? null : dates.ordinals.at(tokens, number.next)
  // في ستة أشهر: "in six months" are not the first six.
  if (dates.placeAfter && behind === null) return null
  const to = unitFirst === null ? unit.to : (behind?.to ?? number.next)
  return { count, to }
}

/** 1至10月, 今年1-10月: from one month to another. */
export function readMonthSpan(context: DateContext, from: number): When | null {
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
export function readMonthCount(context: DateContext, from: number): When | null {
  const match = context.dates.monthCounts.at(context.tokens, from)
  if (match === null) return null
  const named = readYear(context, match.to)
  const year = named === null ? yearOfCount(context, match.value) : named.year
  const iso = year === null ? null : `${isoMonth(year, 1)}/${isoMonth(year, match.value)}`
  return { iso, isRelative: named?.isRelative ?? true, from, to: named?.to ?? match.to, start: match.start }
}

/** The year whose first `count` months are over at publication. */
function yearOfCount(context: DateContext, count: number): number | null {
  const { published } = context
  if (published === null) return null
  return monthOf(published) >= count ? yearOf(published) : yearOf(published) - 1
}
